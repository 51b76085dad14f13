"""Answers: what a verb did to a case, and what a question found in it."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.errors import InputError
from accordingto.terms.casts import Cast
from accordingto.terms.claims import Claim
from accordingto.terms.decisions import KeptReview
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import Finding
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the inputs. `known` is in the case already, or came twice, perhaps under another ref."""

    new: tuple[Report, ...]
    known: tuple[Report, ...]
    refused: tuple[InputError, ...]


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
    """A review that was just made, the incidents that are no more because of it, and those that are new."""

    review: Review
    before: tuple[IncidentFindings, ...]
    after: tuple[IncidentFindings, ...]


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
