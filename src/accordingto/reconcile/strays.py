"""Strays: counts of a headline that are not of the incident that its text tells of.

A page may bear the headline of one story over the text of another, and a headline may name two attacks at once.
Whoever writes one counts no fewer than the text below: a far smaller number is of something else.
"""

from accordingto.reconcile.layouts import Layout
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.stages import number_of
from accordingto.terms.figures import EVERYBODY, Bound, Figure
from accordingto.terms.readings import Reading

FAR = 0.5  # of the least that the text counts: a headline left standing from the morning is nearer to it


@remembered
def find_strays(reading: Reading) -> frozenset[int]:
    """The figures that only the headline gives, each far below all that the text counts of that harm."""
    layout, figures = Layout.of(reading.report), reading.figures
    above = [n for n, figure in enumerate(figures) if _counts(figure) and layout.in_headline(figure.anchor)]
    if not above:
        return frozenset()
    below = [figure for figure in figures if not layout.in_headline(figure.anchor)]
    return frozenset(n for n in above if _is_stray(figures[n], below))


def _is_stray(figure: Figure, below: list[Figure]) -> bool:
    """Whether the text counts so many more, and no one fewer of whom the headline could be the sum."""
    told = [other for other in below if other.harm is figure.harm and _is_number(other)]
    same = any(_counts(other) and other.part_of is None and other.event == figure.event for other in told)
    return same and number_of(figure) < FAR * min(number_of(other) for other in told)


def _counts(figure: Figure) -> bool:
    return _is_number(figure) and figure.who in EVERYBODY and figure.event is not None


def _is_number(figure: Figure) -> bool:
    return figure.bound is not Bound.VAGUE and (figure.low, figure.high) != (None, None)
