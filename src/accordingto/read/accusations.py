"""Accusations: whoever is charged with harm by a verb of charging, though no list knows them for a side."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from accordingto.read.sentences import Word

LONGEST = 8  # words of the name of the accused
DEED = 14  # words after "of" in which the deed must stand

Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class ChargeWords:
    """Verbs that charge, what stands between the accused and the deed, and the words of deeds."""

    verbs: AbstractSet[str]
    between: AbstractSet[str]
    ends: AbstractSet[str]
    skipped: AbstractSet[str]
    deeds: AbstractSet[str]

    @classmethod
    def of_table(cls, table: Mapping[str, Any]) -> "ChargeWords":
        attacks = table["attacks"]
        deeds = (*attacks["nouns"], *attacks["verbs"], *table["victims"]["harms"], *table["charges"]["of"])
        charges = table["charges"]
        verbs, between, ends, skipped = (frozenset(charges[name]) for name in ("verbs", "between", "ends", "skipped"))
        return cls(verbs, between, ends, skipped, frozenset(deeds))


def find_accused(words: Words, lexicon: ChargeWords) -> Iterator[tuple[int, int]]:
    """The words that name somebody accused of harm, in order: "accused the council of shelling the market"."""
    for at, word in enumerate(words):
        if word.lower in lexicon.verbs:
            accused = _accused(words, at + 1, lexicon)
            if accused:
                yield accused


def _accused(words: Words, first: int, lexicon: ChargeWords) -> tuple[int, int] | None:
    """The name between the verb and its "of" or "for", where a deed of harm follows that."""
    while first < len(words) and words[first].lower in lexicon.skipped:
        first += 1
    for at in range(first, min(first + LONGEST + 1, len(words))):
        lower = words[at].lower
        if lower in lexicon.between:
            harm = any(word.lower in lexicon.deeds for word in words[at + 1 : at + 1 + DEED])
            return (first, at) if at > first and harm else None
        if lower in lexicon.ends:
            return None
    return None
