"""Which place of a sentence its event took place at, by clues that each weigh what they have been worth.

The weights are learned (`lexicons/place_odds.toml`, docs/decisions/0014): a conditional logit, so that the odds of two
places are the exponent of the difference of their sums.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.read.place_clues import Clues


@dataclass(frozen=True, slots=True)
class PlaceOdds:
    """The weight of each clue; a clue that has none weighs nothing."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls) -> "PlaceOdds":
        return cls(load_lexicon("place_odds")["weights"])

    def likeliest(self, clues: Sequence[Clues]) -> int:
        """The number of the place that its clues speak for most; of equal ones the first told."""
        return max(range(len(clues)), key=lambda number: self._weigh(clues[number]))

    def _weigh(self, clues: Clues) -> float:
        return sum(self.weights.get(clue, 0.0) * value for clue, value in clues.items())
