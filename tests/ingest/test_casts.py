import io
import sys
from pathlib import Path

import pytest

from accordingto.errors import BadCast, UnreadableFile
from accordingto.ingest.casts import load_cast, parse_cast
from accordingto.terms.casts import Actor, Cast
from accordingto.terms.general import general_cast

CAST = Cast((Actor("Harbour Brigade", aliases=("HB",)),))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("cast.toml", '[[actor]]\nname = "Harbour Brigade"\naliases = ["HB"]\n'),
        ("cast.toml", '\ufeff[[actor]]\r\nname = "Harbour Brigade"\r\naliases = ["HB"]\r\n'),
        ("cast.json", '{"actor": [{"name": "Harbour Brigade", "aliases": ["HB"]}]}'),
    ],
)
def test_a_cast_is_read_from_toml_and_from_json(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_bytes(text.encode())
    assert load_cast(tmp_path / name, beside=general_cast()) == CAST


def test_standard_input_is_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    data = io.TextIOWrapper(io.BytesIO(b'[[actor]]\nname = "Harbour Brigade"\naliases = ["HB"]'))
    monkeypatch.setattr(sys, "stdin", data)
    assert load_cast("-", beside=general_cast()) == CAST


def test_an_empty_text_is_a_cast_without_actors() -> None:
    assert parse_cast("", where="x", beside=general_cast()) == Cast()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cast.toml", b"[[actor]\nname = 1", "is no TOML"),
        ("cast.json", b"{", "is no JSON"),
        ("cast.json", b"[" * 100_000, "is no JSON"),
        ("cast.json", b"[]", 'a list under "actor"'),
        ("cast.csv", b"name", "a .toml or a .json file"),
    ],
)
def test_what_is_no_cast_is_refused_by_name(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadCast, match=name) as caught:
        load_cast(tmp_path / name, beside=general_cast())
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("name", "said"), [("missing.toml", "No such file"), ("folder.toml", "directory"), ("bad.toml", "UTF-8")]
)
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "bad.toml").write_bytes(b'name = "\xff"')
    with pytest.raises(UnreadableFile, match=said):
        load_cast(tmp_path / name, beside=general_cast())
