"""Phrases: wordings of a lexicon, each with what it stands for, and where they stand in a run of words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from accordingto.read.sentences import Word

Meaning = TypeVar("Meaning")
LONGEST_BEFORE = 4  # words of a phrase that is looked for backwards


@dataclass(frozen=True, slots=True)
class Phrases(Generic[Meaning]):
    """What each wording stands for, by its first word, longest wording first."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]

    @classmethod
    def of(cls, entries: Iterable[tuple[str, Meaning]]) -> "Phrases[Meaning]":
        """From lexicon phrases; where two share a wording the first one stands."""
        meanings: dict[tuple[str, ...], Meaning] = {}
        for phrase, meaning in entries:
            for wording in spelled_out(phrase):
                meanings.setdefault(wording, meaning)
        by_first: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        for wording in sorted(meanings, key=lambda words: (-len(words), words)):
            by_first.setdefault(wording[0], []).append((wording, meanings[wording]))
        return cls({first: tuple(wordings) for first, wordings in by_first.items()})

    def find(self, words: Sequence[Word]) -> Iterator[tuple[int, int, Meaning]]:
        """Each phrase that stands in the words, as (first word, end, meaning): leftmost, longest, none overlapping."""
        at = 0
        while at < len(words):
            found = self.at(words, at)
            if found:
                yield at, *found
            at = found[0] if found else at + 1

    def at(self, words: Sequence[Word], at: int) -> tuple[int, Meaning] | None:
        """Where the longest phrase that starts here ends, and its meaning."""
        for wording, meaning in self.by_first.get(words[at].lower, ()):
            end = at + len(wording)
            if len(wording) == 1 or tuple(word.lower for word in words[at:end]) == wording:
                return end, meaning
        return None

    def ends_at(self, words: Sequence[Word], end: int) -> bool:
        """Whether one of them ends right before this place."""
        return any((found := self.at(words, at)) and found[0] == end for at in range(max(0, end - LONGEST_BEFORE), end))


def spelled_out(phrase: str) -> Iterator[tuple[str, ...]]:
    """Every wording of a lexicon phrase: "air strike/strikes" is ("air", "strike") and ("air", "strikes")."""
    yield from product(*(word.split("/") for word in phrase.split()))
