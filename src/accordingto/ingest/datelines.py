"""Datelines: what a text itself says of the day it was written."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources

from accordingto.terms.casts import ActorKind
from accordingto.terms.general import general_cast

REACH = 400  # a dateline stands in the first lines; further down a date belongs to the story
YEAR_LONG = timedelta(days=183)  # a day without a year is taken in the year that brings it nearest to publication
FOLLOWED = re.compile(r"\s*(?:$|\n|[-–—|(:;]|by\b|[A-Z0-9\"“‘'_\x80-\xff])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words (a range in the text) and the day they name."""

    start: int
    end: int
    day: date


def find_dateline(text: str, published: date | None) -> Dateline | None:
    """The first dateline of the first lines; `published` lends the year to one without ("ALEPPO, Syria, Dec 13")."""
    head = text[:REACH]
    for match in DATED_LINE.finditer(head):
        if FOLLOWED.match(text, match.end()) and (day := _day(match)):
            return Dateline(match.start("date"), match.end("date"), day)
    placed = PLACED_LINE.search(head)
    if placed and (day := _day(placed)):
        return Dateline(placed.start("date"), placed.end("date"), day)
    numeric, city = NUMERIC_LINE.search(head), CITY_LINE.match(head)
    if numeric and (numbered := _numeric_day(numeric, published)):
        return Dateline(numeric.start("date"), numeric.end("date"), numbered)
    nearest = _nearest_day(city, published) if city and published else None
    return Dateline(city.start("date"), city.end("date"), nearest) if city and nearest else None


def parse_day(words: str) -> date | None:
    """The day that words such as "13 December 2016" or "Dec 13, 2016" name, else None."""
    match = WHOLE_DATE.fullmatch(words.strip())
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    month = MONTHS[(match["month"] or match["month2"]).lower()]
    return _valid_day(int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))


def _numeric_day(match: re.Match[str], published: date | None) -> date | None:
    """ "01-11-2014" is the first of November; with strokes it may be American, and publication decides."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    readings = [day for month, number in ((second, first), (first, second)) if (day := _valid_day(year, month, number))]
    if match["mark"] == "/" and published:
        readings.sort(key=lambda day: abs(day - published))
    return readings[0] if readings else None


def _valid_day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _nearest_day(match: re.Match[str], published: date) -> date | None:
    month, number = MONTHS[(match["month"] or match["month2"]).lower()], int(match["day"] or match["day2"])
    for year in (y for y in (published.year, published.year - 1, published.year + 1) if 1 <= y <= 9999):
        day = _valid_day(year, month, number)
        if day and abs(day - published) <= YEAR_LONG:
            return day
    return None


def _alternation(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _load_words() -> dict[str, list[str]]:
    return tomllib.loads(resources.files(__package__).joinpath("datelines.toml").read_text(encoding="utf-8"))


_WORDS = _load_words()
MONTHS = {name: number for number, names in enumerate(_WORDS["months"], 1) for name in names}
_MONTH = rf"(?:{_alternation(list(MONTHS))})\b\.?"
_NUMBER = r"\d{1,2}"
_YEAR = r"(?:19|20)\d\d"
_WEEKDAY = rf"(?:(?:{_alternation(_WORDS['weekdays'])})\b[.,]?\s+)?"
# "Jul 11 2016", "Apr 232017" (the space went with the comma), "11 July 2016"; the month without its dot.
_DATE = (
    rf"(?:(?P<month>{_alternation(list(MONTHS))})\b\.?\s+(?P<day>\d{{1,2}}?)(?:st|nd|rd|th)?(?:\s*,?\s*)(?P<year>{_YEAR})"
    rf"|(?P<day2>{_NUMBER})(?:st|nd|rd|th)?\s+(?P<month2>{_alternation(list(MONTHS))})\b\.?,?\s+(?P<year2>{_YEAR}))(?!\d)"
)
_LEAD = rf"(?:(?:{_alternation(_WORDS['leads'])})\b:?\s+)?"
_OUTLETS = [name for actor in general_cast().actors if actor.kind is ActorKind.OUTLET for name in actor.names]
# Before a date ("AFP Sunday 8 Oct 2017"), or in brackets after it.
_AGENCY = rf"(?:\(?(?:the[ \t]+)?(?:{_alternation(_OUTLETS)})\b\)?[,:]?[ \t]+)?"
WHOLE_DATE = re.compile(_WEEKDAY + _DATE, re.IGNORECASE)
DATED_LINE = re.compile(rf"(?:\A|(?<=\n))[ \t]*{_AGENCY}{_LEAD}(?P<date>{_WEEKDAY}{_DATE})", re.IGNORECASE)
NUMERIC_LINE = re.compile(
    rf"(?:\A|(?<=\n))[ \t]*{_AGENCY}{_LEAD}"
    rf"(?P<date>(?P<first>\d{{1,2}})(?P<mark>[-/.])(?P<second>\d{{1,2}})(?P=mark)(?P<year>{_YEAR}))\b",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?:[ \t]*[,/(–—][ \t]*|[ \t]+(?:-[ \t]+)?)"
# "ALEPPO, Syria, December 14, 2016 (Reuters) -", "Geneva (14 December 2016) -"; a mark or a name in capitals before it.
PLACED_LINE = re.compile(
    rf"(?:\A|(?<=\n))[ \t]*(?!(?i:{_alternation(_WORDS['no_cities'])})\b)(?:{_NAME}){{1,6}}"
    r"(?:(?<=[,/(–—])|(?<=[,/(–—-] )|(?<=[A-Z][A-Z] ))"
    rf"(?P<date>(?i:{_WEEKDAY}{_DATE}))\)?[ \t]*[,.]?[ \t]*[-–—(:/|]"
)
CITY_LINE = re.compile(
    r"\s*(?:[A-ZÀ-Þ][A-ZÀ-Þ'’-]+[ ,/]+){1,4}(?:[A-Z][\w.'’-]*[ ,]+){0,3}"
    rf"(?P<date>(?P<month>(?i:{_alternation(list(MONTHS))}))\b\.?\s+(?P<day>{_NUMBER})"
    rf"|(?P<day2>{_NUMBER})\s+(?P<month2>(?i:{_alternation(list(MONTHS))}))\b\.?)"
    r"(?!\d)\s*[,.]?\s*(?:\(|[-–—])"
)
