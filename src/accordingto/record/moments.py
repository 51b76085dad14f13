"""Moments in the record: what it held by then."""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Table, true


def held_by(table: Table, until: datetime | None) -> ColumnElement[bool]:
    """Whether a row of the table was recorded at or before this moment; every row where there is none."""
    if until is None:
        return true()
    at_hand: ColumnElement[bool] = table.c.recorded_at <= until.astimezone(UTC).replace(tzinfo=None)
    return at_hand


def is_held(recorded_at: datetime, until: datetime | None) -> bool:
    """The same of a row that is at hand."""
    return until is None or recorded_at <= until.astimezone(UTC).replace(tzinfo=None)
