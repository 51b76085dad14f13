"""The catalogue of a case: what lists show, in few words, kept up with what comparing found.

A case of an earlier version has none until the next `reconcile` makes it.
"""

from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, delete, insert, select

from accordingto.record.asked import keep_asked
from accordingto.record.comparisons import load_found
from accordingto.record.heard import date_heard, drop_heard, heard_beside, heard_in, owner_beside
from accordingto.record.reports import batches
from accordingto.record.rows import from_json
from accordingto.record.statements import add_rows, delete_rows
from accordingto.record.summaries import dated_key, renew_summary, summary_rows
from accordingto.record.tables import (
    agreements,
    asked,
    catalogue,
    contested,
    heard,
    incidents,
    readings,
    spoken,
    summaries,
    voices,
)
from accordingto.record.turns import note_all, note_turn
from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings
from accordingto.terms.incidents import Incident

MADE = 1  # of how the catalogue is made; one made otherwise is made anew


def is_catalogued(record: Connection) -> bool:
    """Whether all of the case is in its catalogue."""
    return record.execute(select(catalogue.c.made)).scalar_one_or_none() == MADE


def make_catalogue(record: Connection) -> None:
    """All that the record holds is in the catalogue, but for what became of announcements."""
    for table in (contested, heard, summaries, voices, spoken, asked, catalogue):
        record.execute(delete(table))
    note_all(record)
    keep_asked(record, record.execute(select(readings.c.report).distinct()).scalars().all())
    for some in batches(record.execute(select(incidents.c.id)).scalars().all()):
        catalogue_incidents(record, load_found(record, some))
    for rank, found in _beside(record):
        catalogue_agreements(record, rank, found)
    record.execute(insert(catalogue), {"number": 1, "made": MADE})


def _beside(record: Connection) -> Iterator[tuple[int, Mapping[str, Collection[Agreement]]]]:
    ranks: dict[int, dict[str, list[Agreement]]] = {}
    for row in record.execute(select(agreements).order_by(agreements.c.rank, agreements.c.report, agreements.c.idx)):
        ranks.setdefault(row.rank, {}).setdefault(row.report, []).append(from_json(Agreement, row.noun))
    yield from ranks.items()


def catalogue_incidents(record: Connection, kept: Collection[IncidentFindings]) -> None:
    """These incidents, which the record has, are in the catalogue."""
    add_rows(record, summaries, summary_rows(record, kept))
    note_turn(record, [found.incident.id for found in kept])
    add_rows(record, heard, heard_in(record, kept))
    disputed = {(report, found.incident.id) for found in kept for report in _contested(found)}
    add_rows(record, contested, [{"report": report, "incident": name} for report, name in sorted(disputed)])


def _contested(found: IncidentFindings) -> Iterator[str]:
    sides = (side for one in found.agreements if one.kind is AgreementKind.CONTRADICTION for side in one.sides)
    return (side.report_id for side in sides)


def catalogue_agreements(record: Connection, rank: int, found: Mapping[str, Collection[Agreement]]) -> None:
    """The agreements that are no incident's, of this rank and these reports, are in the catalogue as they are now."""
    drop_heard(record, [owner_beside(rank, name) for name in found])
    add_rows(record, heard, heard_beside(record, rank, found))


def renew_catalogued(record: Connection, incident: Incident) -> None:
    """An incident of which nothing else was found stands in these words in the catalogue."""
    renew_summary(record, incident)
    note_turn(record, [incident.id])
    date_heard(record, incident.id, dated_key(incident))


def drop_catalogued(record: Connection, incident_ids: Collection[str]) -> None:
    """These incidents are in the catalogue no more."""
    drop_heard(record, incident_ids)
    note_turn(record, incident_ids)
    for column in (contested.c.incident, summaries.c.incident):
        delete_rows(record, column, incident_ids)
