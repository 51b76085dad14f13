"""Days, weeks, months and years: the stretches of the calendar that words stand for."""

import calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from accordingto.terms.times import TimeKind

UNIT_DAYS = {"TM": 0, "TH": 0, "D": 1, "W": 7, "2W": 14, "WE": 7}
EDGE_PARTS = {"beginning": 0, "start": 0, "middle": 1, "end": 2}
UNIT_MONTHS = {"M": 1, "3M": 3, "Y": 12, "10Y": 120, "100Y": 1200}
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
FURTHEST_DAYS = 366 * 500  # "ten thousand days ago" is no date of ours
DAYS_OF_SEVERAL, DAYS_OF_WEEK, DAYS_OF_MONTH = 6, 7, 31


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one expression stands for; days are None where they cannot be told."""

    kind: TimeKind
    value: str | None
    earliest: date | None = None
    latest: date | None = None
    moment: datetime | None = None


def one_day(day: date | None, part: str = "") -> Stretch:
    """A day, or a part of it ("MO", "T24:00")."""
    if not part:
        return Stretch(TimeKind.DATE, day.isoformat() if day else "XXXX-XX-XX", day, day)
    clock = part if part.startswith("T") else f"T{part}"
    return Stretch(TimeKind.TIME, f"{day.isoformat() if day else 'XXXX-XX-XX'}{clock}", day, day)


def days(first: date, last: date) -> Stretch:
    """The days from `first` to `last`, both included."""
    if last < first:
        first, last = last, first
    return Stretch(TimeKind.DATE, f"{first.isoformat()}/{last.isoformat()}", first, last)


def month_of(year: int, month: int) -> Stretch:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return Stretch(TimeKind.DATE, f"{year:04}-{month:02}", date(year, month, 1), date(year, month, last))


def year_of(year: int) -> Stretch:
    """A whole year."""
    return Stretch(TimeKind.DATE, f"{year:04}", date(year, 1, 1), date(year, 12, 31))


def years_of(first: int, count: int) -> Stretch:
    """A decade ("199") or a century ("18")."""
    value = f"{first:04}"[: -1 if count == 10 else -2]
    return Stretch(TimeKind.DATE, value, date(max(first, 1), 1, 1), date(min(first + count - 1, 9999), 12, 31))


def season_of(year: int, season: str) -> Stretch:
    """Three months; a winter ends in the year after its own."""
    year = max(1, min(year, 9998))
    first = date(year, SEASON_MONTHS[season], 1)
    return Stretch(TimeKind.DATE, f"{year:04}-{season}", first, shift(first, 3, "M") - timedelta(days=1))


def week_of(day: date) -> Stretch:
    """The calendar week, Monday to Sunday, around a day."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Stretch(TimeKind.DATE, f"{year:04}-W{week:02}", monday, monday + timedelta(days=6))


def weekend_of(day: date) -> Stretch:
    """Saturday and Sunday of the week around a day."""
    saturday = day + timedelta(days=5 - day.weekday())
    year, week, _ = saturday.isocalendar()
    return Stretch(TimeKind.DATE, f"{year:04}-W{week:02}-WE", saturday, saturday + timedelta(days=1))


def unit_around(day: date, unit: str) -> Stretch | None:
    """The calendar week, month or year around a day."""
    match unit:
        case "D":
            return one_day(day)
        case "W":
            return week_of(day)
        case "WE":
            return weekend_of(day)
        case "M":
            return month_of(day.year, day.month)
        case "Y":
            return year_of(day.year)
        case "10Y":
            return years_of(day.year // 10 * 10, 10)
        case _:
            return None


def third_of(whole: Stretch, edge: str | None) -> Stretch:
    """The first, middle or last third ("beginning", "middle", "end") of a stretch, with the whole as its value."""
    if not edge or not whole.earliest or not whole.latest:
        return whole
    part = EDGE_PARTS[edge.lower()]
    third = ((whole.latest - whole.earliest).days + 1) // 3
    start = whole.earliest + timedelta(days=part * third)
    end = whole.latest if part == 2 else start + timedelta(days=third - 1)
    return Stretch(whole.kind, whole.value, start, end)


def shift(day: date, count: int, unit: str) -> date:
    """The day `count` units later (earlier when negative); hours rest on their day, 24 of them are one."""
    if unit == "TH":
        return shift(day, int(count / 24), "D")
    if unit in UNIT_DAYS:
        return _within(day, count * UNIT_DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * UNIT_MONTHS[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        return day
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def span_back(day: date, count: int, unit: str) -> date:
    """The first day of "the last N units": 24 hours reach into the day before, one hour does not."""
    if unit in ("TH", "TM"):
        days_back = (count + 12) // 24 if unit == "TH" else 0
        return _within(day, -days_back)
    return shift(day, -count, unit)


def nearest_weekday(day: date, weekday: int) -> date:
    """The last such weekday up to and including the day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday before the day."""
    return nearest_weekday(day - timedelta(days=1), weekday)


def coming_weekday(day: date, weekday: int) -> date:
    """The first such weekday from the day on."""
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def precision(earliest: date | None, latest: date | None) -> int | None:
    """UCDP's date_prec: 1 a day, 2 some days, 3 a week, 4 a month, 5 longer."""
    if earliest is None or latest is None:
        return None
    length = (latest - earliest).days + 1
    if length == 1:
        return 1
    if length <= DAYS_OF_SEVERAL:
        return 2
    if length <= DAYS_OF_WEEK:
        return 3
    return 4 if length <= DAYS_OF_MONTH else 5


def _within(day: date, count: int) -> date:
    return (
        day + timedelta(days=count) if abs(count) < FURTHEST_DAYS and 0 < day.toordinal() + count < 3_600_000 else day
    )
