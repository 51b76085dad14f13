"""Nearness: of many things with character ranges, the few that stand near a given one."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

Range = tuple[int, int]
Thing = TypeVar("Thing")
BUCKET = 512  # characters: about one statement, so that a look-up meets a handful of things


class Near(Generic[Thing]):
    """Things by the stretches of text that their ranges touch; a look-up costs the same in a text of any length."""

    def __init__(self, things: Iterable[tuple[Thing, Sequence[Range]]]) -> None:
        self._buckets: dict[int, list[tuple[int, Thing]]] = {}
        for number, (thing, ranges) in enumerate(things):
            for bucket in _buckets(ranges):
                self._buckets.setdefault(bucket, []).append((number, thing))

    def to(self, ranges: Sequence[Range]) -> list[Thing]:
        """Everything that may share a character with one of these ranges, in the order given, each once."""
        found = {number: thing for bucket in _buckets(ranges) for number, thing in self._buckets.get(bucket, ())}
        return [found[number] for number in sorted(found)]


def _buckets(ranges: Sequence[Range]) -> set[int]:
    return {bucket for start, end in ranges for bucket in range(start // BUCKET, (end - 1) // BUCKET + 1)}
