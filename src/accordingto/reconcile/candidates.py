"""Candidates: the pairs of accounts worth comparing, found by blocks, so that work grows no faster than accounts do."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import combinations

from accordingto.reconcile.days import CAMPAIGN
from accordingto.reconcile.tellings import Telling

CROWD = 150  # a block of more accounts than this says too little: its pairs must meet in a finer one

Block = tuple[object, ...]


def candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Each pair that shares a block, once, in order."""
    blocks: defaultdict[Block, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for block in _blocks(telling):
            blocks[block].append(number)
    pairs = {pair for block in blocks.values() if len(block) <= CROWD for pair in combinations(block, 2)}
    return ((tellings[first], tellings[second]) for first, second in sorted(pairs))


def _blocks(telling: Telling) -> set[Block]:
    """Type with day, with day and name, and, for campaigns and undated accounts, with name alone."""
    names = telling.place.keys
    if telling.days is None:
        return {(telling.family, None, name) for name in names}
    if telling.days.is_campaign:
        return {(telling.family, "campaign", name) for name in names or {""}}
    days = [telling.days.first + timedelta(days=step) for step in range(-1, min(telling.days.length, CAMPAIGN) + 1)]
    blocks: set[Block] = {(telling.family, day) for day in days}
    blocks |= {(telling.family, day, name) for day in days for name in names | telling.around}
    return blocks | _undated(telling, names)


def _undated(telling: Telling, names: Iterable[str]) -> set[Block]:
    return {(telling.family, None, name) for name in names}
