"""The timeline: incidents day by day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from accordingto.show.phrases import iso_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.cases import LINE, line_cells
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.show.web.pages.sheets import Sheet, sheet_of, start_of
from accordingto.terms.summaries import NO_DAY, Summary

DAYS_SHOWN = 31
DAYS_OF_A_TABLE = 366  # in CSV, each with as many incidents as a page shows of it
OF_A_DAY = 12  # incidents: more of one day stand in the table


@dataclass(frozen=True, slots=True)
class Day:
    """The incidents that begin on one day, or of which no day is known: `total`, of which some are shown.

    `more` is where the rest are.
    """

    when: str
    incidents: tuple[IncidentLine, ...]
    bar: int
    total: int
    more: str


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Every day with an incident, in order; what has no day comes last."""

    title: str
    filter: Filter
    days: tuple[Day, ...]
    sheet: Sheet


def timeline_page(
    desk: Desk, asked: Filter, page: int = 1, size: int | None = None, of_a_day: int | None = None
) -> TimelinePage:
    """The days of the incidents that the filter asks for: so many, and of each so many, or as a screen has room for."""
    size, of_a_day = size or DAYS_SHOWN, of_a_day or OF_A_DAY
    every = desk.catalogue.days(asked.wanted)
    most = max((number for _, number in every), default=1)
    shown = dict(every[start_of(page, size) :][:size])
    by_day: dict[str, list[Summary]] = {day: [] for day in shown}
    for one in desk.catalogue.on(asked.wanted, list(shown), of_a_day):
        by_day[one.day].append(one)
    days = tuple(_day(asked, day, ones, shown[day], most) for day, ones in by_day.items())
    return TimelinePage("Timeline", asked, days, sheet_of(len(every), page, size, f"/timeline{asked.query}"))


def timeline_rows(page: TimelinePage) -> Iterator[tuple[object, ...]]:
    """A row an incident, day by day, the header first; the day is empty where none is known."""
    yield "day", *LINE, "disputed", "main"
    for day in page.days:
        yield from ((line.date.partition("/")[0], *line_cells(line)) for line in day.incidents)


def _day(asked: Filter, day: str, ones: list[Summary], total: int, most: int) -> Day:
    when = iso_words(day) if day != NO_DAY else None
    more = _of_day(asked, day) if total > len(ones) else ""
    return Day(when or "Day not known", tuple(map(incident_line, ones)), round(100 * total / most), total, more)


def _of_day(asked: Filter, day: str) -> str:
    """The table of a day's incidents; of those without a day the whole table."""
    on = asked if day == NO_DAY else replace(asked, since=day, until=day)
    return f"/incidents{on.query}"
