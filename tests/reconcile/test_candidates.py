"""Candidates: pairs worth comparing are found, and a case grown tenfold asks for about ten times the pairs."""

from datetime import date, timedelta

import pytest

from accordingto.reconcile.candidates import candidate_pairs
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
    assert bool(list(candidate_pairs(unfold([told("Harrat", DAY), other])))) is met


def test_pairs_grow_with_the_case_and_not_with_its_square():
    def case(days):
        return unfold(
            told(place, DAY + timedelta(days=5 * day))
            for day in range(days)
            for place in ("Harrat", "Qalat", "Tel Soda")
        )

    small, large = (len(list(candidate_pairs(case(days)))) for days in (10, 100))
    assert large <= 12 * small
