"""Former incidents: by which accounts those were known that are no more, and where these accounts stand now.

An incident goes by its accounts, so one that gains or loses an account is another. Whoever noted its id, or its
address, is led on by this: to the incidents that hold what it held.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from accordingto.record.rows import from_json
from accordingto.record.statements import delete_rows, find_rows, insert_rows
from accordingto.record.tables import accounts, compared, events, formers, incidents, readings, reports
from accordingto.terms.events import Event
from accordingto.terms.ids import beginning_of
from accordingto.terms.incidents import Account, FormerIncident

Place = tuple[int, int]  # where an account stands for good: the number of a reading in the record, and of its event


class Departures:
    """The incidents that one run of comparing drops, by the accounts they had; `keep` keeps those that stay away."""

    def __init__(self, record: Connection) -> None:
        self._record = record
        self._gone: dict[str, list[Place]] = {}
        self._seqs: dict[str, int] = {}

    def note_readings(self, report_ids: Collection[str]) -> None:
        """The readings of these reports are about to change: accounts known until now are of those there were."""
        for report_id, seq in _compared(self._record, report_ids).items():
            self._seqs.setdefault(report_id, seq)

    def note(self, incident_ids: Collection[str]) -> None:
        """These incidents are about to be dropped."""
        told = list(find_rows(self._record, accounts.c.incident, incident_ids))
        seqs = {**_compared(self._record, {report for report, *_ in told}), **self._seqs}
        held: defaultdict[str, list[Place]] = defaultdict(list)
        for report_id, event, incident in told:
            if report_id in seqs:
                held[incident].append((seqs[report_id], event))
        self._gone = {**held, **self._gone}  # as they were before the run

    def keep(self) -> None:
        """Those that comparing has not found again are kept as what they were."""
        there = {row[0] for row in find_rows(self._record, incidents.c.id, self._gone, ("id",))}
        gone = {name: " ".join(f"{seq}:{event}" for seq, event in sorted(held)) for name, held in self._gone.items()}
        rows = [(name, held) for name, held in gone.items() if name not in there]
        delete_rows(self._record, formers.c.incident, [name for name, _ in rows])
        insert_rows(self._record, formers, ("incident", "accounts"), rows)
        self._gone, self._seqs = {}, {}


def _compared(record: Connection, report_ids: Collection[str]) -> dict[str, int]:
    """The number of the reading that is compared, by report."""
    return {row[0]: row[1] for row in find_rows(record, compared.c.report, report_ids, ("report", "reading"))}


def find_formers(record: Connection, asked: str) -> tuple[FormerIncident, ...]:
    """The incidents of before that went by this id, the start of an id, or a speakable name, in order of id."""
    start = beginning_of(asked)
    if start is None:
        return ()
    named = select(formers).where(formers.c.incident >= start, formers.c.incident < f"{start}g")
    rows = record.execute(named.order_by(formers.c.incident)).all()
    return tuple(_former(record, row.incident, _unpacked(row.accounts)) for row in rows)


def _unpacked(told: str) -> list[Place]:
    pairs = (one.partition(":") for one in told.split())
    return [(int(seq), int(event)) for seq, _, event in pairs]


def _former(record: Connection, name: str, held: Sequence[Place]) -> FormerIncident:
    homes = _readings_of(record, {seq for seq, _ in held})
    now = {account for seq, some in _by_reading(held).items() for account in _stand_now(record, seq, some, homes[seq])}
    report_ids = tuple(sorted({report_id for report_id, _ in homes.values()}))
    told = find_rows(record, accounts.c.report, report_ids)
    into = Counter(incident for report, event, incident in told if Account(report, event) in now)
    successors = sorted(into, key=lambda one: (-into[one], one))
    return FormerIncident(name, report_ids, tuple(successors))


def _by_reading(held: Sequence[Place]) -> Mapping[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for seq, event in held:
        found[seq].append(event)
    return found


def _readings_of(record: Connection, seqs: Collection[int]) -> dict[int, tuple[str, int | None]]:
    """The report of each reading, and the reading of that report that is compared now."""
    report_of = {row[0]: row[1] for row in find_rows(record, readings.c.seq, seqs, ("seq", "report"))}
    ids = {row[0]: row[1] for row in find_rows(record, reports.c.seq, set(report_of.values()), ("seq", "id"))}
    now = _compared(record, ids.values())
    return {seq: (ids[report], now.get(ids[report])) for seq, report in report_of.items()}


def _stand_now(record: Connection, seq: int, held: Collection[int], home: tuple[str, int | None]) -> Iterator[Account]:
    """The accounts that these events of a reading are in the one that is compared now: those in the same words."""
    report_id, now = home
    if seq == now:
        yield from (Account(report_id, event) for event in held)
    elif now is not None:
        before, after = _events(record, seq), _events(record, now)
        triggers = [before[event].trigger for event in held if event in before]
        yield from (
            Account(report_id, number)
            for number, event in after.items()
            if any(event.trigger.touches(trigger) for trigger in triggers)
        )


def _events(record: Connection, reading: int) -> dict[int, Event]:
    rows: Iterator[Sequence[Any]] = find_rows(record, events.c.reading, [reading], ("idx", "noun"))
    return {number: from_json(Event, noun) for number, noun in rows}
