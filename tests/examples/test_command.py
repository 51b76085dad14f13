"""The command on the invented examples, as the demo runs it, and every console line that the documents show."""

import json
import re
import shlex

import pytest
from click.testing import CliRunner

import accordingto
from accordingto.cli.main import cli

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = (
    "docs/how-to/read-one-report.md",
    "docs/how-to/keep-a-case.md",
    "docs/how-to/export.md",
    "docs/how-to/add-places.md",
    "docs/how-to/as-of.md",
    "docs/how-to/decide.md",
    "docs/how-to/review.md",
    "docs/how-to/share-the-workspace.md",
    "docs/how-to/code-blind.md",
    "docs/how-to/why.md",
    "docs/how-to/tolls.md",
    "examples/README.md",
)


@pytest.fixture
def here(tmp_path, monkeypatch, examples):
    """A folder of its own to run in, with the examples where the documents say they are."""
    (tmp_path / "examples").symlink_to(examples)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments, stdin=None):
    done = CliRunner().invoke(cli, arguments, input=stdin)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_case_is_made_in_one_go_and_its_main_incident_has_a_brief(here):
    run("run", "demo.db", "examples/aleppo")
    rows = [json.loads(line) for line in run("--case", "demo.db", "incidents", "--format", "jsonl").splitlines()]
    most_told = max(rows, key=lambda row: len(row["reports"]))
    assert {"meridian-1", "harbour-1", "valley-1", "citadel-1"} <= set(most_told["reports"])
    brief = run("--case", "demo.db", "brief", most_told["incident"])
    for words in ("At least 41", "Aleppo Ambulance League", "The Harbour Post (invented)", "82"):
        assert words in brief


def test_running_twice_says_what_was_skipped(here):
    run("run", "demo.db", "examples/aleppo")
    again = run("run", "demo.db", "examples/aleppo")
    assert "8 reports skipped" in again


def stands_for(word):
    """What a name in capitals stands for: a thing of the incident most reports tell of, the next, a review, a find."""
    if word == "ITEM":
        with accordingto.open("aleppo.db") as case:
            return case.finds("meridian-1")[-1].item.name
    if word not in ("INCIDENT", "OTHER", "REVIEW", "LINK", "TOLL", "DISPUTE"):
        return word
    verb = "reviews" if word == "REVIEW" else "incidents"
    rows = [json.loads(line) for line in run("--case", "aleppo.db", verb, "--format", "jsonl").splitlines()]
    if word == "REVIEW":
        return rows[-1]["name"]
    first, second = sorted(rows, key=lambda row: -len(row["reports"]))[:2]
    kinds = {"LINK": "links", "TOLL": "tolls", "DISPUTE": "disputes"}
    return first[kinds[word]][0]["spoken"] if word in kinds else (second if word == "OTHER" else first)["name"]


@pytest.mark.parametrize("page", PAGES)
def test_every_console_line_of_the_documents_runs(here, project, page):
    blocks = CONSOLE.findall((project / page).read_text(encoding="utf-8"))
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ ")]
    assert lines
    for line in lines:
        program, *arguments = (stands_for(word) for word in shlex.split(line.split(" < ")[0]))
        assert program == "accordingto"
        fed = line.partition(" < ")[2]
        run(*arguments, stdin=(here / fed).read_text(encoding="utf-8") if fed else None)
