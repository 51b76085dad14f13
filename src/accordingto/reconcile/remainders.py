"""Remainders: counts that leave out another told beside them, "14 others" next to nine children.

Such a count is no whole: who counts 23 in all says nothing against it.
"""

import re

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.terms.figures import EVERYBODY, Figure
from accordingto.terms.readings import Reading

ASIDE = 40  # characters between the two: "nine children from one street and another 14 people"

_W = load_lexicon("remainders")
_BEHIND = re.compile(rf"\s+(?:{any_of(_W['behind']['words'])})\b", re.IGNORECASE)
_BETWEEN = re.compile(rf"[^.;:!?\n]{{0,{ASIDE}}}?\b(?:{any_of(_W['joins']['words'])})\s+\Z", re.IGNORECASE)
_ANOTHER = re.compile(rf"\b(?:{any_of(_W['before']['words'])})\s+\Z", re.IGNORECASE)


@remembered
def find_remainders(reading: Reading) -> frozenset[int]:
    """The counts of people that are told as those left beside a count of one kind of people."""
    figures = reading.figures
    left = (n for n, figure in enumerate(figures) if figure.who in EVERYBODY and figure.part_of is None)
    return frozenset(n for n in left if any(_is_beside(figures[n], other, reading.report.body) for other in figures))


def _is_beside(figure: Figure, other: Figure, body: str) -> bool:
    same = (other.harm, other.event) == (figure.harm, figure.event) and other.who not in EVERYBODY
    if not same or other.part_of is not None or not other.anchor.end <= figure.anchor.start:
        return False
    between = body[other.anchor.end : figure.anchor.start]
    another = _ANOTHER.search(between)
    joined = _BETWEEN.match(between[: another.start()] if another else between)
    return bool(joined and (another or _BEHIND.match(body, figure.anchor.end)))
