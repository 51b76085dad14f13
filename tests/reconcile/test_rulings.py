"""Rulings: a person's decision beats every likeness, a later one an earlier one, whatever comes in and in any order."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.likeness import ENOUGH
from accordingto.reconcile.rulings import find_standings
from accordingto.terms.decisions import Decisions, Standing, change_of
from accordingto.terms.incidents import Account
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor
from tests.reconcile.invented import event, figure, invented

NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)


def told(outlet, text, trigger, place, **more):
    figures = more.pop("figures", [])
    return invented(text, outlet=outlet, events=[event(trigger, place=place, **more)], figures=figures)


MARKET = told(
    "Meridian (invented)",
    "Shells hit the vegetable market in Harrat on Friday and killed at least 31 people.",
    "Shells",
    "Harrat",
    figures=[figure("at least 31", 31, None)],
)
STALLS = told(
    "Courier (invented)",
    "At least 31 died when a shelling tore through stalls of the market of al-Harat, west of Qalat.",
    "shelling",
    "al-Harat",
    figures=[figure("At least 31", 31, None)],
)
AISLES = told(
    "Valley Post (invented)",
    "Shells on the vegetable market in Harrat killed at least 31 people on Friday, a trader said.",
    "Shells",
    "Harrat",
    figures=[figure("at least 31", 31, None)],
)
RAID = told(
    "Citadel (invented)",
    "A jet bombed the square of Tel Soda a week later and killed four drivers.",
    "bombed",
    "Tel Soda",
    mode="airstrike",
    date="2019-05-10",
)
ALL = (MARKET, STALLS, AISLES, RAID)


def triggers(readings):
    return {Account(r.report.id, n): e.trigger for r in readings for n, e in enumerate(r.events)}


def decided(verdict, first, second, hour=0, reason="so the map says"):
    sides = ([reading.events[0].trigger for reading in side] for side in (first, second))
    return Review("5" * 32, verdict, "Mira (invented)", NOON + timedelta(hours=hour), reason, change_of(*sides))


def split(first, second, hour=0):
    return decided(Verdict.SPLIT, first, second, hour)


def merge(first, second, hour=0):
    return decided(Verdict.MERGE, first, second, hour)


def compared(readings, *reviews):
    return compare_accounts(readings, decisions=Decisions.of(reviews))


def groups(readings, *reviews):
    """Which outlets tell of one incident, in order of their names."""
    outlets = {reading.report.id: reading.report.outlet.split(" (")[0] for reading in readings}
    found = compared(readings, *reviews).incidents
    return sorted(sorted(outlets[i] for i in one.incident.report_ids) for one in found)


def test_without_a_decision_likeness_says_which_accounts_are_one():
    assert groups(ALL) == [["Citadel"], ["Courier", "Meridian", "Valley Post"]]


def test_accounts_put_apart_stand_apart_however_alike_they_are():
    assert groups(ALL, split([STALLS], [MARKET, AISLES])) == [["Citadel"], ["Courier"], ["Meridian", "Valley Post"]]


def test_accounts_put_together_stand_together_even_where_likeness_rules_them_out():
    assert groups(ALL, merge([MARKET, STALLS, AISLES], [RAID])) == [["Citadel", "Courier", "Meridian", "Valley Post"]]


def test_a_link_by_decision_says_who_decided_and_what_likeness_would_have_said():
    review = merge([MARKET], [RAID])
    (found,) = compared([MARKET, RAID], review).incidents
    (link,) = found.incident.links
    assert link.reasons[0] == "Mira (invented) put them together: so the map says"
    assert link.reasons[1] == "7 days apart"
    assert link.points == (0.0, 0.0)
    assert link.review == review.id
    assert found.incident.rulings[0].review == review
    assert found.incident.rulings[0].others == ()


def test_an_incident_says_from_whom_its_accounts_were_put_apart():
    review = split([STALLS], [MARKET, AISLES])
    rulings = {found.incident.report_ids: found.incident.rulings for found in compared(ALL, review).incidents}
    (ruling,) = rulings[(STALLS.report.id,)]
    assert ruling.review == review
    assert {account.report_id for account in ruling.others} == {MARKET.report.id, AISLES.report.id}
    assert rulings[(RAID.report.id,)] == ()


def test_the_points_of_a_link_add_up_to_its_score():
    (found,) = compared([MARKET, STALLS]).incidents
    (link,) = found.incident.links
    assert len(link.points) == len(link.reasons)
    assert sum(link.points) == pytest.approx(link.score, abs=0.01)
    assert link.score >= ENOUGH


@pytest.mark.parametrize("first", [split, merge])
def test_a_later_decision_about_the_same_accounts_beats_an_earlier_one(first):
    second = merge if first is split else split
    early, late = first([MARKET], [STALLS], 0), second([MARKET], [STALLS], 1)
    apart = second is split
    assert len(groups([MARKET, STALLS], early, late)) == 1 + apart
    assert len(groups([MARKET, STALLS], late, early)) == 1 + apart


def test_a_later_split_beats_an_earlier_merge_for_the_accounts_it_names_only():
    reviews = merge([MARKET, STALLS], [RAID]), split([MARKET], [STALLS, RAID], 1)
    assert groups([MARKET, STALLS, RAID], *reviews) == [["Citadel", "Courier"], ["Meridian"]]


def test_two_accounts_put_apart_are_not_put_together_through_a_third():
    reviews = merge([MARKET], [RAID]), merge([RAID], [STALLS], 1), split([MARKET], [STALLS], 2)
    standings = find_standings(reviews, triggers([MARKET, STALLS, RAID]))
    assert [kept.standing for kept in standings] == [Standing.REPLACED, Standing.IN_FORCE, Standing.IN_FORCE]
    assert groups([MARKET, STALLS, RAID], *reviews) == [["Citadel", "Courier"], ["Meridian"]]


def test_a_decision_sticks_when_a_report_is_added_that_is_like_both():
    review = split([MARKET], [STALLS])
    assert len(groups([MARKET, STALLS, AISLES], review)) == 2


def test_a_report_added_joins_the_side_it_is_like_although_the_other_side_is_unlike():
    review = merge([MARKET, STALLS], [RAID])
    assert groups(ALL, review) == [["Citadel", "Courier", "Meridian", "Valley Post"]]


def test_a_report_added_joins_no_side_that_a_person_put_it_apart_from():
    reviews = merge([MARKET, STALLS], [RAID]), split([AISLES], [RAID], 1)
    assert groups(ALL, *reviews) == [["Citadel", "Courier", "Meridian"], ["Valley Post"]]


def test_a_decision_sticks_when_a_report_is_read_anew():
    earlier = invented(
        STALLS.report.text,
        outlet=STALLS.report.outlet,
        events=[event("died", place="Qalat", mode=None), event("a shelling tore", place="al-Harat")],
        figures=[figure("At least 31", 31, None)],
    )
    review = Review(
        "5" * 32,
        Verdict.SPLIT,
        "Mira (invented)",
        NOON,
        "another market",
        change_of([MARKET.events[0].trigger], [earlier.events[1].trigger]),
    )
    assert len(groups([MARKET, STALLS], review)) == 2
    (kept,) = find_standings([review], triggers([MARKET, STALLS]))
    assert (kept.standing, kept.waiting) == (Standing.IN_FORCE, ())


def test_the_event_that_shares_most_characters_is_the_one_meant():
    both = invented(
        "Artillery fire and shelling shook Harrat.",
        events=[event("fire", place="Harrat"), event("shelling", place="Harrat")],
    )
    meant = Anchor.at(both.report.id, both.report.body, (both.events[0].trigger.end - 1, both.events[1].trigger.end))
    review = Review(
        "5" * 32, Verdict.SPLIT, "Mira (invented)", NOON, "why", change_of([meant], [MARKET.events[0].trigger])
    )
    rulings = [found.incident.rulings for found in compared([both, MARKET], review).incidents]
    ruled = {account for some in rulings for ruling in some for account in ruling.accounts}
    assert Account(both.report.id, 1) in ruled
    assert Account(both.report.id, 0) not in ruled


def test_a_decision_about_an_event_that_is_read_no_more_rests_and_says_so():
    review = split([STALLS], [MARKET])
    gone = replace(STALLS, events=())
    (kept,) = find_standings([review], triggers([MARKET, gone]))
    assert kept.standing is Standing.RESTING
    assert kept.waiting == (STALLS.events[0].trigger,)
    assert groups([MARKET, gone], review) == [["Meridian"]]


def test_a_decision_that_fits_in_part_holds_in_part():
    review = split([STALLS], [MARKET, AISLES])
    (kept,) = find_standings([review], triggers([MARKET, STALLS]))
    assert kept.standing is Standing.IN_FORCE
    assert kept.waiting == (AISLES.events[0].trigger,)


def test_a_decision_that_was_taken_back_names_who_did():
    review = split([STALLS], [MARKET])
    back = Review(review.id, Verdict.UNDO, "Omar (invented)", NOON + timedelta(hours=1), "one market")
    kept = find_standings([review, back], triggers([MARKET, STALLS]))
    assert [(one.standing, one.undone_by) for one in kept] == [(Standing.UNDONE, back), (Standing.IN_FORCE, None)]
    assert len(groups([MARKET, STALLS], review, back)) == 1


def test_an_event_mentioned_in_passing_is_an_incident_once_a_person_took_it_out():
    passing = told(
        "Back (invented)",
        "Mourners in Harrat buried the dead of Friday's shelling of the vegetable market.",
        "shelling",
        "Harrat",
        main=False,
    )
    assert groups([MARKET, passing]) == [["Back", "Meridian"]]
    assert groups([MARKET, passing], split([passing], [MARKET])) == [["Back"], ["Meridian"]]


@pytest.mark.parametrize("order", list(permutations(ALL))[::5])
def test_the_order_of_reports_changes_no_decision(order):
    reviews = split([STALLS], [MARKET, AISLES]), merge([STALLS], [RAID], 1)
    assert compared(order, *reviews) == compared(ALL, *reviews)


@st.composite
def decisions(draw):
    """Any few decisions about any accounts of the four reports, and two orders of the reports."""
    reviews = []
    for hour in range(draw(st.integers(1, 5))):
        sides = draw(st.lists(st.sampled_from((0, 1, 2)), min_size=4, max_size=4))
        first, second = ([r for r, side in zip(ALL, sides, strict=True) if side == number] for number in (0, 1))
        reviews.append(draw(st.sampled_from((split, merge)))(first, second, hour))
    return reviews, draw(st.permutations(ALL))


@settings(max_examples=60, deadline=None)
@given(decisions())
def test_whatever_people_decide_the_last_decision_holds_in_any_order_of_reports(case):
    reviews, order = case
    found = compared(order, *reviews)
    assert found == compared(ALL, *reversed(reviews))
    last = reviews[-1]
    assert find_standings(reviews, triggers(ALL))[-1].standing in (Standing.IN_FORCE, Standing.RESTING)
    number = {account: n for n, one in enumerate(found.incidents) for account in one.incident.accounts}
    sides = [[Account(a.report_id, 0) for a in side] for side in _sides(last)]
    if all(sides):
        together = {(number[a], number[b]) for a in sides[0] for b in sides[1]}
        assert all((a == b) == (last.verdict is Verdict.MERGE) for a, b in together)


def _sides(review):
    from accordingto.terms.decisions import Decision

    decision = Decision.of(review)
    return decision.first, decision.second
