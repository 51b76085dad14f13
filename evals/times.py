"""Scores the reading of times against annotated texts: `python -m evals.times [FILE ...]`, WikiWars dev by default.

- `strict F1`: expressions whose first and last character are the gold's.
- `relaxed F1`: expressions that share a character with one of the gold's; each is matched once, exact ones first.
- `value F1`: relaxed matches of equal value, as in TempEval-3: precision is their share of all that was found, recall
  their share of all gold expressions, those to which the annotators gave no value included (the reader is right on
  these only when it gives none). `strict value F1` asks for the exact extent too.

A row's `dct` is used with `--published` alone; without it a text has no day and is read as one that tells history.
`--timex3` scores the shipped convention; without it the reading is put into TIMEX2's first (`evals/timex2.py`).
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report
from evals.shared import SHARED, load_lines
from evals.timex2 import Timex, as_they_stand, in_timex2

WIKIWARS_DEV = SHARED / "data" / "times" / "wikiwars_dev.jsonl"
NO_TITLE = len("\n\n")  # characters of a body before its text, where the report has no title


@dataclass(frozen=True, slots=True)
class Tally:
    """How many expressions there are, were found, and were found right."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0
    strict_value: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.strict + other.strict,
            self.relaxed + other.relaxed,
            self.value + other.value,
            self.strict_value + other.strict_value,
        )

    def f1(self, right: int) -> float:
        """The harmonic mean of precision and recall, in percent."""
        total = self.gold + self.found
        return round(200 * right / total, 1) if total else 0.0

    @property
    def table(self) -> dict[str, float]:
        return {
            "strict F1": self.f1(self.strict),
            "relaxed F1": self.f1(self.relaxed),
            "value F1": self.f1(self.value),
            "strict value F1": self.f1(self.strict_value),
        }


def score_times(rows: Iterable[dict[str, Any]], *, published: bool = False, timex2: bool = True) -> Tally:
    """The tally over all texts."""
    words, sentences = TimeWords.load(), SentenceWords.load()
    total = Tally()
    for row in rows:
        day = date.fromisoformat(row["dct"]) if published else None
        page = divide(Report.of(title="", text=row["text"], published=day), sentences)
        total += tally(gold_times(row), found_times(page, words, timex2=timex2))
    return total


def found_times(page: Page, words: TimeWords, *, timex2: bool) -> tuple[Timex, ...]:
    """What the reader finds, counted in characters of the text alone."""
    mentions = read_times(page, words)
    found = in_timex2(page.body, mentions) if timex2 else as_they_stand(mentions)
    return tuple(Timex(time.start - NO_TITLE, time.end - NO_TITLE, time.value) for time in found)


def gold_times(row: dict[str, Any]) -> tuple[Timex, ...]:
    """The annotators' expressions, in reading order."""
    times = (Timex(time["start"], time["end"], time["value"]) for time in row["timexes"])
    return tuple(sorted(times, key=lambda time: (time.start, time.end)))


def tally(gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    """How the expressions found in one text compare with the gold's."""
    pairs = match(gold, found)
    exact = [(one, other) for one, other in pairs if one.extent == other.extent]
    return Tally(len(gold), len(found), len(exact), len(pairs), _same_value(pairs), _same_value(exact))


def match(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Gold and found expressions in pairs: those of one extent, then in reading order those that overlap."""
    left = {time.extent: time for time in found}
    pairs = [(time, left.pop(time.extent)) for time in gold if time.extent in left]
    matched = {time.extent for time, _ in pairs}
    rest = sorted(left.values(), key=lambda time: time.extent)
    for time in gold:
        other = next((one for one in rest if time.overlaps(one)), None)
        if time.extent not in matched and other:
            rest.remove(other)
            pairs.append((time, other))
    return pairs


def _same_value(pairs: Iterable[tuple[Timex, Timex]]) -> int:
    return sum((one.value or "").upper() == (other.value or "").upper() for one, other in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[WIKIWARS_DEV])
    parser.add_argument("--published", action="store_true", help="take `dct` for the day of publication")
    parser.add_argument("--timex3", action="store_true", help="score extents and values as they ship")
    asked = parser.parse_args()
    for path in asked.files:
        if not path.is_file():
            sys.exit(f"{path} does not exist: nothing to measure against")
        total = score_times(load_lines(path), published=asked.published, timex2=not asked.timex3)
        print(f"{path.stem}: {total.gold} expressions, {total.found} found")
        print("\n".join(f"  {name:16} {value:.1f}" for name, value in total.table.items()))


if __name__ == "__main__":
    main()
