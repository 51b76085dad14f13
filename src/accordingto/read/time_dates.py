"""Dates told by the calendar: days, months and years by name or number, and weekdays."""

import re
from datetime import date, timedelta

from accordingto.read.calendars import (
    Stretch,
    coming_weekday,
    days,
    month_of,
    nearest_weekday,
    one_day,
    season_of,
    shift,
    weekday_before,
    year_of,
    years_of,
)
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind

# A day without a year may lie this far ahead of the report before it is taken for last year's.
NEAR_FUTURE = timedelta(days=30)
EDGE_PARTS = {"beginning": (0, 1), "start": (0, 1), "middle": (1, 2), "end": (2, 3)}


def iso_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2017-04-04"."""
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return one_day(day) if day else None


def calendar_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "April 18 2017", "Nov. 14-17", "Monday 4 June"."""
    month, number = setting.month(match["month"]), int(match["day"])
    first = _dated(match["year"], month, number, setting)
    if first is None:
        return (
            None if match["year"] or not 1 <= number <= 31 else Stretch(TimeKind.DATE, f"XXXX-{month:02}-{number:02}")
        )
    last = _day(first.year, month, int(match["last"])) if match["last"] else None
    return days(first, last) if last else one_day(first)


def calendar_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "March 2011", "early October", "last December", "in August last year"; small letters are no month."""
    if not match["month"][0].isupper() or not _is_month(match, setting):
        return None
    month = setting.month(match["month"])
    year = _year_of_month(match, month, setting)
    if year is None:
        return Stretch(TimeKind.DATE, f"XXXX-{month:02}")
    return _edge_of(month_of(year, month), match["edge"])


def calendar_year(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2011", "early 2014", "the end of 2016"; not "Resolution 2042" and not a count."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    if before and before[-1].lower() in setting.words["lists"]["not_years"] and not match["mod"]:
        return None
    years = (match[group] for group in ("year", "old", "old_2", "old_3", "old_4", "old_5"))
    return year_of(int(next(year for year in years if year)))


def part_of_year(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the first six months of 2016", "the second half of 2015"."""
    year = int(match["year"])
    months = 6 if match["half"] else 3 if match["quarter"] else int(setting.number(match["number"]) or 0)
    if not 1 <= months <= 12:
        return None
    start = {"first": 1, "second": 1 + months, "last": 13 - months}[match["order"].lower()]
    if start + months > 13:
        return None
    last = month_of(year, start + months - 1).latest
    assert last
    return Stretch(
        TimeKind.DATE, f"{year}-H{1 if start == 1 else 2}" if match["half"] else None, date(year, start, 1), last
    )


def season(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the summer of 2013", "last winter"; a bare season and a Spring in capitals are none."""
    letters = setting.words["seasons"][match["season"].lower()]
    if match["year"]:
        return season_of(int(match["year"]), letters)
    if not match["rel"] or match["season"][0].isupper():
        return None
    if setting.day is None:
        return Stretch(TimeKind.DATE, f"XXXX-{letters}")
    return season_of(setting.day.year + {"last": -1, "next": 1}.get(match["rel"].lower(), 0), letters)


def decade(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 1980s"."""
    return years_of(int(match["year"]), 10)


def century(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 20th century"."""
    number = setting.ordinal(match["number"])
    return years_of((number - 1) * 100, 100) if 1 <= number <= 21 else None


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
    """ "the early hours of Thursday", "the evening of Friday", "the early hours"."""
    part = setting.part(match.groupdict().get("part") or "early morning")
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
    if match["year"]:
        return one_day(_day(int(match["year"]), month, number))
    if setting.day is None:
        return Stretch(TimeKind.DATE, f"XXXX-{month:02}-{number:02}")
    near = [day for year in (-1, 0, 1) if (day := _day(setting.day.year + year, month, number))]
    return one_day(min(near, key=lambda day: abs(day - (setting.day or day))))


def moving_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "Eid al-Adha": named, and not placed in the calendar."""
    return Stretch(TimeKind.DATE, None) if match["day"][0].isupper() else None


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _dated(year: str | None, month: int, number: int, setting: TimeSetting) -> date | None:
    if year:
        return _day(int(year), month, number)
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


def _is_month(match: re.Match[str], setting: TimeSetting) -> bool:
    """Whether "May", "March" and the short forms are months here: something beside them must say so."""
    lists = setting.words["lists"]
    sure = any(match[group] for group in ("mod", "edge", "rel", "year", "whose"))
    if sure or match["month"].lower() not in lists["doubtful_months"]:
        return True
    before = match.string[max(0, match.start() - 16) : match.start()].split()
    return bool(before) and before[-1].lower() in lists["before_months"]


def _year_of_month(match: re.Match[str], month: int, setting: TimeSetting) -> int | None:
    if match["year"]:
        return int(match["year"])
    if setting.day is None:
        return None
    here, rel = setting.day.year, (match["rel"] or "").lower()
    if match["whose"]:
        return here + {"last": -1, "next": 1}.get(match["whose"].lower(), 0)
    if setting.year and not rel and not setting.ahead and (setting.year, month) <= (here, setting.day.month):
        return setting.year
    if rel == "next" or (setting.ahead and not rel):
        return here if month >= setting.day.month + (rel == "next") else here + 1
    if rel == "this":
        return here
    return here if month < setting.day.month + (rel not in ("last", "past")) else here - 1


def _edge_of(whole: Stretch, edge: str | None) -> Stretch:
    """The first, middle or last third of a month, with the month as its value."""
    if not edge or not whole.earliest:
        return whole
    first, last = EDGE_PARTS[edge.lower()]
    start = whole.earliest + timedelta(days=first * 10)
    end = whole.latest if last == 3 else whole.earliest + timedelta(days=last * 10 - 1)
    return Stretch(TimeKind.DATE, whole.value, start, end)


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
