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
    """How surely its source holds it (FactBank, Sauri and Pustejovsky 2009): certain, probable, possible, unknown."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    UNCERTAIN = "Uu"


@dataclass(frozen=True, slots=True)
class Claim:
    """Item `index` of list `kind`, who is said to know it, through whom, and how surely.

    `chain` runs from the first voice outwards to the outlet: "a military source", "the Reuters news agency", outlet.
    A hidden first voice is the empty string. `statement` is the statement that carries it, None for the outlet.
    `quantity` is a share that it tells ("98 % of the districts"), None where it tells none: shares are no figures.
    """

    kind: ClaimKind
    index: int
    anchor: Anchor
    chain: tuple[str, ...]
    factuality: Factuality
    hedge: Anchor | None
    statement: int | None
    quantity: Anchor | None = None
