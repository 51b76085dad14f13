"""Looks: reports read and compared without a case, and the clock that stands still."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from accordingto.casebook.inputs import reading_of
from accordingto.terms.findings import Comparison
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

if TYPE_CHECKING:
    from accordingto.read.reader import Reader


def look(
    reports: Sequence[Report],
    *,
    reader: "Reader | None" = None,
    now: datetime | None = None,
) -> tuple[tuple[Reading, ...], Comparison]:
    """Each report read and all of them compared, without a case. `now` is the clock that outcomes are held against."""
    from accordingto.reconcile.accounts import compare_accounts

    read = reading_of(reader)
    readings = tuple(read(report) for report in reports)
    return readings, compare_accounts(readings, now=now or latest_publication(reports))


def latest_publication(reports: Iterable[Report]) -> datetime | None:
    """The last moment that any of the reports is known to speak from; None when no day is known.

    A day without an hour counts from its first moment, so nothing is called overdue on the strength of a guess.
    """
    return latest_of(report.as_of for report in reports)


def latest_of(days: Iterable[date | datetime | None]) -> datetime | None:
    """The first moment of the last of these days, or the last moment; None where there is none."""
    return max((moment_of(day) for day in days if day), default=None)


def moment_of(published: date | datetime) -> datetime:
    """The moment, or the first one of the day; in UTC where no zone is told."""
    if not isinstance(published, datetime):
        return datetime.combine(published, time(), UTC)
    return published if published.tzinfo else published.replace(tzinfo=UTC)
