"""Holds: what it is about the words of a plan that somebody can be held to."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from accordingto.read.sentences import Word

ADVERBS = 4  # words that may stand between "will" and its verb: "will also", "would on Friday soon"
SUBJECT = 3  # words before "will" among which the speaker stands for himself: "we in the council will"


class Hold(StrEnum):
    """What is told of the one who is to keep a plan."""

    FIRM = "firm"  # the cue tells of a plan by itself: "is due to"
    OWN = "own"  # the speaker does it: "we will open", "said it would open"
    DEED = "deed"  # somebody is to do it, or it is to be done: "buses will leave"
    LOOSE = "loose"  # something will go on or come about: "the siege will continue"
    NONE = "none"  # nobody does anything: "the outcome will be dire"


@dataclass(frozen=True, slots=True)
class HoldWords:
    """Verbs of doing, what may stand before them, and those who speak for themselves."""

    deeds: AbstractSet[str]
    done: AbstractSet[str]
    going_on: AbstractSet[str]
    skipped: AbstractSet[str]
    forms_of_be: AbstractSet[str]
    first_person: AbstractSet[str]
    pronouns: AbstractSet[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "HoldWords":
        names = "deeds", "done", "going_on", "skipped", "forms_of_be", "first_person", "pronouns"
        return cls(*(frozenset(table[name]) for name in names))


def hold_of(words: Sequence[Word], begin: int, first: int, last: int, lexicon: HoldWords) -> Hold:
    """What the clause that begins at `begin` lets somebody be held to; its "will" stands at `first` to `last`."""
    verb = _verb(words, last, lexicon)
    if verb is Hold.NONE:
        return verb
    own = any(word.lower in lexicon.first_person for word in words[max(begin, first - SUBJECT) : first])
    pronoun = first - begin == 1 and words[begin].lower in lexicon.pronouns
    return Hold.OWN if own or pronoun else verb


def _verb(words: Sequence[Word], last: int, lexicon: HoldWords) -> Hold:
    """Whether its first verb is one of doing; "be held" is done by somebody, "be dire" is not."""
    at = _after_skipped(words, last, lexicon)
    if at < len(words) and words[at].lower in lexicon.forms_of_be:
        at = _after_skipped(words, at + 1, lexicon)
        done = at < len(words) and (words[at].lower in lexicon.done or words[at].lower in lexicon.deeds)
        return Hold.DEED if done or is_doing(words, at) else Hold.NONE
    if at + 1 < len(words) and words[at].lower in lexicon.going_on:
        at += words[at + 1].lower == "to"  # "will continue to send" is a deed, "will continue" is none
        return Hold.DEED if words[at].lower == "to" or is_doing(words, at + 1) else Hold.LOOSE
    return Hold.DEED if at < len(words) and words[at].lower in lexicon.deeds else Hold.LOOSE


def is_doing(words: Sequence[Word], at: int) -> bool:
    """Whether a word like "leaving" stands here."""
    return at < len(words) and words[at].lower.endswith("ing") and len(words[at].lower) > len("being")


def _after_skipped(words: Sequence[Word], at: int, lexicon: HoldWords) -> int:
    """The first word from here that is neither an adverb nor one of a time."""
    for place in range(at, min(at + ADVERBS, len(words))):
        lower = words[place].lower
        if lower not in lexicon.skipped and not (lower.endswith("ly") and lower not in lexicon.deeds):
            return place
    return at
