"""Reviews: a person's decision; it adds, never overwrites."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from accordingto.terms.ids import content_id


class Verdict(StrEnum):
    """What the person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SPLIT = "split"
    MERGE = "merge"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided what about which thing (`subject` is its id), when and why. `change` holds the corrected value."""

    subject: str
    verdict: Verdict
    author: str
    made_at: datetime
    reason: str
    change: str | None = None

    @property
    def id(self) -> str:
        return content_id("review", self.subject, self.verdict, self.author, self.made_at.isoformat(), self.change)
