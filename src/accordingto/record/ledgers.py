"""The ledger of a case: what comparing has worked out so far, looked up by key in the tables of the record.

It is written within the transaction of the verb that compares, so that it is always that of the readings compared.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Column, Connection, Select, Table, and_, bindparam, delete, func, insert, select

from accordingto.record.catalogues import (
    catalogue_agreements,
    catalogue_incidents,
    drop_catalogued,
    renew_catalogued,
)
from accordingto.record.comparisons import finding_rows, incident_row
from accordingto.record.readings import load_readings
from accordingto.record.reports import batches, report_of_row, seqs_of
from accordingto.record.rows import from_json, to_json
from accordingto.record.tables import (
    WORKED_OUT,
    accounts,
    agreements,
    choices,
    compared,
    copies,
    crowds,
    entries,
    findings,
    incidents,
    ledger,
    pages,
    readings,
    reports,
    ties,
)
from accordingto.terms.findings import Agreement, Copy, IncidentFindings
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.ledgers import Entry, Tie
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

UNUSED = ("times", "claims")  # lists of a reading that comparing never looks at, and the longest
SOME = 200  # readings loaded at a time
WRITTEN = 5000  # rows handed to the engine at a time: a crowd of new reports makes millions


@cache
def _question(column: Column[Any], *also: str) -> Select[Any]:
    """The rows of a table where this column is one of some, and others as told; built once, and asked many times."""
    fits = (column.table.c[name] == bindparam(name) for name in also)
    return select(column.table).where(column.in_(bindparam("some", expanding=True)), *fits)


class RecordLedger:
    """A ledger in the record that this transaction writes; `reconcile/ledgers.py` says what each verb means."""

    def __init__(self, record: Connection) -> None:
        self._record = record

    def entries(self, keys: Collection[int]) -> Mapping[int, Collection[Entry]]:
        found: defaultdict[int, list[Entry]] = defaultdict(list)
        for row in self._rows(entries.c.key, keys):
            found[row[0]].append(Entry(*row))
        return found

    def enter(self, entries_: Iterable[Entry]) -> None:
        self._insert(entries, (entry._asdict() for entry in entries_))

    def strike(self, entries_: Iterable[Entry]) -> None:
        self._delete(entries, ("key", "report", "event"), (entry[:3] for entry in entries_))

    def crowded(self, keys: Collection[int]) -> set[int]:
        return {row[0] for row in self._rows(crowds.c.key, keys)}

    def mark(self, keys: Collection[int]) -> None:
        self._insert(crowds, ({"key": key} for key in keys))

    def unmark(self, keys: Collection[int]) -> None:
        self._delete_in(crowds.c.key, keys)

    def pages(self, kind: str, reports_: Collection[int]) -> Mapping[int, str]:
        rows = self._rows(pages.c.report, reports_, kind=kind)
        return {row.report: row.text for row in rows}

    def all_pages(self, kind: str) -> Iterator[str]:
        return iter(self._record.execute(select(pages.c.text).where(pages.c.kind == kind)).scalars())

    def keep_pages(self, kind: str, kept: Mapping[int, str]) -> None:
        self.drop_pages(kind, kept)
        self._insert(pages, ({"kind": kind, "report": report, "text": text} for report, text in kept.items()))

    def drop_pages(self, kind: str, reports_: Collection[int]) -> None:
        self._delete_in(pages.c.report, reports_, pages.c.kind == kind)

    def ties(self, reports_: Collection[int]) -> Collection[Tie]:
        return [Tie(*row) for row in self._rows(ties.c.one, reports_)]

    def keep_ties(self, kept: Collection[Tie]) -> None:
        self.drop_ties(kept)
        self._insert(ties, (end._asdict() for tie in kept for end in (tie, tie.turned())))

    def drop_ties(self, dropped: Collection[Tie]) -> None:
        ends = (end[:4] for tie in dropped for end in (tie, tie.turned()))
        self._delete(ties, ("one", "one_event", "other", "other_event"), ends)

    def copies(self, report_ids: Collection[str]) -> Collection[Copy]:
        rows = [row for side in (copies.c.first, copies.c.second) for row in self._rows(side, report_ids)]
        return [from_json(Copy, row.noun) for row in {(row.first, row.second): row for row in rows}.values()]

    def keep_copies(self, kept: Collection[Copy]) -> None:
        self.drop_copies([(copy.first, copy.second) for copy in kept])
        self._insert(copies, ({"first": c.first, "second": c.second, "noun": to_json(c)} for c in kept))

    def drop_copies(self, pairs: Collection[tuple[str, str]]) -> None:
        self._delete(copies, ("first", "second"), pairs)

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        found: dict[str, Reading] = {}
        for some in batches(report_ids):
            chosen = select(compared.c.reading).where(compared.c.report.in_(some))
            if seqs := self._record.execute(chosen).scalars().all():
                found.update((r.report.id, r) for r in self._load(seqs))
        return found

    def _load(self, seqs: Sequence[int]) -> Iterable[Reading]:
        return load_readings(self._record, select(readings.c.seq).where(readings.c.seq.in_(seqs)), UNUSED).values()

    def reports(self, report_ids: Collection[str]) -> Mapping[str, Report]:
        rows = self._rows(reports.c.id, report_ids)
        return {row.id: report_of_row(row) for row in rows}

    def keep_readings(self, kept: Collection[Reading]) -> None:
        self.drop_readings([reading.report.id for reading in kept])
        seqs = seqs_of(self._record, readings, [reading.id for reading in kept])
        self._insert(compared, ({"report": r.report.id, "reading": seqs[r.id]} for r in kept))

    def drop_readings(self, report_ids: Collection[str]) -> None:
        self._delete_in(compared.c.report, report_ids)

    def incidents_of(self, report_ids: Collection[str]) -> Mapping[Account, str]:
        rows = self._rows(accounts.c.report, report_ids)
        return {Account(row.report, row.event): row.incident for row in rows}

    def keep_incidents(self, kept: Collection[IncidentFindings]) -> None:
        self.drop_incidents([found.incident.id for found in kept])
        self._insert(incidents, (incident_row(found.incident) for found in kept))
        told = ((found.incident.id, account) for found in kept for account in sorted(set(found.incident.accounts)))
        self._insert(accounts, ({"report": a.report_id, "event": a.event, "incident": long_id} for long_id, a in told))
        self._insert(findings, (row for found in kept for row in finding_rows(found)))
        catalogue_incidents(self._record, kept)

    def renew_incidents(self, renewed: Collection[Incident]) -> None:
        for incident in renewed:
            row = incident_row(incident)
            self._record.execute(incidents.update().where(incidents.c.id == row.pop("id")).values(row))
            renew_catalogued(self._record, incident)

    def drop_incidents(self, incident_ids: Collection[str]) -> None:
        drop_catalogued(self._record, incident_ids)
        for column in (findings.c.incident, accounts.c.incident, incidents.c.id):
            self._delete_in(column, incident_ids)

    def keep_agreements(self, rank: int, found: Mapping[str, Collection[Agreement]]) -> None:
        self._delete_in(agreements.c.report, found, agreements.c.rank == rank)
        numbered = ((name, idx, noun) for name, some in found.items() for idx, noun in enumerate(some))
        rows = ({"rank": rank, "report": name, "idx": idx, "noun": to_json(noun)} for name, idx, noun in numbered)
        self._insert(agreements, rows)
        catalogue_agreements(self._record, rank, found)

    def state(self) -> str:
        return self._record.execute(select(ledger.c.state)).scalar_one_or_none() or ""

    def keep_state(self, state: str) -> None:
        if not self._record.execute(ledger.update().values(state=state)).rowcount:
            self._record.execute(insert(ledger), {"number": 1, "state": state, "choice": 0})

    def clear(self) -> None:
        for table in WORKED_OUT:
            self._record.execute(delete(table))

    def new_readings(self) -> Iterator[Reading]:
        """The reading of every report of which another was chosen since the last run, loaded some at a time."""
        left = iter(self._new_seqs())
        while some := list(islice(left, SOME)):
            yield from self._load(some)

    def _new_seqs(self) -> tuple[int, ...]:
        known = self._record.execute(select(ledger.c.choice)).scalar_one_or_none() or 0
        chosen = choices.join(readings, choices.c.reading == readings.c.seq)
        last = select(func.max(choices.c.seq)).select_from(chosen).where(choices.c.seq > known)
        found = select(choices.c.reading).where(choices.c.seq.in_(last.group_by(readings.c.report)))
        return tuple(self._record.execute(found.order_by(choices.c.reading)).scalars())

    def catch_up(self) -> None:
        """Every reading chosen until now is compared."""
        last = self._record.execute(select(func.max(choices.c.seq))).scalar_one_or_none() or 0
        if self._record.execute(select(ledger.c.choice)).scalar_one_or_none() != last:
            self._record.execute(ledger.update().values(choice=last))

    def _rows(self, column: Column[Any], keys: Collection[Any], **where: Any) -> Iterator[Any]:
        """The rows of a table where this column is one of the keys."""
        for some in batches(keys):
            yield from self._record.execute(_question(column, *where), {"some": some, **where})

    def _insert(self, table: Table, rows: Iterable[dict[str, Any]]) -> None:
        left = iter(rows)
        while some := list(islice(left, WRITTEN)):
            self._record.execute(insert(table), some)

    def _delete_in(self, column: Any, keys: Collection[Any], *where: Any) -> None:
        for some in batches(keys):
            self._record.execute(delete(column.table).where(column.in_(some), *where))

    def _delete(self, table: Table, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """The rows of these keys, given column by column."""
        fits = and_(*(table.c[name] == bindparam(f"that_{name}") for name in names))
        keys = [{f"that_{name}": value for name, value in zip(names, row, strict=True)} for row in rows]
        if keys:
            self._record.execute(delete(table).where(fits), keys)
