"""Stages: which counts of one report are told as earlier ones that another of its counts has replaced."""

import re
from collections.abc import Sequence

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.tellings import STOP
from accordingto.terms.figures import Figure

BACK = 400  # characters: a long sentence of a wire, "Earlier on Friday a source at the town hall told ... that ..."

_LEXICON = load_lexicon("stages")
_OTHER_TIMES = any_of(_LEXICON["other_times"])
_REPLACED = re.compile(
    rf"(?<!\w)(?:{any_of(_LEXICON['replaced'])})(?!\w)(?!\s+(?:{_OTHER_TIMES})(?!\w))", re.IGNORECASE
)
_GROWN = re.compile(rf"(?<!\w)(?:{any_of(_LEXICON['grown'])})(?!\w)", re.IGNORECASE)


def is_replaced(figure: Figure, others: Sequence[Figure], body: str) -> bool:
    """Whether one of the others is higher and the words make this one the count that stood before it."""
    higher = [other for other in others if number_of(other) > number_of(figure)]
    told = _last_cue(_REPLACED, figure, body)
    # "killed 32, updating an earlier toll of 15": the word belongs to the number that follows it first.
    as_earlier = told is not None and any(not told < other.anchor.start < figure.anchor.start for other in higher)
    return as_earlier or any(_is_grown(other, figure, body) for other in higher)


def _is_grown(figure: Figure, earlier: Figure, body: str) -> bool:
    told = _last_cue(_GROWN, figure, body)
    return told is not None and not told < earlier.anchor.start < figure.anchor.start


def _last_cue(cues: re.Pattern[str], figure: Figure, body: str) -> int | None:
    """Where the last of these words stands before a figure in its sentence."""
    before = _before(figure, body)
    found = [match.start() for match in cues.finditer(before)]
    return figure.anchor.start - len(before) + found[-1] if found else None


def _before(figure: Figure, body: str) -> str:
    """Its sentence, as far as the number."""
    near = body[max(0, figure.anchor.start - BACK) : figure.anchor.start]
    return STOP.split(near)[-1]


def number_of(figure: Figure) -> int:
    """The number a count is compared by: its lower bound, else its upper."""
    return figure.low if figure.low is not None else figure.high or 0


def is_part(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether this and another count make up a third: "nine children and 14 others", where 23 are counted in all."""
    numbers = {number_of(other) for other in others if other.harm is figure.harm}
    number = number_of(figure)
    return number > 0 and any(number + other in numbers for other in numbers - {0, number})
