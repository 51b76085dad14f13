"""Candidates: the pairs of accounts worth comparing, found by blocks, so that work grows no faster than accounts do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from accordingto.reconcile.days import CAMPAIGN
from accordingto.reconcile.likeness import AT_ONCE, RECENT
from accordingto.reconcile.tellings import Telling

CROWD = 150  # a block of more accounts than this says too little: its pairs must meet in a finer one

Block = tuple[object, ...]


def candidate_pairs(
    tellings: Sequence[Telling], copied: Iterable[tuple[str, str]] = ()
) -> Iterator[tuple[Telling, Telling]]:
    """Each pair that shares a block, or stands in two reports of one text, once, in order."""
    blocks: defaultdict[Block, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for block in _blocks(telling):
            blocks[block].append(number)
    pairs = {pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)}
    pairs |= _in_copies(tellings, copied)
    return ((tellings[first], tellings[second]) for first, second in sorted(pairs))


def _in_copies(tellings: Sequence[Telling], copied: Iterable[tuple[str, str]]) -> set[tuple[int, int]]:
    inside: defaultdict[str, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        inside[telling.account.report_id].append(number)
    pairs = ((a, b) for first, second in copied for a in inside[first] for b in inside[second])
    return {(min(pair), max(pair)) for pair in pairs if tellings[pair[0]].family == tellings[pair[1]].family}


def _blocks(telling: Telling) -> set[Block]:
    """Type with day, with day and name, with week and name for what has no day, and campaigns by name alone."""
    names, family = telling.place.keys, telling.family
    if telling.days is None:
        return {(family, "week", week, name) for week in _weeks(telling.told_on, around=RECENT) for name in names}
    if telling.days.is_campaign:
        return {(family, "campaign", name) for name in names or {""}}
    days = [telling.days.first + timedelta(days=step) for step in range(-1, min(telling.days.length, CAMPAIGN) + 1)]
    blocks: set[Block] = {(family, day) for day in days}
    blocks |= {(family, day, name) for day in days for name in names | telling.around}
    blocks |= {(family, "week", week, name) for week in _weeks(telling.days.last) for name in names}
    return blocks | _told_at_once(telling)


def _weeks(day: date | None, around: timedelta = timedelta(0)) -> range | tuple[None]:
    """Numbers of the weeks that the days around one day fall in."""
    if day is None:
        return (None,)
    return range((day - around).toordinal() // 7, (day + around).toordinal() // 7 + 1)


def _told_at_once(telling: Telling) -> set[Block]:
    """What reports of the same days are about, whichever day they give it."""
    if not telling.event.main or not telling.told_on:
        return set()
    days = [telling.told_on + timedelta(days=step) for step in range(AT_ONCE.days + 1)]
    return {(telling.family, "told", day, name) for day in days for name in telling.place.keys}
