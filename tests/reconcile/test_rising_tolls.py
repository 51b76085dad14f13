"""A toll that rises: which earlier and lower counts stand against it, and which are only its stages."""

from datetime import date

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.stages import is_rising
from accordingto.reconcile.strays import find_strays
from accordingto.terms.findings import About, AgreementKind
from accordingto.terms.reports import Report
from accordingto.terms.tolls import TollRule
from tests.reconcile.invented import event, figure, invented, said

LEAGUE, MAYOR, COUNCIL = "the Ferrymen's League", "the mayor Salma Idris", "the Lake Council"
TELLING = "A mine went off under the ferry at Harrat on Friday and killed {} people, {} said. {}"
MORE = "The death toll was expected to rise, since divers were still at work."


def count(outlet, words, low, high, source, day=3, then=""):
    return invented(
        TELLING.format(words, source, then),
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", f"killed {words} people")],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[figure(words, low, high, statement=0)],
    )


def kinds(*readings):
    (found,) = compare_accounts(readings).incidents
    return [a.kind for a in found.agreements if a.about is About.KILLED]


AGAINST, LATER = AgreementKind.CONTRADICTION, AgreementKind.UPDATE


def test_a_count_that_was_too_low_on_its_day_is_not_held_against_the_days_after():
    first, rival = count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "20", 20, 20, MAYOR)
    later = count("C (invented)", "31", 31, 31, COUNCIL, 5)
    (found,) = compare_accounts([first, rival, later]).incidents
    (against,) = [a for a in found.agreements if a.kind is AGAINST]
    assert {side.anchor.exact for side in against.sides} == {"12", "20"}


@pytest.mark.parametrize(("then", "found"), [("", [AGAINST]), (MORE, [])], ids=["nothing more", "more to come"])
def test_of_one_day_a_bound_below_another_is_a_stage_where_more_are_to_come(then, found):
    lower = count("A (invented)", "at least 12", 12, None, LEAGUE, then=then)
    assert [k for k in kinds(lower, count("B (invented)", "at least 30", 30, None, MAYOR)) if k is AGAINST] == found


def test_a_firm_number_stands_against_a_higher_one_of_its_day_though_more_are_to_come():
    firm = count("A (invented)", "12", 12, 12, LEAGUE, then=MORE)
    assert AGAINST in kinds(firm, count("B (invented)", "30", 30, 30, MAYOR))


def test_whoever_counts_on_is_held_to_the_last_count():
    twice = [count("A (invented)", "12", 12, 12, LEAGUE), count("B (invented)", "at least 30", 30, None, LEAGUE, 3)]
    assert AGAINST not in kinds(*twice, count("C (invented)", "at least 31", 31, None, MAYOR))


def test_two_bounds_of_one_day_that_are_nearly_one_leave_room_for_each_other():
    assert AGAINST not in kinds(
        count("A (invented)", "at least 22", 22, None, LEAGUE), count("B (invented)", "at least 24", 24, None, MAYOR)
    )


@pytest.mark.parametrize(
    ("text", "rising"),
    [
        ("The death toll in the blast at the ferry landing of Harrat rises to 70.", True),
        ("The number of victims was likely to increase.", True),
        ("Bodies were still being recovered from the water.", True),
        ("The toll of the ferry is a silver coin.", False),
        ("Prices rose to 70 a loaf.", False),
    ],
)
def test_a_report_says_that_its_toll_is_not_the_last(text, rising):
    assert is_rising(Report.of(title="The ferry", text=text)) is rising


def shares(outlet, whole, part, low, high, source, day):
    text = TELLING.format(f"{whole} people, {part} of them children,", source, "")
    return invented(
        text,
        outlet=outlet,
        published=date(2019, 5, day),
        statements=[said(source, "said", f"killed {whole} people, {part} of them children,")],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[
            figure(whole, int(whole), int(whole), statement=0),
            figure(part, low, high, statement=0, part_of=0, who="children"),
        ],
    )


def test_fewer_children_counted_later_than_another_had_counted_is_a_dispute_of_its_own():
    first = shares("A (invented)", "126", "at least 68", 68, None, LEAGUE, 4)
    later = shares("B (invented)", "130", "67", 67, 67, MAYOR, 8)
    (found,) = compare_accounts([first, later]).incidents
    (against,) = [a for a in found.agreements if a.kind is AGAINST]
    assert [side.anchor.exact for side in against.sides] == ["at least 68", "67"]


def test_a_share_of_a_toll_is_not_set_against_a_count_told_alone():
    first = shares("A (invented)", "126", "at least 68", 68, None, LEAGUE, 4)
    alone = invented(
        "A mine went off under the ferry at Harrat on Friday and killed 12 children of one school, the mayor said.",
        outlet="B (invented)",
        published=date(2019, 5, 8),
        statements=[said("the mayor", "said", "killed 12 children of one school")],
        events=[event("mine went off", place="Harrat", mode="bombing", statement=0)],
        figures=[figure("12", 12, 12, statement=0, who="children")],
    )
    assert AGAINST not in kinds(first, alone)


def entries(*readings):
    (found,) = compare_accounts(readings).incidents
    return [e for toll in found.tolls if toll.rule is TollRule.ALL for e in toll.entries]


def test_a_headline_that_leaves_out_its_sources_bound_is_no_second_count():
    reading = invented(
        "The toll has risen to at least 43, the Ferrymen's League said, after a mine went off at Harrat on Friday.",
        title="Toll of Harrat ferry rises to 43",
        statements=[said("the Ferrymen's League", "said", "The toll has risen to at least 43")],
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("43", 43, 43), figure("at least 43", 43, None, statement=0)],
    )
    (entry,) = entries(reading)
    assert (entry.anchor.exact, entry.origin) == ("at least 43", "the Ferrymen's League")


OVER = (
    "A mine went off under the ferry at Harrat on Friday, killing more than 120 people. At least 100 were pulled out."
)


@pytest.mark.parametrize(
    ("title", "words", "low", "strays"),
    [
        ("Six killed in Qalat as ferries sail again", "Six", 6, {0}),
        ("At least 90 killed on Harrat ferry", "At least 90", 90, set()),
    ],
    ids=["of another attack", "left standing from the morning"],
)
def test_a_headline_over_another_text_counts_none_of_its_dead(title, words, low, strays):
    reading = invented(
        OVER,
        title=title,
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[
            figure(words, low, low if words == "Six" else None),
            figure("more than 120", 120, None, bound="more than"),
            figure("At least 100", 100, None),
        ],
    )
    assert find_strays(reading) == strays
    assert ("Six" in {entry.anchor.exact for entry in entries(reading)}) is False


def test_the_children_whom_a_headline_adds_up_are_no_stray():
    reading = invented(
        "A mine went off under the ferry at Harrat, killing three children and their mother. Ten died there in May.",
        title="Four killed at Harrat",
        events=[event("mine went off", place="Harrat", mode="bombing")],
        figures=[figure("Four", 4, 4), figure("three", 3, 3, who="children"), figure("Ten", 10, 10)],
    )
    assert find_strays(reading) == frozenset()
