"""The words by which places are found, from lexicons/places.toml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from accordingto.read.lexicons import load_lexicon

SETS = (
    "placing",
    "joining",
    "near",
    "directions",
    "articles",
    "titles",
    "bodies",
    "bodies_of",
    "stop",
    "sometimes",
    "acronyms",
    "no_places",
    "based",
    "heads",
    "names_of_persons",
    "leading",
    "inside",
    "at",
    "kinds",
    "no_names",
    "buildings",
    "landmarks",
    "in_names",
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Cues, directions, stop words and peoples; `words` is the whole lexicon, the sets are for looking up."""

    words: Mapping[str, Any]
    cues: Mapping[str, int] = field(repr=False, compare=False)
    peoples: Mapping[str, str] = field(repr=False, compare=False)
    placing: frozenset[str] = field(repr=False, compare=False)
    joining: frozenset[str] = field(repr=False, compare=False)
    near: frozenset[str] = field(repr=False, compare=False)
    directions: frozenset[str] = field(repr=False, compare=False)
    articles: frozenset[str] = field(repr=False, compare=False)
    titles: frozenset[str] = field(repr=False, compare=False)
    bodies: frozenset[str] = field(repr=False, compare=False)
    bodies_of: frozenset[str] = field(repr=False, compare=False)
    stop: frozenset[str] = field(repr=False, compare=False)
    sometimes: frozenset[str] = field(repr=False, compare=False)
    acronyms: frozenset[str] = field(repr=False, compare=False)
    no_places: frozenset[str] = field(repr=False, compare=False)
    based: frozenset[str] = field(repr=False, compare=False)
    heads: frozenset[str] = field(repr=False, compare=False)
    names_of_persons: frozenset[str] = field(repr=False, compare=False)
    leading: frozenset[str] = field(repr=False, compare=False)
    inside: frozenset[str] = field(repr=False, compare=False)
    at: frozenset[str] = field(repr=False, compare=False)
    kinds: frozenset[str] = field(repr=False, compare=False)
    no_names: frozenset[str] = field(repr=False, compare=False)
    buildings: frozenset[str] = field(repr=False, compare=False)
    landmarks: frozenset[str] = field(repr=False, compare=False)
    in_names: frozenset[str] = field(repr=False, compare=False)
    adjective_ends: tuple[str, ...] = field(repr=False, compare=False)

    @classmethod
    def load(cls) -> "PlaceWords":
        words = load_lexicon("places")
        lists = words["lists"]
        sets = {name: frozenset(lists[name]) for name in SETS}
        return cls(words, words["cues"], words["peoples"], adjective_ends=tuple(lists["adjective_ends"]), **sets)
