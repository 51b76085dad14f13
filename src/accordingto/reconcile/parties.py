"""Parties: which side of a conflict some words name, so that "Assad's jets" and "regime warplanes" are one author.

"The army" is the army of the land that its report speaks of: `home` is the party that land's state is.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.names import read_name
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

STATE = "the government"  # of a land that nobody names

_LEXICON = load_lexicon("parties")
_PARTY = {name: party for party, names in _LEXICON["parties"].items() for name in names}
_SIDE = {party: side for side, parties in _LEXICON["sides"].items() for party in parties}
_NAMES = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in sorted(_PARTY, key=len, reverse=True))})(?![\w])")
_GENERAL = any_of(_LEXICON["general"]["state"])
_STATE = re.compile(rf"(?<![\w-])(?i:{_GENERAL})(?!\w)")
_STATE_OF = re.compile(rf"(?<![\w-])(?P<nation>[A-ZÀ-Þ][a-zà-ÿ]+)(?:['’]s)?\s+(?:{_GENERAL})(?!\w)")
_DETERMINERS = frozenset(_LEXICON["general"]["determiners"])
_STATES = frozenset(_LEXICON["homes"].values())
_NATIONS = {name: nation for nation, names in load_lexicon("assertions")["nations"].items() for name in names}
_NO_NATION = frozenset(name.split()[0] for name in _LEXICON["general"]["state"]) | {"the", "a", "an", "its", "their"}


_LOOSE = re.compile(rf"(?<![\w-])(?:{any_of(_LEXICON['loose']['names'])})(?![\w])", re.IGNORECASE)
LOOSELY_NAMED = frozenset(_LEXICON["loose"]["may_be"])


@lru_cache(maxsize=65536)
def named_loosely(words: str) -> bool:
    """Whether an armed group is named by nothing but what its enemies call it: "terrorists", "gunmen"."""
    rest, found = _LOOSE.subn(" ", words.lower())
    return bool(found) and not _NAMES.search(rest)


@lru_cache(maxsize=65536)
def parties_named(words: str, home: str | None = None) -> frozenset[str]:
    """Every party these words name; for one that no lexicon knows, the skeleton of its proper name."""
    plain = words.lower().replace("’", "'")
    if found := {_PARTY[name] for name in _NAMES.findall(plain)}:
        return frozenset(found)
    if lands := _lands(words):
        return frozenset(lands)
    if _STATE.search(words):
        return frozenset({home or STATE})
    if not any(word[:1].isupper() for word in words.split() if word.lower() not in _DETERMINERS):
        return frozenset()
    return frozenset(sorted(read_name(words).keys)[:1])


def _lands(words: str) -> list[str]:
    """The party of each land whose state the words name: "Sudanese army"."""
    nations = (match["nation"].lower() for match in _STATE_OF.finditer(words))
    return [party_of_state(nation) for nation in nations if nation not in _NO_NATION]


@remembered
def _lands_of(report: Report) -> tuple[str, ...]:
    return tuple(_lands(report.body))


def party_of_state(nation: str) -> str:
    """The party that a nation's state is."""
    nation = _NATIONS.get(nation.lower(), nation.lower())
    return str(_LEXICON["homes"].get(nation, f"the government ({nation})"))


def homes_of(readings: Sequence[Reading]) -> Mapping[str, str | None]:
    """For each report the party that is the state of the land it speaks of; None where nothing tells which land."""
    named = {reading.report.id: Counter(_lands_of(reading.report)) for reading in readings}
    usual = _commonest(sum(named.values(), Counter[str]()))
    return {reading.report.id: _home_of(reading, named[reading.report.id], usual) for reading in readings}


def _home_of(reading: Reading, named: Counter[str], usual: str | None) -> str | None:
    lands = Counter(place.spot.country for place in reading.places if place.spot and place.spot.country)
    if home := _LEXICON["homes"].get(_commonest(lands)):
        return str(home)
    # "Russian military" may well be named most in a report of another land, whose state the rest of the case names.
    return usual if usual in named or not named else _commonest(named)


def _commonest(counts: Counter[str]) -> str | None:
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def side_of(words: str, home: str | None = None) -> str | None:
    """The one side all these parties fight on; None where they fight on several or on none known."""
    sides = {_SIDE.get(party, party) for party in parties_named(words, home) if party in _LEXICON["parties"]}
    return sides.pop() if len(sides) == 1 else None


def one_side(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two authors may be the same or act together, so that naming both is no dispute."""
    sides = [{_SIDE.get(party, party) for party in parties} for parties in (one, other)]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1]) or _any_state(one, other) or _any_state(other, one)


def _any_state(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether "the army" of a land that nobody names may be the army that the other names."""
    return STATE in one and any(party in _STATES or party.startswith(STATE) for party in other)
