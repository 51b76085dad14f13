"""Who is heard in an agreement: the named voices behind its sides, so that a voice's own are found by its key."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from accordingto.record.reports import batches
from accordingto.record.rows import from_json
from accordingto.record.statements import delete_rows
from accordingto.record.summaries import APART, dated_key
from accordingto.record.tables import agreements, asked, findings, heard, spoken
from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings, Side
from accordingto.terms.spans import Anchor, Span
from accordingto.terms.summaries import Stretch

SHOWN = (AgreementKind.CONTRADICTION, AgreementKind.CORROBORATION, AgreementKind.UPDATE)
BESIDE = "~"  # begins the order of those that are no incident's: they come after all days

Behind = Mapping[str, Sequence[tuple[str, Anchor]]]
"""For each report the stretches that named voices said there, each with the voice's key."""


def heard_in(record: Connection, kept: Collection[IncidentFindings]) -> list[dict[str, Any]]:
    """The rows of the agreements of these incidents."""
    shown = [(one, idx, a) for one in kept for idx, a in enumerate(one.agreements) if a.kind in SHOWN]
    behind = _behind(record, {side.report_id for _, _, agreement in shown for side in agreement.sides})
    return [
        row
        for found, idx, agreement in shown
        for row in _rows(behind, agreement, dated_key(found.incident), found.incident.id, idx)
    ]


def heard_beside(record: Connection, rank: int, found: Mapping[str, Collection[Agreement]]) -> list[dict[str, Any]]:
    """The rows of these agreements that are no incident's, by the reports that they begin with."""
    shown = [(name, idx, a) for name, some in found.items() for idx, a in enumerate(some) if a.kind in SHOWN]
    behind = _behind(record, {side.report_id for _, _, agreement in shown for side in agreement.sides})
    return [
        row
        for name, idx, agreement in shown
        for row in _rows(behind, agreement, f"{BESIDE}{rank:02}{APART}{name}", owner_beside(rank, name), idx)
    ]


def owner_beside(rank: int, report_id: str) -> str:
    """Who an agreement belongs to that is no incident's."""
    return f"{rank}:{report_id}"


def _rows(behind: Behind, agreement: Agreement, dated: str, owner: str, idx: int) -> Iterator[dict[str, Any]]:
    kind = agreement.kind.value
    for key in dict.fromkeys(_keys(behind, agreement.sides)):
        yield {"key": key, "kind": kind, "dated": dated, "owner": owner, "idx": idx}


def _keys(behind: Behind, sides: Iterable[Side]) -> Iterator[str]:
    for side in sides:
        yield from (key for key, content in behind.get(side.report_id, ()) if content.holds(side.anchor))


def _behind(record: Connection, report_ids: Collection[str]) -> Behind:
    found: dict[str, list[tuple[str, Anchor]]] = {}
    for some in batches(report_ids):
        told = select(asked.c.id, spoken.c.key, spoken.c.spans).join(spoken, spoken.c.report == asked.c.report)
        for row in record.execute(told.where(asked.c.id.in_(some))):
            spans = tuple(Span(start, end) for start, end in row.spans)
            found.setdefault(row.id, []).append((row.key, Anchor(row.id, spans, "")))
    return found


def drop_heard(record: Connection, owners: Collection[str]) -> None:
    """Nobody is heard in what these own."""
    delete_rows(record, heard.c.owner, owners)


def date_heard(record: Connection, incident_id: str, dated: str) -> None:
    """The agreements of an incident stand at this place in the order of the case."""
    record.execute(heard.update().where(heard.c.owner == incident_id).values(dated=dated))


def list_heard(record: Connection, key: str, kind: AgreementKind, start: int, most: int) -> Stretch[Agreement]:
    """The agreements of this kind in which the voice is heard, in the order of a case."""
    own = (heard.c.key == key, heard.c.kind == kind.value)
    chosen = select(heard.c.owner, heard.c.idx).where(*own).order_by(heard.c.dated, heard.c.owner, heard.c.idx)
    rows = record.execute(chosen.offset(start).limit(most)).all()
    known = _agreements(record, {(row.owner, row.idx) for row in rows})
    total = record.execute(select(func.count()).select_from(heard).where(*own)).scalar_one()
    return Stretch(tuple(known[row.owner, row.idx] for row in rows), total)


def _agreements(record: Connection, wanted: Collection[tuple[str, int]]) -> dict[tuple[str, int], Agreement]:
    """These agreements, each by whose it is and its number."""
    beside = {owner: owner.partition(":")[::2] for owner, _ in wanted if ":" in owner}
    kind = findings.c.kind == "agreements"
    found: dict[tuple[str, int], Any] = {}
    for some in batches({owner for owner, _ in wanted} - beside.keys()):
        of_incidents = select(findings.c.incident, findings.c.idx, findings.c.noun)
        for row in record.execute(of_incidents.where(findings.c.incident.in_(some), kind)):
            found[row.incident, row.idx] = row.noun
    for owner, (rank, report_id) in beside.items():
        own = select(agreements.c.idx, agreements.c.noun).where(agreements.c.rank == int(rank))
        rows = record.execute(own.where(agreements.c.report == report_id)).all()
        found.update(((owner, row.idx), row.noun) for row in rows)
    return {key: from_json(Agreement, noun) for key, noun in found.items() if key in wanted}
