"""Doers: the names by which the cast in force knows those who bear arms, as they stand in a sentence.

The words that name a side in any war are in the lexicons; an armed group that only a cast knows is found by these.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word, find_words
from accordingto.terms.casts import ActorKind, Cast, Sector
from accordingto.terms.general import general_cast

ARMED = frozenset(map(Sector, ("MIL", "COP", "SPY", "REB", "UAF", "IMG", "CRM")))


@dataclass(frozen=True, slots=True)
class DoerNames:
    """The key of each armed actor by its names: proper ones, initials, and common nouns with their article.

    Initials stand in capitals ("HB"); a common noun ("the brigade") is a name only where a case's cast says so.
    """

    proper: Phrases[str]
    initials: Phrases[str]
    common: Phrases[str]

    @classmethod
    def of(cls, cast: Cast | None = None) -> "DoerNames":
        """Those of this cast, or of the general one."""
        named = tuple(_names(cast or general_cast()))
        initials = [(_owning(name), key) for name, key in named if _is_initials(name)]
        common = [(f"the {_owning(name.removeprefix('the '))}", key) for name, key in named if name == name.lower()]
        proper = [(_owning(name), key) for name, key in named if not _is_initials(name) and name != name.lower()]
        return cls(*map(Phrases.of, (proper, initials, common)))

    def at(self, words: Sequence[Word], at: int) -> tuple[int, str] | None:
        """Where the name that starts here ends, and whose it is; of a common noun its article is the start."""
        found = self.initials.at(words, at)
        if found and _is_initials("".join(word.text for word in words[at : found[0]]).rstrip("'’s")):
            return found
        found = self.proper.at(words, at) if words[at].text[0].isupper() else None
        return found or self.common.at(words, at)


def _names(cast: Cast) -> Iterator[tuple[str, str]]:
    """Every name of an armed body, with its key."""
    for actor in cast.traits().values():
        if actor.kind is ActorKind.BODY and actor.sector in ARMED:
            yield from ((" ".join(name.replace("/", " ").split()), actor.key) for name in actor.names)


def _owning(name: str) -> str:
    """The name as a phrase of a lexicon, also where it owns something: "the Harbour Brigade's shells"."""
    lower = " ".join(word.lower for word in find_words(name, 0, len(name)))
    return f"{lower}/{lower.rsplit(' ', 1)[-1]}'s/{lower.rsplit(' ', 1)[-1]}’s"


def _is_initials(name: str) -> bool:
    return name.isupper() and " " not in name
