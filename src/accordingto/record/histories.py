"""What the record knows of its own growth: when things came in, and which state it is in."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Connection, func, select

from accordingto.record.moments import held_by
from accordingto.record.readings import latest_seqs
from accordingto.record.reports import batches
from accordingto.record.tables import casts, choices, readings, reports, reviews
from accordingto.terms.histories import Arrival, Edition, ReadingMade
from accordingto.terms.readings import ReaderName

GROWING = (reports, choices, casts, reviews)  # the tables that only ever gain rows


def load_arrivals(
    record: Connection, report_ids: Collection[str], until: datetime | None = None
) -> tuple[Arrival, ...]:
    """When each of these reports came in and was read, in the order they came in."""
    made: dict[str, list[ReadingMade]] = defaultdict(list)
    came_in: list[tuple[int, str, datetime]] = []
    for some in batches(sorted(report_ids)):
        asked = select(reports.c.seq, reports.c.id, reports.c.recorded_at).where(reports.c.id.in_(some))
        came_in += [(row.seq, row.id, row.recorded_at) for row in record.execute(asked.where(held_by(reports, until)))]
        for report_id, one in _readings_made(record, some, until):
            made[report_id].append(one)
    return tuple(Arrival(name, _utc(when), tuple(made[name])) for _, name, when in sorted(came_in))


def _readings_made(
    record: Connection, report_ids: Collection[str], until: datetime | None
) -> list[tuple[str, ReadingMade]]:
    joined = choices.join(readings, choices.c.reading == readings.c.seq).join(
        reports, readings.c.report == reports.c.seq
    )
    columns = (readings.c.reader, readings.c.version, readings.c.settings, readings.c.base, choices.c.recorded_at)
    asked = select(reports.c.id, *columns).select_from(joined)
    rows = record.execute(asked.where(reports.c.id.in_(report_ids), held_by(choices, until)).order_by(choices.c.seq))
    return [
        (
            row.id,
            ReadingMade(_utc(row.recorded_at), ReaderName(row.reader, row.version, row.settings), row.base is not None),
        )
        for row in rows
    ]


def load_edition(record: Connection, cast: str) -> Edition:
    """The state that the record is in, and since when; `cast` is the version of the one in force."""
    return Edition.of(
        record.execute(select(reports.c.id)).scalars(),
        record.execute(select(readings.c.id).where(readings.c.seq.in_(latest_seqs()))).scalars(),
        cast,
        record.execute(select(reviews.c.id)).scalars(),
        moment=load_last_change(record),
        known=True,
    )


def load_last_change(record: Connection) -> datetime | None:
    """When something last came in or was decided; None of an empty record."""
    moments = [record.execute(select(func.max(table.c.recorded_at))).scalar_one() for table in GROWING]
    told = [_utc(moment) for moment in moments if moment is not None]
    return max(told, default=None)


def _utc(moment: datetime) -> datetime:
    """What the record writes is in UTC."""
    return moment.replace(tzinfo=UTC)
