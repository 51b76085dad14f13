"""Where finds to be looked over are: the reports on whose finds most hangs, some at a time."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select, true

from accordingto.record.comparisons import in_order
from accordingto.record.rows import from_json
from accordingto.record.statements import find_rows
from accordingto.record.tables import accounts, asked, blame, contested, figures, findings, incidents, summaries
from accordingto.terms.events import EventType
from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings
from accordingto.terms.incidents import Account, Incident

READ = asked.c


def reports_with_sides(record: Connection, after: str, most: int) -> list[str]:
    """Reports with words on a side of a contradiction, in order of id, from the first after this one on."""
    return _some(record, _inside(contested.c.report), after, most)


def reports_of_disputed(record: Connection, after: str, most: int) -> list[str]:
    """Reports that tell of an incident of which something is disputed."""
    told = accounts.join(summaries, accounts.c.incident == summaries.c.incident)
    disputed = select(accounts.c.report).select_from(told).where(summaries.c.contested.is_(True))
    return _some(record, READ.id.in_(disputed), after, most)


def reports_with_harm(record: Connection, after: str, most: int) -> list[str]:
    """Reports that count people or hold somebody responsible."""
    counts = (exists().where(table.c.reading == READ.reading) for table in (figures, blame))
    return _some(record, or_(*counts), after, most)


def reports_read(record: Connection, after: str, most: int) -> list[str]:
    """Reports that were read."""
    return _some(record, true(), after, most)


def _inside(column: ColumnElement[str]) -> ColumnElement[bool]:
    return READ.id.in_(select(column))


def _some(record: Connection, where: ColumnElement[bool], after: str, most: int) -> list[str]:
    chosen = select(READ.id).where(READ.id > after, where).order_by(READ.id).limit(most)
    return list(record.execute(chosen).scalars())


def load_disputes(record: Connection, report_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
    """The incidents that these reports tell of or have words in a contradiction of, in the order of a case.

    Each has its accounts and its contradictions, and nothing else: why accounts stand together is most of an incident.
    """
    names = _incidents_at(record, report_ids)
    told: dict[str, list[Account]] = {name: [] for name in names}
    for report_id, event, name in find_rows(record, accounts.c.incident, names, ("report", "event", "incident")):
        told[name].append(Account(report_id, event))
    against: dict[str, list[Agreement]] = {name: [] for name in names}
    for name, _, noun in sorted(_agreements(record, names), key=lambda row: (row[0], row[1])):
        if noun["kind"] == AgreementKind.CONTRADICTION:
            against[name].append(from_json(Agreement, noun))
    rows = find_rows(record, incidents.c.id, names, ("id", "type", "mode", "date", "place", "main"))
    ones = (
        Incident(name, EventType(kind), mode, date, place, tuple(told[name]), (), bool(main))
        for name, kind, mode, date, place, main in rows
    )
    return in_order(IncidentFindings(one, (), (), (), tuple(against[one.id])) for one in ones)


def _agreements(record: Connection, names: Collection[str]) -> Iterator[Sequence[Any]]:
    return find_rows(record, findings.c.incident, names, ("incident", "idx", "noun"), kind="agreements")


def _incidents_at(record: Connection, report_ids: Collection[str]) -> set[str]:
    tables = (accounts, contested)
    return {row[0] for one in tables for row in find_rows(record, one.c.report, report_ids, ("incident",))}
