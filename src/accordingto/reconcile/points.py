"""Points: what speaks for and against two accounts telling of one moment, each with a reason that a person can check.

The numbers were chosen on reports that are there to learn from (docs/decisions/0028-who-tells-of-one-incident.md).
"""

import math
from collections.abc import Callable, Collection
from datetime import date, timedelta
from functools import partial

from accordingto.reconcile.days import Days
from accordingto.reconcile.parties import one_side
from accordingto.reconcile.rarity import most_telling, weight, weight_of_all
from accordingto.reconcile.tellings import Telling
from accordingto.terms.events import EventType
from accordingto.terms.figures import Harm
from accordingto.terms.places import Spot
from accordingto.terms.times import day_words

SAME_DAY, SHARED_DAYS, NEXT_DAY, WRONG_DAY = 1.5, 0.75, 0.0, -1.0
PERHAPS_DAYS, WITHIN_MONTH = 0.25, 0.0  # news of the days that the other names; "in early May" and one of its days
OTHER_DAY = -0.25  # two attacks with a day each, side by side: days are misread, but towns are bombed day after day
UNDATED, UNTOLD = -1.0, -0.5  # one of the two has no day; both have only that of their report
TOLD_TOGETHER = 0.75  # what two reports of one day are both about
IN_PASSING, NEWS = -0.5, timedelta(days=3)  # one report is about it, the other mentions what is older than news
AT_ONCE = timedelta(days=2)  # news of one attack with one toll fills the papers of two or three days
MAX_GAP = 1  # "overnight" and time zones move an event by a day, not by two
RECENT = timedelta(days=21)  # what a report mentions in passing and without a day is seldom older than three weeks

SAME_PLACE, SAME_SMALL_PLACE = 1.5, 2.25
SAME_SPOT = NEAR_PLACE = 1.0  # two names at one point of the map; two near each other, of which one report has both
NAMED_BESIDE, NEIGHBOURS = 0.75, 0.25
OTHER_PLACE, MISPLACED = -2.0, -1.75  # the second where one toll is told at once
OFTEN_NAMED = 12  # a place that more reports of the case name than this is where everything happens, and tells less
SAME_SPOT_KM, NEAR_KM, FAR_KM = 2.0, 15.0, 60.0  # a village, a city with its outskirts, another district
SITE_KINDS = frozenset({"city", "district", "site"})  # a province's point on the map is no place where things happen

SAME_MODE, LOOSE_MODE = 0.5, -0.25
OTHER_AUTHOR = -1.0  # beside another mode; of one and the same event the author may well be disputed
SAME_COUNT, SAME_LARGE_COUNT, LARGE = 0.5, 1.25, 8  # "two killed" is said of many attacks, "twenty-three" of few
OTHER_COUNT, APART = -1.0, 3  # two counts of the killed of which one is more than so many times the other
SHARED_WORDS = 3.0  # times the share of rare words in common, which is 1 for a reprint
SHARED_PARTIES, SHARED_PARTIES_NO_HARM = 0.25, 1.0

Words = str | Callable[[], str]
Point = tuple[float, Words]
"""What is added, and why: words that take some making are made when somebody asks for them."""


def points_between(one: Telling, other: Telling, usual: Collection[str]) -> list[Point]:
    """All that speaks for and against one moment but the words in common. `usual` places are named all the time."""
    return [point for rule in _RULES if (point := rule(one, other, usual))]


def words_between(one: Telling, other: Telling) -> tuple[Point, ...]:
    """What the words in common say for one moment: `SHARED_WORDS` at most, and the slowest to tell."""
    shared = one.words & other.words
    if not shared:
        return ()
    share = weight(shared) / min(weight_of_all(one.words), weight_of_all(other.words))
    return ((SHARED_WORDS * share, lambda: f"share the words {', '.join(most_telling(shared, 4))}"),)


def one_toll(one: Telling, other: Telling) -> bool:
    """Whether two reports told at once are both about a toll of one large number: what they misplace is forgiven."""
    if not (one.event.main and other.event.main and one.told_on and other.told_on):
        return False
    at_once = abs(one.told_on - other.told_on) <= AT_ONCE
    return at_once and any(number >= LARGE for _, number in one.counts & other.counts)


def _days_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    if not one.days or not other.days:
        both = not one.days and not other.days
        return UNDATED, "neither says a day" if both else "one of them says no day"
    if one.days.gap(other.days) > MAX_GAP:
        apart = one.days.gap(other.days)
        return WRONG_DAY, lambda: f"dated {apart} days apart, but told at once"
    if one.days.gap(other.days):
        return _next_day_point(one.days, other.days, one.event.type)
    if not (one.days.told or other.days.told or one.told_on == other.told_on):
        return UNTOLD, "neither gives a day, and they are told on different days"
    if not (one.days.told and other.days.told):
        return PERHAPS_DAYS, "one gives no day, but is news of those days"
    if one.days.is_campaign != other.days.is_campaign:
        return WITHIN_MONTH, "one gives no day within these"
    if one.days.length == other.days.length == 1:
        return SAME_DAY, partial(_both, "on", one.days.first)
    return SHARED_DAYS, "the days overlap"


def _next_day_point(one: Days, other: Days, what: str) -> Point:
    if what == EventType.ASSAULT and one.told and other.told and one.length == other.length == 1:
        return OTHER_DAY, lambda: f"{day_words(min(one.first, other.first))} and the day after"
    return NEXT_DAY, "on the day before or after"


def _both(where: str, day: date) -> str:
    return f"both {where} {day_words(day)}"


def _news_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    """Whether both are news: a report's own story, or what happened in the days before it."""
    if one.event.main and other.event.main:
        together = one.told_on is not None and one.told_on == other.told_on
        return (TOLD_TOGETHER, partial(_both, "in the news of", one.told_on)) if one.told_on and together else None
    if one.event.main != other.event.main and not (_is_news(one) and _is_news(other)):
        return IN_PASSING, "one report is about it, the other mentions something earlier"
    return None


def _is_news(telling: Telling) -> bool:
    if telling.event.main or not (telling.days and telling.told_on):
        return telling.event.main
    return timedelta(0) <= telling.told_on - telling.days.last <= NEWS


def _place_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    distance = kilometres(one.spot, other.spot)
    at_spot = distance is not None and distance <= SAME_SPOT_KM
    if shared := one.place.keys & other.place.keys:
        if distance is not None and distance > FAR_KM:
            return NAMED_BESIDE, lambda: f"both at {_words(one)}, a name the map has twice"
        telling = SAME_PLACE if shared.intersection(usual) else SAME_SMALL_PLACE
        return telling, lambda: f"both at {_words(one)}" + _spelling(one, other)
    if at_spot and one.place.keys | other.place.keys:
        return SAME_SPOT, lambda: f"{_words(one)} and {_words(other)} are one spot on the map"
    near = distance if distance is not None and distance <= NEAR_KM else None
    if one.place.keys & other.around or other.place.keys & one.around:
        return (NAMED_BESIDE if near is None else NEAR_PLACE), lambda: _beside(one, other, near)
    if near is not None:
        return NEIGHBOURS, lambda: f"{_words(one)} and {_words(other)} are {near:.0f} km apart"
    if one.place.keys and other.place.keys:
        if one_toll(one, other):
            return MISPLACED, lambda: f"{_unknown(one, other)}, but one toll is told at once"
        return OTHER_PLACE, lambda: _unknown(one, other)
    return None


def _beside(one: Telling, other: Telling, near: float | None) -> str:
    how = f"{_words(one)} and {_words(other)} are named beside each other"
    return how if near is None else f"{how}, {near:.0f} km apart"


def _unknown(one: Telling, other: Telling) -> str:
    return f"{_words(one)} is not known to be {_words(other)}"


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
    """The best number the two share; or how far apart their highest counts of killed are."""
    shared = sorted(one.counts & other.counts, key=lambda count: (-count[1], count[0]))
    if not shared:
        return _other_count_point(_killed(one), _killed(other))
    harm, number = shared[0]
    return (SAME_LARGE_COUNT if number >= LARGE else SAME_COUNT), f"both say {number} {harm}"


def _killed(telling: Telling) -> int:
    return max((number for harm, number in telling.counts if harm == Harm.KILLED), default=0)


def _other_count_point(one: int, other: int) -> Point | None:
    few, many = sorted((one, other))
    return (OTHER_COUNT, f"{few} killed is not {many}") if few and many > APART * few else None


def _party_point(one: Telling, other: Telling, usual: Collection[str]) -> Point | None:
    if not one.parties & other.parties:
        return None
    harmful = one.event.type is EventType.ASSAULT
    return (SHARED_PARTIES if harmful else SHARED_PARTIES_NO_HARM), "the same parties are named"


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


_RULES = (_days_point, _news_point, _place_point, _mode_point, _count_point, _party_point)
