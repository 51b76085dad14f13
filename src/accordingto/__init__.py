"""Machine-assisted, evidence-grade reading of conflict reporting: who said what, through whom, how surely.

`accordingto.open("aleppo.db")` is a case with the verbs ingest, read, reconcile and the questions;
`Reader().read(report)` needs no case. A name is loaded when it is first used; `import accordingto` alone loads nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.casebook import (
        Applied,
        Casebook,
        CastKept,
        ClaimHit,
        CodedItem,
        Codings,
        Concord,
        Decided,
        FieldReliability,
        Find,
        Hit,
        Ingested,
        LookedOver,
        PastCase,
        Questions,
        Queued,
        ReadDone,
        Reconciled,
        RoundState,
        Stake,
        Why,
    )
    from accordingto.casebook import open_case as open
    from accordingto.errors import (
        AccordingToError,
        BadCast,
        BadDate,
        BadReview,
        BrokenLine,
        EmptyReport,
        InputError,
        MissingAnchor,
        Moved,
        NewerCase,
        NoGazetteer,
        NotACase,
        NothingFound,
        Overtaken,
        RecordError,
        SettingsError,
        StillBlind,
        Unclear,
        UnknownFormat,
        UnreadableFile,
    )
    from accordingto.read.reader import Reader
    from accordingto.terms.attributions import Act, Attribution, Form
    from accordingto.terms.blame import Blame, Stance
    from accordingto.terms.casts import Actor, ActorKind, Cast, KeptCast, Sector
    from accordingto.terms.claims import Claim, ClaimKind, Factuality
    from accordingto.terms.codings import (
        Code,
        CodingRound,
        Level,
        Reliability,
        RoundStep,
        SampledItem,
        StepKind,
    )
    from accordingto.terms.commitments import Commitment
    from accordingto.terms.decisions import Decision, Decisions, KeptReview, Standing
    from accordingto.terms.entities import Entity, EntityKind
    from accordingto.terms.events import Event, EventType, Status
    from accordingto.terms.figures import Bound, Figure, Harm, Who
    from accordingto.terms.findings import (
        About,
        Agreement,
        AgreementKind,
        BlameCell,
        Comparison,
        Copy,
        Hop,
        IncidentFindings,
        LeftOut,
        Origin,
        OriginRange,
        Outcome,
        OutcomeKind,
        RunningTotal,
        Side,
        Toll,
        TollEntry,
    )
    from accordingto.terms.ids import Finding
    from accordingto.terms.incidents import Account, Direction, Incident, Link, Ruling
    from accordingto.terms.items import Item
    from accordingto.terms.places import Place, Spot
    from accordingto.terms.readings import ReaderName, Reading
    from accordingto.terms.reports import Report
    from accordingto.terms.reviews import Review, Verdict
    from accordingto.terms.spans import Anchor, Span
    from accordingto.terms.standpoints import Standpoint
    from accordingto.terms.times import TimeKind, TimeMention
    from accordingto.terms.tolls import TollRule

__all__ = [
    "About",
    "AccordingToError",
    "Account",
    "Act",
    "Actor",
    "ActorKind",
    "Agreement",
    "AgreementKind",
    "Anchor",
    "Applied",
    "Attribution",
    "BadCast",
    "BadDate",
    "BadReview",
    "Blame",
    "BlameCell",
    "Bound",
    "BrokenLine",
    "Casebook",
    "Cast",
    "CastKept",
    "Claim",
    "ClaimHit",
    "ClaimKind",
    "Code",
    "CodedItem",
    "CodingRound",
    "Codings",
    "Commitment",
    "Comparison",
    "Concord",
    "Copy",
    "Decided",
    "Decision",
    "Decisions",
    "Direction",
    "EmptyReport",
    "Entity",
    "EntityKind",
    "Event",
    "EventType",
    "Factuality",
    "FieldReliability",
    "Figure",
    "Find",
    "Finding",
    "Form",
    "Harm",
    "Hit",
    "Hop",
    "Incident",
    "IncidentFindings",
    "Ingested",
    "InputError",
    "Item",
    "KeptCast",
    "KeptReview",
    "LeftOut",
    "Level",
    "Link",
    "LookedOver",
    "MissingAnchor",
    "Moved",
    "NewerCase",
    "NoGazetteer",
    "NotACase",
    "NothingFound",
    "Origin",
    "OriginRange",
    "Outcome",
    "OutcomeKind",
    "Overtaken",
    "PastCase",
    "Place",
    "Questions",
    "Queued",
    "ReadDone",
    "Reader",
    "ReaderName",
    "Reading",
    "Reconciled",
    "RecordError",
    "Reliability",
    "Report",
    "Review",
    "RoundState",
    "RoundStep",
    "Ruling",
    "RunningTotal",
    "SampledItem",
    "Sector",
    "SettingsError",
    "Side",
    "Span",
    "Spot",
    "Stake",
    "Stance",
    "Standing",
    "Standpoint",
    "Status",
    "StepKind",
    "StillBlind",
    "TimeKind",
    "TimeMention",
    "Toll",
    "TollEntry",
    "TollRule",
    "Unclear",
    "UnknownFormat",
    "UnreadableFile",
    "Verdict",
    "Who",
    "Why",
    "open",
]


# Where the names live, the light modules first. No public name is a room's: `accordingto.read` is the module.
_HOMES = (
    *(
        "errors",
        "terms.attributions",
        "terms.blame",
        "terms.casts",
        "terms.claims",
        "terms.codings",
        "terms.commitments",
    ),
    *("terms.decisions", "terms.entities"),
    *(
        "terms.events",
        "terms.figures",
        "terms.findings",
        "terms.ids",
        "terms.incidents",
        "terms.items",
        "terms.places",
        "terms.readings",
    ),
    *("terms.reports", "terms.reviews", "terms.spans", "terms.standpoints", "terms.times", "terms.tolls"),
    *("casebook", "read.reader"),
)


def __getattr__(name: str) -> object:
    if name == "open":
        return import_module("accordingto.casebook").open_case
    homes = (import_module(f"accordingto.{home}") for home in _HOMES if name in __all__)
    for home in homes:
        if hasattr(home, name):
            return getattr(home, name)
    raise AttributeError(f"module 'accordingto' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
