"""Days told by the calendar: by number and month, by their weekday, or by a feast."""

import re
from datetime import date, timedelta

from accordingto.read.calendars import Stretch, coming_weekday, days, nearest_weekday, one_day, shift, weekday_before
from accordingto.read.time_settings import TimeSetting
from accordingto.read.time_years import year_in_history, year_named
from accordingto.terms.times import TimeKind

# A day without a year may lie this far ahead of the report before it is taken for last year's.
NEAR_FUTURE = timedelta(days=30)


def iso_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2017-04-04"."""
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return one_day(day) if day else None


def calendar_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "April 18 2017", "Nov. 14-17", "Monday 4 June"."""
    month, number, year = setting.month(match["month"]), int(match["day"]), year_named(match, setting)
    first = _dated(year, month, number, setting)
    if first is None:
        return None if year or not 1 <= number <= 31 else Stretch(TimeKind.DATE, f"XXXX-{month:02}-{number:02}")
    until = match["last"] or match.groupdict().get("last_2")
    last = _day(first.year, month, int(until)) if until else None
    return days(first, last) if last else one_day(first)


def nth_of_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "on the 5th": of the month last told."""
    month = setting.last.earliest if setting.last else setting.day
    day = _day(month.year, month.month, int(match["day"])) if month else None
    return one_day(day) if day else None


def weekday(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "Wednesday", "late Tuesday", "Saturday night", "next Monday", "every Friday"."""
    number, rel = setting.weekday(match["weekday"]), (match["rel"] or "").lower()
    if rel in ("every", "each"):
        return Stretch(TimeKind.SET, f"XXXX-WXX-{number + 1}")
    part = setting.part(match["part"])
    if setting.day is None:
        return Stretch(
            TimeKind.TIME if part else TimeKind.DATE, f"XXXX-WXX-{number + 1}" + (f"T{part}" if part else "")
        )
    return one_day(_weekday(number, rel, match["week"], setting), part)


def weekday_part(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the early hours of Thursday", "the evening of Friday", "the night of 4 May 2015", "the early hours"."""
    groups = match.groupdict()
    part = setting.part(groups.get("part") or "early morning")
    if month := groups.get("month") or groups.get("month_2"):
        year, number = groups["year"], int(groups["day"] or groups["day_2"])
        day = _dated(int(year) if year else setting.lent, setting.month(month), number, setting)
        return one_day(day, part) if day or not year else None
    if not match["weekday"]:
        return one_day(setting.day, part)
    number = setting.weekday(match["weekday"])
    return one_day(_weekday(number, "", None, setting) if setting.day else None, part)


def fixed_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "Christmas Eve": the one nearest to the report."""
    if not match["day"][0].isupper():
        return None
    month, number = (
        int(part) for part in setting.words["fixed_days"][re.sub(r"\s+", " ", match["day"].lower())].split("-")
    )
    part = setting.part(match["part"])
    if match["year"]:
        return one_day(_day(int(match["year"]), month, number))
    if setting.day is None:
        return Stretch(TimeKind.DATE, f"XXXX-{month:02}-{number:02}")
    near = [day for year in (-1, 0, 1) if (day := _day(setting.day.year + year, month, number))]
    return one_day(min(near, key=lambda day: abs(day - (setting.day or day))), part)


def moving_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "Eid al-Adha": named, and not placed in the calendar."""
    return Stretch(TimeKind.DATE, None) if match["day"][0].isupper() else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _dated(year: int | None, month: int, number: int, setting: TimeSetting) -> date | None:
    if setting.history and not year:
        year = year_in_history(month, setting)
    if year:
        return _day(year, month, number)
    if setting.day is None:
        return None
    if setting.year and not setting.ahead and (then := _day(setting.year, month, number)) and then <= setting.day:
        return then
    here = _day(setting.day.year, month, number)
    if here and here > setting.day + NEAR_FUTURE and not setting.ahead:
        return _day(here.year - 1, month, number)
    if here and here < setting.day and setting.ahead and here + timedelta(days=183) < setting.day:
        return _day(here.year + 1, month, number)
    return here


def _weekday(number: int, rel: str, week: str | None, setting: TimeSetting) -> date:
    assert setting.day
    if week:
        monday = setting.day - timedelta(days=setting.day.weekday())
        return shift(monday, {"last": -1, "next": 1}.get(week.lower(), 0), "W") + timedelta(days=number)
    if rel == "last":
        return weekday_before(setting.day, number)
    if rel in ("next", "coming"):
        return coming_weekday(setting.day + timedelta(days=1), number)
    return coming_weekday(setting.day, number) if setting.ahead else nearest_weekday(setting.day, number)
