"""The case as it stood at a moment, through the command."""

import json

import pytest

THIRD = ("--as-of", "2016-05-03")


def ask(run, *arguments):
    done = run("--case", "case.db", *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def rows(run, *arguments):
    return [json.loads(line) for line in ask(run, *arguments, "--format", "jsonl").splitlines()]


@pytest.fixture
def market(run, case):
    """The name that the incident most told of has today."""
    return max(rows(run, "incidents"), key=lambda row: len(row["reports"]))["name"]


def test_every_answer_says_from_when_it_is_and_how_much_is_left_out(run, market):
    seen = (
        "As of 3 May 2016, 23:59 UTC, by publication: 1 of 4 reports; 2 reports came later, or may have; "
        "1 report whose day is not known left out."
    )
    for verb in (
        ("incidents",),
        ("incident", market),
        ("brief", market),
        ("claims",),
        ("reports",),
        ("search", "Idlib"),
    ):
        assert seen in ask(run, *verb, *THIRD), verb
        assert "As of 3 May 2016, 23:59" not in ask(run, *verb), verb


def test_nothing_of_a_later_report_is_in_any_answer(run, market):
    for verb in (
        ("incidents",),
        ("incident", market),
        ("brief", market),
        ("claims",),
        ("reports",),
        ("search", "Idlib"),
    ):
        said = ask(run, *verb, *THIRD)
        assert not [later for later in ("rival-1", "Citadel", "Harbour", "12 people") if later in said], verb


def test_lines_for_programs_say_from_when_they_are(run, case):
    for verb in ("incidents", "claims"):
        for row in rows(run, verb, *THIRD):
            assert (row["as_of"], row["known"]) == ("2016-05-03T23:59:59.999999+00:00", False)
        assert "as_of" not in rows(run, verb)[0]


def test_the_reports_of_then_are_listed_and_shown(run, case):
    assert "wire-1" in ask(run, "reports", *THIRD)
    assert "As of 3 May 2016" in ask(run, "reports", "wire-1", *THIRD)
    done = run("--case", "case.db", "reports", "rival-1", *THIRD)
    assert done.exit_code == 1
    assert "report rival-1 was not there by 2016-05-03" in done.stderr


def test_what_was_announced_is_held_against_that_moment_unless_a_clock_is_set(run, market):
    promise = ("reports", "wire-1", *THIRD)
    assert "no report yet" in ask(run, *promise)
    assert "overdue, no report" in ask(run, *promise, "--now", "2016-05-09")


def test_known_is_by_what_the_case_held(run, case):
    assert "by what the case held then: 0 of 4 reports; 4 reports came in later." in ask(
        run, "reports", "--as-of", "2016-05-09", "--known"
    )
    assert "4 of 4 reports." in ask(run, "reports", "--as-of", "2100-01-01", "--known")


def test_a_decision_is_listed_as_it_was_known(run, market):
    ask(run, "split", market, "rival-1", "--reason", "a mortar")
    assert "Nobody has decided anything yet" in ask(run, "reviews", "--as-of", "2016-05-09", "--known")
    listed = " ".join(ask(run, "reviews", *THIRD).split())
    assert "a mortar" in listed
    assert "1 account of reports not shown here apart from wire-1" in listed
    assert "rival-1" not in listed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--as-of", "yesterday"), "'yesterday' is no day and no moment; write 2017-04-15"),
        (("--as-of", "2016-13-01"), "is no day and no moment"),
        (("--known",), "--known needs a moment"),
    ],
)
def test_an_impossible_moment_is_refused(run, case, options, said):
    done = run("--case", "case.db", "incidents", *options)
    assert done.exit_code == 2
    assert said in done.stderr
