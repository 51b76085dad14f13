"""Anchors of times: the day of the report, or in a text that tells history the times told before."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from accordingto.read.calendars import Stretch
from accordingto.read.sentences import Page
from accordingto.terms.times import TimeKind

A_SEASON = timedelta(days=93)
YEARS_PAST = 2  # a year further back than this is no part of the news
ENOUGH, MOSTLY = 5, 0.8  # dates of the past, and their share of all dates told with a year, that make a text history


@dataclass(frozen=True, slots=True)
class Told:
    """What a text has told so far: the day last named, the year last named, and the last stretch of any length."""

    history: bool
    published: date | None
    day: date | None = None
    year: int | None = None
    last: Stretch | None = None

    @property
    def anchor(self) -> date | None:
        """The day that the next time is told from."""
        if not self.history:
            return self.published
        return self.last.earliest if self.last else None

    def after(self, stretch: Stretch, words: str, *, sets_scene: bool) -> "Told":
        """The same after one more time, told in these words.

        A month or a day moves the story on; a whole year does where it sets the scene ("In 1915 ..."), not in passing.
        """
        day = stretch.earliest if stretch.earliest and stretch.earliest == stretch.latest else self.day
        moves = stretch.kind in (TimeKind.DATE, TimeKind.TIME) and (sets_scene or not self.last or is_narrow(stretch))
        last = stretch if moves and stretch.earliest else self.last
        if self.history and last:
            return replace(self, day=day, last=last, year=last.earliest.year if last.earliest else self.year)
        return replace(self, day=day, last=last, year=_year_told(stretch, words) or self.year)

    def in_new_paragraph(self) -> "Told":
        """A report begins anew with each paragraph: its years are those of the day again."""
        return self if self.history else replace(self, year=None)


def is_narrow(stretch: Stretch) -> bool:
    """Whether it is a season or less."""
    return bool(stretch.earliest and stretch.latest and stretch.latest - stretch.earliest <= A_SEASON)


def _year_told(stretch: Stretch, words: str) -> int | None:
    """The year that the words themselves give a month or a day."""
    value = stretch.value or ""
    told = stretch.kind is TimeKind.DATE and len(value) >= len("2013-08") and value[:4].isdigit()
    return int(value[:4]) if told and value[:4] in words else None


def tells_history(page: Page, dated: re.Pattern[str]) -> bool:
    """Whether times are told from the times before them: nobody knows the day of the text, or it tells of years past.

    `dated` finds a month with its year. A history may be published on any day, and its "4 May" is none of that day.
    """
    day = page.report.day
    if day is None:
        return True
    years = [int(match["year"]) for match in dated.finditer(page.body)]
    return _mostly_past(years, day.year)


def _mostly_past(years: Iterable[int], now: int) -> bool:
    past = [now - year > YEARS_PAST for year in years]
    return sum(past) >= ENOUGH and sum(past) >= MOSTLY * len(past)
