"""Events: what a report says happened, is happening, is planned or is denied (PLOVER; CODEBOOK "events")."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.spans import Anchor


class EventType(StrEnum):
    """PLOVER's sixteen types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """Whether it is said to have happened."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Event:
    """One event of one report, however often mentioned.

    `date` is an ISO day, "YYYY-MM" or "start/end". `spot` is the index of the place in the reading's `places`, where
    the event's place is one of them. `statement` is the index of the statement that carries it, None for the outlet.
    `actor_entities` and `recipient_entities` are the indexes in the reading's `entities` of those named in `actor` and
    `recipient`, one for each; empty where the reader did not ask who they are.
    """

    type: EventType
    mode: str | None
    trigger: Anchor
    status: Status
    actor: tuple[Anchor, ...] = ()
    recipient: tuple[Anchor, ...] = ()
    place: Anchor | None = None
    time: Anchor | None = None
    date: str | None = None
    main: bool = False
    statement: int | None = None
    spot: int | None = None
    actor_entities: tuple[int, ...] = ()
    recipient_entities: tuple[int, ...] = ()
