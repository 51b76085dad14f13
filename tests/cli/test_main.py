"""The command as a whole: its help, its start, and errors as one line that says what to do."""

import subprocess
import sys
from importlib.metadata import version

import pytest

from accordingto.cli.main import COMMANDS

HEAVY = (
    "rich",
    "sqlalchemy",
    "alembic",
    "ftfy",
    "cattrs",
    "accordingto.read.reader",
    "accordingto.casebook",
)


def test_the_help_page_names_every_verb_and_loads_nothing_heavy():
    look = f"""
import sys
from accordingto.cli.main import cli
try:
    cli(["--help"])
except SystemExit:
    print([name for name in {HEAVY!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    *page, heavy = done.stdout.splitlines()
    assert heavy == "[]"
    assert all(any(line.strip().startswith(f"{name} ") for line in page) for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_verb_has_a_help_page_with_an_example(run, name):
    page = run(name, "--help")
    assert page.exit_code == 0
    assert "Example" in page.output
    assert (
        f"  accordingto {'' if name in ('run', 'read', 'gazetteer', 'rules') else '--case aleppo.db '}{name}"
        in page.output
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_verb_has_a_line_on_the_help_page_that_is_not_cut(run, name):
    line = next(line for line in run("--help").output.splitlines() if line.strip().startswith(f"{name} "))
    assert line.endswith(".")
    assert not line.endswith("...")


def test_the_version_is_the_packages(run):
    assert version("accordingto") in run("--version").output


def test_an_unknown_verb_is_a_usage_error(run):
    done = run("believe", "report.txt")
    assert done.exit_code == 2
    assert "believe" in done.output


ASKING = [("incidents",), ("incident", "x"), ("brief", "x"), ("reports",), ("search", "x"), ("claims",), ("reconcile",)]


@pytest.mark.parametrize("arguments", [*ASKING, ("read",), ("ingest", "x.txt")], ids=lambda arguments: arguments[0])
def test_a_verb_that_needs_a_case_and_has_none_says_how_to_name_one(run, arguments):
    done = run(*arguments)
    assert done.exit_code == 2
    assert "--case aleppo.db" in done.output


@pytest.mark.parametrize("arguments", [*ASKING, ("read",)], ids=lambda arguments: arguments[0])
def test_asking_a_case_that_is_not_there_makes_none(run, tmp_path, arguments):
    done = run("--case", "mistyped.db", *arguments)
    assert done.exit_code == 1
    assert "there is no case mistyped.db" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", ASKING, ids=lambda arguments: arguments[0])
def test_a_file_that_is_no_case_is_refused_and_left_as_it_is(run, tmp_path, arguments):
    (tmp_path / "notes.txt").write_text("only notes, " * 400)
    done = run("--case", "notes.txt", *arguments)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.output
    assert (tmp_path / "notes.txt").read_text() == "only notes, " * 400


def test_the_case_may_be_named_once_for_all_in_the_environment(run, case):
    assert run("incidents", env={"ACCORDINGTO_CASE": str(case)}).exit_code == 0


def test_an_impossible_setting_is_an_error_of_one_line(run):
    done = run("reports", env={"ACCORDINGTO_WORKERS": "many"})
    assert done.exit_code == 1
    assert "ACCORDINGTO_WORKERS" in done.stderr
