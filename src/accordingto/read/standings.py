"""Standings: whether what a sentence tells of happened, goes on, is planned, is only feared or is denied."""

import itertools
from dataclasses import dataclass
from typing import Any

from accordingto.read.sentences import Sentence
from accordingto.read.triggers import Hit
from accordingto.terms.events import Status

BESIDE = 3  # words after it among which it is said to go on: "bombing and shelling relentless"
BATTLE = "ground-fighting"
UNDER = "under"
NOT = 3  # words before it in which a negation denies it: "were not killed", not "no deaths from the strike"
LISTS = ("ended", "past", "continuing", "roles", "perfect", "led", "came")  # lists of words, as StandingWords has them
BEFORE = 5  # words before a trigger that can turn it: "will not be", "plans by the army to", "an attempt to"
AFTER = 9  # words after it: "military operations in the city have ended"


@dataclass(frozen=True, slots=True)
class StandingWords:
    """For each word, which standing it gives the event after it; and the words after an operation that end it.

    `roles` are what can be denied of an event that took place.
    """

    before: dict[str, Status]
    being: dict[str, bool]
    ended: dict[str, bool]
    past: dict[str, bool]
    continuing: dict[str, bool]
    roles: dict[str, bool]
    perfect: dict[str, bool]
    led: dict[str, bool]
    came: dict[str, bool]

    @classmethod
    def of(cls, table: dict[str, Any]) -> "StandingWords":
        order = (Status.ONGOING, Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED)
        before = {word: status for status in order for word in table[status]}
        return cls(
            before,
            dict.fromkeys(table["being"] + table["having"], True),
            *(dict.fromkeys(table[name], True) for name in LISTS),
        )


def read_status(sentence: Sentence, hit: Hit, lexicon: StandingWords) -> Status:
    """The standing of the event that `hit` names in this sentence; what is simply told has occurred."""
    if hit.kind.state and _has_ended(sentence, hit, lexicon):
        return Status.DENIED
    near = sentence.words[max(0, hit.first - BEFORE) : hit.first]
    told = [word.lower for word in near]
    found = [lexicon.before[two] for one, two in zip(["", *told], told, strict=False) if _turns(one, two, lexicon)]
    if Status.DENIED in found and not any(lexicon.before.get(w.lower) is Status.DENIED for w in near[-NOT:]):
        found = [status for status in found if status is not Status.DENIED]
    for status in (Status.DENIED, Status.HYPOTHETICAL, Status.PLANNED):
        if status in found:
            return status
    if hit.kind.state:
        return Status(hit.kind.state)
    if any(word.lower in lexicon.continuing for word in sentence.words[hit.last : hit.last + BESIDE]):
        return Status.ONGOING
    if hit.kind.mode == BATTLE and _has_done(sentence, hit, lexicon):
        return Status.ONGOING
    return Status.ONGOING if Status.ONGOING in found else Status.OCCURRED


def _turns(before: str, word: str, lexicon: StandingWords) -> bool:
    """Whether a word gives a standing to what follows; "under" does not where somebody came under it."""
    return word in lexicon.before and not (word == UNDER and before in lexicon.came)


def _has_done(sentence: Sentence, hit: Hit, lexicon: StandingWords) -> bool:
    """ "fighting that has killed thousands": what has done so until now is not told to be over.

    Further on only "that has" and "is said to have" tell it of the fighting: "clashes in and around Harim have killed
    40" may be over.
    """
    after = [word.lower for word in sentence.words[hit.last : hit.last + AFTER]]
    led = any(one in lexicon.led and two in lexicon.perfect for one, two in itertools.pairwise(after))
    return led or any(word in lexicon.perfect for word in after[:BESIDE])


def is_past(sentence: Sentence, lexicon: StandingWords) -> bool:
    """Whether the sentence tells of earlier history ("since", "last year")."""
    return any(word.lower in lexicon.past for word in sentence.words)


def _has_ended(sentence: Sentence, hit: Hit, lexicon: StandingWords) -> bool:
    """ "military operations in the city have ended": a form of being or having, then a word of ending."""
    after = [word.lower for word in sentence.words[hit.last : hit.last + AFTER]]
    return any(one in lexicon.being and two in lexicon.ended for one, two in itertools.pairwise(after))
