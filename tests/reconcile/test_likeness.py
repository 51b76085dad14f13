"""Likeness: which points count, which differences rule a pair out, and that the reasons can be read."""

import math
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.reconcile.candidates import meet
from accordingto.reconcile.likeness import ENOUGH, compare, modes_agree, weigh, weigh_enough
from accordingto.reconcile.points import kilometres
from accordingto.reconcile.tellings import unfold
from accordingto.terms.places import Spot
from tests.reconcile.growing import cases
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


def reasons(one, other):
    found = likeness(one, other)
    return dict(zip(found.reasons, found.points, strict=True))


def test_what_two_reports_of_one_day_are_about_is_likelier_one():
    at_once = reasons(told(), told(outlet="B (invented)"))
    later = reasons(told(), told(outlet="B (invented)", published=date(2019, 5, 4)))
    assert at_once["both in the news of 3 May 2019"] > 0
    assert not any("in the news of" in reason for reason in later)


def test_what_one_report_only_mentions_from_earlier_speaks_less_for_one_moment():
    mention = told(outlet="B (invented)", published=date(2019, 6, 3), main=False)
    assert reasons(told(), mention)["one report is about it, the other mentions something earlier"] < 0
    fresh = told(outlet="B (invented)", published=date(2019, 5, 4), main=False)
    assert not any("mentions" in reason for reason in reasons(told(), fresh))


def test_two_attacks_told_for_two_days_are_less_one_than_where_a_day_is_open():
    other = told(outlet="B (invented)", date="2019-05-04")
    assert reasons(told(), other)["3 May 2019 and the day after"] < 0
    over_night = told(outlet="B (invented)", date="2019-05-04/2019-05-05")
    assert reasons(told(), over_night)["on the day before or after"] == 0


def test_tolls_far_apart_speak_against_one_attack_and_tolls_that_grow_do_not():
    few = told("Rockets hit the grain silo of Harrat and killed 4 dockers.", number=4, outlet="B (invented)")
    some = told("Rockets hit the grain silo of Harrat and killed 12 dockers.", number=12, outlet="B (invented)")
    assert reasons(told(), few)["4 killed is not 23"] < 0
    assert not any("is not 23" in reason for reason in reasons(told(), some))


def test_one_toll_told_at_once_may_be_misplaced():
    elsewhere = "Rockets hit the grain silo of Qalat and killed 23 dockers."
    known = "Qalat is not known to be Harrat"
    at_once = likeness(told(), told(elsewhere, outlet="B (invented)", place="Qalat"))
    assert any(reason.endswith("but one toll is told at once") for reason in at_once.reasons)
    later = told(elsewhere, outlet="B (invented)", place="Qalat", published=date(2019, 5, 9))
    assert at_once.score > likeness(told(), later).score
    assert any(reason in (known, "Harrat is not known to be Qalat") for reason in likeness(told(), later).reasons)


def test_an_attack_of_a_month_may_be_that_of_one_of_its_days():
    month = told(outlet="B (invented)", date="2019-05", published=date(2019, 5, 20))
    assert likeness(told(), month).is_enough
    assert "one gives no day within these" in likeness(told(), month).reasons
    june = told(outlet="B (invented)", date="2019-06", published=date(2019, 6, 20))
    assert likeness(told(), june).reasons == ("outside the month",)


def test_a_month_meets_its_days_among_the_candidates():
    first, second = unfold([told(), told(outlet="B (invented)", date="2019-05", published=date(2019, 5, 20))])
    assert meet(first, second, ())


def test_two_names_at_one_point_of_the_map_say_less_than_one_name():
    at = Spot("1", "Harrat", "city", None, None, 36.2, 37.15, 0)
    here = told("Rockets hit Harrat.", number=0)
    there = told("Rockets hit Qalat.", number=0, outlet="B (invented)", place="Qalat")
    found = compare(*(replace(telling, spot=at) for telling in unfold([here, there])))
    (point,) = [p for reason, p in zip(found.reasons, found.points, strict=True) if "one spot on the map" in reason]
    assert 0 < point < reasons(told(), told(outlet="B (invented)"))["both at Harrat"]


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


@given(cases(8), st.sets(st.sampled_from(("art", "harat", "kalat", "tlsd", "tl"))))
@settings(max_examples=60)
def test_the_score_is_the_same_with_and_without_its_reasons(case, usual):
    for one, other in combinations(unfold(case), 2):
        score = compare(one, other, usual).score
        assert weigh(one, other, usual) == weigh(other, one, usual) == score
        assert weigh_enough(one, other, usual) == weigh_enough(other, one, usual) == enough(score)


def enough(score):
    return score if score >= ENOUGH else -math.inf
