"""Layouts: where the sentences of a report stand, and its headline wherever that is printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from accordingto.reconcile.memories import remembered
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

HEADLINE_START = 4  # words by which a headline is known where a text prints it again

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_STOP = re.compile(r"[.!?…][\"”’')]*(?:\s+|$)|\n+")


@dataclass(frozen=True, slots=True)
class Layout:
    """A report in sentences, the title first, none left out; and every stretch that is its headline."""

    body: str
    sentences: tuple[tuple[int, int], ...]
    headlines: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, report: Report) -> "Layout":
        return _layout(report)

    def sentence_of(self, anchor: Anchor) -> int:
        """The number of the sentence in which the words begin."""
        return next((n for n, (start, end) in enumerate(self.sentences) if start <= anchor.start < end), 0)

    def words_of(self, sentence: int) -> str:
        return self.body[slice(*self.sentences[sentence])]

    def in_headline(self, anchor: Anchor) -> bool:
        return any(start <= anchor.start < end for start, end in self.headlines)


@remembered
def _layout(report: Report) -> Layout:
    body = report.body
    stops = [stop.end() for stop in _STOP.finditer(body) if stop.end() < len(body)]
    return Layout(body, tuple(zip([0, *stops], [*stops, len(body)], strict=True)), _headlines(report))


def _headlines(report: Report) -> tuple[tuple[int, int], ...]:
    """The title, and every stretch of the text that begins with the same words and is as long."""
    title, words = _plain_words(report.title), _plain_words(report.body)
    if not title:
        return ()
    stretches = [(at, min(at + len(title), len(words)) - 1) for at in _starts(title[:HEADLINE_START], words)]
    text = list(islice(_WORD.finditer(report.body), max(last for _, last in stretches) + 1))  # it begins with its title
    return tuple((text[first].start(), text[last].end()) for first, last in stretches)


def _starts(first: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    """Where among the words these stand, one after the other."""
    at = -1
    for _ in range(words.count(first[0])):
        at = words.index(first[0], at + 1)
        if words[at : at + len(first)] == first:
            yield at


def _plain_words(text: str) -> list[str]:
    return [_plain(word) for word in _WORD.findall(text)]


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """In lower case, without its marks: a headline loses these on the way ("Harrat's", "Harrats")."""
    return word.replace("'", "").replace("’", "").lower()
