"""Dues: when something that is said to be coming is due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accordingto.read.sentences import Page
from accordingto.terms.times import TimeKind, TimeMention

CLOCK = re.compile(
    r"(?:at |by |from )?\d{1,2}(?:[.:]\d{2})?\W*(?:[ap]\.?m\.?|hours?|hrs|gmt|utc|local time|[\W\d])*", re.IGNORECASE
)
JOINT = re.compile(r"[\s,]*(?:(?:on|at|from|by)\s+)?", re.IGNORECASE)  # "6am on Wednesday", "Wednesday, at 6am"
WEEKDAY = re.compile(r"\b(?<!last )(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Due:
    """The words that say when, a range of the body; the moment, and the last day, that they can mean."""

    start: int
    end: int
    moment: datetime | None
    day: date | None


def read_due(index: int, times: Sequence[TimeMention], page: Page) -> Due:
    """When the time of this number says that something is due, with the day or the hour that stands beside it."""
    time, other = times[index], _beside(index, times, page.body)
    clock, day = (time, other) if other is None or _is_clock(time) else (other, time)
    start, end = min(clock.anchor.start, (day or clock).anchor.start), max(clock.anchor.end, (day or clock).anchor.end)
    moment = next_moment(clock, _publication(page), day)
    return Due(start, end, moment, moment.date() if moment else _coming(day or clock, page))


def is_over(time: TimeMention, page: Page) -> bool:
    """Whether the time had gone by when the report was published: nothing is due then any more."""
    last = _coming(time, page)
    return last is not None and page.report.day is not None and last < page.report.day


def _coming(time: TimeMention, page: Page) -> date | None:
    """The last day that it can mean: "Friday" told of what is to come is no Friday that has gone by."""
    day = page.report.day
    if time.latest is None or day is None or WEEKDAY.search(time.anchor.exact) is None or _has_digits(time):
        return time.latest
    return time.latest + WEEK if day - WEEK <= time.latest < day else time.latest


def _has_digits(time: TimeMention) -> bool:
    return any(map(str.isdigit, time.anchor.exact))


def _beside(index: int, times: Sequence[TimeMention], body: str) -> TimeMention | None:
    """The day beside a clock time, or the clock time beside a day; None where other words stand between."""
    time = times[index]
    for other in (*times[index + 1 : index + 2], *times[max(0, index - 1) : index]):
        first, second = sorted((time.anchor, other.anchor), key=lambda anchor: anchor.start)
        near = JOINT.fullmatch(body, first.end, max(first.end, second.start)) is not None
        if near and _is_clock(time) != _is_clock(other) and time.date_prec == other.date_prec == 1:
            return other
    return None


def _is_clock(time: TimeMention) -> bool:
    return time.kind is TimeKind.TIME and CLOCK.fullmatch(time.anchor.exact) is not None


def _publication(page: Page) -> date | datetime | None:
    """The moment of publication where it is told and the text does not say another day."""
    published = page.report.published
    same = isinstance(published, datetime) and published.date() == page.report.day
    return published if same else page.report.day


def next_moment(
    time: TimeMention, published: date | datetime | None, day: TimeMention | None = None
) -> datetime | None:
    """The clock time it names; one told without a day is the next such time after the day of publication.

    One told with a `day` of the week falls a week later where its hour had gone by when the report was published.
    """
    if time.moment is None or published is None:
        return time.moment
    if day is None and _is_clock(time):
        on = published.date() if isinstance(published, datetime) else published
        return time.moment + timedelta(days=max(0, (on - time.moment.date()).days + 1))
    if day is None or day.earliest is None:
        return time.moment
    moment = datetime.combine(day.earliest, time.moment.timetz())
    weekly = not _has_digits(day)
    gone = weekly and isinstance(published, datetime) and moment < published
    return moment + WEEK if gone else moment
