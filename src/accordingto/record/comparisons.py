"""What comparing the readings found, as the ledger of the case keeps it (record/ledgers.py)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select

from accordingto.record.readings import load_readings
from accordingto.record.rows import from_json, key_of, spoken_in, to_json
from accordingto.record.statements import find_rows
from accordingto.record.tables import agreements, compared, copies, findings, incidents, reports
from accordingto.record.tolls import pack_tolls, unpack_tolls
from accordingto.terms.findings import (
    Agreement,
    BlameCell,
    Comparison,
    Copy,
    IncidentFindings,
    Origin,
    Relation,
    RunningTotal,
    Toll,
)
from accordingto.terms.ids import beginning_of
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.tolls import DEFAULT_RULE

KINDS: dict[str, type] = {
    "copies": Copy,
    "origins": Origin,
    "tolls": Toll,
    "agreements": Agreement,
    "running": RunningTotal,
    "blame": BlameCell,
    "elsewhere": Copy,
    "related": Relation,
}


def incident_row(incident: Incident) -> dict[str, Any]:
    """The row of an incident."""
    keys = {key: key_of(getattr(incident, key)) for key in ("id", "type", "mode", "date", "place", "main")}
    return {**keys, "noun": to_json(incident)}


def finding_rows(found: IncidentFindings) -> Iterator[dict[str, Any]]:
    """A row for everything that was found of an incident."""
    for kind in KINDS:
        for idx, row in enumerate(_packed(found, kind)):
            yield {"incident": found.incident.id, "kind": kind, "idx": idx, "noun": row}


def _packed(found: IncidentFindings, kind: str) -> list[Any]:
    """A row for each noun of a kind; tolls that stand on the same figures share one."""
    nouns = getattr(found, kind)
    return pack_tolls(nouns) if kind == "tolls" else [to_json(noun) for noun in nouns]


def _unpacked(kind: str, rows: list[Any]) -> tuple[Any, ...]:
    return unpack_tolls(rows) if kind == "tolls" else tuple(from_json(KINDS[kind], row) for row in rows)


def missing_incidents(record: Connection, ids: Collection[str]) -> frozenset[str]:
    """Those of these incidents that comparing does not find any more."""
    there = record.execute(select(incidents.c.id).where(incidents.c.id.in_(ids))).scalars()
    return frozenset(ids) - frozenset(there)


def load_comparison(record: Connection) -> Comparison:
    """What was found last, without outcomes: these depend on the clock. Nothing before the first time."""
    found = load_incidents(record)
    beside = select(agreements.c.noun).order_by(agreements.c.rank, agreements.c.report, agreements.c.idx)
    own = tuple(from_json(Agreement, noun) for noun in record.execute(beside).scalars())
    shared = select(copies.c.noun).order_by(copies.c.first, copies.c.second)
    return Comparison(
        found,
        tuple(from_json(Copy, noun) for noun in record.execute(shared).scalars()),
        (*(agreement for one in found for agreement in one.agreements), *own),
        outcomes=(),
    )


def load_incidents(record: Connection) -> tuple[IncidentFindings, ...]:
    """Every incident with its findings, in order of date, place and id; those without a date last."""
    ones = (from_json(Incident, noun) for noun in record.execute(select(incidents.c.noun)).scalars())
    return _with_findings(sorted(ones, key=_dated), record.execute(_findings()))


def load_found(record: Connection, incident_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
    """These incidents with their findings, in the same order."""
    ones = [from_json(Incident, row[0]) for row in find_rows(record, incidents.c.id, incident_ids, ("noun",))]
    rows = sorted(find_rows(record, findings.c.incident, incident_ids), key=itemgetter(0, 1, 2))
    return in_order(_with_findings(ones, rows))


def load_tolls(record: Connection, incident_ids: Collection[str]) -> dict[str, tuple[Toll, ...]]:
    """The tolls of these incidents under the usual rule."""
    names = ("incident", "idx", "noun")
    rows: dict[str, list[tuple[int, Any]]] = {name: [] for name in incident_ids}
    for incident, idx, noun in find_rows(record, findings.c.incident, incident_ids, names, kind="tolls"):
        rows[incident].append((idx, noun))
    told = {name: unpack_tolls(noun for _, noun in sorted(some, key=itemgetter(0))) for name, some in rows.items()}
    return {name: tuple(toll for toll in tolls if toll.rule is DEFAULT_RULE) for name, tolls in told.items()}


def in_order(found: Iterable[IncidentFindings]) -> tuple[IncidentFindings, ...]:
    """These incidents in order of date, place and id."""
    return tuple(sorted(found, key=lambda one: _dated(one.incident)))


BEGINNING = select(incidents.c.id).where(incidents.c.id >= bindparam("start"), incidents.c.id < bindparam("end"))


def find_incidents(record: Connection, asked: str) -> tuple[IncidentFindings, ...]:
    """The incidents under this id, the start of an id, or a speakable name."""
    start = beginning_of(asked)
    if start is None:
        return ()
    return load_found(record, record.execute(BEGINNING, {"start": start, "end": f"{start}g"}).scalars().all())


def _dated(one: Incident) -> tuple[str, str, str]:
    return one.date or "9", one.place or "", one.id


def _findings() -> Select[Any]:
    return select(findings).order_by(findings.c.incident, findings.c.kind, findings.c.idx)


def _with_findings(ones: Iterable[Incident], rows: Iterable[Any]) -> tuple[IncidentFindings, ...]:
    kept: defaultdict[str, dict[str, list[Any]]] = defaultdict(lambda: {kind: [] for kind in KINDS})
    for incident, kind, _, noun in rows:
        kept[incident][kind].append(noun)
    return tuple(IncidentFindings(one, **_all_unpacked(kept[one.id])) for one in ones)


def _all_unpacked(kept: Mapping[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {kind: _unpacked(kind, rows) for kind, rows in kept.items()}


def count_incidents(record: Connection) -> int:
    """How many incidents the case tells of."""
    return record.execute(select(func.count()).select_from(incidents)).scalar_one()


def load_days(record: Connection) -> tuple[date | datetime | None, ...]:
    """When each report that is compared speaks."""
    rows = record.execute(select(reports.c.published, reports.c.noun).join(compared, compared.c.report == reports.c.id))
    return tuple(spoken_in(row.published, row.noun) for row in rows)


def load_compared(record: Connection, report_ids: Collection[str]) -> tuple[Reading, ...]:
    """The readings of these reports that were compared last, in the order of the reports."""
    chosen = select(compared.c.reading).where(compared.c.report.in_(report_ids))
    return tuple(load_readings(record, chosen).values())
