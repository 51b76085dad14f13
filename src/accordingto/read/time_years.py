"""Months, seasons and years, and what is told as a part of them."""

import re
from datetime import date, timedelta

from accordingto.read.calendars import (
    DAYS_OF_WEEK,
    Stretch,
    month_of,
    one_day,
    season_of,
    shift,
    third_of,
    year_of,
    years_of,
)
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind

YEAR_TO = re.compile(r"\b[12]\d{3}\s+(?:to|and)\s+$")
AUTUMN, SPRING, A_MONTH = 10, 3, timedelta(days=31)
LATE_WINTER = 4  # up to this month "the winter" is the one that began the year before
NO_PLURALS = ("was", "as", "is", "this", "his", "its", "has")


def calendar_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "March 2011", "early October", "last December", "in August last year"; small letters are no month."""
    if not match["month"][0].isupper() or not _is_month(match, setting):
        return None
    month = setting.month(match["month"])
    year = _year_of_month(match, month, setting)
    if year is None:
        return Stretch(TimeKind.DATE, f"XXXX-{month:02}")
    return third_of(month_of(year, month), match["edge"])


def _is_month(match: re.Match[str], setting: TimeSetting) -> bool:
    """Whether "May", "March" and the short forms are months here: something beside them must say so."""
    lists = setting.words["lists"]
    sure = any(match[group] for group in ("mod", "edge", "rel", "year", "whose", "same")) or setting.lent
    if sure or match["month"].lower() not in lists["doubtful_months"]:
        return True
    before = match.string[max(0, match.start() - 16) : match.start()].split()
    return bool(before) and before[-1].lower() in lists["before_months"]


def _year_of_month(match: re.Match[str], month: int, setting: TimeSetting) -> int | None:
    if named := year_named(match, setting):
        return named
    rel = (match.groupdict().get("rel") or "").lower().split()[-1:]
    if setting.history and not rel:
        return year_in_history(month, setting)
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


def weeks_of_month(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the first week of May", "the last two days of July 2014"."""
    month, unit, order = setting.month(match["month"]), setting.unit(match["unit"]), match["order"].lower()
    year = _year_of_month(match, month, setting)
    if year is None:
        return None
    count = int(setting.number(match["number"]) or 1)
    length = timedelta(days=count * (DAYS_OF_WEEK if unit == "W" else 1))
    first, next_month = date(year, month, 1), shift(date(year, month, 1), 1, "M")
    start = next_month - length if order in ("last", "final") else first + length * (setting.ordinal(order) - 1)
    if length == timedelta(days=1):
        return one_day(start)
    return Stretch(TimeKind.DURATION, f"P{count}{unit}", start, start + length - timedelta(days=1))


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
    """ "the summer of 2013", "last winter", "during the winter"; "Spring" is a name, and "the fall" a defeat."""
    letters = setting.words["seasons"][match["season"].lower()]
    year, rel = year_named(match, setting), (match["rel"] or "").lower().split()[-1:]
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
    if setting.history and not rel:
        return season_of(day.year - (letters == "WI" and day.month <= LATE_WINTER), letters)
    around = [season_of(day.year + year, letters) for year in (-2, -1, 0, 1)]
    coming = [one for one in around if one.earliest and one.earliest > day]
    gone = [one for one in around if one.latest and one.latest < day]
    if rel in ("next", "following") and coming:
        return coming[0]
    if rel in ("last", "previous") and gone:
        return gone[-1]
    under_way = [one for one in around if one not in coming]
    return coming[0] if setting.ahead and coming else (under_way or around)[-1]


def calendar_year(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "2011", "early 2014", "the end of 2016"; not "Resolution 2042" and not a count."""
    before = match.string[max(0, match.start() - 24) : match.start()].split()
    counted = before and before[-1].lower() in setting.words["lists"]["not_years"]
    if counted and not match["mod"] and not YEAR_TO.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    year = match["year"] or match["old"] or match["bare"]
    if match["bare"] and not (setting.history and _stands_as_year(match)):
        return None
    last = int(year[: 4 - len(match["last"])] + match["last"]) if match["last"] else int(year)
    if last == int(year):
        return third_of(year_of(last), match["edge"])
    span = Stretch(TimeKind.DATE, f"{year}/{last:04}", date(int(year), 1, 1), date(last, 12, 31))
    return span if int(year) < last else None


def _stands_as_year(match: re.Match[str]) -> bool:
    """Whether a bare "1812" is a year: a plural after it tells a count ("1812 muskets")."""
    if match.string[max(0, match.start() - 4) : match.start()].lower() == "the ":
        return True
    after = re.match(r"\s+([a-z]+)", match.string[match.end() : match.end() + 24])
    return not after or not after[1].endswith("s") or after[1] in NO_PLURALS


def year_before_christ(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "264 BC": named, and outside our calendar."""
    return Stretch(TimeKind.DATE, f"BC{int(match['year']):04}")


def decade(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 1980s"."""
    return years_of(int(match["year"]), 10)


def century(match: re.Match[str], setting: TimeSetting) -> Stretch | None:
    """ "the 20th century"."""
    number = setting.ordinal(match["number"])
    if match["bc"]:
        return Stretch(TimeKind.DATE, f"BC{number - 1:02}")
    return years_of((number - 1) * 100, 100) if 1 <= number <= 21 else None


def year_named(match: re.Match[str], setting: TimeSetting) -> int | None:
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


def year_in_history(month: int, setting: TimeSetting) -> int | None:
    """The year last told; a history that has come to December goes on in January of the next."""
    last = setting.last
    if last is None or last.earliest is None or last.latest is None:
        return None
    year, narrow = last.earliest.year, last.latest - last.earliest <= A_MONTH
    return year + 1 if narrow and last.earliest.month >= AUTUMN and month <= SPRING else year
