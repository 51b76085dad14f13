"""Single finds looked over, through the command."""

import json
from itertools import pairwise

import pytest


def ask(run, *arguments):
    done = run("--case", "case.db", *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


def rows(run, *verb):
    return [json.loads(line) for line in ask(run, *verb).splitlines()]


@pytest.fixture
def number(run, case):
    """The number, among the figures of the rival's report, of "12"."""
    listed = ask(run, "review", "rival-1").splitlines()
    heads = [line for line, below in pairwise(listed) if below.split() == ["words", "“12”"]]
    return heads[0].split()[1]


def review(run, *said, by="Mira Haddad", reason="her list"):
    return ask(run, "review", "rival-1", *said, "--by", by, "--reason", reason)


def test_what_was_read_in_a_report_is_listed_with_what_people_said_of_it(run, number):
    before = ask(run, "review", "rival-1")
    assert "0 looked over." in before
    review(run, "figure", number, "accept")
    assert f"figure {number}" in before
    assert "accepted by Mira Haddad" in ask(run, "review", "rival-1")


def test_one_find_is_shown_with_every_field_that_can_be_corrected(run, number):
    shown = " ".join(ask(run, "review", "rival-1", f"figure {number}").split())
    assert "low 12" in shown
    assert "harm killed" in shown
    assert "12 people were killed when a mortar hit the market" in shown


def test_a_correction_says_what_it_is_and_what_it_changes(run, number):
    done = review(run, "figure", number, "correct", "high", "14")
    assert "Mira Haddad corrected it: her list [review " in done
    assert "before" in done
    shown = " ".join(ask(run, "review", "rival-1", "figure", number).split())
    assert "high 14" in shown
    assert "in force" in shown


def test_a_rejected_find_is_in_no_answer_and_an_undo_brings_it_back(run, number):
    before = ask(run, "claims", "--about", "killed")
    review(run, "12", "reject")
    assert "“12”" not in ask(run, "claims", "--about", "killed")
    (made,) = rows(run, "reviews", "--format", "jsonl")
    ask(run, "undo", made["name"], "--by", "Omar Said", "--reason", "a count after all")
    assert ask(run, "claims", "--about", "killed") == before


def test_a_rejected_find_is_accepted_by_its_id(run, number):
    review(run, "figure", number, "reject")
    (made,) = rows(run, "reviews", "--format", "jsonl")
    assert made["find"]["text"] == "12"
    review(run, made["find"]["item"], "accept")
    assert [row["standing"] for row in rows(run, "reviews", "--format", "jsonl")] == [
        "replaced by a later one",
        "in force",
    ]


def test_reviews_of_finds_are_listed_in_words(run, number):
    review(run, "figure", number, "correct", "who", "civilians")
    listed = " ".join(ask(run, "reviews").split())
    assert "the figure “12” of rival-1: who is civilians" in listed
    assert "1 review, 1 in force." in listed


def test_the_queue_has_the_sides_of_a_dispute_first_and_is_shorter_for_every_find_looked_over(run, number):
    queue = ask(run, "review", "--queue")
    assert "one side of what is disputed" in queue.split("why here")[1]
    total = int(queue.splitlines()[-1].split()[0])
    review(run, "figure", number, "accept")
    after = ask(run, "review", "--queue", "--limit", "1")
    assert after.splitlines()[-1].startswith(f"{total - 1} finds to look over, the first 1 shown")


def test_what_people_changed_is_there_as_training_data(run, number):
    review(run, "figure", number, "correct", "high", "14")
    review(run, "figure", number, "correct", "who", "civilians", reason="a market")
    statement = next(line.split()[1] for line in ask(run, "review", "rival-1").splitlines() if "statement " in line)
    review(run, "statement", statement, "reject")
    forms = rows(run, "reviews", "export")
    told = {(form["kind"], form["field"]): (form["read"], form["person"]) for form in forms}
    assert told["figure", "high"] == (12, 14)
    assert told["figure", "who"] == ("people", "civilians")
    rejected, nothing = told["statement", None]
    assert nothing is None
    assert rejected["act"] == "assert"
    body = (
        "Mortar hits market in Idlib\n\nThe army said that 12 people were killed when a mortar hit the market in Idlib"
    )
    assert {body[slice(*form["spans"][0])] for form in forms if form["kind"] == "figure"} == {"12"}


def test_what_was_only_accepted_is_no_correction(run, number):
    review(run, "figure", number, "accept")
    assert rows(run, "reviews", "export") == []


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("figure", "0", "correct", "low", "many"), "is no whole number"),
        (("figure", "0", "correct", "who", "martians"), "none of civilians"),
        (("figure", "0", "correct", "colour", "red"), "has no field 'colour'"),
        (("figure", "99", "accept"), "no find figure 99"),
        (("no such words", "accept"), "no find 'no such words'"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line_and_nothing_is_kept(run, number, said, message):
    done = run("--case", "case.db", "review", "rival-1", *said, "--by", "Mira", "--reason", "why")
    assert done.exit_code == 1
    assert message in done.stderr
    assert rows(run, "reviews", "--format", "jsonl") == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name a REPORT"),
        (("rival-1", "--queue"), "name a REPORT"),
        (("rival-1", "figure", "0", "accept"), "--reason"),
        (("rival-1", "figure", "0", "correct", "low", "--reason", "why"), "ITEM correct FIELD VALUE"),
    ],
)
def test_what_is_left_out_is_asked_for(run, case, arguments, message):
    done = run("--case", "case.db", "review", *arguments)
    assert done.exit_code == 2
    assert message in done.stderr
