"""The casts of a case: added, never changed; the last one is in force."""

from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from accordingto.record.moments import held_by
from accordingto.record.rows import from_json, to_json
from accordingto.record.tables import casts
from accordingto.terms.casts import Cast, KeptCast


def keep_cast(record: Connection, cast: Cast) -> bool:
    """This cast is the case's own; whether it was not before."""
    if cast == load_own_cast(record):
        return False
    record.execute(insert(casts), {"id": cast.version, "noun": to_json(cast)})
    return True


def load_own_cast(record: Connection, until: datetime | None = None) -> Cast:
    """The cast that the case has of its own, or had by then; one without actors where nobody has given it any."""
    latest = select(casts.c.noun).where(held_by(casts, until)).order_by(casts.c.number.desc()).limit(1)
    noun = record.execute(latest).scalar_one_or_none()
    return Cast() if noun is None else from_json(Cast, noun)


def load_casts(record: Connection) -> tuple[KeptCast, ...]:
    """Every cast that the case has had of its own, the first first."""
    rows = record.execute(select(casts).order_by(casts.c.number))
    return tuple(KeptCast(row.number, from_json(Cast, row.noun), row.recorded_at.replace(tzinfo=UTC)) for row in rows)
