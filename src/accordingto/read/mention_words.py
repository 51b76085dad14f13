"""The words of mentions: their tokens, and the lexicon of pronouns, roles, countries and well-known bodies."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from accordingto.read.lexicons import load_lexicon
from accordingto.terms.entities import EntityKind

TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
BREAK = re.compile(r"[,;:()\[\]\"“”–—]|\s-\s")
LONGEST_MENTION = 40  # words looked at: the rest of a longer one is no name
LONGEST_NAME = 10  # words of a well-known voice
GENDERS = ("male", "female")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a mention; `owns` where it is a possessive, `parted` where a comma or bracket stands before it."""

    text: str
    lower: str
    start: int = 0
    end: int = 0
    owns: bool = False
    parted: bool = False

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def find_tokens(text: str) -> tuple[Token, ...]:
    """The words of a mention, in order, without marks."""
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    end = 0
    for count, match in enumerate(TOKEN.finditer(text)):
        if count >= LONGEST_MENTION:
            return
        word = POSSESSIVE.sub("", match.group())
        owns = word != match.group() or (text[match.end() : match.end() + 1] in ("'", "’") and word.endswith("s"))
        parted = bool(BREAK.search(text, end, match.start()))
        yield Token(word, word.lower().replace("’", "'"), match.start(), match.end(), owns, parted)
        end = match.end()


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A well-known body or outlet; `heads` are the last nouns of its names."""

    key: str
    kind: EntityKind
    monitor: bool
    country: str | None
    organisation: str | None
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Pronouns, roles and well-known voices."""

    pronouns: dict[str, str]
    lists: dict[str, frozenset[str]]
    countries: dict[str, str]
    spellings: dict[str, str]
    synonyms: dict[str, str]
    covers: dict[str, frozenset[str]]
    voices: dict[str, KnownVoice]

    @classmethod
    def load(cls) -> "MentionWords":
        words = load_lexicon("mentions")
        spellings = _by_word(words["spellings"])
        return cls(
            {word: kind for kind, listed in words["pronouns"].items() for word in listed},
            {name: frozenset(listed) for name, listed in words.items() if isinstance(listed, list) and name != "voice"},
            _by_word(words["countries"]),
            spellings,
            _by_word(words["synonyms"]),
            {wide: frozenset(narrow) for wide, narrow in words["covers"].items()},
            _voices(words["voice"], spellings),
        )

    def lists_in(self, name: str, word: str) -> bool:
        """Whether the list of this name has this word."""
        return word in self.lists[name]

    def gender_of(self, words: Iterable[str], kind: str) -> str | None:
        """The gender that one of these roles or first names tells; `kind` is "roles" or "names"."""
        told = {gender for word in words for gender in GENDERS if word in self.lists[f"{gender}_{kind}"]}
        return told.pop() if len(told) == 1 else None

    def find_known(self, lower: tuple[str, ...]) -> tuple[KnownVoice, int, int] | None:
        """The well-known voice with the longest name that stands in these words, and from where to where."""
        lower = tuple(self.spellings.get(word, word) for word in lower)
        for length in range(min(len(lower), LONGEST_NAME), 0, -1):
            for start in range(len(lower) - length + 1):
                if voice := self.voices.get(" ".join(lower[start : start + length])):
                    return voice, start, start + length
        return None


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in words}


def _voices(tables: list[dict[str, Any]], spellings: dict[str, str]) -> dict[str, KnownVoice]:
    known = [(_known(table), name) for table in tables for name in table["names"]]
    return {" ".join(spellings.get(word, word) for word in _plain(name).split()): voice for voice, name in known}


def _plain(name: str) -> str:
    return " ".join(token.lower for token in find_tokens(name))


def _known(table: dict[str, Any]) -> KnownVoice:
    return KnownVoice(
        table["key"],
        EntityKind(table["kind"]),
        table.get("monitor", False),
        table.get("country"),
        table.get("organisation"),
        frozenset([*(_plain(name).split()[-1] for name in table["names"]), *table.get("heads", ())]),
    )
