"""Standings: whether what a sentence tells of happened, goes on, is planned, is only feared or is denied."""

import itertools
from dataclasses import dataclass
from typing import Any

from accordingto.read.sentences import Sentence
from accordingto.read.triggers import Hit
from accordingto.terms.events import Status

BESIDE = 3  # words after it among which it is said to go on: "bombing and shelling relentless"
NOT = 3  # words before it in which a negation denies it: "were not killed", not "no deaths from the strike"
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

    @classmethod
    def of(cls, table: dict[str, Any]) -> "StandingWords":
        order = (Status.ONGOING, Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED)
        before = {word: status for status in order for word in table[status]}
        return cls(
            before,
            dict.fromkeys(table["being"] + table["having"], True),
            *(dict.fromkeys(table[name], True) for name in ("ended", "past", "continuing", "roles")),
        )


def read_status(sentence: Sentence, hit: Hit, lexicon: StandingWords) -> Status:
    """The standing of the event that `hit` names in this sentence; what is simply told has occurred."""
    if hit.kind.state and _has_ended(sentence, hit, lexicon):
        return Status.DENIED
    near = sentence.words[max(0, hit.first - BEFORE) : hit.first]
    found = [lexicon.before[word.lower] for word in near if word.lower in lexicon.before]
    if Status.DENIED in found and not any(lexicon.before.get(w.lower) is Status.DENIED for w in near[-NOT:]):
        found = [status for status in found if status is not Status.DENIED]
    for status in (Status.DENIED, Status.HYPOTHETICAL, Status.PLANNED):
        if status in found:
            return status
    if hit.kind.state:
        return Status(hit.kind.state)
    if any(word.lower in lexicon.continuing for word in sentence.words[hit.last : hit.last + BESIDE]):
        return Status.ONGOING
    return Status.ONGOING if Status.ONGOING in found else Status.OCCURRED


def is_past(sentence: Sentence, lexicon: StandingWords) -> bool:
    """Whether the sentence tells of earlier history ("since", "last year")."""
    return any(word.lower in lexicon.past for word in sentence.words)


def _has_ended(sentence: Sentence, hit: Hit, lexicon: StandingWords) -> bool:
    """ "military operations in the city have ended": a form of being or having, then a word of ending."""
    after = [word.lower for word in sentence.words[hit.last : hit.last + AFTER]]
    return any(one in lexicon.being and two in lexicon.ended for one, two in itertools.pairwise(after))
