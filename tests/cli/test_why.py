"""Why, through the command: every name that a view shows can be asked for."""

import json
import re

import pytest


def ask(run, *arguments):
    done = run("--case", "case.db", *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def market(run, case):
    rows = [json.loads(line) for line in ask(run, "incidents", "--format", "jsonl").splitlines()]
    return max(rows, key=lambda row: len(row["reports"]))


def names_in(words):
    joined = re.sub(r"\s+", " ", words)
    groups = re.findall(r"\[why ([a-z, -]+)\]", joined) + re.findall(r"\(why ([`a-z, -]+)\)", joined)
    return {name.strip(" `") for group in groups for name in group.split(",")}


@pytest.mark.parametrize("view", ["incident", "brief"])
def test_every_name_in_a_view_of_an_incident_is_explained(run, market, view):
    names = names_in(ask(run, view, market["name"]))
    assert len(names) > 6
    titles = {name: ask(run, "why", name) for name in names}
    assert all(f" {name} (" in told for name, told in titles.items())


def test_a_report_in_a_case_names_what_can_be_asked(run, case):
    names = names_in(ask(run, "reports", "wire-1"))
    assert names
    for name in names:
        assert "Outcome" in ask(run, "why", name) or "SIDE BY SIDE" in ask(run, "why", name)


def test_a_report_without_a_case_names_nothing_to_ask(run, reports):
    assert "[why " not in run("read", reports).stdout


def test_every_id_in_the_lines_for_programs_is_explained(run, market):
    kinds = ("links", "origins", "tolls", "disputes", "updates", "corroborations", "compatible", "shared_texts")
    ids = [item["id"] for kind in (*kinds, "outcomes") for item in market[kind]]
    assert len(ids) > 8
    for long_id in ids[:12]:
        (line,) = ask(run, "why", long_id, "--format", "jsonl").splitlines()
        assert json.loads(line)["id"] == long_id


def test_the_lines_for_programs_give_each_step_with_its_words(run, market):
    told = json.loads(ask(run, "why", market["tolls"][0]["id"], "--format", "jsonl"))
    assert {"id", "name", "kind", "title", "rule", "parts"} <= set(told)
    figure = told["parts"][0]["steps"][0]
    assert set(figure["words"][0]) == {
        *("report_id", "report", "outlet", "published", "exact", "start", "end", "sentence")
    }


def test_points_and_sentences_stand_on_the_terminal(run, market):
    told = ask(run, "why", market["links"][0]["id"])
    assert re.search(r"^  \+\d", told, re.MULTILINE)
    assert "where 3.25 is enough" in told
    assert told.count("in a sentence above") > 0
    assert "“At least 30 people were killed when shells hit the market in Idlib on Tuesday" in told


def test_why_may_be_asked_of_the_past(run, market):
    told = ask(run, "why", market["name"], "--as-of", "2016-05-09")
    assert told.startswith("As of 9 May 2016")
    assert "as_of" in json.loads(ask(run, "why", market["name"], "--as-of", "2016-05-09", "--format", "jsonl"))


def test_what_is_not_there_is_named(run, case):
    done = run("--case", "case.db", "why", "nothing-here")
    assert done.exit_code == 1
    assert "nothing goes by 'nothing-here'; `incident ID` and `brief ID` show" in done.stderr
