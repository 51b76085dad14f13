"""What comparing accounts finds: copies, origins, tolls, agreements and outcomes."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from accordingto.terms.figures import Harm, Who
from accordingto.terms.ids import Finding
from accordingto.terms.incidents import Direction, Incident
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Copy(Finding):
    """Two reports that share one text's wording; `overlap` is the share of the shorter one's found in the other."""

    BESIDE: ClassVar[frozenset[str]] = frozenset({"overlap", "whole", "direction", "reasons"})

    first: str
    second: str
    overlap: float
    whole: bool
    direction: Direction
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: a name and the words that show it; None where it is the outlet's own page."""

    name: str
    anchor: Anchor | None


@dataclass(frozen=True, slots=True)
class Origin(Finding):
    """The voice a claim first came from, the claims of an incident that go back to it, and the hops between.

    `kind` is source (a voice named or not), outlet (its own reporting) or agency (a credited wire).
    `report_ids` are the reports that carry it, copies included: "5 reports, 1 origin".
    """

    key: str
    name: str
    kind: str
    report_ids: tuple[str, ...]
    chains: tuple[tuple[Hop, ...], ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class TollEntry:
    """One figure in a toll: which report and origin gave it, as of when."""

    report_id: str
    figure: int
    anchor: Anchor
    low: int | None
    high: int | None
    origin: str
    as_of: date | datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Toll(Finding):
    """What the figures of one incident add up to for one harm and one kind of people, under a named rule."""

    harm: Harm
    who: Who
    low: int | None
    high: int | None
    rule: str
    entries: tuple[TollEntry, ...]
    why: str


class AgreementKind(StrEnum):
    """How two claims stand to each other."""

    CORROBORATION = "corroboration"
    CONTRADICTION = "contradiction"
    UPDATE = "update"
    COMPATIBLE = "compatible"  # looks like a contradiction and is none; `why` says so


class About(StrEnum):
    """What two claims agree or disagree on."""

    KILLED = "killed"
    INJURED = "injured"
    TRAPPED = "trapped"
    FIGURE = "figure"
    ACTOR = "actor"
    CAUSE = "cause"
    PLACE = "place"
    TIME = "time"
    HAPPENED = "happened"
    ONGOING = "still going on"
    WHO = "who is concerned"
    TRUTHFULNESS = "truthfulness"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an agreement: the words, the report they stand in, and the chain that carries them there."""

    report_id: str
    anchor: Anchor
    chain: tuple[str, ...]
    as_of: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Agreement(Finding):
    """Two or more claims side by side, what they are about, and a sentence that says why they agree or cannot."""

    kind: AgreementKind
    about: About
    sides: tuple[Side, ...]
    why: str

    @property
    def report_ids(self) -> tuple[str, ...]:
        """Every report with a side, once, in order of id."""
        return tuple(sorted({side.report_id for side in self.sides}))


class OutcomeKind(StrEnum):
    """What became of an announcement."""

    KEPT = "kept"
    BEGUN = "begun"
    DELAYED = "delayed"
    BROKEN = "broken"
    OVERDUE = "overdue, no report"
    WAITING = "no report yet"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Outcome(Finding):
    """What became of announcement number `announcement` of the reading of report `report_id`.

    `hours_late` is from the due moment to the report that tells of it, None where either is unknown.
    """

    # What became of one announcement goes by one id, whatever the clock says of it now.
    BESIDE: ClassVar[frozenset[str]] = frozenset({"kind", "evidence", "hours_late", "why"})

    report_id: str
    announcement: int
    what: Anchor
    kind: OutcomeKind
    evidence: tuple[Side, ...]
    hours_late: float | None
    why: str


@dataclass(frozen=True, slots=True)
class IncidentFindings:
    """One incident with all that comparing its accounts found."""

    incident: Incident
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    tolls: tuple[Toll, ...]
    agreements: tuple[Agreement, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing a set of readings found. `agreements` also holds those that belong to no incident."""

    incidents: tuple[IncidentFindings, ...]
    copies: tuple[Copy, ...]
    agreements: tuple[Agreement, ...]
    outcomes: tuple[Outcome, ...]
