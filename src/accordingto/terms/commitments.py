"""Commitments: something said to be coming by someone who can be held to it (CODEBOOK "announcements")."""

from dataclasses import dataclass
from datetime import date, datetime

from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Commitment:
    """What is said to be coming, and when it is due.

    `due` is the words, `due_at` the moment in the zone it was told in, `due_day` the last day it can still be kept on;
    both None where nothing was said or nothing can be resolved.
    """

    what: Anchor
    due: Anchor | None
    due_at: datetime | None
    due_day: date | None
    statement: int | None
    event: int | None = None
