"""Datings: when an event of a report took place, as the report tells it."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from accordingto.read.drafts import Draft
from accordingto.read.dues import read_due
from accordingto.read.sentences import Page
from accordingto.read.surroundings import Found
from accordingto.read.tellings import Telling, is_dateline
from accordingto.terms.events import Status
from accordingto.terms.times import TimeKind, TimeMention

ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
SINCE = re.compile(r"\bsince\b[^.,;()\d]*$", re.IGNORECASE)
TOGETHER = re.compile(r"\s*(?:[-–]|(?:and|to|until|through)\b)\s*(?:on\s+)?", re.IGNORECASE)
REACH = 60  # characters from "since" to the time it leads to
LONG, DAY, YEAR = 5, timedelta(days=1), timedelta(days=365)
BULLETIN = timedelta(days=7)  # a day named further back is history, and no rival to the day a bulletin is of


def pick_time(told: Telling, draft: Draft, found: Found, page: Page, main: bool) -> int | None:
    """The time that dates an event: of the telling that names it best, else a day of another, else any other."""
    told_by = [telling.time for telling in draft.tellings if telling.time is not None]
    others = [index for index in told_by if not main or not _is_history(found.times[index], page.report.day)]
    days = [index for index in others if found.times[index].date_prec == 1]
    wanted = [*([told.time] if told.time in others else []), *days, *others]
    # "since 2011" tells better when a war began than "the six-year-old war" does.
    return min(
        wanted, key=lambda index: found.times[index].kind is TimeKind.DURATION and draft.background, default=None
    )


def _is_history(time: TimeMention, day: date | None) -> bool:
    """Whether it only tells how old the conflict is: a year or a month of years ago dates no news."""
    return time.date_prec != 1 and time.earliest is not None and day is not None and day - time.earliest > YEAR


def read_date(index: int, status: Status, draft: Draft, found: Found, page: Page) -> str | None:
    """The codebook's date: as told ("2014-10"), a day, or first/last day; what is planned for an hour is to come."""
    time, day = found.times[index], page.report.day
    if status is Status.PLANNED and (due := read_due(index, found.times, page)).moment and due.day:
        return due.day.isoformat()
    told = _days_together(index, found.times, page.body) or _as_told(time)
    if told and day and "/" not in told and (draft.background or _since(time, page)):
        return f"{told}/{day.isoformat()}"
    if (
        told
        and day
        and "/" not in told
        and status is Status.ONGOING
        and time.date_prec == 1
        and time.earliest
        and time.earliest < day
    ):
        return f"{told}/{day.isoformat()}"
    return told


def _as_told(time: TimeMention) -> str | None:
    """A year or a month as such, whole months as "2016-01/2016-06", else the days."""
    if time.value and ISO.fullmatch(time.value):
        return time.value
    first, last = time.earliest, time.latest
    if first and last and time.date_prec == LONG and first.day == 1 and (last + DAY).day == 1:
        return f"{first:%Y-%m}/{last:%Y-%m}"
    if first and last and time.kind is TimeKind.DURATION and (first.month, first.day) == (1, 1):
        return f"{first.year}/{last.isoformat()}"
    return time.date


def _days_together(index: int, times: Sequence[TimeMention], body: str) -> str | None:
    """ "on Friday and Saturday": from the first day to the last."""
    for one, other in ((index, index + 1), (index - 1, index)):
        if not 0 <= one < other < len(times):
            continue
        first, last = times[one], times[other]
        joined = TOGETHER.fullmatch(body, first.anchor.end, max(first.anchor.end, last.anchor.start))
        if joined and first.date_prec == last.date_prec == 1 and (first.date or "") < (last.date or ""):
            return f"{first.date}/{last.date}"
    return None


def read_bulletin_date(status: Status, draft: Draft, found: Found, page: Page) -> str | None:
    """The day of an event that no sentence dates: what goes on or has ended, does so on the day of the report.

    What has happened did so on the one recent day that the report names, when it names no other.
    """
    day = page.report.day
    if day is None or draft.background or status is Status.PLANNED or any(telling.past for telling in draft.tellings):
        return None
    if status in (Status.ONGOING, Status.DENIED):
        return day.isoformat()
    named = {time.date for time in found.times if _is_recent_day(time, day)}
    return next(iter(named)) if len(named) == 1 else None


def _is_recent_day(time: TimeMention, day: date) -> bool:
    if time.kind is not TimeKind.DATE or time.earliest is None or time.earliest != time.latest:
        return False
    return day - BULLETIN <= time.earliest <= day and not is_dateline(time, day)


def _since(time: TimeMention, page: Page) -> bool:
    """Whether the time is a beginning: "since March 2011", "since the war began in 2011"."""
    start = max(0, time.anchor.start - REACH)
    return SINCE.search(page.body[start : time.anchor.start]) is not None
