"""Two opinions on an act made one: what the rules tell from the words, and what the encoder hears.

The encoder gives a chance to every act; the rules tell one. How often the rules tell which act where annotators gave
another is counted (`lexicons/act_odds.toml`), so each opinion weighs what it has been worth (docs/decisions/0007):
naive Bayes, with the encoder's part held back because it is too sure of itself.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.read.lexicons import load_lexicon
from accordingto.terms.attributions import Act

HEARD = 0.5  # power of the encoder's odds against the acts' own: best on reports that it had not seen (own6)
UNSEEN = 0.5  # added to every count, so that what was never seen is not impossible
Chances = tuple[tuple[Act, float], ...]  # the natural logarithm of each act's chance


@dataclass(frozen=True, slots=True)
class ActOdds:
    """Logarithms: how likely each act is, and for each how likely the rules are to tell this or another one for it."""

    usual: Mapping[Act, float]
    told: Mapping[Act, Mapping[Act, float]]

    @classmethod
    def load(cls) -> "ActOdds":
        return cls.of(load_lexicon("act_odds"))

    @classmethod
    def of(cls, counts: Mapping[str, Mapping[str, int]]) -> "ActOdds":
        """From counts by the annotators' act and the rules'."""
        usual = _shares({act: sum(counts.get(act, {}).values()) for act in Act})
        return cls(usual, {act: _shares(counts.get(act, {})) for act in Act})

    def likeliest(self, told: Act, heard: Chances) -> Act:
        """The act that both opinions together make the likeliest; the rules' where the encoder heard none."""
        chances = {act: HEARD * log + (1 - HEARD) * self.usual[act] + self.told[act][told] for act, log in heard}
        return max(chances, key=chances.__getitem__, default=told)


def _shares(counts: Mapping[str, int]) -> dict[Act, float]:
    total = sum(counts.values()) + UNSEEN * len(Act)
    return {act: math.log((counts.get(act, 0) + UNSEEN) / total) for act in Act}
