"""What an expression of time is read against: the words, its day, the times told before, the tense."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from accordingto.read.calendars import Stretch


@dataclass(frozen=True, slots=True)
class TimeSetting:
    """`day` is the report's, `told` the day and `year` the year last named before; `ahead`: the clause looks ahead.

    In a `history` the `day` is where the time last told, `last`, begins. `lent` is the year of a time told in one
    breath with this one: "in August and September 1914".
    """

    words: Mapping[str, Any]
    day: date | None
    told: date | None
    year: int | None
    ahead: bool
    history: bool = False
    last: Stretch | None = None
    lent: int | None = None

    @property
    def near(self) -> date | None:
        """The day last named, else the day itself."""
        return self.told or self.day

    @property
    def today(self) -> date | None:
        """The day of whoever tells: "tonight", "two days ago". A history does not say when it was told."""
        return None if self.history else self.day

    def around(self, unit: str) -> date | None:
        """What "the same month" is told from: the time last told, and for a day the day last named."""
        if unit == "D" or self.last is None:
            return self.near
        return self.last.earliest

    def number(self, words: str | None) -> float | None:
        """The number that digits or a number word stand for; None for "several"."""
        if words is None:
            return None
        text = re.sub(r"\s+", " ", words.lower())
        if text.endswith(("-1/2", "½")):
            half = self.number(text.removesuffix("-1/2").removesuffix("½") or "0")
            return None if half is None else half + 0.5
        if text[0].isdigit():
            return float(text.replace(",", "")) if len(text) < 8 else None
        tens, _, ones = text.replace(" ", "-").partition("-")
        numbers = self.words["numbers"]
        if text not in numbers and ones and tens in numbers and ones in numbers:
            return float(numbers[tens] + numbers[ones])
        found = numbers.get(text)
        return float(found) if found is not None else None

    def weekday(self, words: str) -> int:
        """0 for Monday to 6 for Sunday."""
        text = words.lower()
        found = self.words["weekdays"].get(text)
        return int(self.words["short_weekdays"][text] if found is None else found)

    def month(self, words: str) -> int:
        """1 to 12."""
        return int(self.words["months"][words.lower()])

    def unit(self, words: str) -> str:
        """TIMEX3's letter of a unit."""
        return str(self.words["units"][words.lower()])

    def part(self, words: str | None) -> str:
        """TIMEX3's letters of a part of a day, or nothing."""
        if words is None:
            return ""
        text = re.sub(r"\s+", " ", words.lower())
        return str(self.words["parts"].get(text) or self.words["moments"][text])

    def ordinal(self, words: str) -> int:
        """1 for "first"."""
        digits = re.match(r"\d+", words)
        return int(digits.group()) if digits else int(self.words["ordinals"][words.lower()])
