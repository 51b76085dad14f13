"""Stages: which counts of one report are told as earlier ones that another of its counts has replaced."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.tellings import STOP
from accordingto.terms.figures import Bound, Figure, Harm
from accordingto.terms.reports import Report

ASIDE = 12  # words between the toll and its rising: "the toll in the blast at the ferry landing in Harrat rises to 70"
FEWEST_PARTS, MOST_PARTS = 3, 6  # of a total that is broken down; two may be a toll and what was added to it
BACK = 400  # characters: a long sentence of a wire, "Earlier on Friday a source at the town hall told ... that ..."

_LEXICON = load_lexicon("stages")
_OTHER_TIMES = any_of(_LEXICON["other_times"])
_REPLACED = re.compile(
    rf"(?<!\w)(?:{any_of(_LEXICON['replaced'])})(?!\w)(?!\s+(?:{_OTHER_TIMES})(?!\w))", re.IGNORECASE
)
_TO_RISE = re.compile(
    rf"(?<!\w)(?:{any_of(_LEXICON['tolls'])})\W+(?:[\w'’\"“”-]+\s+){{0,{ASIDE}}}?(?:{any_of(_LEXICON['to_rise'])})(?!\w)"
    rf"|(?<!\w)(?:{any_of(_LEXICON['searching'])})(?!\w)",
    re.IGNORECASE,
)
_GROWN = re.compile(rf"(?<!\w)(?:{any_of(_LEXICON['grown'])})(?!\w)", re.IGNORECASE)


def find_replaced(figures: Sequence[Figure], body: str) -> frozenset[Figure]:
    """Of counts of one kind those that the words make an earlier stage of a higher one."""
    earlier, grown = _cues(_REPLACED, figures, body), _cues(_GROWN, figures, body)
    called = {
        one for one, cue in earlier.items() for other in figures if _outgrows(other, one, _is_of(one, other, cue))
    }
    risen = {one for other, cue in grown.items() for one in figures if _outgrows(other, one, _is_of(other, one, cue))}
    return frozenset(called | risen)


def _cues(cues: re.Pattern[str], figures: Sequence[Figure], body: str) -> dict[Figure, int]:
    """For each count that has one of these words before it in its sentence, where the last of them stands."""
    return {figure: cue for figure in figures if (cue := _last_cue(cues, figure, body)) is not None}


def _last_cue(cues: re.Pattern[str], figure: Figure, body: str) -> int | None:
    near = body[max(0, figure.anchor.start - BACK) : figure.anchor.start]
    before = STOP.split(near)[-1]
    found = [match.start() for match in cues.finditer(before)]
    return figure.anchor.start - len(before) + found[-1] if found else None


def _is_of(figure: Figure, other: Figure, cue: int) -> bool:
    """Whether the word belongs to this number, which follows it, and not to the other, which follows it sooner."""
    return not cue < other.anchor.start < figure.anchor.start


def _outgrows(one: Figure, other: Figure, told: bool) -> bool:
    return told and number_of(one) > number_of(other)


@lru_cache(maxsize=1024)  # reports: one is looked at for each of its figures
def is_rising(report: Report) -> bool:
    """Whether a report says that its toll is not the last: "the number was expected to rise"."""
    return _TO_RISE.search(report.body) is not None


def find_shares(figures: Sequence[Figure], told: Sequence[Figure] = ()) -> frozenset[Figure]:
    """Counts that with another make up a third: "nine children and 14 others", where 23 are counted in all.

    `told` are the figures of the whole report, in reading order: what a bulletin's total is broken down into.
    """
    numbers: defaultdict[Harm, set[int]] = defaultdict(set)
    for figure in figures:
        numbers[figure.harm].add(number_of(figure))
    pairs = (figure for figure in figures if _makes_up_another(number_of(figure), numbers[figure.harm]))
    return frozenset(pairs) | _broken_down(told)


def _makes_up_another(number: int, numbers: set[int]) -> bool:
    return number > 0 and any(number + other in numbers for other in numbers - {0, number})


def _broken_down(told: Sequence[Figure]) -> frozenset[Figure]:
    """Counts that stand behind each other, below a total that they add up to: "72 hurt", then 19, 3, 7 and 43."""
    found: set[Figure] = set()
    for harm in {figure.harm for figure in told}:
        # Single deaths add up to anything.
        counts = [f for f in told if f.harm is harm and f.part_of is None and number_of(f) > 1]
        for at, total in enumerate(counts):
            if total.bound is not Bound.VAGUE:
                found.update(_parts(number_of(total), counts[at + 1 :]))
    return frozenset(found)


def _parts(total: int, below: Sequence[Figure]) -> Sequence[Figure]:
    """The first run of counts below a total that adds up to it, each of them an exact number."""
    for first in range(len(below)):
        left = total
        for last, figure in enumerate(below[first : first + MOST_PARTS], first + 1):
            left -= number_of(figure)
            if left < 0 or figure.bound is not Bound.EXACT:
                break
            if left == 0 and last - first >= FEWEST_PARTS:
                return below[first:last]
    return ()


def number_of(figure: Figure) -> int:
    """The number a count is compared by: its lower bound, else its upper."""
    return figure.low if figure.low is not None else figure.high or 0
