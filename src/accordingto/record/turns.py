"""Turns: what tells which summaries changed since they were looked at last, without looking at them.

Every change of summaries has a number. It is noted for each bucket of incidents, by how their ids begin, so that who
holds all of them at hand looks up again those buckets alone.
"""

from collections.abc import Collection

from sqlalchemy import Connection, func, select

from accordingto.record.statements import delete_rows, insert_rows
from accordingto.record.tables import turns

DIGITS = 3  # of an id: 4096 buckets, so that one holds some thirty incidents of a hundred thousand
ALL = -1  # the bucket of a change of everything


def bucket_of(incident_id: str) -> int:
    """The bucket of an incident."""
    return int(incident_id[:DIGITS], 16)


def ends_of(bucket: int) -> tuple[str, str]:
    """What all ids of the bucket come after or are, and come before."""
    return f"{bucket:0{DIGITS}x}", f"{bucket:0{DIGITS}x}g"


def last_turn(record: Connection) -> int:
    """The number of the last change; 0 before the first."""
    turn: int = record.execute(select(func.coalesce(func.max(turns.c.turn), 0))).scalar_one()
    return turn


def note_turn(record: Connection, incident_ids: Collection[str]) -> None:
    """The summaries of these incidents have changed, come or gone."""
    if incident_ids:
        _note(record, {bucket_of(name) for name in incident_ids})


def note_all(record: Connection) -> None:
    """All summaries may have changed."""
    _note(record, {ALL})


def _note(record: Connection, buckets: Collection[int]) -> None:
    turn = last_turn(record) + 1
    delete_rows(record, turns.c.bucket, buckets)
    insert_rows(record, turns, ("bucket", "turn"), ((bucket, turn) for bucket in sorted(buckets)))


def turned_since(record: Connection, turn: int) -> frozenset[int]:
    """The buckets with changes after this one; `ALL` among them where everything may have changed."""
    return frozenset(record.execute(select(turns.c.bucket).where(turns.c.turn > turn)).scalars())
