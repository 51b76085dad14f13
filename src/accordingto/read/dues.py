"""Dues: when something that is said to be coming is due."""

import re
from datetime import date, datetime, timedelta

from accordingto.terms.times import TimeMention

CLOCK = re.compile(
    r"(?:at |by |from )?\d{1,2}(?:[.:]\d{2})?\W*(?:[ap]\.?m\.?|hours?|hrs|gmt|utc|local time|[\W\d])*", re.IGNORECASE
)


def next_moment(time: TimeMention, published: date | None) -> datetime | None:
    """The clock time it names; one told without a day is the next such time after the day of publication."""
    if time.moment is None or published is None or not _names_no_day(time):
        return time.moment
    days = (published - time.moment.date()).days + 1
    return time.moment + timedelta(days=max(0, days))


def next_day(time: TimeMention, published: date | None) -> date | None:
    """The day that the next such clock time falls on; None where no clock time is told."""
    moment = next_moment(time, published)
    return moment.date() if moment else None


def _names_no_day(time: TimeMention) -> bool:
    return CLOCK.fullmatch(time.anchor.exact) is not None
