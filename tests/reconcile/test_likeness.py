"""Likeness: which points count, which differences rule a pair out, and that the reasons can be read."""

import math
from datetime import date

import pytest

from accordingto.reconcile.likeness import compare, kilometres, modes_agree
from accordingto.reconcile.tellings import unfold
from accordingto.terms.places import Spot
from tests.reconcile.invented import event, figure, invented

TEXT = "Rockets hit the grain silo of Harrat in Saffron province and killed 23 dockers."


def told(text=TEXT, *, number=23, published=date(2019, 5, 3), outlet="A (invented)", **more):
    return invented(
        text,
        outlet=outlet,
        published=published,
        events=[event("Rockets", **{"place": "Harrat", **more})],
        figures=[figure(str(number), number, number)] if str(number) in text else [],
    )


def likeness(one, other):
    first, second = unfold([one, other])
    assert compare(first, second) == compare(second, first)
    return compare(first, second)


def test_the_same_words_day_place_and_toll_are_more_than_enough():
    found = likeness(told(), told(outlet="B (invented)"))
    assert found.is_enough
    assert "both say 23 killed" in found.reasons


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"mode": "abduct"}, "abduct"),
        ({"type": "AGREE", "mode": None}, "AGREE"),
        ({"date": "2019-04-20", "number": 4}, "13 days apart"),
        ({"date": "2019-04-01/2019-05-03"}, "a campaign is not one of its days"),
    ],
)
def test_some_differences_rule_a_pair_out(more, reason):
    found = likeness(told(), told(outlet="B (invented)", **more))
    assert found.score == -math.inf
    assert reason in found.reasons[0]


def test_a_mistaken_day_is_forgiven_where_the_news_came_at_once_with_one_large_toll():
    other = told(outlet="B (invented)", date="2019-04-29")
    assert likeness(told(), other).is_enough
    assert "dated 4 days apart, but told at once" in likeness(told(), other).reasons


@pytest.mark.parametrize(
    "other",
    [
        {"text": "Rockets hit a mill of Harrat and killed 2.", "number": 2},
        {"published": date(2019, 5, 9)},
        {"main": False},
    ],
    ids=["another toll", "news of another week", "in passing"],
)
def test_otherwise_another_day_is_another_moment(other):
    found = likeness(told(), told(**{"outlet": "B (invented)", "date": "2019-04-29", **other}))
    assert found.score == -math.inf


def test_a_small_number_says_less_than_a_large_one():
    small = "Rockets hit the grain silo of Harrat and killed 2 dockers."
    large = likeness(told(), told(outlet="B (invented)"))
    little = likeness(told(small, number=2), told(small, number=2, outlet="B (invented)"))
    assert little.score < large.score


def test_places_named_beside_each_other_speak_for_one_moment_and_others_against():
    beside = told("Rockets hit Harrat, the harbour of Saffron.", outlet="B (invented)", place="Saffron")
    elsewhere = told("Rockets hit the village of Qalat.", outlet="B (invented)", place="Qalat")
    assert likeness(told(), beside).score > likeness(told(), elsewhere).score
    assert "is not known to be" in "; ".join(likeness(told(), elsewhere).reasons)


def test_an_unknown_mode_could_be_any():
    assert modes_agree(None, "shelling")
    assert modes_agree("bombing", "suicide-bombing")
    assert not modes_agree("execution", "airstrike")


def _spot(lat, lon, kind="city"):
    return Spot("1", "Somewhere", kind, None, None, lat, lon, 0)


def test_distance_is_known_between_points_and_not_between_provinces():
    assert kilometres(_spot(36.2, 37.15), _spot(36.2, 37.15)) == pytest.approx(0)
    assert kilometres(_spot(36.2, 37.15), _spot(33.51, 36.29)) == pytest.approx(309, abs=3)
    assert kilometres(_spot(36.2, 37.15), _spot(36.0, 37.0, "admin1")) is None
    assert kilometres(_spot(None, None), _spot(36.2, 37.15)) is None
