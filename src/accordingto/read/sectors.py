"""Sectors: what a voice does in its society, by the nouns it is named with: "a source in the army" is military."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from accordingto.read.lexicons import load_lexicon
from accordingto.terms.casts import Sector


@dataclass(frozen=True, slots=True)
class SectorWords:
    """The nouns that tell a sector; those of `weak` only where no other does.

    `of` are the prepositions after which stands what somebody is of, `of_state` the sectors that speak for a state.
    """

    strong: Mapping[str, Sector]
    weak: Mapping[str, Sector]
    of: frozenset[str]
    of_state: frozenset[Sector]

    @classmethod
    def load(cls) -> "SectorWords":
        table = load_lexicon("sectors")
        return cls(
            _by_noun({name: nouns for name, nouns in table.items() if isinstance(nouns, list)}),
            _by_noun(table["weak"]),
            frozenset(table["of"]["words"]),
            frozenset(map(Sector, table["state"]["sectors"])),
        )


def _by_noun(table: Mapping[str, list[str]]) -> dict[str, Sector]:
    return {noun: Sector(name) for name, nouns in table.items() for noun in nouns}


def find_sector(
    mentions: Iterable[tuple[str, ...]], prepositions: frozenset[str], lexicon: SectorWords
) -> Sector | None:
    """The sector that these mentions of one voice tell, the first of them first; any strong noun before a weak one."""
    named = [tuple(_nouns(words, prepositions, lexicon.of)) for words in mentions]
    for table in (lexicon.strong, lexicon.weak):
        if sector := next((table[noun] for nouns in named for noun in nouns if noun in table), None):
            return sector
    return None


def _nouns(words: tuple[str, ...], prepositions: frozenset[str], of: frozenset[str]) -> Iterator[str]:
    """Its words from the head back to the first, then what it is of."""
    yield from reversed(tuple(takewhile(lambda word: word not in prepositions, words)))
    after = tuple(dropwhile(lambda word: word not in prepositions, words))
    if after and after[0] in of:
        yield from after[1:]
