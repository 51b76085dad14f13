"""Two opinions on an act made one: what the rules tell from the words, and what the encoder hears.

The encoder gives a chance to every act; the rules tell one. How often the rules tell which act where annotators gave
another is counted (`lexicons/act_odds.toml`), so each opinion weighs what it has been worth (docs/decisions/0007).
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.terms.attributions import Act

UNSEEN = 0.5  # added to every count, so that what was never seen is not impossible
Chances = tuple[tuple[Act, float], ...]  # the natural logarithm of each act's chance


@dataclass(frozen=True, slots=True)
class ActOdds:
    """For each act, the logarithm of the chance that the rules tell this or another one where it is the right one."""

    told: Mapping[Act, Mapping[Act, float]]

    @classmethod
    def load(cls) -> "ActOdds":
        return cls.of(load_lexicon("act_odds"))

    @classmethod
    def of(cls, counts: Mapping[str, Mapping[str, int]]) -> "ActOdds":
        """From counts by the annotators' act and the rules'."""
        return cls({act: _shares(counts.get(act, {})) for act in Act})

    def likeliest(self, told: Act, heard: Chances) -> Act:
        """The act that both opinions together make the likeliest; the rules' where the encoder heard none."""
        return max(heard, key=lambda one: one[1] + self.told[one[0]][told], default=(told, 0.0))[0]


def _shares(counts: Mapping[str, int]) -> dict[Act, float]:
    total = sum(counts.values()) + UNSEEN * len(Act)
    return {act: math.log((counts.get(act, 0) + UNSEEN) / total) for act in Act}
