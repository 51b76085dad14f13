"""Voices of a case, as the catalogue has them: whoever is quoted most first, and all that one of them said."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Connection, and_, cast, func, select, true

from accordingto.record.tables import asked, entities, reports, spoken, voices
from accordingto.terms.casts import Sector
from accordingto.terms.summaries import CaseVoice, Stretch

V = voices.c
ORDER = (V.statements.desc(), V.name, V.key)


def list_voices(record: Connection, words: Collection[str], start: int, most: int) -> Stretch[CaseVoice]:
    """The voices whose name has all of these folded words, however they stand in it."""
    if not words:
        keys = record.execute(select(V.key).order_by(*ORDER).offset(start).limit(most)).scalars().all()
        return Stretch(_voices(record, keys), _count(record))
    named = [V.folded.contains(word, autoescape=True) for word in words]
    # All names are looked through, so those that fit are counted on the way.
    page = select(V.key, func.count().over()).where(*named).order_by(*ORDER).offset(start).limit(most)
    rows = record.execute(page).all()
    return Stretch(_voices(record, [row[0] for row in rows]), rows[0][1] if rows else _count(record, *named))


def _count(record: Connection, *named: ColumnElement[bool]) -> int:
    return record.execute(select(func.count()).select_from(voices).where(true(), *named)).scalar_one()


def find_voice(record: Connection, key: str) -> CaseVoice | None:
    """The voice with this key; None where no report quotes it."""
    return next(iter(_voices(record, [key])), None)


def _voices(record: Connection, keys: Sequence[str]) -> tuple[CaseVoice, ...]:
    fullest = and_(asked.c.reading == entities.c.reading, V.entity == entities.c.idx)
    told = voices.join(asked, V.report == asked.c.report).join(entities, fullest)
    known = (V.key, V.name, entities.c.country, entities.c.side, entities.c.sector, V.statements, V.reports)
    rows = record.execute(select(*known).select_from(told).where(V.key.in_(keys)))
    found = {row.key: _voice(row) for row in rows}
    return tuple(found[key] for key in keys if key in found)


def _voice(row: Any) -> CaseVoice:
    sector = Sector(row.sector) if row.sector else None
    return CaseVoice(row.key, row.name, row.country, row.side, sector, row.statements, row.reports)


def list_names(record: Connection, key: str) -> tuple[str, ...]:
    """Every name that reports give the voice, in the order in which they come."""
    first = func.min(cast(spoken.c.report, BigInteger) * SPOKEN_MOST + spoken.c.idx)
    named = select(spoken.c.name).where(spoken.c.key == key).group_by(spoken.c.name).order_by(first)
    return tuple(record.execute(named).scalars())


SPOKEN_MOST = 1_000_000  # statements of one report: its number and theirs make one


def list_spoken(record: Connection, key: str, start: int, most: int) -> Stretch[tuple[str, int]]:
    """The statements of the voice, each by its report and number, in the order of the reports."""
    own: ColumnElement[bool] = spoken.c.key == key
    told = spoken.join(reports, spoken.c.report == reports.c.seq)
    chosen = select(reports.c.id, spoken.c.idx).select_from(told).where(own).order_by(spoken.c.report, spoken.c.idx)
    rows = record.execute(chosen.offset(start).limit(most)).all()
    total = record.execute(select(func.count()).select_from(spoken).where(own)).scalar_one()
    return Stretch(tuple((row.id, row.idx) for row in rows), total)
