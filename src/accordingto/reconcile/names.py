"""Names: what stays the same of a place's name when it is spelt another way, or named more or less finely."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.lexicons import load_lexicon

SHORT = 3  # a skeleton of fewer consonants fits too many names ("Raqqa", "Rukh"): such a name keeps its vowels
TOKEN = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
CAPITALISED = re.compile(r"(?:al-|el-|as-|ash-)?[A-ZÀ-Þ][^\W\d_]+(?:[-'’‘`][^\W\d_]+)*")

_WORDS = load_lexicon("names")
_GENERIC, _ARTICLES, _WIDE = (frozenset(_WORDS[key]) for key in ("generic", "articles", "wide"))
_DIRECTIONS = {word: side for side, words in _WORDS["directions"].items() for word in words}
_SIDES = {word: frozenset(s for s, words in _WORDS["directions"].items() if word in words) for word in _DIRECTIONS}
_OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}

# Letters that transliterations of Arabic, Russian and Ukrainian names exchange.
_SWAPS = (
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("sh", "s"),
    ("ch", "s"),
    ("tz", "z"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "j": "g", "p": "b", "v": "f", "w": None, "y": None, "h": None})
_VOWELS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("aa", "a"))


@dataclass(frozen=True, slots=True)
class Name:
    """Which place some words name: the keys of its name, whole and in parts, and its side ("eastern")."""

    keys: frozenset[str]
    sides: frozenset[str]

    def opposes(self, other: "Name") -> bool:
        """Whether one is the eastern and the other the western part."""
        return any(_OPPOSITE[side] in other.sides for side in self.sides) and not self.sides & other.sides


NOWHERE = Name(frozenset(), frozenset())


@lru_cache(maxsize=65536)
def read_name(words: str) -> Name:
    """The name in these words; no keys where they name nothing of their own ("the city") or a whole country."""
    tokens = [t.lower() for t in TOKEN.findall(_plain(words).replace("-", " "))]
    sides = frozenset(side for t in tokens for side in _SIDES.get(t, ()))
    own = [t for t in tokens if t not in _GENERIC and t not in _ARTICLES and t not in _DIRECTIONS and t not in _WIDE]
    keys = {_key(token) for token in own if len(token) > 2}
    return Name(frozenset(keys | ({_key("".join(own))} if len(own) > 1 else set())), sides)


def capitalised_names(words: str) -> frozenset[str]:
    """Keys of every capitalised word of a stretch of text, generic and wide ones left out."""
    return frozenset(key for match in CAPITALISED.findall(words) for key in read_name(match).keys)


@lru_cache(maxsize=65536)
def _key(token: str) -> str:
    """Consonants without doubles; a short skeleton keeps its vowels, evened out."""
    letters = re.sub(r"[^a-z]", "", token)
    for old, new in _SWAPS:
        letters = letters.replace(old, new)
    first = "a" if letters[:1] in ("a", "e", "i", "o", "u") else ""
    bones = re.sub(r"[aeiou]", "", letters.translate(_LETTERS))
    skeleton = first + re.sub(r"(.)\1+", r"\1", bones)
    return skeleton if len(skeleton) >= SHORT else _voiced(token)


def _voiced(token: str) -> str:
    for old, new in (*_VOWELS, *_SWAPS):
        token = token.replace(old, new)
    token = re.sub(r"ay(?![aeiou])", "a", token)
    return re.sub(r"(.)\1+", r"\1", token.replace("q", "k").replace("o", "u").replace("e", "a")).removesuffix("h")


def _plain(words: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
