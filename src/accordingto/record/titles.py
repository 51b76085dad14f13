"""Titles: incidents by the words of their titles, without making a title for each."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from sqlalchemy import Connection

from accordingto.record.rolls import Numbers, Roll, Told
from accordingto.record.summaries import load_summaries
from accordingto.terms.ids import CONSONANTS, VOWELS, may_be_spoken
from accordingto.terms.summaries import NOWHERE, Summary

What = Callable[[str, str | None], str]
When = Callable[[str | None], str]

SPOKEN = len("lusab-babad\n")  # a speakable id with what parts it from the next


def list_titled(
    record: Connection, roll: Roll, words: Sequence[str], what: What, when: When, most: int
) -> tuple[Summary, ...]:
    """The first in the order of a case whose title or short name has all of these words, however they are spelt in it.

    `what` says how a title begins, of a type and a mode, `when` how it ends, of a date: both in folded words.
    """
    fits = np.full(len(roll), bool(words))
    for word in words:
        fits &= _has(roll, word, what, when)
    return load_summaries(record, roll.named(_first_dated(roll, np.flatnonzero(fits), most)))


def _has(roll: Roll, word: str, what: What, when: When) -> Numbers:
    """Whose title or name the word is a part of: parts of a title end in a comma, and words have no spaces."""
    found: Numbers = roll.kinds.where(lambda kind: word in f"{what(*kind)},")
    found |= _places(roll.places).having(word)[roll.places.numbers]
    found |= _dates(roll.dates, when).having(word)[roll.dates.numbers]
    if may_be_spoken(word):
        found |= _names(roll).having(word)
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """Lines in which words are looked for: all at once, in the text that they are together."""

    text: str
    starts: Numbers

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Lines":
        ends = np.cumsum([len(line) + 1 for line in lines], dtype=np.int64)
        return cls("\n".join(lines), np.concatenate(([0], ends[:-1])) if lines else ends)

    def having(self, word: str) -> Numbers:
        """Which lines the word is a part of; a word has no spaces."""
        at = [match.start() for match in re.finditer(re.escape(word), self.text)]
        found = np.zeros(len(self.starts), bool)
        found[np.searchsorted(self.starts, at, side="right") - 1] = True
        return found


@lru_cache(maxsize=2)
def _places(places: Told) -> Lines:
    """The places of a case as titles have them; kept, since all that search look through the same."""
    return Lines.of([f"{' '.join((place or NOWHERE).split()).casefold()}," for place in places.values])


@lru_cache(maxsize=2)
def _dates(dates: Told, when: When) -> Lines:
    return Lines.of([when(date) for date in dates.values])


@lru_cache(maxsize=2)
def _names(roll: Roll) -> Lines:
    return Lines(_spoken(roll.ids), np.arange(len(roll)) * SPOKEN)


def _spoken(ids: Numbers) -> str:
    """The speakable ids of these, one a line; the same as `speakable`."""
    digits = np.ascontiguousarray(ids).view(np.uint8).reshape(len(ids), 32)[:, :8].astype(np.int64)
    bits = np.where(digits >= ord("a"), digits - ord("a") + 10, digits - ord("0"))
    consonants, vowels = (np.frombuffer(letters.encode("ascii"), np.uint8) for letters in (CONSONANTS, VOWELS))
    lines = np.full((len(ids), SPOKEN), ord("-"), np.uint8)
    lines[:, -1] = ord("\n")
    for half in (0, 1):
        word = bits[:, 4 * half : 4 * half + 4] @ np.array([4096, 256, 16, 1])
        shifts = ((consonants, 12, 15), (vowels, 10, 3), (consonants, 6, 15), (vowels, 4, 3), (consonants, 0, 15))
        for place, (letters, shift, mask) in enumerate(shifts):
            lines[:, 6 * half + place] = letters[word >> shift & mask]
    return lines.tobytes().decode("ascii")


def _first_dated(roll: Roll, found: Numbers, most: int) -> Numbers:
    """The first of these in the order of a case: by date, place and id; the same as `Summary.dated`."""
    if len(found) <= most:
        nearest = found
    else:
        days = _order(roll.dates, found, "9")
        nearest = found[days <= np.partition(days, most - 1)[most - 1]]
    order = np.lexsort((roll.ids[nearest], _order(roll.places, nearest, ""), _order(roll.dates, nearest, "9")))
    first: Numbers = nearest[order[:most]]
    return first


def _order(told: Told, found: Numbers, unknown: str) -> Numbers:
    """What is told of each of these as a number by which it comes before or after the others."""
    there, each = np.unique(told.numbers[found], return_inverse=True)
    words = [told.values[number] or unknown for number in there.tolist()]
    place = {word: number for number, word in enumerate(sorted(set(words)))}
    order: Numbers = np.array([place[word] for word in words], int)[each]
    return order
