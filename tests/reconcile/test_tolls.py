"""Tolls: every figure in its place, nothing added up, and each number under its rule."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.figures import Harm, Who
from accordingto.terms.tolls import TollRule
from tests.reconcile.invented import event, figure, invented, said


def counted(outlet, source, words, low, high, day=3, **more):
    parts = more.pop("parts", [])
    text = f"A blast tore through the depot at Harrat on Friday; {source} said {words} were killed"
    text += "".join(f", including {part['text']}" for part in parts) + "."
    return invented(
        text,
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", f"{words} were killed")],
        events=[event("blast", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0, **more), *parts],
    )


ALL, LATEST, INDEPENDENT = TollRule.ALL, TollRule.LATEST, TollRule.INDEPENDENT
FIRST = counted("A (invented)", "the Harrat clinic", "12", 12, 12)
LATER = counted("B (invented)", "the Harrat clinic", "at least 19", 19, None, day=4)
RIVAL = counted("C (invented)", "the governor Omar Said", "nine", 9, 9, day=4)


def toll(rule, *readings, who=Who.PEOPLE):
    (found,) = compare_accounts(readings).incidents
    (only,) = [t for t in found.tolls if (t.rule, t.who, t.harm) == (rule, who, Harm.KILLED)]
    return only


@pytest.mark.parametrize(
    ("rule", "low", "high", "entries"),
    [(ALL, 9, None, 3), (LATEST, 9, None, 2), (INDEPENDENT, 9, None, 2)],
)
def test_each_rule_says_its_range_and_how_it_came_by_it(rule, low, high, entries):
    found = toll(rule, FIRST, LATER, RIVAL)
    assert (found.low, found.high, len(found.entries)) == (low, high, entries)
    assert found.why


def test_the_last_figure_of_an_origin_supersedes_its_earlier_ones():
    assert [entry.low for entry in toll(LATEST, FIRST, LATER).entries] == [19]


def test_the_top_is_closed_where_nobody_counts_above_it():
    found = toll(ALL, FIRST, RIVAL)
    assert (found.low, found.high) == (9, 12)


def test_parts_stay_inside_their_whole():
    parts = [
        figure("four children", 4, 4, who="children", part_of=0),
        figure("five women", 5, 5, who="women", part_of=0),
    ]
    whole = counted("A (invented)", "the Harrat clinic", "12", 12, 12, parts=parts)
    assert (toll(ALL, whole).low, toll(ALL, whole).high) == (12, 12)
    (child,) = toll(ALL, whole, who=Who.CHILDREN).entries
    assert child.note == "part of 12"


def test_a_number_that_the_headline_gives_too_is_told_once():
    reading = invented(
        "The Harrat clinic said 12 were killed by the blast at Harrat.",
        title="Blast kills 12 at Harrat",
        statements=[said("The Harrat clinic", "said", "12 were killed")],
        events=[event("blast", place="Harrat", mode="bombing")],
        figures=[figure("12", 12, 12), figure("12", 12, 12, statement=0, **{"text@": 2})],
    )
    (entry,) = toll(ALL, reading).entries
    assert entry.origin == "The Harrat clinic"


def test_a_share_of_the_dead_is_no_other_count_of_the_dead():
    part = figure("seven", 7, 7, part_of=0)
    found = toll(ALL, counted("A (invented)", "the Harrat clinic", "12", 12, 12, parts=[part]))
    assert (found.low, found.high) == (12, 12)


def test_the_whole_stands_before_its_parts():
    parts = [figure(f"{n}", n, n, who="children", part_of=0) for n in (4, 5)]
    (found,) = compare_accounts([counted("A (invented)", "the Harrat clinic", "12", 12, 12, parts=parts)]).incidents
    assert [toll.who for toll in found.tolls if toll.rule == ALL] == [Who.PEOPLE, Who.CHILDREN]


def test_a_reprint_adds_no_independent_figure():
    text = (
        FIRST.report.text
        + " The depot held paint and rope, said its keeper, who had left for tea a minute before it burned."
    )
    text += " Firemen from three villages brought water in milk churns until the river pump came late in the afternoon."
    own, reprint = (
        invented(
            text,
            outlet=outlet,
            statements=[said("its keeper", "said", "12 were killed")],
            events=[event("blast", place="Harrat", mode="bombing", statement=0)],
            figures=[figure("12", 12, 12, statement=0)],
        )
        for outlet in ("A (invented)", "B (invented)")
    )
    assert len(toll(ALL, own, reprint).entries) == 2
    assert len(toll(INDEPENDENT, own, reprint).entries) == 1


def test_every_entry_says_whose_it_is_and_of_when():
    (entry,) = toll(ALL, RIVAL).entries
    assert (entry.origin, entry.as_of) == ("the governor Omar Said", date(2019, 5, 4))
    entry.anchor.check(RIVAL.report.body)


def test_a_part_that_its_whole_cannot_hold_is_flagged_and_kept():
    parts = [
        figure("four children", 4, 4, who="children", part_of=0),
        figure("15 women", 15, 15, who="women", part_of=0),
    ]
    whole = counted("A (invented)", "the Harrat clinic", "12", 12, 12, parts=parts)
    (women,) = toll(ALL, whole, who=Who.WOMEN).entries
    (children,) = toll(ALL, whole, who=Who.CHILDREN).entries
    assert women.flag == "more than the whole it is said to be part of"
    assert children.flag == ""


def test_a_share_of_a_share_stays_inside_the_outermost_whole():
    parts = [figure("seven civilians", 7, 7, who="civilians", part_of=0), figure("five of them", 5, 5, part_of=1)]
    found = toll(ALL, counted("A (invented)", "the Harrat clinic", "12", 12, 12, parts=parts))
    assert (found.low, found.high) == (12, 12)
