"""What comparing the readings found, kept with the set of readings it came from.

A comparison is worked out anew from readings that are never lost, so only the latest is kept.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from accordingto.record.readings import load_readings
from accordingto.record.reports import seqs_of
from accordingto.record.rows import from_json, key_of, to_json
from accordingto.record.tables import accounts, compared, comparisons, findings, incidents, readings
from accordingto.terms.findings import (
    Agreement,
    BlameCell,
    Comparison,
    Copy,
    IncidentFindings,
    Origin,
    RunningTotal,
    Toll,
)
from accordingto.terms.ids import content_id
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading

KINDS: dict[str, type] = {
    "copies": Copy,
    "origins": Origin,
    "tolls": Toll,
    "agreements": Agreement,
    "running": RunningTotal,
    "blame": BlameCell,
}
Kept = dict[tuple[int | None, str], list[Any]]  # by the incident's number, and the kind
OF_ALL = ("copies", "agreements")  # kept for the whole comparison too: some belong to no incident


def keep_comparison(record: Connection, read: Sequence[Reading], found: Comparison) -> bool:
    """This is the comparison of the case; whether anything in the record is new by it."""
    seqs = seqs_of(record, readings, [reading.id for reading in read])
    incident_rows, finding_rows = list(_incident_rows(found)), list(_finding_rows(found))
    long_id = content_id("comparison", *sorted(seqs), json.dumps([incident_rows, finding_rows]))
    if record.execute(select(comparisons.c.id)).scalar_one_or_none() == long_id:
        return False
    for table in (findings, accounts, incidents, compared, comparisons):
        record.execute(delete(table))
    record.execute(insert(comparisons), {"id": long_id})
    _insert(record, compared, long_id, [{"reading": seq} for seq in seqs.values()])
    _insert(record, incidents, long_id, incident_rows)
    _insert(record, accounts, long_id, list(_account_rows(found)))
    _insert(record, findings, long_id, finding_rows)
    return True


def _insert(record: Connection, table: Any, comparison: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        record.execute(insert(table), [{"comparison": comparison, **row} for row in rows])


def _incident_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    for idx, one in enumerate(found.incidents):
        keys = {key: key_of(getattr(one.incident, key)) for key in ("id", "type", "mode", "date", "place", "main")}
        yield {"idx": idx, **keys, "noun": to_json(one.incident)}


def _account_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    for idx, one in enumerate(found.incidents):
        for account in sorted(set(one.incident.accounts)):
            yield {"incident": idx, "report": account.report_id, "event": account.event}


def _finding_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    owners = [(None, found, OF_ALL), *((idx, one, tuple(KINDS)) for idx, one in enumerate(found.incidents))]
    flat = ((idx, kind, noun) for idx, owner, kinds in owners for kind in kinds for noun in getattr(owner, kind))
    for number, (idx, kind, noun) in enumerate(flat):
        yield {"idx": number, "incident": idx, "kind": kind, "noun": to_json(noun)}


def load_compared(record: Connection) -> tuple[Reading, ...]:
    """The readings that the latest comparison compared, in the order of their reports."""
    return tuple(load_readings(record, select(compared.c.reading)).values())


def load_comparison(record: Connection) -> Comparison:
    """The latest comparison as it was found, without outcomes: these depend on the clock. Nothing before the first."""
    kept: Kept = {}
    for row in record.execute(select(findings).order_by(findings.c.idx)):
        kept.setdefault((row.incident, row.kind), []).append(from_json(KINDS[row.kind], row.noun))
    rows = record.execute(select(incidents).order_by(incidents.c.idx))
    ones = tuple(IncidentFindings(from_json(Incident, row.noun), **_of(kept, row.idx, KINDS)) for row in rows)
    return Comparison(ones, outcomes=(), **_of(kept, None, OF_ALL))


def _of(kept: Kept, incident: int | None, kinds: Iterable[str]) -> dict[str, tuple[Any, ...]]:
    return {kind: tuple(kept.get((incident, kind), ())) for kind in kinds}
