"""The ledger of a case: what comparing has worked out so far, looked up by key in the tables of the record.

It is written within the transaction of the verb that compares, so that it is always that of the readings compared.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from accordingto.record.catalogues import (
    catalogue_agreements,
    catalogue_incidents,
    drop_catalogued,
    renew_catalogued,
)
from accordingto.record.comparisons import finding_rows, incident_row
from accordingto.record.formers import Departures
from accordingto.record.readings import load_readings_at
from accordingto.record.reports import batches, load_reports_of, seqs_of
from accordingto.record.rows import from_json, to_json
from accordingto.record.shelves import Shelf
from accordingto.record.statements import delete_each, delete_rows, find_rows, insert_rows
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
    ties,
)
from accordingto.record.turns import note_all
from accordingto.terms.findings import Agreement, Copy, IncidentFindings
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.ledgers import Entry, Tie
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

UNUSED = ("times", "claims")  # lists of a reading that comparing never looks at, and the longest
SOME = 200  # readings loaded at a time

# A row of these tables has their fields in their order. There are thousands for a report: `_make` would count each.
_entry, _tie = partial(tuple.__new__, Entry), partial(tuple.__new__, Tie)


class RecordLedger:
    """A ledger in the record that this transaction writes; `reconcile/ledgers.py` says what each verb means."""

    def __init__(self, record: Connection, shelf: Shelf | None = None) -> None:
        self._record = record
        self._shelf = shelf
        self._departures = Departures(record)

    def entries(self, keys: Collection[int]) -> Mapping[int, Collection[Entry]]:
        found: defaultdict[int, list[Entry]] = defaultdict(list)
        for row in find_rows(self._record, entries.c.key, keys):
            found[row[0]].append(_entry(row))
        return found

    def enter(self, entries_: Iterable[Entry]) -> None:
        insert_rows(self._record, entries, Entry._fields, entries_)

    def strike(self, entries_: Iterable[Entry]) -> None:
        delete_each(self._record, entries, Entry._fields[:3], (entry[:3] for entry in entries_))

    def crowded(self, keys: Collection[int]) -> set[int]:
        return {row[0] for row in find_rows(self._record, crowds.c.key, keys)}

    def mark(self, keys: Collection[int]) -> None:
        insert_rows(self._record, crowds, ("key",), ((key,) for key in keys))

    def unmark(self, keys: Collection[int]) -> None:
        delete_rows(self._record, crowds.c.key, keys)

    def pages(self, kind: str, reports_: Collection[int]) -> Mapping[int, str]:
        rows = find_rows(self._record, pages.c.report, reports_, kind=kind)
        return {report: text for _, report, text in rows}

    def all_pages(self, kind: str) -> Iterator[str]:
        return iter(self._record.execute(select(pages.c.text).where(pages.c.kind == kind)).scalars())

    def keep_pages(self, kind: str, kept: Mapping[int, str]) -> None:
        self.drop_pages(kind, kept)
        rows = ((kind, report, text) for report, text in kept.items())
        insert_rows(self._record, pages, ("kind", "report", "text"), rows)

    def drop_pages(self, kind: str, reports_: Collection[int]) -> None:
        delete_rows(self._record, pages.c.report, reports_, kind=kind)

    def ties(self, reports_: Collection[int]) -> Collection[Tie]:
        return list(map(_tie, find_rows(self._record, ties.c.one, reports_)))

    def keep_ties(self, kept: Collection[Tie]) -> None:
        self.drop_ties(kept)
        insert_rows(self._record, ties, Tie._fields, (end for tie in kept for end in (tie, tie.turned())))

    def drop_ties(self, dropped: Collection[Tie]) -> None:
        ends = (end[:4] for tie in dropped for end in (tie, tie.turned()))
        delete_each(self._record, ties, Tie._fields[:4], ends)

    def copies(self, report_ids: Collection[str]) -> Collection[Copy]:
        sides = (find_rows(self._record, side, report_ids) for side in (copies.c.first, copies.c.second))
        found = {(first, second): noun for rows in sides for first, second, noun in rows}
        return [from_json(Copy, noun) for noun in found.values()]

    def keep_copies(self, kept: Collection[Copy]) -> None:
        self.drop_copies([(copy.first, copy.second) for copy in kept])
        rows = ((copy.first, copy.second, to_json(copy)) for copy in kept)
        insert_rows(self._record, copies, ("first", "second", "noun"), rows)

    def drop_copies(self, pairs: Collection[tuple[str, str]]) -> None:
        delete_each(self._record, copies, ("first", "second"), pairs)

    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        found: dict[str, Reading] = {}
        for some in batches([seq for _, seq in find_rows(self._record, compared.c.report, report_ids)]):
            found.update((reading.report.id, reading) for reading in self._load(some))
        return found

    def _load(self, seqs: Sequence[int]) -> Iterable[Reading]:
        return load_readings_at(self._record, seqs, UNUSED, self._shelf).values()

    def reports(self, report_ids: Collection[str]) -> Mapping[str, Report]:
        return load_reports_of(self._record, report_ids)

    def keep_readings(self, kept: Collection[Reading]) -> None:
        self.drop_readings([reading.report.id for reading in kept])
        seqs = seqs_of(self._record, readings, [reading.id for reading in kept])
        rows = ((reading.report.id, seqs[reading.id]) for reading in kept)
        insert_rows(self._record, compared, ("report", "reading"), rows)

    def drop_readings(self, report_ids: Collection[str]) -> None:
        self._departures.note_readings(report_ids)
        delete_rows(self._record, compared.c.report, report_ids)

    def incidents_of(self, report_ids: Collection[str]) -> Mapping[Account, str]:
        rows = find_rows(self._record, accounts.c.report, report_ids)
        return {Account(report, event): incident for report, event, incident in rows}

    def keep_incidents(self, kept: Collection[IncidentFindings]) -> None:
        ids = [found.incident.id for found in kept]
        if known := [row[0] for row in find_rows(self._record, incidents.c.id, ids, ("id",))]:
            self.drop_incidents(known)  # few: one that gains an account is another, under an id of its own
        self._add(incidents, (incident_row(found.incident) for found in kept))
        told = ((found.incident.id, account) for found in kept for account in sorted(set(found.incident.accounts)))
        rows = ((account.report_id, account.event, long_id) for long_id, account in told)
        insert_rows(self._record, accounts, ("report", "event", "incident"), rows)
        self._add(findings, (row for found in kept for row in finding_rows(found)))
        catalogue_incidents(self._record, kept)

    def renew_incidents(self, renewed: Collection[Incident]) -> None:
        for incident in renewed:
            row = incident_row(incident)
            self._record.execute(incidents.update().where(incidents.c.id == row.pop("id")).values(row))
            renew_catalogued(self._record, incident)

    def drop_incidents(self, incident_ids: Collection[str]) -> None:
        self._departures.note(incident_ids)
        drop_catalogued(self._record, incident_ids)
        for column in (findings.c.incident, accounts.c.incident, incidents.c.id):
            delete_rows(self._record, column, incident_ids)

    def keep_agreements(self, rank: int, found: Mapping[str, Collection[Agreement]]) -> None:
        delete_rows(self._record, agreements.c.report, found, rank=rank)
        numbered = ((name, idx, noun) for name, some in found.items() for idx, noun in enumerate(some))
        rows = ((rank, name, idx, to_json(noun)) for name, idx, noun in numbered)
        insert_rows(self._record, agreements, ("rank", "report", "idx", "noun"), rows)
        catalogue_agreements(self._record, rank, found)

    def state(self) -> str:
        return self._record.execute(select(ledger.c.state)).scalar_one_or_none() or ""

    def keep_state(self, state: str) -> None:
        if not self._record.execute(ledger.update().values(state=state)).rowcount:
            self._record.execute(insert(ledger), {"number": 1, "state": state, "choice": 0})

    def clear(self) -> None:
        self._departures.note(self._record.execute(select(incidents.c.id)).scalars().all())
        for table in WORKED_OUT:
            self._record.execute(delete(table))
        note_all(self._record)

    def new_readings(self) -> Iterator[Reading]:
        """The reading of every report of which another was chosen since the last run, loaded some at a time."""
        left = iter(self._new_seqs())
        while some := list(islice(left, SOME)):
            yield from self._load(some)

    def _new_seqs(self) -> tuple[int, ...]:
        known = self._record.execute(select(ledger.c.choice)).scalar_one_or_none() or 0
        chosen = choices.join(readings, choices.c.reading == readings.c.seq)
        # Asked for by number alone: of a question for the last of each report engines look through all choices.
        new = select(readings.c.report, choices.c.reading).select_from(chosen).where(choices.c.seq > known)
        last = {row.report: row.reading for row in self._record.execute(new.order_by(choices.c.seq))}
        return tuple(sorted(last.values()))

    def catch_up(self) -> None:
        """Every reading chosen until now is compared, and what is no more since then is kept as what it was."""
        self._departures.keep()
        last = self._record.execute(select(func.max(choices.c.seq))).scalar_one_or_none() or 0
        if self._record.execute(select(ledger.c.choice)).scalar_one_or_none() != last:
            self._record.execute(ledger.update().values(choice=last))

    def _add(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        names = tuple(column.name for column in table.c)
        insert_rows(self._record, table, names, ([row[name] for name in names] for row in rows))
