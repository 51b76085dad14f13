"""Houses: the agencies, broadcasters and papers of a cast, each under one key by all its spellings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of
from accordingto.reconcile.memories import remembered
from accordingto.terms.casts import ActorKind, Cast
from accordingto.terms.general import general_cast
from accordingto.terms.ids import content_id

REMARK = re.compile(r"\s*\([^)]*\)")  # "The Harbour Post (invented)"
SURNAME = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]+")  # "Saba" is an agency, "Amal Saba" is not
FIRST_NAME = re.compile(rf"(?<!\w)({SURNAME.pattern})\s+$")
ARTICLES = frozenset({"The", "A", "An"})


@dataclass(frozen=True, slots=True, eq=False)
class Houses:
    """The key of each spelling in small letters, and of each actor of the cast by its own key. Two are never equal.

    `names` are the spellings as the cast writes them, `lands` the words that tell of a state: "Turkish Anadolu" is the
    agency.
    """

    names: tuple[str, ...]
    by_spelling: Mapping[str, str]
    by_actor: Mapping[str, str]
    lands: frozenset[str]

    @classmethod
    def of(cls, cast: Cast) -> "Houses":
        """Those of a cast; the names that it gives to more than one actor are the first's."""
        outlets = [actor for actor in cast.actors if actor.kind is ActorKind.OUTLET]
        names = tuple(name for actor in outlets for name in actor.names)
        spelled = {_plain(name): actor.name for actor in reversed(outlets) for name in actor.names}
        lands = {word for state in cast.states for word in (state.name, *state.adjectives)}
        return cls(names, spelled, {actor.key: actor.name for actor in outlets}, frozenset(lands))

    @property
    def version(self) -> str:
        """A hash of the spellings and their keys."""
        return content_id("houses", *(part for pair in sorted(self.by_spelling.items()) for part in pair))

    def key(self, name: str) -> str:
        """One key for a house under all its spellings: its name in the cast, else the plain name."""
        plain = _plain(name)
        return self.by_spelling.get(plain, plain)

    def named(self, name: str) -> str | None:
        """The key of the house that a link or a source is, None for anyone else ("the Reuters news agency")."""
        return _named(self, name)


@lru_cache(maxsize=65536)
def _named(houses: Houses, name: str) -> str | None:
    found = _pattern(houses).search(name)
    return houses.key(found.group()) if found and not _is_surname(found, houses) else None


def _is_surname(found: re.Match[str], houses: Houses) -> bool:
    before = FIRST_NAME.search(found.string, 0, found.start())
    return bool(before and SURNAME.fullmatch(found.group()) and before[1] not in houses.lands | ARTICLES)


def _plain(name: str) -> str:
    return " ".join(REMARK.sub("", name).lower().split()).removeprefix("the ")


@lru_cache(maxsize=16)
def _pattern(houses: Houses) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(houses.names)})(?!\w)", re.IGNORECASE)


@remembered  # a cast is some hundreds of actors, asked for with every incident
def houses_of(cast: Cast | None) -> Houses:
    """The houses of a cast, or of the general one; the same ones each time it is asked for."""
    return _houses_of(cast)


@lru_cache(maxsize=16)  # casts: a process compares under one or two
def _houses_of(cast: Cast | None) -> Houses:
    return Houses.of(cast or general_cast())


GENERAL = houses_of(None)
