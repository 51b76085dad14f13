"""Reliability: how far coders agree beyond chance, as Krippendorff's alpha with an interval by resampling units.

alpha = 1 - observed / expected disagreement (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"). A
missing code is no value: a unit counts with the codes it has, and one with fewer than two counts for nothing.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from accordingto.terms.codings import Level, Reliability

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Value = str | float
DRAWS = 1000  # of the bootstrap: the ends of a 95 % interval then move by less than a hundredth from seed to seed
WITHIN = (0.025, 0.975)  # 95 % of the draws, as intervals are usually told
NO_PAIR = "no item was coded by two"
NO_VARIATION = "every code is the same: nothing tells agreement from chance"


def measure_reliability(
    units: Sequence[Sequence[Value | None]], level: Level, *, seed: int, draws: int = DRAWS
) -> Reliability:
    """How far these codes agree; each unit has one for each coder, None where it is missing.

    The order of coders and of units does not matter to alpha; nominal values are words, all others numbers.
    """
    coded = [[value for value in unit if value is not None] for unit in units]
    pairable = [unit for unit in coded if len(unit) > 1]
    pairs, agreed = _pairs(pairable)
    values = sorted({value for unit in pairable for value in unit}, key=lambda v: (isinstance(v, str), v))
    if len(values) < 2:
        why = NO_VARIATION if pairable else NO_PAIR
        return Reliability(level, None, len(pairable), pairs, agreed, None, None, 0, 0, seed, why)
    counts = _counted(pairable, values)
    distances = None if level is Level.ORDINAL else _distances(values, level)
    alpha = float(_alphas(counts, _ones(len(pairable)), distances)[0])
    drawn = _alphas(counts, _resampled(len(pairable), draws, seed), distances)
    low, high, undefined = _interval(drawn)
    return Reliability(level, alpha, len(pairable), pairs, agreed, low, high, draws, undefined, seed)


def _pairs(pairable: Sequence[Sequence[Value]]) -> tuple[int, int]:
    """How many pairs of codes of one unit there are, and in how many of them the two are the same."""
    every = [one == other for unit in pairable for one, other in combinations(unit, 2)]
    return len(every), sum(every)


def _counted(pairable: Sequence[Sequence[Value]], values: Sequence[Value]) -> "Numbers":
    """How often each unit has each value."""
    import numpy as np

    tallies = [Counter(unit) for unit in pairable]
    return np.array([[tally[value] for value in values] for tally in tallies], dtype=np.float64)


def _distances(values: Sequence[Any], level: Level) -> "Numbers":
    """How far each value is from each other one, squared."""
    import numpy as np

    if level is Level.NOMINAL:
        return 1.0 - np.eye(len(values))
    numbers = np.array(values, dtype=np.float64)
    apart = numbers[:, None] - numbers[None, :]
    if level is Level.INTERVAL:
        return np.square(apart)
    together = numbers[:, None] + numbers[None, :]
    # None of both and none of both are no distance apart.
    return np.square(np.divide(apart, together, out=np.zeros_like(apart), where=together != 0))


def _ones(units: int) -> "Numbers":
    import numpy as np

    return np.ones((1, units))


def _resampled(units: int, draws: int, seed: int) -> "Numbers":
    """How often each draw takes each unit: as many as there are, with replacement.

    `RandomState` gives the same draws in every version of numpy; its successors promise no such thing.
    """
    import numpy as np

    taken = np.random.RandomState(seed % 2**32).randint(0, units, size=(draws, units))
    return np.array([np.bincount(one, minlength=units) for one in taken], dtype=np.float64).reshape(draws, units)


def _alphas(counts: "Numbers", weights: "Numbers", distances: "Numbers | None") -> "Numbers":
    """Alpha of each draw, nan where it has no variation; without distances, by rank."""
    import numpy as np

    codes = counts.sum(axis=1)
    margins = weights @ counts
    if distances is None:
        observed, expected = _by_rank(counts, weights, margins)
    else:
        observed = weights @ ((counts @ distances * counts).sum(axis=1) / (codes - 1))
        expected = (margins @ distances * margins).sum(axis=1)
    expected = expected / (margins.sum(axis=1) - 1)
    alphas: Numbers = 1 - np.divide(observed, expected, out=np.full_like(expected, np.nan), where=expected > 0)
    return alphas


def _by_rank(counts: "Numbers", weights: "Numbers", margins: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Disagreement observed and expected where only the order of values is known.

    Two values are as far apart as the codes between the middles of theirs, so each draw has ranks of its own.
    The sum of all squared differences among some numbers is twice (how many x sum of squares - square of the sum).
    """
    import numpy as np

    middles = np.cumsum(margins, axis=1) - margins / 2
    codes = counts.sum(axis=1)[:, None]
    squares, sums = counts @ np.square(middles).T, counts @ middles.T
    within = 2 * (codes * squares - np.square(sums)) / (codes - 1)
    observed = (weights.T * within).sum(axis=0)
    total = margins.sum(axis=1)
    spread = total * (margins * np.square(middles)).sum(axis=1) - np.square((margins * middles).sum(axis=1))
    return observed, 2 * spread


def _interval(drawn: "Numbers") -> tuple[float | None, float | None, int]:
    """The ends between which most draws lie, and how many draws had no variation."""
    import numpy as np

    defined = drawn[~np.isnan(drawn)]
    if not len(defined):
        return None, None, len(drawn)
    low, high = np.quantile(defined, WITHIN)
    return float(low), float(high), len(drawn) - len(defined)
