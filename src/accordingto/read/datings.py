"""Datings: when an event of a report took place, as the report tells it."""

import re
from datetime import date, timedelta

from accordingto.read.drafts import Draft
from accordingto.read.dues import read_due
from accordingto.read.sentences import Page
from accordingto.read.surroundings import Found
from accordingto.read.tellings import Telling, is_dateline
from accordingto.terms.events import Status
from accordingto.terms.times import TimeKind, TimeMention

ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
REACH = 24  # characters from "since" to the time it leads to
BULLETIN = timedelta(days=7)  # a day named further back is history, and no rival to the day a bulletin is of


def pick_time(told: Telling, draft: Draft, found: Found) -> int | None:
    """The time that dates an event: of the telling that names it best, else a day of another, else any other."""
    others = [telling.time for telling in draft.tellings if telling.time is not None]
    days = [index for index in others if found.times[index].date_prec == 1]
    return next((index for index in (told.time, *days, *others) if index is not None), None)


def read_date(index: int, status: Status, draft: Draft, found: Found, page: Page) -> str | None:
    """The codebook's date: as told ("2014-10"), a day, or first/last day; what is planned for an hour is to come."""
    time, day = found.times[index], page.report.day
    if status is Status.PLANNED and (due := read_due(index, found.times, page)).moment and due.day:
        return due.day.isoformat()
    told = time.value if time.value and ISO.fullmatch(time.value) else time.date
    if told and day and "/" not in told and (draft.background or _since(time, page)):
        return f"{told}/{day.isoformat()}"
    return told


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
    """Whether the time is a beginning: "since March 2011"."""
    return SINCE.search(page.body, max(0, time.anchor.start - REACH), time.anchor.end) is not None
