"""The words of mentions: their tokens, the lexicon of pronouns and roles, and the voices and countries of the cast."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.read.sectors import SectorWords
from accordingto.terms.casts import Actor, ActorKind, Cast, key_of
from accordingto.terms.entities import EntityKind
from accordingto.terms.general import general_cast

TOKEN = re.compile(r"[^\W_](?:[\w.'’-]*[^\W_])?")
POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
BREAK = re.compile(r"[,;:()\[\]\"“”–—]|\s-\s")
LONGEST_MENTION = 40  # words looked at: the rest of a longer one is no name
LONGEST_NAME = 10  # words of a well-known voice
GENDERS = ("male", "female")
MONITOR = "monitor"  # what one that keeps count of the dead is called
AROUND = ("articles", "roles", "small", "issued_by")  # words that leave a common name as it is: "an army spokesman"


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
    """A body or an outlet of the cast; `heads` are the last nouns of its names."""

    key: str
    kind: EntityKind
    monitor: bool
    country: str | None
    organisation: str | None
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class MentionWords:
    """Pronouns and roles; the countries, voices and people of a cast.

    `common` are names in small letters ("the army"), which count only where a mention says no more. `actors` are all of
    the cast by key, each with what it has from whom it belongs to.
    """

    pronouns: dict[str, str]
    lists: dict[str, frozenset[str]]
    countries: dict[str, str]
    spellings: dict[str, str]
    synonyms: dict[str, str]
    covers: dict[str, frozenset[str]]
    voices: dict[str, KnownVoice]
    common: dict[str, KnownVoice]
    people: dict[tuple[str, ...], str]
    actors: Mapping[str, Actor]
    sectors: SectorWords

    @classmethod
    def load(cls, cast: Cast | None = None) -> "MentionWords":
        """The words that ship with this cast, or with the general one."""
        words, cast = load_lexicon("mentions"), cast or general_cast()
        spellings = _by_word(words["spellings"])
        return cls(
            {word: kind for kind, listed in words["pronouns"].items() for word in listed},
            {name: frozenset(listed) for name, listed in words.items() if isinstance(listed, list)},
            {_plain(word): state.name for state in cast.states for word in _words_of(state)},
            spellings,
            _by_word(words["synonyms"]),
            {wide: frozenset(narrow) for wide, narrow in words["covers"].items()},
            _voices(cast, spellings, common=False),
            _voices(cast, spellings, common=True),
            {tuple(_plain(name).split()): one.key for one in _people(cast) for name in reversed(one.names)},
            cast.traits(),
            SectorWords.load(),
        )

    def lists_in(self, name: str, word: str) -> bool:
        """Whether the list of this name has this word."""
        return word in self.lists[name]

    def gender_of(self, words: Iterable[str], kind: str) -> str | None:
        """The gender that one of these roles or first names tells; `kind` is "roles" or "names"."""
        told = {gender for word in words for gender in GENDERS if word in self.lists[f"{gender}_{kind}"]}
        return told.pop() if len(told) == 1 else None

    def find_known(self, lower: tuple[str, ...]) -> tuple[KnownVoice, int, int] | None:
        """The voice of the cast with the longest name that stands in these words, and from where to where."""
        lower = tuple(self.spellings.get(word, word) for word in lower)
        for length in range(min(len(lower), LONGEST_NAME), 0, -1):
            for start in range(len(lower) - length + 1):
                if voice := self.voices.get(" ".join(lower[start : start + length])):
                    return voice, start, start + length
        return self._find_common(lower) if self.common else None

    def _find_common(self, lower: tuple[str, ...]) -> tuple[KnownVoice, int, int] | None:
        """ "The army", "an army spokesman", "a spokesman for the army", where a case says which army that is."""
        bare = [at for at, word in enumerate(lower) if not any(self.lists_in(name, word) for name in AROUND)]
        voice = self.common.get(" ".join(lower[at] for at in bare))
        return (voice, bare[0], bare[-1] + 1) if voice else None


def _by_word(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: meaning for meaning, words in table.items() for word in words}


def _words_of(state: Actor) -> tuple[str, ...]:
    return (*state.names, *state.adjectives, *state.capitals)


def _people(cast: Cast) -> Iterator[Actor]:
    return (actor for actor in cast.actors if actor.kind is ActorKind.PERSON)


def _voices(cast: Cast, spellings: dict[str, str], *, common: bool) -> dict[str, KnownVoice]:
    """The bodies and outlets by their proper names, or by their common ones; of two with one name the first."""
    by_key = cast.by_key()
    known = (_known(actor, by_key) for actor in cast.actors if actor.kind in (ActorKind.BODY, ActorKind.OUTLET))
    found: dict[str, KnownVoice] = {}
    for voice, names in known:
        for name in names:
            if (name == name.lower()) == common:
                found.setdefault(_spelt(name, spellings, common=common), voice)
    return found


def _spelt(name: str, spellings: dict[str, str], *, common: bool) -> str:
    words = [spellings.get(word, word) for word in _plain(name).split()]
    return " ".join(words[1:] if common and len(words) > 1 and words[0] in ("the", "a", "an") else words)


def _plain(name: str) -> str:
    return " ".join(token.lower for token in find_tokens(name))


def _known(actor: Actor, by_key: Mapping[str, Actor]) -> tuple[KnownVoice, tuple[str, ...]]:
    above = by_key.get(key_of(actor.affiliation)) if actor.affiliation else None
    kind = EntityKind.OUTLET if actor.kind is ActorKind.OUTLET else EntityKind.BODY
    heads = frozenset([*(_plain(name).split()[-1] for name in actor.names), *map(str.lower, actor.called)])
    monitor = MONITOR in actor.called
    return KnownVoice(actor.key, kind, monitor, actor.country, above.key if above else None, heads), actor.names
