"""Toll rules: the ways to make one toll of many figures, each under the name that stands beside its number."""

from enum import StrEnum


class TollRule(StrEnum):
    """How one toll is made of the figures of an incident. The value is the name beside the number."""

    ALL = "all figures"
    LATEST = "latest per origin"
    INDEPENDENT = "independent origins"
    CONSERVATIVE = "ACLED conservative"
    GED = "UCDP GED low/best/high"
    CONTESTED = "contested from 0"

    @property
    def key(self) -> str:
        """The word to ask for it by: "ged"."""
        return self.name.lower()

    @property
    def meaning(self) -> str:
        """What its number is, in one sentence."""
        return _MEANING[self]

    @property
    def basis(self) -> str:
        """Whose rule it is, and how far it is our reading of theirs."""
        return _BASIS[self]


DEFAULT_RULE = TollRule.ALL  # it leaves no one's count out and prefers nobody: a person narrows it knowingly

_MEANING = {
    TollRule.ALL: "From the lowest to the highest number that anyone gives; nothing is left out.",
    TollRule.LATEST: "From the lowest to the highest of the last figures, one an origin; earlier ones are superseded.",
    TollRule.INDEPENDENT: (
        "From the lowest to the highest of the last figures of origins whose chains share no link; of origins that "
        "share one the first to speak stands."
    ),
    TollRule.CONSERVATIVE: (
        "One number: the lowest of the last figures of all origins that no later count replaces. A vague word counts "
        "only where nobody gives a number: 10 for “tens”, 12 for “dozens”, 100 for “hundreds”."
    ),
    TollRule.GED: (
        "Lowest and highest of independent origins; best is the last figure of a named source among them, and of "
        "several as of one day the lowest."
    ),
    TollRule.CONTESTED: (
        "The range of the last figures, from 0 where somebody denies that it took place, or counts as fighters as many "
        "as others count as civilians."
    ),
}
_BASIS = {
    TollRule.ALL: "Our own.",
    TollRule.LATEST: "Our own.",
    TollRule.INDEPENDENT: "Our own.",
    TollRule.CONSERVATIVE: (
        "ACLED's knowledge base, “Fatalities” (as of 7 May 2024): where reports differ or are vague “the most "
        "conservative estimate available” is used, totals are revised when better information comes, and tens, dozens "
        "and hundreds are coded as 10, 12 and 100. ACLED weighs how reliable sources are; here everybody counts."
    ),
    TollRule.GED: (
        "UCDP GED, variables low, best, high (version 20.1): the lowest reliable, “the best (most likely)” and the "
        "highest reliable estimate. UCDP's coders judge what is reliable; how best is found here judges nobody and is "
        "our reading."
    ),
    TollRule.CONTESTED: (
        "The practice of one recorder (Airwars, “Methodology”), as it is told of; its own words on the minimum could "
        "not be confirmed, so these are ours. Who did it may be disputed without any effect."
    ),
}
