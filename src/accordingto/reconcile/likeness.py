"""Likeness: how much speaks for two accounts telling of one moment, point by point, in words a person can check.

Points are added and compared with `ENOUGH`; some differences rule a pair out whatever else they share.
"""

import math
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.parties import one_side
from accordingto.reconcile.rarity import most_telling, weight, weight_of_all
from accordingto.reconcile.tellings import Telling
from accordingto.terms.events import EventType
from accordingto.terms.places import Spot
from accordingto.terms.times import day_words

ENOUGH = 3.25  # a day and a place in common need something more: a town under siege is shelled twice a day
SAME_DAY, SHARED_DAYS, NEXT_DAY, PERHAPS_DAYS, WRONG_DAY = 1.5, 0.75, 0.0, 0.5, -1.0
AT_ONCE = timedelta(days=2)  # news of one attack with one toll fills the papers of two or three days
MISDATED = 7  # days: "on Monday" taken for the Monday before
SAME_PLACE, SAME_SMALL_PLACE, NEAR_PLACE, NAMED_BESIDE, NEIGHBOURS, OTHER_PLACE = 1.5, 2.25, 1.0, 0.75, 0.25, -2.0
OFTEN_NAMED = 12  # a place that more reports of the case name than this is where everything happens, and tells less
SAME_SPOT_KM, NEAR_KM, FAR_KM = 2.0, 15.0, 60.0  # a village, a city with its outskirts, another district
SAME_MODE, LOOSE_MODE = 0.5, -0.25
OTHER_AUTHOR = -1.0  # beside another mode; of one and the same event the author may well be disputed
SAME_COUNT, SAME_LARGE_COUNT, LARGE = 0.5, 1.25, 8  # "two killed" is said of many attacks, "twenty-three" of few
SHARED_WORDS = 3.0  # times the share of rare words in common, which is 1 for a reprint
SHARED_PARTIES, SHARED_PARTIES_NO_HARM = 0.25, 1.0
UNDATED = -0.5  # nobody said when
RECENT = timedelta(days=21)  # what a report mentions in passing and without a day is seldom older than three weeks
SAME_CAMPAIGN = 0.6  # of the days of the two together
MAX_GAP = 1  # "overnight" and time zones move an event by a day, not by two
SITE_KINDS = frozenset({"city", "district", "site"})  # a province's point on the map is no place where things happen

_NEAR_MODES = frozenset(frozenset(pair) for pair in load_lexicon("modes")["near"])

Words = str | Callable[[], str]
Point = tuple[float, Words]
"""What something adds, and why: words that take some making are made when somebody asks for them."""


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
    points = [point for rule in _RULES if (point := rule(first, second, usual))]
    reasons = tuple(words if isinstance(words, str) else words() for _, words in points)
    return Likeness(_total(points), reasons, tuple(round(score, 3) for score, _ in points))


def weigh(one: Telling, other: Telling, usual: Collection[str] = ()) -> float:
    """The score that `compare` gives the two, without its reasons."""
    first, second = (one, other) if one.account < other.account else (other, one)
    if ruled_out(first, second):
        return -math.inf
    return _total([point for rule in _RULES if (point := rule(first, second, usual))])


def weigh_enough(one: Telling, other: Telling, usual: Collection[str] = ()) -> float:
    """The score that `compare` gives the two where it is enough; -inf where it is not, soon told of most pairs."""
    first, second = (one, other) if one.account < other.account else (other, one)
    if ruled_out(first, second):
        return -math.inf
    points = [point for rule in _SOON_TOLD if (point := rule(first, second, usual))]
    if _total(points) + SHARED_WORDS < ENOUGH:
        return -math.inf  # not even with all their words in common
    words = _words_point(first, second, usual)
    total = _total([*points, words] if words else points)
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
    return near and _one_toll(one, other)


def _one_toll(one: Telling, other: Telling) -> bool:
    """Whether two reports told at once are both about a toll of one large number: what they misplace is forgiven."""
    if not (one.event.main and other.event.main and one.told_on and other.told_on):
        return False
    at_once = abs(one.told_on - other.told_on) <= AT_ONCE
    return at_once and any(number >= LARGE for _, number in one.counts & other.counts)


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
    if distance is None or distance <= FAR_KM or same_name or _one_toll(one, other):
        return None
    return f"{distance:.0f} km apart"


def _days_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    if not one.days or not other.days:
        both = not one.days and not other.days
        return (2 * UNDATED, "neither says a day") if both else (UNDATED, "one of them says no day")
    if one.days.gap(other.days) > MAX_GAP:
        apart = one.days.gap(other.days)
        return WRONG_DAY, lambda: f"dated {apart} days apart, but told at once"
    if one.days.gap(other.days):
        return NEXT_DAY, "on the day before or after"
    if not (one.days.told or other.days.told or one.told_on == other.told_on):
        return UNDATED, "neither gives a day, and they are told on different days"
    if not (one.days.told and other.days.told):
        return PERHAPS_DAYS, "one gives no day, but is news of those days"
    if one.days.length == other.days.length == 1:
        return SAME_DAY, partial(_same_day, one.days.first)
    return SHARED_DAYS, "the days overlap"


def _same_day(day: date) -> str:
    return f"both on {day_words(day)}"


def _place_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    distance = kilometres(one.spot, other.spot)
    at_spot = distance is not None and distance <= SAME_SPOT_KM
    if shared := (one.place.keys | other.place.keys if at_spot else one.place.keys & other.place.keys):
        if distance is not None and distance > FAR_KM:
            return NAMED_BESIDE, lambda: f"both at {_words(one)}, a name the map has twice"
        telling = SAME_PLACE if shared.intersection(usual) else SAME_SMALL_PLACE
        return telling, lambda: f"both at {_words(one)}" + _spelling(one, other)
    near = distance if distance is not None and distance <= NEAR_KM else None
    if one.place.keys & other.around or other.place.keys & one.around:
        return (NAMED_BESIDE if near is None else NEAR_PLACE), lambda: _beside(one, other, near)
    if near is not None:
        return NEIGHBOURS, lambda: f"{_words(one)} and {_words(other)} are {near:.0f} km apart"
    if one.place.keys and other.place.keys:
        return OTHER_PLACE, lambda: f"{_words(one)} is not known to be {_words(other)}"
    return None


def _beside(one: Telling, other: Telling, near: float | None) -> str:
    how = f"{_words(one)} and {_words(other)} are named beside each other"
    return how if near is None else f"{how}, {near:.0f} km apart"


def _words(telling: Telling) -> str:
    return telling.event.place.exact if telling.event.place else "an unnamed place"


def _spelling(one: Telling, other: Telling) -> str:
    return "" if _words(one) == _words(other) else f", also told as {_words(other)}"


def _mode_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    a, b = one.event.mode, other.event.mode
    if a and a == b:
        return (SAME_MODE, f"both {a}") if a != "other" else None
    if a and b and not one_side(one.doers, other.doers):
        return OTHER_AUTHOR, f"{a} by {one.actors}, {b} by {other.actors}"
    return LOOSE_MODE, f"{a or 'unsaid'} and {b or 'unsaid'} may be one thing"


def _count_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    """The best number the two share."""
    shared = sorted(one.counts & other.counts, key=lambda count: (-count[1], count[0]))
    if not shared:
        return None
    harm, number = shared[0]
    return (SAME_LARGE_COUNT if number >= LARGE else SAME_COUNT), f"both say {number} {harm}"


def _party_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    if not one.parties & other.parties:
        return None
    harmful = one.event.type is EventType.ASSAULT
    return (SHARED_PARTIES if harmful else SHARED_PARTIES_NO_HARM), "the same parties are named"


def _words_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    shared = one.words & other.words
    if not shared:
        return None
    share = weight(shared) / min(weight_of_all(one.words), weight_of_all(other.words))
    return SHARED_WORDS * share, lambda: f"share the words {', '.join(most_telling(shared, 4))}"


def kilometres(one: Spot | None, other: Spot | None) -> float | None:
    """Distance of two spots fine enough to have one (haversine); None where either is none, or a whole province."""
    if not one or not other or one.kind not in SITE_KINDS or other.kind not in SITE_KINDS:
        return None
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((north - south) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(one.lon - other.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(half))


_SOON_TOLD = (_days_point, _place_point, _mode_point, _count_point, _party_point)
_RULES = (*_SOON_TOLD, _words_point)
