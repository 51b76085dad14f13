"""What comparing accounts finds: copies, origins, tolls, blame, agreements and outcomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from accordingto.terms.blame import Stance
from accordingto.terms.figures import Bound, Harm, Who
from accordingto.terms.ids import Finding
from accordingto.terms.incidents import Account, Direction, Incident
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import DEFAULT_RULE, TollRule


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
    """One step of a chain: a name and the words that show it; None where it is the outlet's own page.

    An anchor knows its report: the words of a credit may stand in the original that a page reprints. `note` says why
    the step is held to be one, where the words alone do not show it.
    """

    name: str
    anchor: Anchor | None
    note: str = ""


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
    """One figure in a toll: which report and origin gave it, as of when.

    `voice` is the key of its origin, `side` the one that origin stands on. `flag` says what a person should look at:
    a part that its whole cannot hold. `inside` are the people of the whole that its own report counts it in.
    """

    report_id: str
    figure: int
    anchor: Anchor
    low: int | None
    high: int | None
    origin: str
    as_of: date | datetime | None
    note: str = ""
    voice: str = ""
    side: str | None = None
    bound: Bound = Bound.EXACT
    flag: str = ""
    inside: Who | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that a rule leaves out of its toll, and why."""

    entry: TollEntry
    why: str


@dataclass(frozen=True, slots=True)
class OriginRange:
    """From the lowest to the highest number that one origin gives in a toll; `top` is the highest, open or not."""

    origin: str
    side: str | None
    low: int | None
    high: int | None
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Toll(Finding):
    """What the figures of one incident add up to for one harm and one kind of people, under a named rule.

    `entries` are the figures it stands on, in order of time, `left_out` the others. `best` is None where the rule has
    none.
    """

    BESIDE: ClassVar[frozenset[str]] = frozenset({"why", "left_out"})

    harm: Harm
    who: Who
    low: int | None
    high: int | None
    rule: TollRule
    entries: tuple[TollEntry, ...]
    why: str
    best: int | None = None
    left_out: tuple[LeftOut, ...] = ()

    @property
    def by_origin(self) -> tuple[OriginRange, ...]:
        """The range of each origin, in order of its first figure."""
        given: dict[str, list[TollEntry]] = {}
        for entry in self.entries:
            given.setdefault(entry.voice or entry.origin, []).append(entry)
        ranges = ((of[0], _firm(of)) for of in given.values())
        return tuple(OriginRange(one.origin, one.side, *widest(of), highest(of)) for one, of in ranges)

    @property
    def top(self) -> int | None:
        """The highest number that it rests on: its upper end, and where that is open the largest "at least"."""
        return self.high if self.high is not None else highest(self.entries)

    @property
    def growth(self) -> tuple[TollEntry, ...]:
        """Every step of the count in order of time, undated last; what one origin repeats is no further step."""
        steps: dict[tuple[str, int | None, int | None], TollEntry] = {}
        for entry in sorted(self.entries, key=_moment):
            steps.setdefault((entry.voice or entry.origin, entry.low, entry.high), entry)
        return tuple(steps.values())


def widest(entries: Iterable[TollEntry]) -> tuple[int | None, int | None]:
    """The lowest number that any of them gives, and the highest; open at the top where an "at least" lies above."""
    given = list(entries)
    lows = [entry.low for entry in given if entry.low is not None]
    top = max((entry.high for entry in given if entry.high is not None), default=None)
    floor = max((entry.low for entry in given if entry.high is None and entry.low is not None), default=0)
    return min(lows, default=None), None if top is None or floor > top else top


def highest(entries: Iterable[TollEntry]) -> int | None:
    """The highest number that any of them gives, as a bound or not; a vague word counts where there is nothing else."""
    firm = _firm(entries)
    return max((number for entry in firm for number in (entry.low, entry.high) if number is not None), default=None)


def _firm(entries: Iterable[TollEntry]) -> list[TollEntry]:
    """Those that give a number; where only vague words are given, all."""
    given = list(entries)
    return [entry for entry in given if entry.bound is not Bound.VAGUE] or given


def _moment(entry: TollEntry) -> tuple[str, int, str, int]:
    when = entry.as_of.isoformat() if entry.as_of else "9999"
    return when, entry.low or entry.high or 0, entry.report_id, entry.figure


@dataclass(frozen=True, slots=True)
class RunningTotal(Finding):
    """A count over more than one incident that a report gives beside it: "more than 400,000 killed since 2011".

    `over` says what it is counted over, in the report's words where it has them. It never enters a toll.
    """

    harm: Harm
    who: Who
    entry: TollEntry
    over: str


class AgreementKind(StrEnum):
    """How two claims stand to each other."""

    CORROBORATION = "corroboration"  # nothing stands in both chains; see ALIKE
    ALIKE = "alike"  # the same, but something stands in both chains; `why` says what
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
class BlameCell(Finding):
    """One cell of an incident's matrix of blame: what one voice says of the part of one who is named.

    `by` blames `whom`, tells that `whom` claims it, or denies that it was `whom`; `of_itself` where the two are one.
    `sides` hold the words, each with its report, chain and moment. `by_side` and `whom_side` are the cast's.
    """

    by: str
    voice: str
    by_side: str | None
    stance: Stance
    whom: str
    whom_side: str | None
    of_itself: bool
    sides: tuple[Side, ...]

    @property
    def report_ids(self) -> tuple[str, ...]:
        """Every report that passes it on, once, in order of id."""
        return tuple(sorted({side.report_id for side in self.sides}))


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


class RelationKind(StrEnum):
    """How one thing that happened stands to another."""

    ANSWERS = "answers"
    UNDER_DEAL = "under a deal"
    RESUMES = "resumes"
    DURING = "during"


@dataclass(frozen=True, slots=True)
class Relation(Finding):
    """What one report says of how two things stand to each other: the first answers, resumes, carries out the second.

    `second` is None where the report only names it: "under a deal between the warring sides".
    """

    kind: RelationKind
    first: Account
    second: Account | None
    side: Side
    why: str


@dataclass(frozen=True, slots=True)
class IncidentFindings:
    """One incident with all that comparing its accounts found.

    `elsewhere` are the copies that one of its reports makes with a report that is not read as telling of it, `related`
    what its reports say of how it stands to others.
    """

    incident: Incident
    copies: tuple[Copy, ...]
    origins: tuple[Origin, ...]
    tolls: tuple[Toll, ...]
    agreements: tuple[Agreement, ...]
    running: tuple[RunningTotal, ...] = ()
    blame: tuple[BlameCell, ...] = ()
    elsewhere: tuple[Copy, ...] = ()
    related: tuple[Relation, ...] = ()

    def under(self, rule: TollRule = DEFAULT_RULE) -> tuple[Toll, ...]:
        """Its tolls under one rule: one for each harm and kind of people."""
        return tuple(toll for toll in self.tolls if toll.rule is rule)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that comparing a set of readings found. `agreements` also holds those that belong to no incident."""

    incidents: tuple[IncidentFindings, ...]
    copies: tuple[Copy, ...]
    agreements: tuple[Agreement, ...]
    outcomes: tuple[Outcome, ...]
