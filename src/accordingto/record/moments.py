"""Moments in the record: what it held by then."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Table, true


def held_by(table: Table, until: datetime | None) -> ColumnElement[bool]:
    """Whether a row of the table was recorded at or before this moment; every row where there is none."""
    if until is None:
        return true()
    at_hand: ColumnElement[bool] = table.c.recorded_at <= until.astimezone(UTC).replace(tzinfo=None)
    return at_hand
