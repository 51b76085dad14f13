"""A folder of invented reports to run the command on."""

import json
import shutil

import pytest
from click.testing import CliRunner

from accordingto.cli.main import cli

TOLL = "At least 30 people were killed when shells hit the market in Idlib on Tuesday, the Rescue League said."
DENIAL = "The army said that 12 people were killed when a mortar hit the market in Idlib on Tuesday."
PROMISE = "Buses will leave Idlib at 6.00am (4.00am GMT) on Wednesday, an army spokesman told reporters."
MORE = (  # long enough that a reprint shows as one
    "Shopkeepers carried the wounded to a clinic behind the old bus station while the sirens were still sounding. "
    "The league runs eleven crews in the province and lost two ambulances last month. "
    "Schools in the district stayed closed and the council asked families to keep away from the square."
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in a folder of its own: `run("read", "a.txt").stdout`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ACCORDINGTO_CASE", raising=False)

    def run(*arguments, stdin=None, env=None):
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin, env=env)

    return run


@pytest.fixture
def reports(tmp_path):
    """Two tables' worth of reports, one text file, all invented."""
    return _written(tmp_path)


def _written(place):
    folder = place / "reports"
    folder.mkdir()
    rows = [
        _row(
            "wire-1",
            "Meridian (invented)",
            "2016-05-03",
            "Shells hit market in Idlib",
            f"{TOLL}\n\n{PROMISE}\n\n{MORE}",
        ),
        _row(
            "post-1", "Harbour Post (invented)", "2016-05-04", "Dozens dead in Idlib", f"{TOLL}\n\n{PROMISE}\n\n{MORE}"
        ),
        _row("rival-1", "Citadel (invented)", "2016-05-04", "Mortar hits market in Idlib", DENIAL),
    ]
    (folder / "table.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "plain.txt").write_text(f"Market shelled\n\n{TOLL}\n", encoding="utf-8")
    return folder


def _row(ref, outlet, published, title, text):
    return {"id": ref, "outlet": outlet, "published": published, "title": title, "text": text}


@pytest.fixture(scope="session")
def made_case(tmp_path_factory):
    """A case that has gone through all verbs, made once for all tests."""
    place = tmp_path_factory.mktemp("made")
    done = CliRunner().invoke(cli, ["run", str(place / "case.db"), str(_written(place))])
    assert done.exit_code == 0, done.output
    return place / "case.db"


@pytest.fixture
def case(run, made_case, tmp_path):
    """The file of a case that has gone through all verbs, a copy for each test."""
    return shutil.copy(made_case, tmp_path / "case.db")
