"""Candidates: pairs worth comparing are found, and a case grown tenfold asks for about ten times the pairs."""

from datetime import date, timedelta

import pytest

from accordingto.reconcile.candidates import meet
from accordingto.reconcile.tellings import unfold
from tests.reconcile.invented import event, invented


def told(place, day, *, outlet="A (invented)", **more):
    where = f" in {place}" if place else ""
    return invented(
        f"Rockets fell{where}.",
        outlet=outlet,
        published=day,
        events=[event("Rockets", place=place, date=day.isoformat(), **more)],
    )


DAY = date(2019, 5, 3)


@pytest.mark.parametrize(
    ("other", "met"),
    [
        (told("al-Harat", DAY, outlet="B (invented)"), True),
        (told("Harrat", DAY + timedelta(days=1), outlet="B (invented)"), True),
        (told(None, DAY, outlet="B (invented)"), True),
        (told("Harrat", DAY + timedelta(days=40), outlet="B (invented)"), False),
        (told("Harrat", DAY, outlet="B (invented)", type="AGREE", mode=None), False),
    ],
    ids=["another spelling", "the next day", "no place", "weeks later", "another type"],
)
def test_pairs_that_may_be_one_moment_meet(other, met):
    one, two = unfold([told("Harrat", DAY), other])
    assert meet(one, two, ()) is met
