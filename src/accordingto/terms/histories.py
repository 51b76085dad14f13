"""Histories: when a case took in what it holds, and which of its states an answer is of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from accordingto.terms.ids import content_id
from accordingto.terms.readings import ReaderName


@dataclass(frozen=True, slots=True)
class ReadingMade:
    """When a reading of a report was taken up; `decided` where people's decisions made it of the reader's own."""

    moment: datetime
    reader: ReaderName
    decided: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a report came into the case, and each reading of it that was asked since, the first first."""

    report_id: str
    came_in: datetime
    readings: tuple[ReadingMade, ...]


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a case. `hash` stands for all that it holds, the same on any machine.

    `moment` is when something last came in or was decided, or the moment that the case is seen from; None where it
    holds nothing. `known` says that what the case held then counts, not what was published by then.
    """

    hash: str
    moment: datetime | None
    known: bool

    @classmethod
    def of(
        cls,
        reports: Iterable[str],
        readings: Iterable[str],
        cast: str,
        reviews: Iterable[str],
        *,
        moment: datetime | None,
        known: bool,
    ) -> "Edition":
        """The edition of these ids, in whatever order they come."""
        ids = (" ".join(sorted(some)) for some in (reports, readings, reviews))
        return cls(content_id("case", *ids, cast), moment, known)
