"""Machine-assisted, evidence-grade reading of conflict reporting: who said what, through whom, how surely.

`accordingto.open("aleppo.db")` is a case with the verbs ingest, read, reconcile and the questions; `Reader().read(report)`
needs no case. A name is imported when it is first used: `import accordingto` alone loads nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, ClaimHit, Hit, Ingested, ReadDone, Reconciled
    from accordingto.casebook import open_case as open
    from accordingto.errors import (
        AccordingToError,
        BadDate,
        BrokenLine,
        EmptyReport,
        InputError,
        MissingAnchor,
        NewerCase,
        NotACase,
        NothingFound,
        RecordError,
        SettingsError,
        UnknownFormat,
        UnreadableFile,
    )
    from accordingto.read.reader import Reader
    from accordingto.terms.attributions import Act, Attribution, Form
    from accordingto.terms.blame import Blame, Stance
    from accordingto.terms.claims import Claim, ClaimKind, Factuality
    from accordingto.terms.commitments import Commitment
    from accordingto.terms.entities import Entity, EntityKind
    from accordingto.terms.events import Event, EventType, Status
    from accordingto.terms.figures import Bound, Figure, Harm, Who
    from accordingto.terms.findings import (
        About,
        Agreement,
        AgreementKind,
        Comparison,
        Copy,
        Hop,
        IncidentFindings,
        Origin,
        Outcome,
        OutcomeKind,
        Side,
        Toll,
        TollEntry,
    )
    from accordingto.terms.incidents import Account, Direction, Incident, Link
    from accordingto.terms.places import Place, Spot
    from accordingto.terms.readings import ReaderName, Reading
    from accordingto.terms.reports import Report
    from accordingto.terms.reviews import Review, Verdict
    from accordingto.terms.spans import Anchor, Span
    from accordingto.terms.times import TimeKind, TimeMention

# Where each name lives. No public name is a room's: `accordingto.read` is the module.
_HOMES = {
    "casebook": "Casebook ClaimHit Hit Ingested ReadDone Reconciled",
    "errors": "AccordingToError BadDate BrokenLine EmptyReport InputError MissingAnchor NewerCase NotACase NothingFound RecordError SettingsError UnknownFormat UnreadableFile",
    "read.reader": "Reader",
    "terms.attributions": "Act Attribution Form",
    "terms.blame": "Blame Stance",
    "terms.claims": "Claim ClaimKind Factuality",
    "terms.commitments": "Commitment",
    "terms.entities": "Entity EntityKind",
    "terms.events": "Event EventType Status",
    "terms.figures": "Bound Figure Harm Who",
    "terms.findings": "About Agreement AgreementKind Comparison Copy Hop IncidentFindings Origin Outcome OutcomeKind Side Toll TollEntry",
    "terms.incidents": "Account Direction Incident Link",
    "terms.places": "Place Spot",
    "terms.readings": "ReaderName Reading",
    "terms.reports": "Report",
    "terms.reviews": "Review Verdict",
    "terms.spans": "Anchor Span",
    "terms.times": "TimeKind TimeMention",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "About",
    "AccordingToError",
    "Account",
    "Act",
    "Agreement",
    "AgreementKind",
    "Anchor",
    "Attribution",
    "BadDate",
    "Blame",
    "Bound",
    "BrokenLine",
    "Casebook",
    "Claim",
    "ClaimHit",
    "ClaimKind",
    "Commitment",
    "Comparison",
    "Copy",
    "Direction",
    "EmptyReport",
    "Entity",
    "EntityKind",
    "Event",
    "EventType",
    "Factuality",
    "Figure",
    "Form",
    "Harm",
    "Hit",
    "Hop",
    "Incident",
    "IncidentFindings",
    "Ingested",
    "InputError",
    "Link",
    "MissingAnchor",
    "NewerCase",
    "NotACase",
    "NothingFound",
    "Origin",
    "Outcome",
    "OutcomeKind",
    "Place",
    "ReadDone",
    "Reader",
    "ReaderName",
    "Reading",
    "Reconciled",
    "RecordError",
    "Report",
    "Review",
    "SettingsError",
    "Side",
    "Span",
    "Spot",
    "Stance",
    "Status",
    "TimeKind",
    "TimeMention",
    "Toll",
    "TollEntry",
    "UnknownFormat",
    "UnreadableFile",
    "Verdict",
    "Who",
    "open",
]


def __getattr__(name: str) -> object:
    if name == "open":
        return import_module("accordingto.casebook").open_case
    if name not in _MODULES:
        raise AttributeError(f"accordingto has no {name!r}")
    return getattr(import_module(f"accordingto.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
