"""Casts as tables: what TOML or JSON says becomes a cast, or an error that names the place and what was expected.

[[actor]]
name = "Harbour Brigade"
aliases = ["HB", "the brigade"]
side = "the coast"
"""

import difflib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from accordingto.errors import BadCast
from accordingto.terms.casts import Actor, ActorKind, Cast, Sector, belongs_to, find_chain, key_of

LONGEST_NAME = 10  # words of a name that reading looks for
MOST_NAMES = 200  # of one actor: more than this is a list in the wrong place
STATE_KEYS = ("code", "adjectives", "capitals")
KEYS = ("name", "kind", "aliases", "called", "affiliation", "country", "sector", "side", *STATE_KEYS)
TABLES = ("actor", "state")

Table = Mapping[str, Any]


def read_cast(table: Table, *, where: str, beside: Cast) -> Cast:
    """The cast that the table says, each reference followed in it and in the cast beside it. `where` is for errors."""
    for name in table:
        if name not in TABLES:
            raise BadCast(
                f"{where}: nothing is called {name!r}{_meant(name, TABLES)}; write [[actor]] before each actor"
            )
    actors = tuple(_actor(one, at) for one, at in _rows(table, where))
    _check_names(actors, where)
    known = beside.with_own(Cast(actors)).by_key()
    return Cast(tuple(_check_references(actor, known, where) for actor in actors))


def cast_table(cast: Cast) -> dict[str, list[dict[str, Any]]]:
    """The table that says this cast: of each actor what is known, in the order of the keys."""
    return {"actor": [dict(_said(actor)) for actor in cast.actors]}


def _said(actor: Actor) -> Iterator[tuple[str, Any]]:
    for key in KEYS:
        value = getattr(actor, key)
        if value and (key, value) != ("kind", ActorKind.BODY):
            yield key, list(value) if isinstance(value, tuple) else str(value)


def _rows(table: Table, where: str) -> Iterator[tuple[Table, str]]:
    """Each actor's table, and how an error names it."""
    for kind in TABLES:
        rows = table.get(kind, [])
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            raise BadCast(f"{where}: {kind}: expected tables, each begun by [[{kind}]]")
        for number, row in enumerate(rows, 1):
            name = row.get("name")
            at = f"{where}: {kind} {number}{f' ({name!r})' if isinstance(name, str) else ''}"
            yield {"kind": ActorKind.STATE, **row} if kind == "state" else row, at


def _actor(row: Table, at: str) -> Actor:
    for key in row:
        if key not in KEYS:
            raise BadCast(f"{at}: nothing is called {key!r}{_meant(key, KEYS)}; an actor has {', '.join(KEYS)}")
    if "name" not in row:
        raise BadCast(f'{at}: name: is missing; write name = "..."')
    actor = Actor(**{key: _READERS[key](value, f"{at}: {key}") for key, value in row.items()})
    misplaced = next((key for key in STATE_KEYS if key in row and actor.kind is not ActorKind.STATE), None)
    if misplaced:
        raise BadCast(f'{at}: {misplaced}: only a state has one; leave it out, or write kind = "state"')
    return actor


def _meant(word: str, known: tuple[str, ...]) -> str:
    spelt = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), list(spelt), 1)
    return f" (is {spelt[near[0]]!r} meant?)" if near else ""


def _words(value: object, at: str) -> str:
    """Text on one line with a letter or a digit in it."""
    if not isinstance(value, str):
        raise BadCast(f"{at}: expected text in quotation marks, found {value!r}")
    if any(unicodedata.category(letter) in ("Cc", "Cs") for letter in value.strip()):
        raise BadCast(f"{at}: expected text on one line, found {value!r}")
    if not key_of(value):
        raise BadCast(f"{at}: expected words, found {value!r}; leave the line out where nothing is known")
    return " ".join(value.split())


def _name(value: object, at: str) -> str:
    name = _words(value, at)
    if len(name.split()) > LONGEST_NAME:
        raise BadCast(f"{at}: {name!r} has {len(name.split())} words; a name has at most {LONGEST_NAME}")
    return name


def _names(value: object, at: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise BadCast(f'{at}: expected a list such as ["one name", "another"], found {value!r}')
    if len(value) > MOST_NAMES:
        raise BadCast(f"{at}: {len(value)} names are more than the {MOST_NAMES} that one actor may have")
    return tuple(dict.fromkeys(_name(one, f"{at}: {number}") for number, one in enumerate(value, 1)))


def _one_of(kind: type[Sector] | type[ActorKind], words: str) -> Callable[[object, str], Any]:
    def read(value: object, at: str) -> Any:
        known = tuple(str(one) for one in kind)
        spelt = next(
            (one for one in kind if isinstance(value, str) and one.casefold() == value.strip().casefold()), None
        )
        if spelt is None:
            raise BadCast(f"{at}: {value!r} is no {words}; write one of {', '.join(known)}")
        return spelt

    return read


_READERS: Mapping[str, Callable[[object, str], Any]] = {
    "name": _name,
    "kind": _one_of(ActorKind, "kind of actor"),
    "aliases": _names,
    "called": _names,
    "affiliation": _words,
    "country": _words,
    "sector": _one_of(Sector, "PLOVER sector"),
    "side": _words,
    "code": _words,
    "adjectives": _names,
    "capitals": _names,
}


def _check_names(actors: tuple[Actor, ...], where: str) -> None:
    """No two actors of one table go by one name: nobody could tell who is meant."""
    owners: dict[str, Actor] = {}
    for actor in actors:
        for name in actor.names:
            owner = owners.setdefault(key_of(name), actor)
            if owner is not actor:
                raise BadCast(f"{where}: {name!r} is a name of {owner.name!r} and of {actor.name!r}; leave it to one")


def _check_references(actor: Actor, known: Mapping[str, Actor], where: str) -> Actor:
    """The actor, once whom it belongs to and its country are found; the country under its state's own name."""
    at = f"{where}: actor ({actor.name!r})"
    if actor.affiliation and key_of(actor.affiliation) not in known:
        raise BadCast(f"{at}: affiliation: no actor is called {actor.affiliation!r}; add it, or mend the name")
    last = (known[actor.key], *find_chain(known[actor.key], known))[-1]
    if belongs_to(last, known):
        raise BadCast(f"{at}: affiliation: belongs to itself in the end, by {last.name!r}; break the circle")
    return replace(actor, country=_state(actor.country, known, at)) if actor.country else actor


def _state(country: str, known: Mapping[str, Actor], at: str) -> str:
    state = known.get(key_of(country))
    if state is None or state.kind is not ActorKind.STATE:
        names = tuple(one.name for one in known.values() if one.kind is ActorKind.STATE)
        raise BadCast(f"{at}: country: no state is called {country!r}{_meant(country, names)}; add it as a [[state]]")
    return state.name
