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
    third_of,
    weekday_before,
    year_of,
    years_of,
)
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind

# A day without a year may lie this far ahead of the report before it is taken for last year's.
NEAR_FUTURE = timedelta(days=30)
YEAR_TO = re.compile(r"\b[12]\d{3}\s+(?:to|and)\s+$")
AUTUMN, SPRING, A_MONTH = 10, 3, timedelta(days=31)


def iso_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2017-04-04"."""
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    return one_day(day) if day else None


def calendar_day(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "April 18 2017", "Nov. 14-17", "Monday 4 June"."""
    month, number, year = setting.month(match["month"]), int(match["day"]), _year_named(match, setting)
    first = _dated(year, month, number, setting)
    if first is None:
        return None if year or not 1 <= number <= 31 else Stretch(TimeKind.DATE, f"XXXX-{month:02}-{number:02}")
    until = match["last"] or match.groupdict().get("last_2")
    last = _day(first.year, month, int(until)) if until else None
    return days(first, last) if last else one_day(first)


def calendar_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "March 2011", "early October", "last December", "in August last year"; small letters are no month."""
    if not match["month"][0].isupper() or not _is_month(match, setting):
        return None
    month = setting.month(match["month"])
    year = _year_of_month(match, month, setting)
    if year is None:
        return Stretch(TimeKind.DATE, f"XXXX-{month:02}")
    return third_of(month_of(year, month), match["edge"])


def calendar_year(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2011", "early 2014", "the end of 2016"; not "Resolution 2042" and not a count."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    counted = before and before[-1].lower() in setting.words["lists"]["not_years"]
    if counted and not match["mod"] and not YEAR_TO.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    years = (match[group] for group in ("year", "old", "old_2", "old_3", "old_4", "old_5", "old_6"))
    year = next(year for year in years if year)
    if match["old_6"] and not (setting.history and _stands_as_year(match)):
        return None
    last = int(year[: 4 - len(match["last"])] + match["last"]) if match["last"] else int(year)
    if last == int(year):
        return third_of(year_of(last), match["edge"])
    span = Stretch(TimeKind.DATE, f"{year}/{last:04}", date(int(year), 1, 1), date(last, 12, 31))
    return span if int(year) < last else None


def _stands_as_year(match: re.Match[str]) -> bool:
    """Whether a bare "1812" is a year: a plural after it tells a count ("1812 muskets"), and so does a unit."""
    if match.string[max(0, match.start() - 4) : match.start()].lower() == "the ":
        return True
    after = re.match(r"\s+([a-z]+)", match.string[match.end() : match.end() + 24])
    return not after or not after[1].endswith("s") or after[1] in ("was", "as", "is", "this", "his", "its", "has")


def year_before_christ(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "264 BC": named, and outside our calendar."""
    return Stretch(TimeKind.DATE, f"BC{int(match['year']):04}")


def nth_of_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "on the 5th": of the month last told."""
    month = setting.last.earliest if setting.last else setting.day
    day = _day(month.year, month.month, int(match["day"])) if month else None
    return one_day(day) if day else None


def weeks_of_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the first week of May", "the last two days of July 2014"."""
    month = setting.month(match["month"])
    year = _year_of_month(match, month, setting)
    if year is None:
        return None
    unit, order = setting.unit(match["unit"]), match["order"].lower()
    length = int(setting.number(match["number"]) or 1)
    days_long, whole = length * (7 if unit == "W" else 1), month_of(year, month)
    assert whole.earliest
    assert whole.latest
    if order in ("last", "final"):
        first = whole.latest - timedelta(days=days_long - 1)
    else:
        first = whole.earliest + timedelta(days=(setting.ordinal(order) - 1) * days_long)
    if unit == "D" and length == 1:
        return one_day(first)
    return Stretch(TimeKind.DURATION, f"P{length}{unit}", first, first + timedelta(days=days_long - 1))


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
    value = f"{year}-H{1 if start == 1 else 2}" if match["half"] else f"P{months}M"
    return Stretch(TimeKind.DATE if match["half"] else TimeKind.DURATION, value, date(year, start, 1), last)


def season(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the summer of 2013", "last winter", "during the winter"; a Spring in capitals is a name, and "the fall" a defeat."""
    letters = setting.words["seasons"][match["season"].lower()]
    year, rel = _year_named(match, setting), (match["rel"] or "").lower().split()[-1:]
    if year:
        return season_of(year, letters)
    if match["season"][0].isupper() or not (rel or _is_season(match, setting)):
        return None
    if setting.day is None:
        return Stretch(TimeKind.DATE, f"XXXX-{letters}")
    return _season_near(setting.day, letters, rel[0] if rel else "", setting)


def _is_season(match: re.Match[str], setting: TimeSetting) -> bool:
    """Whether a bare "summer" tells when: after "in the", and in a history wherever it cannot be a fall or a spring."""
    before = match.string[max(0, match.start() - 16) : match.start()].lower().split()
    clear = match["season"].lower() in setting.words["lists"]["clear_seasons"]
    told = bool(before) and before[-1] in setting.words["lists"]["before_seasons"]
    return (told and (clear or match.group().lower().startswith("the "))) or (setting.history and clear)


def _season_near(day: date, letters: str, rel: str, setting: TimeSetting) -> Stretch:
    """The season of the year told in a history; else the one gone by or under way, or the one to come."""
    if rel in ("next", "following"):
        return next(one for year in (0, 1) if (one := season_of(day.year + year, letters)).earliest > day)  # type: ignore[operator]
    if rel in ("last", "previous"):
        return next(one for year in (0, -1, -2) if (one := season_of(day.year + year, letters)).latest < day)  # type: ignore[operator]
    if setting.history:
        return season_of(day.year - (letters == "WI" and day.month <= 4), letters)
    here = season_of(day.year, letters)
    gone = here.earliest and here.earliest > day and not setting.ahead
    return season_of(day.year - 1, letters) if gone else here


def decade(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 1980s"."""
    return years_of(int(match["year"]), 10)


def century(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 20th century"."""
    number = setting.ordinal(match["number"])
    if match["bc"]:
        return Stretch(TimeKind.DATE, f"BC{number - 1:02}")
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


def _year_named(match: re.Match[str], setting: TimeSetting) -> int | None:
    """The year that the words name or point to: "May 1944", "May of that year", "May and June 1944"."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    if groups.get("same"):
        told = setting.around("Y")
        return setting.year or (told.year if told else None)
    if groups.get("whose") and setting.day:
        return setting.day.year + {"last": -1, "next": 1}.get(groups["whose"].lower(), 0)
    return setting.lent


def _year_in_history(month: int, setting: TimeSetting) -> int | None:
    """The year last told; a history that has come to December goes on in January of the next."""
    last = setting.last
    if last is None or last.earliest is None or last.latest is None:
        return None
    year, narrow = last.earliest.year, last.latest - last.earliest <= A_MONTH
    return year + 1 if narrow and last.earliest.month >= AUTUMN and month <= SPRING else year


def _dated(year: int | None, month: int, number: int, setting: TimeSetting) -> date | None:
    if setting.history and not year:
        year = _year_in_history(month, setting)
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


def _is_month(match: re.Match[str], setting: TimeSetting) -> bool:
    """Whether "May", "March" and the short forms are months here: something beside them must say so."""
    lists = setting.words["lists"]
    sure = any(match[group] for group in ("mod", "edge", "rel", "year", "whose", "same")) or setting.lent
    if sure or match["month"].lower() not in lists["doubtful_months"]:
        return True
    before = match.string[max(0, match.start() - 16) : match.start()].split()
    return bool(before) and before[-1].lower() in lists["before_months"]


def _year_of_month(match: re.Match[str], month: int, setting: TimeSetting) -> int | None:
    if named := _year_named(match, setting):
        return named
    rel = (match.groupdict().get("rel") or "").lower().split()[-1:]
    if setting.history and not rel:
        return _year_in_history(month, setting)
    if setting.day is None:
        return None
    return _year_near(setting.day, month, rel[0] if rel else "", setting)


def _year_near(day: date, month: int, rel: str, setting: TimeSetting) -> int:
    here = day.year
    if setting.year and not rel and not setting.ahead and (setting.year, month) <= (here, day.month):
        return setting.year
    if rel in ("next", "following") or (setting.ahead and not rel):
        return here if month >= day.month + (rel in ("next", "following")) else here + 1
    if rel in ("this", "same"):
        return here
    return here if month < day.month + (rel not in ("last", "past", "previous")) else here - 1


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
