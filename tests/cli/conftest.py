"""A folder of invented reports to run the command on."""

import json

import pytest
from click.testing import CliRunner

from accordingto.cli.main import cli

TOLL = "At least 30 people were killed when shells hit the market in Idlib on Tuesday, the Rescue League said."
DENIAL = "The army said that 12 people were killed when a mortar hit the market in Idlib on Tuesday."
PROMISE = "Buses will leave Idlib at 6.00am (4.00am GMT) on Wednesday, an army spokesman told reporters."


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
    folder = tmp_path / "reports"
    folder.mkdir()
    rows = [
        _row("wire-1", "Meridian (invented)", "2016-05-03", "Shells hit market in Idlib", f"{TOLL}\n\n{PROMISE}"),
        _row("post-1", "Harbour Post (invented)", "2016-05-04", "Dozens dead in Idlib", f"{TOLL}\n\n{PROMISE}"),
        _row("rival-1", "Citadel (invented)", "2016-05-04", "Mortar hits market in Idlib", DENIAL),
    ]
    (folder / "table.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (folder / "plain.txt").write_text(f"Market shelled\n\n{TOLL}\n", encoding="utf-8")
    return folder


def _row(ref, outlet, published, title, text):
    return {"id": ref, "outlet": outlet, "published": published, "title": title, "text": text}


@pytest.fixture
def case(run, reports, tmp_path):
    """The file of a case that has gone through all verbs."""
    done = run("run", "case.db", reports)
    assert done.exit_code == 0, done.output
    return tmp_path / "case.db"
