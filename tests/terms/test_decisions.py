"""Decisions: what is in force, what is taken back, and that an account goes by its trigger."""

from datetime import UTC, datetime, timedelta

from accordingto.terms.decisions import Decision, Decisions, change_of, in_order, takers_back
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor, Span

NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)
SHELLS = Anchor("a" * 32, (Span(3, 9),), "Shells")
FIRE = Anchor("b" * 32, (Span(0, 4), Span(10, 14)), "open ... fire")


def merge(hour: int) -> Review:
    change = change_of([SHELLS], [FIRE])
    return Review("5" * 32, Verdict.MERGE, "Mira (invented)", NOON + timedelta(hours=hour), "one attack", change)


def undo(review: Review, hour: int) -> Review:
    return Review(review.id, Verdict.UNDO, "Omar (invented)", NOON + timedelta(hours=hour), "two after all")


def test_the_sides_of_a_decision_come_back_as_they_were() -> None:
    decision = Decision.of(merge(0))
    assert (decision.first, decision.second, decision.together) == ((SHELLS,), (FIRE,), True)


def test_reviews_are_in_the_order_in_which_they_were_made() -> None:
    first, second, third = merge(0), merge(1), merge(2)
    assert in_order([third, first, second]) == (first, second, third)


def test_an_undo_takes_a_decision_back_and_an_undo_of_it_brings_it_back() -> None:
    made = merge(0)
    back = undo(made, 1)
    again = undo(back, 2)
    once_more = undo(again, 3)
    assert Decisions.of([made]).made == (Decision.of(made),)
    assert Decisions.of([made, back]).made == ()
    assert Decisions.of([again, made, back]).made == (Decision.of(made),)
    assert Decisions.of([made, back, again, once_more]).made == ()


def test_who_took_what_back_is_known() -> None:
    made = merge(0)
    back = undo(made, 1)
    assert takers_back([made, back]) == {made.id: back}


def test_a_review_says_who_decided_what_and_why() -> None:
    assert merge(0).words == "Mira (invented) put them together: one attack"
    assert undo(merge(0), 1).words == "Omar (invented) took it back: two after all"
