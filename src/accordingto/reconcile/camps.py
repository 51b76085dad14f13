"""Camps: on which side the case's cast has those whom some words of a report name ("Russian jets")."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.terms.casts import Cast, key_of

LONGEST = 6  # words of a name that is looked for; longer ones are found by their own aliases
ARTICLES = frozenset({"the", "a", "an", "its", "their"})

_ARMS = frozenset(load_lexicon("parties")["general"]["arms"])
Sides = Mapping[tuple[str, ...], str | None]


@dataclass(frozen=True, slots=True)
class Camps:
    """The side of every name of a cast, None where the cast gives it none.

    `nouns` are names in small letters ("the army"), `adjectives` say what is of a state ("Russian").
    """

    names: Sides = field(default_factory=dict)
    nouns: Sides = field(default_factory=dict)
    adjectives: Sides = field(default_factory=dict)

    @classmethod
    def of(cls, cast: Cast) -> "Camps":
        """Each name with the side of its actor, or of whom that belongs to."""
        traits = cast.traits()
        called = [(name, traits[a.key].side) for a in reversed(cast.actors) for name in a.names]
        return cls(
            {_words(name): side for name, side in called if name != name.lower()},
            {_bare(_words(name)): side for name, side in called if name == name.lower()},
            {_words(word): traits[a.key].side for a in reversed(cast.actors) for word in a.adjectives},
        )

    def side_of_name(self, name: str) -> str | None:
        """The side of the actor that goes by this name and no more."""
        key = _words(name)
        return self.names.get(key, self.nouns.get(key))

    def side_of(self, words: str) -> str | None:
        """The one side on which all stand whom these words name; None where they name nobody, or several sides."""
        key = _bare(_words(words))
        found = set(self._noun(key)) or set(self._named(key))
        return found.pop() if len(found) == 1 else None

    def _noun(self, key: tuple[str, ...]) -> Iterator[str | None]:
        """ "the regime", "regime warplanes"; never "the Turkish army" for "the army"."""
        for size in range(len(key), 0, -1):
            if key[:size] in self.nouns and _ARMS.issuperset(key[size:]):
                yield self.nouns[key[:size]]
                return

    def _named(self, key: tuple[str, ...]) -> Iterator[str | None]:
        """The sides of the names in the words, the longest first: "Free Coast Army" is no "Coast Army"."""
        at = 0
        while at < len(key):
            size = next((size for size in range(LONGEST, 0, -1) if key[at : at + size] in self.names), 0)
            if size:
                yield self.names[key[at : at + size]]
            elif key[at : at + 1] in self.adjectives and _ARMS.intersection(key[at + 1 : at + 2]):
                yield self.adjectives[key[at : at + 1]]
            at += max(1, min(size, len(key) - at))


@lru_cache(maxsize=8)
def camps_of(cast: Cast) -> Camps:
    """The camps of a cast. Reports are heard family by family, all under one cast: it is looked through once."""
    return Camps.of(cast)


def _words(name: str) -> tuple[str, ...]:
    return tuple(key_of(name).split("-"))


def _bare(key: tuple[str, ...]) -> tuple[str, ...]:
    return key[1:] if key[0] in ARTICLES and len(key) > 1 else key
