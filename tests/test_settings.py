from pathlib import Path

import pytest

from accordingto.errors import SettingsError
from accordingto.settings import Settings, load_settings


def write(folder: Path, words: str, name: str = "accordingto.toml") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def test_with_nothing_said_there_is_no_case_and_one_worker(tmp_path: Path) -> None:
    assert load_settings({}, environ={}, folder=tmp_path) == Settings(None, 1, None)


def test_a_flag_beats_a_variable_and_a_variable_beats_the_file(tmp_path: Path) -> None:
    write(tmp_path, 'case = "file.db"\nworkers = 2\noutlet = "The File"')
    environ = {"ACCORDINGTO_CASE": "variable.db", "ACCORDINGTO_WORKERS": "3", "HOME": "/"}
    flags = {"case": "flag.db", "workers": None, "outlet": None}
    assert load_settings(flags, environ=environ, folder=tmp_path) == Settings(tmp_path / "flag.db", 3, "The File")


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, "workers = 2")
    assert load_settings({}, environ={"ACCORDINGTO_WORKERS": ""}, folder=tmp_path).workers == 2


def test_a_path_in_a_named_file_counts_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    path = write(tmp_path / "desk", 'case = "aleppo.db"', "mine.toml")
    found = load_settings({}, environ={"ACCORDINGTO_SETTINGS": str(path)}, folder=tmp_path)
    assert found.case == tmp_path / "desk" / "aleppo.db"


def test_a_whole_path_stays_as_it_is(tmp_path: Path) -> None:
    assert load_settings({"case": "/cases/a.db"}, environ={}, folder=tmp_path).case == Path("/cases/a.db")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("workers = 0", "0 is no number of workers"),
        ("workers = -1", "-1 is no number of workers"),
        ("workers = 2.5", "2.5 is no number of workers"),
        ("workers = true", "True is no number of workers"),
        ('workers = "many"', "'many' is no number of workers"),
        ("workers = 100000", "100000 is no number of workers"),
        ("workers = [1]", "is no number of workers"),
        ('case = ""', "'' is no path"),
        ("case = 3", "3 is no path"),
        ('outlet = " "', "' ' is no outlet"),
        ("outlet = 5", "5 is no outlet"),
        ('author = ""', "'' is no author; write a name"),
        ("wrokers = 2", "nothing is called 'wrokers'; it knows case, workers, outlet"),
        ("workers = ", "write it as TOML"),
    ],
)
def test_an_impossible_value_is_named_with_its_place(tmp_path: Path, words: str, said: str) -> None:
    path = write(tmp_path, words)
    with pytest.raises(SettingsError) as caught:
        load_settings({}, environ={}, folder=tmp_path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_an_impossible_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ACCORDINGTO_WORKERS: 'two' is no number"):
        load_settings({}, environ={"ACCORDINGTO_WORKERS": "two"}, folder=tmp_path)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="ACCORDINGTO_SETTINGS"):
        load_settings({}, environ={"ACCORDINGTO_SETTINGS": "gone.toml"}, folder=tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "accordingto.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="write it as TOML"):
        load_settings({}, environ={}, folder=tmp_path)
