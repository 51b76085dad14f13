"""Likeness: how much speaks for two accounts telling of one moment, point by point, in words a person can check.

Points are added and compared with `ENOUGH`; some differences rule a pair out whatever else they share.
"""

import math
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.points import (
    FAR_KM,
    MAX_GAP,
    RECENT,
    SHARED_WORDS,
    Point,
    kilometres,
    one_toll,
    points_between,
    words_between,
)
from accordingto.reconcile.tellings import Telling

ENOUGH = 3.25  # a day and a place in common need something more: a town under siege is shelled twice a day
MISDATED = 7  # days: "on Monday" taken for the Monday before
SAME_CAMPAIGN = 0.6  # of the days of the two together

_NEAR_MODES = frozenset(frozenset(pair) for pair in load_lexicon("modes")["near"])


@dataclass(frozen=True, slots=True)
class Likeness:
    """The sum of the points and the reasons for them; a pair that is ruled out has -inf and the reason.

    `review` is the id of the decision by which a person put the two together.
    """

    score: float
    reasons: tuple[str, ...]
    points: tuple[float, ...] = ()  # what each reason adds
    review: str | None = None

    @property
    def is_enough(self) -> bool:
        return self.score >= ENOUGH


def compare(one: Telling, other: Telling, usual: Collection[str] = ()) -> Likeness:
    """What speaks for and against one moment; the same whichever comes first. `usual` places are named all the time."""
    first, second = (one, other) if one.account < other.account else (other, one)
    if barred := ruled_out(first, second):
        return Likeness(-math.inf, (barred,))
    points = [*points_between(first, second, usual), *words_between(first, second)]
    reasons = tuple(words if isinstance(words, str) else words() for _, words in points)
    return Likeness(_total(points), reasons, tuple(round(score, 3) for score, _ in points))


def weigh(one: Telling, other: Telling, usual: Collection[str] = ()) -> float:
    """The score that `compare` gives the two, without its reasons."""
    first, second = (one, other) if one.account < other.account else (other, one)
    if ruled_out(first, second):
        return -math.inf
    return _total([*points_between(first, second, usual), *words_between(first, second)])


def weigh_enough(one: Telling, other: Telling, usual: Collection[str] = ()) -> float:
    """The score that `compare` gives the two where it is enough; -inf where it is not, as is soon told of most."""
    first, second = (one, other) if one.account < other.account else (other, one)
    if ruled_out(first, second):
        return -math.inf
    points = points_between(first, second, usual)
    if _total(points) + SHARED_WORDS < ENOUGH:
        return -math.inf  # not even with all their words in common
    total = _total([*points, *words_between(first, second)])
    return total if total >= ENOUGH else -math.inf


def _total(points: Iterable[Point]) -> float:
    return round(math.fsum([score for score, _ in points]), 3)


def ruled_out(one: Telling, other: Telling) -> str | None:
    """Why the two cannot be one moment; None where nothing forbids it."""
    if one.family != other.family:
        return f"{one.family} is not {other.family}"
    if not modes_agree(one.event.mode, other.event.mode):
        return f"{one.event.mode} is not {other.event.mode}"
    if one.account.report_id == other.account.report_id and not _told_twice(one, other):
        return "one report tells of them as two"
    if one.place.opposes(other.place):
        return "opposite sides of one place"
    return _other_days(one, other) or _other_spot(one, other)


def modes_agree(one: str | None, other: str | None) -> bool:
    """Whether two reports could code one event so; an unknown mode could be any."""
    return one is None or other is None or one == other or frozenset((one, other)) in _NEAR_MODES


def _told_twice(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    same_place = one.place == other.place and bool(one.place.keys)
    return (a.mode, a.date, a.status) == (b.mode, b.date, b.status) and a.date is not None and same_place


def _other_days(one: Telling, other: Telling) -> str | None:
    if not one.days or not other.days:
        return _long_ago(one, other)
    if one.days.is_month != other.days.is_month and one.days.is_campaign != other.days.is_campaign:
        return None if one.days.overlap(other.days) else "outside the month"
    if one.days.is_campaign != other.days.is_campaign:
        return "a campaign is not one of its days"
    if one.days.is_campaign and one.days.overlap(other.days) < SAME_CAMPAIGN:
        return "two campaigns of other lengths"
    if one.days.gap(other.days) > MAX_GAP and not _misdated(one, other):
        return f"{one.days.gap(other.days)} days apart"
    return None


def _misdated(one: Telling, other: Telling) -> bool:
    """Whether two reports told at once, both about a toll of one large number, may only differ in a mistaken day."""
    near = one.days is not None and other.days is not None and one.days.gap(other.days) <= MISDATED
    return near and one_toll(one, other)


def _long_ago(one: Telling, other: Telling) -> str | None:
    """An event without a day is taken to be recent when it is told, not months old."""
    seen = [telling.days.last if telling.days else telling.told_on for telling in (one, other)]
    if not seen[0] or not seen[1] or abs(seen[0] - seen[1]) <= RECENT:
        return None
    return "one says no day, and they are told weeks apart"


def _other_spot(one: Telling, other: Telling) -> str | None:
    distance = kilometres(one.spot, other.spot)
    # Of one name the map knows several places, and may have been read for the wrong one.
    same_name = bool(one.place.keys & other.place.keys)
    if distance is None or distance <= FAR_KM or same_name or one_toll(one, other):
        return None
    return f"{distance:.0f} km apart"
