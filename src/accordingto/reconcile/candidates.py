"""Candidates: the accounts worth comparing with one, found by blocks, so that work grows no faster than accounts do.

Which blocks an account lies in is told by the account alone; how many lie in a block, by all of them, in any order.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from accordingto.reconcile.days import CAMPAIGN, Days
from accordingto.reconcile.keys import key_of
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.points import AT_ONCE, LARGE, RECENT
from accordingto.reconcile.rarity import most_telling
from accordingto.reconcile.tellings import Telling

CROWD = 150  # a block of more accounts than this says too little: its pairs must meet in a finer one
TELLING_WORDS = 6  # of one day without a place in common: two accounts alike enough share one of so many rarest words

Block = tuple[object, ...]


@remembered
def blocks_of(telling: Telling) -> frozenset[int]:
    """The keys of the blocks that an account lies in."""
    return frozenset(key_of("block", *block) for block in _blocks(telling))


def meet(one: Telling, other: Telling, crowded: Collection[int]) -> bool:
    """Whether the two lie in one block that is no crowd."""
    return any(block not in crowded for block in blocks_of(one) & blocks_of(other))


def _blocks(telling: Telling) -> set[Block]:
    """Type and day with name, number or rare word, week with name for what has no day, campaigns by name alone."""
    names, family = telling.place.keys, telling.family
    if telling.days is None:
        return {(family, "week", week, name) for week in _weeks(telling.told_on, around=RECENT) for name in names}
    if telling.days.is_campaign:
        weeks = _weeks_of(telling.days) if telling.days.is_month else ()
        return {(family, "campaign", name) for name in names or {""}} | {
            (family, "week", week, name) for week in weeks for name in names
        }
    days = [telling.days.first + timedelta(days=step) for step in range(-1, min(telling.days.length, CAMPAIGN) + 1)]
    blocks: set[Block] = {(family, "day", day, name) for day in days for name in names | telling.around}
    blocks |= {(family, "like", day, *mark) for day in days for mark in _marks(telling)}
    blocks |= {(family, "week", week, name) for week in _weeks(telling.days.last) for name in names}
    return blocks | _told_at_once(telling)


def _marks(telling: Telling) -> Iterable[tuple[object, ...]]:
    """What two accounts of one day may be known by where they name no place in common."""
    yield from ((harm, number) for harm, number in telling.counts if number >= LARGE)
    yield from ((word,) for word in most_telling(telling.words, TELLING_WORDS))


def _weeks(day: date | None, around: timedelta = timedelta(0)) -> range | tuple[None]:
    """Numbers of the weeks that the days around one day fall in."""
    if day is None:
        return (None,)
    return range((day - around).toordinal() // 7, (day + around).toordinal() // 7 + 1)


def _weeks_of(days: Days) -> range:
    return range(days.first.toordinal() // 7, days.last.toordinal() // 7 + 1)


def _told_at_once(telling: Telling) -> set[Block]:
    """What reports of the same days are about, whichever day they give it."""
    if not telling.event.main or not telling.told_on:
        return set()
    days = [telling.told_on + timedelta(days=step) for step in range(AT_ONCE.days + 1)]
    return {(telling.family, "told", day, name) for day in days for name in telling.place.keys}
