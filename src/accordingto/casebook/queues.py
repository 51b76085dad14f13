"""The queue: the finds that nobody has looked over, those first of which most hangs, and among these the least certain.

What hangs on a find is told by the incident it belongs to: people look first at what is disputed, and in it at the
counts of people and at who is held responsible.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.casebook.answers import Find, Queued, Stake
from accordingto.terms.claims import ClaimKind
from accordingto.terms.findings import AgreementKind, IncidentFindings
from accordingto.terms.incidents import Account
from accordingto.terms.items import anchor_of, finds_of
from accordingto.terms.spans import Anchor

ORDER = tuple(Stake)
HARMS = (ClaimKind.FIGURE, ClaimKind.BLAME)
SURE = 1.0  # of what the outlet says itself there is no doubt who says it: it comes last among its like


def queue_finds(finds: Iterable[Find], incidents: Iterable[IncidentFindings]) -> tuple[Queued, ...]:
    """These finds without those that were reviewed, in the order in which to look them over."""
    stakes = _Stakes(incidents)
    queued = (_queued(find, stakes) for find in finds if find.index is not None and not find.holding)
    return in_queue_order(queued)


def in_queue_order(queued: Iterable[Queued]) -> tuple[Queued, ...]:
    """Those first of which most hangs, and among these the least certain."""
    return tuple(sorted(queued, key=_rank))


def _rank(one: Queued) -> tuple[int, float, str, int, str]:
    item = one.find.item
    certainty = SURE if one.certainty is None else one.certainty
    return ORDER.index(one.stake), certainty, item.report_id, item.anchor.start, item.id


def _queued(find: Find, stakes: "_Stakes") -> Queued:
    assert find.index is not None
    noun = finds_of(find.reading, find.item.kind)[find.index]
    statement = find.index if find.item.kind is ClaimKind.STATEMENT else _statement_of(noun)
    certainty = None if statement is None else find.reading.statements[statement].confidence
    stake, incident = stakes.of(find, noun)
    return Queued(find, stake, certainty, incident)


def _statement_of(noun: Any) -> int | None:
    number: int | None = noun.by if hasattr(noun, "by") else noun.statement
    return number


class _Stakes:
    """What is disputed in which report, and which event belongs to which incident."""

    def __init__(self, incidents: Iterable[IncidentFindings]) -> None:
        self._sides: dict[str, list[tuple[Anchor, str]]] = {}
        self._incident: dict[Account, IncidentFindings] = {}
        self._disputed: set[str] = set()
        for found in incidents:
            self._incident.update(dict.fromkeys(found.incident.accounts, found))
            for anchor in _disputed_words(found):
                self._disputed.add(found.incident.id)
                self._sides.setdefault(anchor.report_id, []).append((anchor, found.incident.id))

    def of(self, find: Find, noun: Any) -> tuple[Stake, str | None]:
        """What hangs on the find, and the incident that makes it so."""
        own = anchor_of(noun, find.item.kind)
        owner = next(self._owners(find, noun), None)
        harm = find.item.kind in HARMS
        side = next((name for anchor, name in self._sides.get(own.report_id, ()) if anchor == own), None)
        if harm and side:
            return Stake.SIDE, side
        if owner and owner.incident.id in self._disputed:
            return Stake.DISPUTED if harm else Stake.TOLD, owner.incident.id
        return Stake.HARM if harm else Stake.OTHER, owner.incident.id if owner else None

    def _owners(self, find: Find, noun: Any) -> Iterator[IncidentFindings]:
        events = _events_of(find, noun)
        accounts = (Account(find.item.report_id, event) for event in events)
        return (self._incident[account] for account in accounts if account in self._incident)


def _events_of(find: Find, noun: Any) -> list[int]:
    """The events that a find is of: itself, the one it hangs on, or those that a statement carries."""
    match find.item.kind:
        case ClaimKind.EVENT:
            return [find.index] if find.index is not None else []
        case ClaimKind.STATEMENT:
            return [n for n, event in enumerate(find.reading.events) if event.statement == find.index]
        case _:
            return [noun.event] if noun.event is not None else []


def _disputed_words(found: IncidentFindings) -> Iterator[Anchor]:
    sides = (side for one in found.agreements if one.kind is AgreementKind.CONTRADICTION for side in one.sides)
    return (side.anchor for side in sides)
