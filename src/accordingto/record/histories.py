"""What the record knows of its own growth: when things came in, and which state it is in."""

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, func, select

from accordingto.record.moments import is_held
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
        rows = record.execute(CAME_IN, {"ids": some})
        came_in += [(row.seq, row.id, row.recorded_at) for row in rows if is_held(row.recorded_at, until)]
        for row in record.execute(WERE_READ, {"ids": some}):
            if is_held(row.recorded_at, until):
                reader = ReaderName(row.reader, row.version, row.settings)
                made[row.id].append(ReadingMade(_utc(row.recorded_at), reader, row.base is not None))
    return tuple(Arrival(name, _utc(when), tuple(made[name])) for _, name, when in sorted(came_in))


CAME_IN = select(reports.c.seq, reports.c.id, reports.c.recorded_at).where(
    reports.c.id.in_(bindparam("ids", expanding=True))
)
WERE_READ = (
    select(reports.c.id, readings.c.reader, readings.c.version, readings.c.settings, readings.c.base)
    .add_columns(choices.c.recorded_at)
    .select_from(reports.join(readings, readings.c.report == reports.c.seq).join(choices))
    .where(reports.c.id.in_(bindparam("ids", expanding=True)))
    .order_by(choices.c.seq)
)


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
