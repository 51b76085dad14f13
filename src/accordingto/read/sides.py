"""Sides: the runs of words that name a party to the fighting, "regime and Russian warplanes" as one."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.read.doers import DoerNames
from accordingto.read.phrases import Phrases
from accordingto.read.sentences import Word


@dataclass(frozen=True, slots=True)
class Side:
    """Words `first` to `last` (half-open) name a side; `weak` where they do so only beside a word of attack.

    `name` is the words that tell it from others, so that two mentions of one side compare equal.
    """

    first: int
    last: int
    name: frozenset[str]
    weak: bool


@dataclass(frozen=True, slots=True)
class SideWords:
    """The words that name sides, their units, and what links them; `doers` are the names of the cast."""

    strong: frozenset[str]
    phrases: Phrases[bool]
    weak: frozenset[str]
    units: frozenset[str]
    links: frozenset[str]
    arms: frozenset[str]
    groups: frozenset[str]
    articles: frozenset[str]
    same: Mapping[str, str]
    doers: DoerNames

    @classmethod
    def of_table(cls, table: Mapping[str, list[str]], same: Mapping[str, list[str]], doers: DoerNames) -> "SideWords":
        return cls(
            frozenset(table["sides"]),
            Phrases.of((words, True) for words in table["phrases"]),
            frozenset(table["weak"]),
            frozenset(table["units"]),
            frozenset(table["links"]),
            frozenset(table["arms"]),
            frozenset(table["groups"]),
            frozenset(table["articles"]),
            {word: name for name, words in same.items() for word in words},
            doers,
        )


def find_sides(words: tuple[Word, ...], lexicon: SideWords) -> tuple[Side, ...]:
    """Every run that names a side, in order, as long as its words go on."""
    found: list[Side] = []
    at = 0
    while at < len(words):
        side = _side_at(words, at, lexicon)
        if side is not None:
            found.append(side)
        at = side.last if side else at + 1
    return tuple(found)


def _side_at(words: tuple[Word, ...], start: int, lexicon: SideWords) -> Side | None:
    names: list[str] = []
    at, last, weak = start, start, True
    while at < len(words):
        end, strong = _name_at(words, at, lexicon)
        known = lexicon.doers.at(words, at)
        if known and known[0] > end:
            weak = False
            names += _names_of_doer(words[at : known[0]], known[1], lexicon)
            at = last = known[0]
        elif end > at:
            weak = weak and not strong
            names += [lexicon.same.get(word.lower, word.lower) for word in words[at:end]]
            at = last = end
        elif at > start and words[at].lower in lexicon.units:
            weak = weak and words[at].lower not in lexicon.arms
            at = last = at + 1
        elif at > start and words[at].lower in lexicon.links:
            at += 1
        else:
            break
    return Side(start, last, frozenset(names), weak) if names else None


def _names_of_doer(words: tuple[Word, ...], key: str, lexicon: SideWords) -> list[str]:
    """As the lexicon calls the side where it knows one of the words; else the actor's key."""
    known = [lexicon.same.get(word.lower, word.lower) for word in words if word.lower in lexicon.strong]
    return known or [key]


def _name_at(words: tuple[Word, ...], at: int, lexicon: SideWords) -> tuple[int, bool]:
    """Where the name that starts here ends, `at` itself where none does, and whether it names a side by itself."""
    phrase = lexicon.phrases.at(words, at)
    if phrase is not None:
        return phrase[0], True
    lower = words[at].lower.removesuffix("'s").removesuffix("’s")
    if lower in lexicon.weak:
        return at + 1, False
    named = lower in lexicon.strong or words[at].text in lexicon.groups
    return (at + 1, True) if named else (at, False)
