"""Days: the stretch of the calendar an event is said to fill, and how two such stretches stand to each other."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accordingto.terms.events import Event
from accordingto.terms.reports import Report

CAMPAIGN = 7  # a stretch longer than a week is a campaign, a siege or a war: never the same moment as one of its days
NEWS_LAG = 1  # days: an undated event that a report is about is taken to lie on the day of the report or the day before


@dataclass(frozen=True, slots=True)
class Days:
    """First and last possible day, both included. `told` is False where they are only the news lag of the report."""

    first: date
    last: date
    told: bool

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def is_campaign(self) -> bool:
        return self.length > CAMPAIGN

    @property
    def is_month(self) -> bool:
        """Whether these are the days of one month: an attack "in early May" as well as May's toll."""
        return self.first.day == 1 and self.last == _month_end(self.first.year, self.first.month)

    def overlap(self, other: "Days") -> float:
        """Share of the days of the two together that both have."""
        shared = (min(self.last, other.last) - max(self.first, other.first)).days + 1
        return max(0, shared) / (self.length + other.length - max(0, shared))

    def gap(self, other: "Days") -> int:
        """Days between the two; 0 when they share one."""
        return max(0, (other.first - self.last).days, (self.first - other.last).days)


def as_of(report: Report) -> date | datetime | None:
    """When a report speaks."""
    return report.as_of


def days_of(event: Event, report: Report) -> Days | None:
    """When the event is said to be; for an undated main event the days just before the report; else None."""
    told = told_days(event.date)
    if told or not event.main or not report.day:
        return told
    return Days(report.day - timedelta(days=NEWS_LAG), report.day, told=False)


def told_days(iso: str | None) -> Days | None:
    """The days an ISO day, month, year or "start/end" covers; None for what is none of these."""
    if not iso:
        return None
    start, _, end = iso.partition("/")
    first, last = _edge(start, last=False), _edge(end or start, last=True)
    return Days(first, last, told=True) if first and last and first <= last else None


def _edge(words: str, *, last: bool) -> date | None:
    numbers = words.split("T")[0].split("-")
    try:
        year = int(numbers[0])
        month = int(numbers[1]) if len(numbers) > 1 else (12 if last else 1)
        if len(numbers) > 2:
            return date(year, month, int(numbers[2]))
        return _month_end(year, month) if last else date(year, month, 1)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1) if year < 9999 else date(year, month, 28)
