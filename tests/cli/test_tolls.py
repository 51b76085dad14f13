"""Tolls, blame and sides through the command: the rule that is asked for, the cast in force, and what programs get."""

import json

import pytest

from accordingto.terms.tolls import TollRule

COUNT = "{source} said {number} people were killed when shells hit the market in Idlib on Tuesday. {more}"
CAST = """
[[actor]]
name = "Coast Command"
side = "the coast"

[[actor]]
name = "Harbour Guard"
affiliation = "Coast Command"

[[actor]]
name = "Hill Brigade"
side = "the hills"
"""


def row(ref, outlet, source, number, more=""):
    text = COUNT.format(source=source, number=number, more=more)
    return {"id": ref, "outlet": outlet, "published": "2016-05-04", "title": "Market hit in Idlib", "text": text}


@pytest.fixture
def ask(run, tmp_path):
    """A case of two counts by one side, with the cast that says so; asks it a question."""
    rows = [
        row("a", "Meridian (invented)", "The Coast Command", 12, "It blamed the Hill Brigade for the shelling."),
        row("b", "Citadel (invented)", "The Harbour Guard", 17),
    ]
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    (tmp_path / "cast.toml").write_text(CAST, encoding="utf-8")

    def ask(*arguments):
        done = run("--case", "case.db", *arguments)
        assert done.exit_code == 0, done.output
        return done.stdout

    for verb in (("ingest", "rows.jsonl"), ("cast", "import", "cast.toml"), ("read",), ("reconcile",)):
        ask(*verb)
    return ask


def found(ask, *more):
    (one,) = (json.loads(line) for line in ask("incidents", "--format", "jsonl", *more).splitlines())
    return one


def test_two_origins_of_one_side_are_marked_from_the_cast_to_the_page(ask):
    one = found(ask)
    assert {(origin["name"], origin["side"]) for origin in one["origins"]} == {
        ("The Coast Command", "the coast"),
        ("The Harbour Guard", "the coast"),
    }
    (toll,) = [toll for toll in one["tolls"] if toll["rule"] == TollRule.INDEPENDENT]
    assert "2 origins that share no link, both of one side (the coast)" in toll["why"]
    assert {entry["side"] for entry in toll["entries"]} == {"the coast"}
    for verb in ("incident", "brief"):
        page = " ".join(ask(verb, one["name"]).split())
        assert "2 reports, 2 origins, both of one side (the coast)" in page
        assert "share no link, both of one side (the coast)" in " ".join(
            ask(verb, one["name"], "--rule", "independent").split()
        )


def test_the_matrix_of_blame_has_both_sides_and_its_words(ask):
    one = found(ask)
    (cell,) = one["blame"]
    assert (cell["by"], cell["by_side"], cell["stance"]) == ("The Coast Command", "the coast", "blames")
    assert (cell["whom"], cell["whom_side"]) == ("Hill Brigade", "the hills")
    assert [side["text"] for side in cell["sides"]] == ["Hill Brigade"]
    for verb in ("incident", "brief"):
        page = " ".join(ask(verb, one["name"]).split())
        assert "The Coast Command (the coast) blamed Hill Brigade (the hills)" in page
        assert "the coast blamed the hills: 1 voice" in page


@pytest.mark.parametrize("rule", list(TollRule))
def test_every_rule_can_be_asked_for_and_programs_get_all(ask, rule):
    one = found(ask, "--rule", rule.key)
    assert one["rule"] == rule
    assert {toll["rule"] for toll in one["tolls"]} == set(TollRule)
    assert f"“{rule}”" in " ".join(ask("incident", one["name"], "--rule", rule.key).split())
    assert f"Under the rule “{rule}”" in ask("brief", one["name"], "--rule", rule.key)


def test_the_list_of_incidents_tells_the_toll_of_the_rule(ask):
    assert "12 to 17 people killed" in ask("incidents")
    assert "12 people killed" in ask("incidents", "--rule", "conservative")
    assert "12 to 17 (best 12)" in ask("incidents", "--rule", "ged")


def test_a_rule_that_nobody_knows_is_refused_with_those_that_there_are(ask, run):
    done = run("--case", "case.db", "incidents", "--rule", "median")
    assert done.exit_code == 2
    assert "'conservative'" in done.stderr


def test_the_rules_are_listed_for_people_and_programs(run):
    shown = run("rules").stdout
    rows = [json.loads(line) for line in run("rules", "--format", "jsonl").stdout.splitlines()]
    assert [row["key"] for row in rows] == [rule.key for rule in TollRule]
    assert all(row["key"] in shown for row in rows)
    assert [row["key"] for row in rows if row["default"]] == ["all"]
