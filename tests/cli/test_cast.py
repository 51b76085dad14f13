"""Who is who, through the command: shown, exported, edited, imported, and read with."""

import json
import sqlite3
import tomllib

import pytest

CAST = """
[[actor]]
name = "Rescue League"
aliases = ["League"]
country = "Syria"
sector = "NGO"
side = "the coast"

[[actor]]
name = "Syrian army"
aliases = ["the army"]
side = "the government"
"""


def ask(run, *arguments, **more):
    done = run("--case", "case.db", *arguments, **more)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def cast_file(tmp_path):
    path = tmp_path / "cast.toml"
    path.write_text(CAST, encoding="utf-8")
    return path


def test_without_a_case_the_general_cast_is_shown(run):
    shown = run("cast").stdout
    assert "GENERAL" in shown
    for words in ("UNICEF", "Moscow", "IGO", "Reuters"):
        assert words in shown
    assert "THE CASE'S OWN" not in shown


@pytest.mark.parametrize(("form", "load"), [("toml", tomllib.loads), ("json", json.loads)])
def test_the_cast_in_force_is_also_data(run, case, cast_file, form, load):
    ask(run, "cast", "import", cast_file)
    actors = {actor["name"]: actor for actor in load(ask(run, "cast", "--format", form))["actor"]}
    assert actors["Syrian army"]["side"] == "the government"
    assert "Syrian Arab Army" in actors["Syrian army"]["aliases"]
    assert actors["Russia"]["code"] == "RUS"


def test_the_case_s_own_actors_come_first_and_can_be_had_alone(run, case, cast_file):
    assert "no cast of its own" in ask(run, "cast", "--own")
    ask(run, "cast", "import", cast_file)
    shown = ask(run, "cast")
    assert shown.index("THE CASE'S OWN (2 actors)") < shown.index("Rescue League") < shown.index("GENERAL")
    assert "GENERAL" not in ask(run, "cast", "--own")


def test_export_edit_import_goes_round(run, case, cast_file, tmp_path):
    ask(run, "cast", "import", cast_file)
    (tmp_path / "out.toml").write_text(ask(run, "cast", "export"), encoding="utf-8")
    assert "2 actors in the case's cast, as before." in ask(run, "cast", "import", "out.toml")
    edited = (tmp_path / "out.toml").read_text(encoding="utf-8").replace("the coast", "nobody's")
    (tmp_path / "out.toml").write_text(edited, encoding="utf-8")
    assert "as before" not in ask(run, "cast", "import", "out.toml")
    assert "nobody's" in ask(run, "cast", "export")
    assert "the coast" in ask(run, "cast", "export", "--number", "1")


def test_the_form_that_an_empty_case_exports_is_a_cast_and_says_how_to_write_one(run, case, tmp_path):
    form = ask(run, "cast", "export")
    assert "# [[actor]]" in form
    (tmp_path / "form.toml").write_text(form, encoding="utf-8")
    assert "0 actors in the case's cast, as before." in ask(run, "cast", "import", "form.toml")
    filled = "\n".join(line[2:] for line in form.splitlines() if line.startswith("# ") and "=" in line)
    filled = filled.replace('affiliation = "Free Coast Front"', "")
    (tmp_path / "filled.toml").write_text(f"[[actor]]\n{filled}", encoding="utf-8")
    assert "1 actor in" in ask(run, "cast", "import", "filled.toml")


def test_import_twice_changes_nothing(run, case, cast_file):
    ask(run, "cast", "import", cast_file)
    with sqlite3.connect("case.db") as file:
        before = list(file.iterdump())
    assert "as before" in ask(run, "cast", "import", cast_file)
    with sqlite3.connect("case.db") as file:
        assert list(file.iterdump()) == before


@pytest.mark.parametrize(
    "text", ["[[actor]", "[[actor]]\nname = 'A'\nsector = 'ARMY'", "[[actor]]\nname = 'A'\naffiliation = 'Nobody'"]
)
def test_a_bad_file_changes_nothing_and_is_named(run, case, cast_file, tmp_path, text):
    ask(run, "cast", "import", cast_file)
    (tmp_path / "bad.toml").write_text(text, encoding="utf-8")
    done = run("--case", "case.db", "cast", "import", "bad.toml")
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: bad.toml: ")
    assert ask(run, "cast", "export", "--number", "1") == ask(run, "cast", "export")


def test_history_lists_every_cast_and_says_which_is_in_force(run, case, cast_file, tmp_path):
    assert "no cast of its own" in ask(run, "cast", "history")
    ask(run, "cast", "import", cast_file)
    ask(run, "cast", "import", "-", stdin="[[actor]]\nname = 'Harbour Brigade'")
    first, second = ask(run, "cast", "history").splitlines()
    assert "cast 1, " in first
    assert "2 actors" in first
    assert "in force" not in first
    assert "1 actor " in second
    assert "in force" in second
    assert run("--case", "case.db", "cast", "export", "--number", "3").exit_code == 1


def test_edit_imports_what_was_saved_and_shows_a_mistake_before_it_asks_again(run, case, monkeypatch):
    saved = iter(["[[actor]]\nname = 'A'\nsector = 'ARMY'", "[[actor]]\nname = 'A'\nsector = 'MIL'"])
    seen = []
    monkeypatch.setattr("click.edit", lambda text, **_: seen.append(text) or next(saved))
    done = run("--case", "case.db", "cast", "edit", stdin="y\n")
    assert "'ARMY' is no PLOVER sector" in done.stderr
    assert "1 actor in the case's cast." in done.stdout
    assert "sector = 'ARMY'" in seen[1]


def test_edit_without_a_change_changes_nothing(run, case, monkeypatch):
    monkeypatch.setattr("click.edit", lambda text, **_: None)
    assert "Nothing changed." in ask(run, "cast", "edit")


def test_reading_and_comparing_take_the_cast_and_an_earlier_one_can_be_taken_again(run, case, cast_file, tmp_path):
    before = ask(run, "incidents", "--format", "jsonl")
    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    for file, read in (("cast.toml", "4 reports read"), ("none.toml", "0 reports read"), ("cast.toml", "0 reports")):
        ask(run, "cast", "import", file)
        assert read in ask(run, "read")
        ask(run, "reconcile")
        shown, found = ask(run, "reports", "rival-1"), ask(run, "incidents", "--format", "jsonl")
        assert ("Syria; armed forces; on the side of the government" in shown) == (file == "cast.toml")
        assert ('"the coast"' in found) == (file == "cast.toml")
        assert (found == before) == (file == "none.toml")


def test_a_file_is_read_with_the_cast_of_the_case_that_is_named(run, case, cast_file, reports):
    rival = [line for line in (reports / "table.jsonl").read_text().splitlines() if "rival-1" in line]
    (reports / "rival.jsonl").write_text(rival[0], encoding="utf-8")
    ask(run, "cast", "import", cast_file)
    with_cast = json.loads(ask(run, "read", reports / "rival.jsonl", "--format", "jsonl"))
    without = json.loads(run("read", reports / "rival.jsonl", "--format", "jsonl").stdout)
    keys = ("country", "sector", "side")
    assert [with_cast["statements"][0][key] for key in keys] == ["Syria", "MIL", "the government"]
    assert [without["statements"][0][key] for key in keys] == [None, "MIL", None]
    assert with_cast["reader"] != without["reader"]


def test_a_cast_needs_a_case_that_is_there(run, cast_file):
    assert run("cast", "import", cast_file).exit_code == 2
    assert run("--case", "none.db", "cast", "import", cast_file).exit_code == 1
