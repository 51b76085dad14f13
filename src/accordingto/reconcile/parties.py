"""Parties: which side of a conflict some words name, so that "Assad's jets" and "regime warplanes" are one author."""

import re
from functools import lru_cache

from accordingto.reconcile.lexicons import load_lexicon
from accordingto.reconcile.names import read_name

_LEXICON = load_lexicon("parties")
_PARTY = {name: party for party, names in _LEXICON["parties"].items() for name in names}
_SIDE = {party: side for side, parties in _LEXICON["sides"].items() for party in parties}
_NAMES = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(n) for n in sorted(_PARTY, key=len, reverse=True))})(?![\w])")


@lru_cache(maxsize=65536)
def parties_named(words: str) -> frozenset[str]:
    """Every party these words name; for one that no lexicon knows, the skeleton of its proper name."""
    plain = words.lower().replace("’", "'")
    found = {_PARTY[name] for name in _NAMES.findall(plain)}
    if found or not any(word[:1].isupper() for word in words.split()):
        return frozenset(found)
    return frozenset(sorted(read_name(words).keys)[:1])


def side_of(words: str) -> str | None:
    """The one side all these parties fight on; None where they fight on several or on none known."""
    sides = {_SIDE.get(party, party) for party in parties_named(words) if party in _LEXICON["parties"]}
    return sides.pop() if len(sides) == 1 else None


def one_side(one: str, other: str) -> bool:
    """Whether two authors may be the same or act together, so that naming both is no dispute."""
    sides = [{_SIDE.get(party, party) for party in parties_named(words)} for words in (one, other)]
    return not sides[0] or not sides[1] or bool(sides[0] & sides[1])
