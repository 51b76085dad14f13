"""Incidents: the moment in place and time that accounts tell of."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from accordingto.terms.events import EventType
from accordingto.terms.ids import Finding, speakable
from accordingto.terms.reviews import Review


@dataclass(frozen=True, slots=True, order=True)
class Account:
    """One report's telling: event number `event` of the reading of report `report_id`."""

    report_id: str
    event: int


class Direction(StrEnum):
    """Who copied: known by credit, date or containment, or unknown, which is an answer."""

    FIRST_FROM_SECOND = "first from second"
    SECOND_FROM_FIRST = "second from first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Link(Finding):
    """Why two accounts are held to be one incident, in words a person can check.

    `points` are what each reason adds to the score. Where a person put the two together, `review` is the id of that
    decision and its words are the first reason; likeness may then fall short, or be ruled out, which adds nothing.
    """

    BESIDE: ClassVar[frozenset[str]] = frozenset({"score", "reasons", "points", "review"})

    first: Account
    second: Account
    score: float
    reasons: tuple[str, ...]
    points: tuple[float, ...] = ()
    review: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a person's decision does to an incident: it holds `accounts` together, or `others` apart from them."""

    review: Review
    accounts: tuple[Account, ...]
    others: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Incident:
    """Accounts held to tell of one moment. `date` as in Event; `place` the finest name the accounts share.

    `main` is true when at least one report is about it. `links` say why the accounts stand together, `rulings` what
    people decided of them.
    """

    id: str
    type: EventType
    mode: str | None
    date: str | None
    place: str | None
    accounts: tuple[Account, ...]
    links: tuple[Link, ...]
    main: bool
    rulings: tuple[Ruling, ...] = ()

    @property
    def name(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)

    @property
    def report_ids(self) -> tuple[str, ...]:
        """Every report with an account, once, in order of id."""
        return tuple(sorted({account.report_id for account in self.accounts}))


@dataclass(frozen=True, slots=True)
class FormerIncident:
    """An incident that comparing found once and finds no more, since its accounts stand otherwise now.

    `report_ids` are the reports that told of it, `successors` the ids of the incidents that hold its accounts now, the
    one that holds most of them first.
    """

    id: str
    report_ids: tuple[str, ...]
    successors: tuple[str, ...]

    @property
    def name(self) -> str:
        """The short id that it went by."""
        return speakable(self.id)
