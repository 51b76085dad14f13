"""Asides: places that a sentence names without an event taking place there.

Where the doers fired from, where the speaker spoke, and what a place is told by ("north of Homs").
"""

from bisect import bisect_left
from dataclasses import dataclass

from accordingto.read.sentences import Sentence
from accordingto.terms.places import Place

LEADING = 6  # words back from a name in which what leads to it stands


@dataclass(frozen=True, slots=True)
class AsideWords:
    """The words before a name that make it an aside, and those that may stand between."""

    beside: frozenset[str]
    joints: frozenset[str]
    doers: frozenset[str]
    speakers: frozenset[str]
    prepositions: frozenset[str]
    between: frozenset[str]

    @classmethod
    def of(cls, table: dict[str, list[str]]) -> "AsideWords":
        names = ("beside", "joints", "doers", "speakers", "prepositions", "between")
        return cls(*(frozenset(table[name]) for name in names))


def is_aside(place: Place, sentence: Sentence, lexicon: AsideWords) -> bool:
    """Whether the words before the name say that nothing of what is told took place there."""
    at = bisect_left(sentence.words, place.anchor.start, key=lambda word: word.start)
    before = [word.lower for word in sentence.words[max(0, at - LEADING) : at]][::-1]
    return _is_beside(before, lexicon) or _is_led_to(before, lexicon)


def _is_beside(before: list[str], lexicon: AsideWords) -> bool:
    """ "north of the city of X", "40 km from X" """
    words = [word for word in before if word == "of" or word not in lexicon.between]
    joined = bool(words) and words[0] in lexicon.joints
    following = [word for word in words if word not in lexicon.joints]
    return joined and bool(following) and following[0] in lexicon.beside


def _is_led_to(before: list[str], lexicon: AsideWords) -> bool:
    """ "terrorists positioned in the village of X", "a source in X" """
    words = [word for word in before if word not in lexicon.between]
    if len(words) < 2 or words[0] not in lexicon.prepositions:
        return False
    return words[1] in lexicon.doers or words[1] in lexicon.speakers
