"""Standpoints: the moment from which a case is seen."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from accordingto.terms.reports import Report


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A case as it stood at `moment`: by what was published by then or, if `known`, by what the record held by then."""

    moment: datetime
    known: bool = False

    @classmethod
    def at(cls, when: date | datetime, *, known: bool = False) -> "Standpoint":
        """The standpoint at a moment, or at the end of a day; in UTC where no zone is told."""
        return cls(last_moment(when), known)

    def shows(self, report: Report) -> bool:
        """Whether the report surely spoke by then; one whose day nobody knows did not surely.

        Where its text bears another day than its publication, that day counts, as it does in what is found. A day
        without an hour counts once it is over: the report may have come out in its last minute.
        """
        when = report.as_of
        return when is not None and last_moment(when) <= self.moment


def last_moment(when: date | datetime) -> datetime:
    """The moment, or the last one of the day; in UTC where no zone is told."""
    if isinstance(when, datetime):
        return when if when.tzinfo else when.replace(tzinfo=UTC)
    return datetime.combine(when, time(), UTC) + timedelta(days=1) - timedelta(microseconds=1)
