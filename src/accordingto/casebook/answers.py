"""Answers: what a verb did to a case, and what a question found in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from accordingto.errors import InputError
from accordingto.terms.casts import Cast
from accordingto.terms.claims import Claim
from accordingto.terms.decisions import KeptReview, Standing
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import Finding
from accordingto.terms.items import Item
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the inputs. `known` is in the case already, or came twice, perhaps under another ref.

    `names` says, by report id, what each known one is called in the case. It is found there by its own ref, too.
    """

    new: tuple[Report, ...]
    known: tuple[Report, ...]
    refused: tuple[InputError, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Each known report that came under another name than it has in the case: its name, and the one it has."""
        called = ((report.name, self.names.get(report.id, report.name)) for report in self.known)
        return tuple(dict.fromkeys((own, there) for own, there in called if own != there))


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the inputs, and how many reports of the case are not read yet, or not compared."""

    ingested: Ingested
    unread: int
    compared: bool


@dataclass(frozen=True, slots=True)
class ReadDone:
    """How many reports were read, how many this reader had read before, and who it was."""

    new: int
    skipped: int
    reader: ReaderName


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many incidents the case tells of, and whether this run changed what the record says of them."""

    incidents: int
    changed: bool


@dataclass(frozen=True, slots=True)
class CastKept:
    """The cast that the case now has of its own, and whether it is another than before."""

    cast: Cast
    changed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A review that was just made, the incidents that are no more, or not as they were, and those that are now."""

    review: Review
    before: tuple[IncidentFindings, ...]
    after: tuple[IncidentFindings, ...]


@dataclass(frozen=True, slots=True)
class Find:
    """One find of a report: as its reader read it, as it stands now, and what people said of it.

    It is number `number` of its kind in `own`, the reader's reading, and number `index` in `reading`, the one that is
    asked; None where a person rejected it. `reviews` are in the order they were made, those taken back among them.
    """

    item: Item
    own: Reading
    number: int
    reading: Reading
    index: int | None
    reviews: tuple[KeptReview, ...] = ()

    @property
    def holding(self) -> tuple[KeptReview, ...]:
        """The reviews of it that are in force."""
        return tuple(kept for kept in self.reviews if kept.standing is Standing.IN_FORCE)

    @property
    def seen(self) -> str:
        """The last that anybody said of it, by the review's id, so that nobody decides over what they did not see."""
        said = [review for kept in self.reviews for review in (kept.review, kept.undone_by) if review]
        return max(said, key=lambda review: (review.made_at, review.id)).id if said else ""


@dataclass(frozen=True, slots=True)
class LookedOver:
    """A report as people have looked it over: `reading` has the values that they gave, and every find in its place.

    What they rejected is still in it, so that numbers count as in the reader's own; `finds` say which that is.
    """

    reading: Reading
    finds: tuple[Find, ...]


class Stake(StrEnum):
    """What hangs on a find, the most first: in this order people look finds over."""

    SIDE = "one side of what is disputed"
    DISPUTED = "a count or blame of a disputed incident"
    HARM = "a count or blame"
    TOLD = "part of a disputed incident"
    OTHER = "anything else"


@dataclass(frozen=True, slots=True)
class Queued:
    """A find that nobody has looked over yet, what hangs on it, and how surely the reader read who says it.

    `certainty` is the confidence of the attribution that carries it (or that it is), None where the outlet says it
    itself. `incident` is the id of the incident it belongs to.
    """

    find: Find
    stake: Stake
    certainty: float | None
    incident: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """A find of `search`: the first of the words found stands at `start` to `end` of the report's body."""

    report: Report
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A find of `claims`: the claim, the reading it belongs to, and the report it stands in."""

    report: Report
    reading: Reading
    claim: Claim


@dataclass(frozen=True, slots=True)
class Why:
    """One thing that goes by an id, and all that it stands on: what an explanation is made of.

    `found` is a finding, an incident with its findings, or a review. `incidents` are those it belongs to, `readings`
    those that it was found in, by their report's id. `enough` is the score from which likeness alone makes two accounts
    one incident.
    """

    found: Finding | IncidentFindings | KeptReview
    incidents: tuple[IncidentFindings, ...]
    readings: Mapping[str, Reading]
    reviews: tuple[KeptReview, ...]
    enough: float
