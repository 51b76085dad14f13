"""Wordings: fixed runs of words, each with what it stands for, looked up at one place of a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from accordingto.read.sentences import Word

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Wordings(Generic[V]):
    """Runs of words by their first word, longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], V], ...]]

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, V]]) -> "Wordings[V]":
        """The table of these runs. Of two with the same words the first stands."""
        table: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for wording, value in pairs:
            parts = tuple(wording.split())
            table.setdefault(parts[0], []).append((parts, value))
        return cls({first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()})

    def at(self, words: tuple[Word, ...], start: int) -> tuple[int, V] | None:
        """Where the longest run that starts here ends, and its value."""
        for parts, value in self.by_first.get(words[start].lower, ()):
            if len(parts) == 1:
                return start + 1, value
            end = start + len(parts)
            if end <= len(words) and all(words[start + k].lower == part for k, part in enumerate(parts)):
                return end, value
        return None
