"""Krippendorff's alpha against tables whose values are published, and what must hold of it for any codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.reconcile.reliability import NO_PAIR, NO_VARIATION, measure_reliability
from accordingto.terms.codings import Level

# Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D: 4 observers, 12 units.
FOUR = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
# The same, section A and B: two observers, two values, no code missing; then five values.
TWO = ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0))
WORDS = (tuple("aabbdcccedda"), tuple("babbbccceddd"))


def alpha(coders, level, **more):
    return measure_reliability(list(zip(*coders, strict=True)), level, seed=1, draws=200, **more)


@pytest.mark.parametrize(
    ("coders", "level", "published"),
    [
        (TWO, Level.NOMINAL, 0.095),
        (WORDS, Level.NOMINAL, 0.692),
        (FOUR, Level.NOMINAL, 0.743),
        (FOUR, Level.ORDINAL, 0.815),
        (FOUR, Level.INTERVAL, 0.849),
        (FOUR, Level.RATIO, 0.797),
    ],
)
def test_alpha_is_what_was_published(coders, level, published):
    assert round(alpha(coders, level).alpha, 3) == published


def test_units_and_pairs_are_those_that_two_or_more_coded():
    found = alpha(FOUR, Level.NOMINAL)
    # Eight units have four codes (6 pairs each), two have three, one has two, and the last has one: no pair.
    assert (found.units, found.pairs, found.agreed) == (11, 55, 43)
    assert found.percent == pytest.approx(100 * 43 / 55)


def test_without_variation_alpha_is_undefined_and_says_so():
    found = alpha(((1, 1, 1), (1, 1, 1)), Level.RATIO)
    assert (found.alpha, found.low, found.high, found.why) == (None, None, None, NO_VARIATION)
    assert found.percent == 100


def test_without_a_pair_alpha_is_undefined_and_says_so():
    found = alpha(((1, None), (None, 2)), Level.NOMINAL)
    assert (found.alpha, found.units, found.percent, found.why) == (None, 0, None, NO_PAIR)


def test_who_always_says_otherwise_agrees_less_than_chance():
    assert alpha((tuple("abababab"), tuple("babababa")), Level.NOMINAL).alpha < 0


def test_counts_of_none_are_no_distance_apart():
    assert alpha(((0, 0, 10), (0, 0, 10)), Level.RATIO).alpha == 1


def test_the_same_seed_draws_the_same_interval_and_another_another():
    first, again, other = (
        measure_reliability(list(zip(*FOUR, strict=True)), Level.INTERVAL, seed=seed) for seed in (4, 4, 5)
    )
    assert first == again
    assert (first.low, first.high) != (other.low, other.high)
    assert first.low < first.alpha < first.high


def test_draws_without_variation_are_counted_and_left_out():
    found = alpha((("a", "a", "b"), ("a", "a", "b")), Level.NOMINAL)
    assert 0 < found.undefined < found.draws
    assert (found.low, found.high) == (1, 1)


def by_hand(coders, distance):
    """Alpha from the words of its definition: every ordered pair within units, every ordered pair of all codes."""
    units = [[c for c in unit if c is not None] for unit in zip(*coders, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    codes = [c for unit in units for c in unit]
    if not codes:
        return None
    observed = sum(sum(distance(a, b) for a in unit for b in unit) / (len(unit) - 1) for unit in units) / len(codes)
    expected = sum(distance(a, b) for a in codes for b in codes) / (len(codes) * (len(codes) - 1))
    return 1 - observed / expected if expected else None


def by_rank(coders):
    units = [[c for c in unit if c is not None] for unit in zip(*coders, strict=True)]
    codes = [c for unit in units if len(unit) > 1 for c in unit]

    def distance(a, b):
        low, high = sorted((a, b))
        return (sum(low <= c <= high for c in codes) - (codes.count(low) + codes.count(high)) / 2) ** 2

    return by_hand(coders, distance)


CODE = st.none() | st.integers(0, 6)
TABLES = st.integers(1, 12).flatmap(
    lambda units: st.lists(st.lists(CODE, min_size=units, max_size=units), min_size=2, max_size=5)
)


@given(TABLES, st.sampled_from(Level))
def test_alpha_is_what_its_definition_says(coders, level):
    distances = {
        Level.NOMINAL: lambda a, b: a != b,
        Level.INTERVAL: lambda a, b: (a - b) ** 2,
        Level.RATIO: lambda a, b: ((a - b) / (a + b)) ** 2 if a + b else 0,
    }
    wanted = by_rank(coders) if level is Level.ORDINAL else by_hand(coders, distances[level])
    found = alpha(coders, level).alpha
    assert (found is None) == (wanted is None)
    assert found is None or found == pytest.approx(wanted)


@given(TABLES, st.sampled_from(Level), st.randoms(use_true_random=False))
def test_the_order_of_coders_and_of_units_does_not_matter(coders, level, chance):
    units = list(zip(*coders, strict=True))
    chance.shuffle(units)
    shuffled = [list(coder) for coder in zip(*units, strict=True)]
    chance.shuffle(shuffled)
    one, other = alpha(coders, level), alpha(shuffled, level)
    assert (one.units, one.pairs, one.agreed, one.why) == (other.units, other.pairs, other.agreed, other.why)
    assert one.alpha == (None if other.alpha is None else pytest.approx(other.alpha))
