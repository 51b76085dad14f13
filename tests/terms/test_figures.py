"""Figures: counts with open sides."""

import pytest

from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.spans import Anchor


def figure(low, high):
    return Figure(Anchor.at("r", "some words", (0, 4)), low, high, Bound.EXACT, Who.PEOPLE, Harm.KILLED)


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ((82, 82), (82, 82), True),
        ((82, 82), (83, 83), False),
        ((82, None), (100, None), True),  # "at least 82" and "at least 100" can both hold
        ((82, None), (60, 60), False),
        ((None, 50), (40, None), True),
        ((None, 30), (40, None), False),
        ((0, 0), (None, None), True),
        ((20000, None), (100000, None), True),  # tens of thousands, more than 100,000
    ],
)
def test_two_figures_may_be_equal_when_one_number_satisfies_both(first, second, both):
    assert figure(*first).may_equal(figure(*second)) is both
    assert figure(*second).may_equal(figure(*first)) is both
