"""Claims: one thing asserted, with the chain that carries it and how surely (FactBank factuality)."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.spans import Anchor


class ClaimKind(StrEnum):
    """Which list of the reading it comes from."""

    STATEMENT = "statement"
    EVENT = "event"
    FIGURE = "figure"
    BLAME = "blame"
    COMMITMENT = "commitment"


class Factuality(StrEnum):
    """How surely its source holds it (FactBank, Sauri and Pustejovsky 2009): certain, probable, possible, unknown.

    `KNOWN` is the source's who knows whether it is so while the words do not tell; `UNCERTAIN` commits him to nothing.
    """

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    KNOWN = "CTu"
    UNCERTAIN = "Uu"


@dataclass(frozen=True, slots=True)
class Proportion:
    """How much of a place, in percent: "at least 98 % of the city's districts". An open side is None, never 0."""

    anchor: Anchor
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Claim:
    """Item `index` of list `kind`, who is said to know it, through whom, and how surely.

    `chain` runs from the first voice outwards to the outlet: "a military source", "the Reuters news agency", outlet.
    A hidden first voice is the empty string. `statement` is the statement that carries it, None for the outlet.
    `factuality` is the first voice's; `held` says for each voice of the chain how surely that one holds it: whoever
    only passes it on holds nothing of it (`Uu`). `quantity` is the part of a place that it is told of.
    """

    kind: ClaimKind
    index: int
    anchor: Anchor
    chain: tuple[str, ...]
    factuality: Factuality
    hedge: Anchor | None
    statement: int | None
    held: tuple[Factuality, ...] = ()
    quantity: Proportion | None = None
