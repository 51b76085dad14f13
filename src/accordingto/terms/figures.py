"""Figures: counts of people harmed or moved (CODEBOOK "figures")."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.spans import Anchor


class Bound(StrEnum):
    """How the number is bounded."""

    EXACT = "exact"
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    UP_TO = "up to"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Who(StrEnum):
    """Who was harmed or moved."""

    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    MEN = "men"
    ELDERLY = "elderly"
    FIGHTERS = "fighters"
    SOLDIERS = "soldiers"
    POLICE = "police"
    MEDICS = "medics"
    AID_WORKERS = "aid-workers"
    JOURNALISTS = "journalists"
    EVACUEES = "evacuees"
    REFUGEES = "refugees"
    PRISONERS = "prisoners"
    PEOPLE = "people"


EVERYBODY = frozenset({Who.PEOPLE, Who.CIVILIANS})
"""Who is counted where no one kind of people is meant."""


class Harm(StrEnum):
    """What befell them."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    TRAPPED = "trapped"
    BESIEGED = "besieged"
    SURRENDERED = "surrendered"
    CASUALTIES = "casualties"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people harmed or moved. An open side is None, never 0.

    `part_of`, `statement` and `event` are indexes into the same reading: "82, including 11 women": the 11 is part of
    the 82 and never added to it.
    """

    anchor: Anchor
    low: int | None
    high: int | None
    bound: Bound
    who: Who
    harm: Harm
    part_of: int | None = None
    statement: int | None = None
    event: int | None = None

    def may_equal(self, other: "Figure") -> bool:
        """Whether one number can satisfy both. A vague figure bounds nothing above; an open side is no limit."""
        low = max(self.low or 0, other.low or 0)
        highs = [high for high in (self.high, other.high) if high is not None]
        return not highs or low <= min(highs)
