"""Reviews: a person's decision; it adds, never overwrites."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from accordingto.terms.ids import content_id, speakable


class Verdict(StrEnum):
    """What the person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    SPLIT = "split"
    MERGE = "merge"
    UNDO = "undo"


_DEEDS = {
    Verdict.ACCEPT: "accepted it",
    Verdict.REJECT: "rejected it",
    Verdict.CORRECT: "corrected it",
    Verdict.SPLIT: "put them apart",
    Verdict.MERGE: "put them together",
    Verdict.UNDO: "took it back",
}


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

    @property
    def name(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)

    @property
    def words(self) -> str:
        """ "Mira Haddad put them apart: two attacks of one morning"."""
        return f"{self.author} {_DEEDS[self.verdict]}: {self.reason}"
