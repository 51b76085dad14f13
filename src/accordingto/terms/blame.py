"""Blame: who holds whom responsible for an event, who claims it, who denies it (CODEBOOK "blame")."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.spans import Anchor


class Stance(StrEnum):
    """Blames another, claims its own responsibility, or denies the named actor's part."""

    BLAMES = "blames"
    CLAIMS = "claims"
    DENIES = "denies"


@dataclass(frozen=True, slots=True)
class Blame:
    """`actor` is held responsible for event number `event` by statement number `by`, or by the outlet when None.

    `entity` is the index of the actor in the reading's `entities`.
    """

    event: int | None
    actor: Anchor
    by: int | None
    stance: Stance
    entity: int | None = None
