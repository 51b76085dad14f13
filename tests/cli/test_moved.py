"""The names of incidents that are no more, through the command."""

import json

import pytest

TEXTS = (
    ("2016-05-03", "Shells hit the market in Idlib on Tuesday and killed at least 30 people, medics said."),
    ("2016-05-04", "At least 30 people died when shells hit the market in Idlib on Tuesday, the Rescue League said."),
)


@pytest.fixture
def grown(run, tmp_path):
    """The names that an incident had before it gained a report and after."""
    names = []
    for number, (day, text) in enumerate(TEXTS):
        row = {"id": f"told-{number}", "outlet": f"Outlet {number} (invented)", "published": day, "text": text}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(row), encoding="utf-8")
        for verb in (["ingest", f"{number}.jsonl"], ["read"], ["reconcile"]):
            assert run("--case", "own.db", *verb).exit_code == 0
        lines = run("--case", "own.db", "incidents", "--format", "jsonl").stdout.splitlines()
        names += [row["name"] for row in map(json.loads, lines) if row["main"]]
    return names


@pytest.mark.parametrize("verb", ["incident", "brief", "why"])
def test_an_old_name_is_followed_and_said_to_be_another_now(run, grown, verb):
    before, now = grown
    done = run("--case", "own.db", verb, before)
    assert (done.exit_code, done.stdout) == (0, run("--case", "own.db", verb, now).stdout)
    assert done.stderr == f"incident {before} is now {now}\n"


def test_a_name_whose_incident_was_split_names_the_parts(run, grown):
    _, whole = grown
    assert run("--case", "own.db", "split", whole, "told-1", "--by", "Ada", "--reason", "another").exit_code == 0
    done = run("--case", "own.db", "incident", whole)
    assert done.exit_code == 1
    assert f"what was incident {whole} now stands in 2: " in done.stderr
