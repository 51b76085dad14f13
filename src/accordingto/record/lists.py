"""Lists of incidents, made of their summaries alone: filtered, in order, a stretch at a time."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, case, false, func, or_, select, true, tuple_

from accordingto.record.reports import batches
from accordingto.record.summaries import summary_of_row
from accordingto.record.tables import accounts, summaries
from accordingto.terms.incidents import Incident
from accordingto.terms.summaries import DRAWN, NO_DAY, NOWHERE, Pin, Stretch, Summary, Wanted

S = summaries.c
RANKED = (S.rank, S.incident)

What = Callable[[str, str | None], str]
When = Callable[[str | None], str]


def fits(wanted: Wanted) -> ColumnElement[bool]:
    """Whether a summary is of an incident that is asked for; the same as `Wanted.fits`."""
    asked: list[ColumnElement[bool]] = [true() if wanted.all else S.passing.is_(False)]
    asked += [S.contested.is_(True)] if wanted.disputed else []
    asked += [S.type == wanted.type] if wanted.type else []
    asked += [S.folded.contains(wanted.place.casefold(), autoescape=True)] if wanted.place else []
    asked += [S.first != ""] if wanted.since or wanted.until else []
    asked += [S.first <= f"{wanted.until}~"] if wanted.until else []
    asked += [S.last >= wanted.since] if wanted.since else []
    return and_(*asked)


def list_summaries(record: Connection, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
    """Those that are asked for, what reports are about first."""
    asked = fits(wanted)
    chosen = select(S.incident).where(asked).order_by(*RANKED).offset(start).limit(most)
    return Stretch(load_summaries(record, record.execute(chosen).scalars().all()), count(record, asked))


def count(record: Connection, asked: ColumnElement[bool]) -> int:
    """How many incidents this is so of."""
    return record.execute(select(func.count()).select_from(summaries).where(asked)).scalar_one()


def load_summaries(record: Connection, incident_ids: Sequence[str]) -> tuple[Summary, ...]:
    """These, in this order."""
    rows: dict[str, Summary] = {}
    for some in batches(incident_ids):
        rows.update((row.incident, summary_of_row(row)) for row in record.execute(_with(some)))
    return tuple(rows[name] for name in incident_ids if name in rows)


def _with(some: Collection[str]) -> Select[Any]:
    return select(summaries).where(S.incident.in_(some))


def summaries_of(record: Connection, report_id: str) -> tuple[Summary, ...]:
    """Every incident that the report tells of, what it is about first."""
    told = select(accounts.c.incident).where(accounts.c.report == report_id).distinct()
    found = load_summaries(record, record.execute(told).scalars().all())
    return tuple(sorted(found, key=lambda one: (not one.main, one.id)))


def list_alike(record: Connection, one: Incident, most: int) -> tuple[Summary, ...]:
    """Other incidents that might be the same: of its type at its place first, then of its type, then any."""
    here = S.place.is_(None) if one.place is None else S.place == one.place
    elsewhere = S.place.is_not(None) if one.place is None else or_(S.place.is_(None), S.place != one.place)
    same, other = S.type == one.type.value, S.type != one.type.value
    found: list[str] = []
    for asked in (and_(same, here), and_(same, elsewhere), and_(other, here), and_(other, elsewhere)):
        left = most - len(found)
        if left > 0:
            chosen = select(S.incident).where(asked, S.incident != one.id).order_by(S.incident).limit(left)
            found += record.execute(chosen).scalars()
    return load_summaries(record, found)


@dataclass(frozen=True, slots=True)
class Titles:
    """What the titles of a case are made of: types with their modes, and dates."""

    kinds: tuple[tuple[str, str | None], ...]
    dates: tuple[str | None, ...]


def load_titles(record: Connection) -> Titles:
    """The types and dates of all incidents, each once."""
    kinds = tuple((row.type, row.mode) for row in record.execute(select(S.type, S.mode).distinct()))
    return Titles(kinds, tuple(record.execute(select(S.date).distinct()).scalars()))


def list_titled(
    record: Connection, words: Sequence[str], titles: Titles, what: What, when: When, most: int
) -> tuple[Summary, ...]:
    """The first in the order of a case whose title or short name has all of these words, however they are spelt in it.

    `what` says how a title begins, of a type and a mode, `when` how it ends, of a date: both in folded words.
    """
    asked = [_has(word, titles.kinds, titles.dates, what, when) for word in words]
    chosen = select(S.incident).where(and_(false() if not words else true(), *asked)).order_by(S.dated).limit(most)
    return load_summaries(record, record.execute(chosen).scalars().all())


def _has(
    word: str, kinds: Iterable[tuple[str, str | None]], dates: Iterable[str | None], what: What, when: When
) -> ColumnElement[bool]:
    """Whether the word is part of the title or the name: parts of a title end in a comma, and words have no spaces."""
    of_kind = [and_(S.type == kind, _is(S.mode, mode)) for kind, mode in kinds if word in f"{what(kind, mode)},"]
    told = [date for date in dates if word in when(date)]
    named = and_(S.place.is_not(None), (S.folded + ",").contains(word, autoescape=True))
    nowhere = S.place.is_(None) if word in f"{NOWHERE}," else false()
    days = or_(S.date.in_([date for date in told if date]), S.date.is_(None) if None in told else false())
    return or_(*of_kind, days, named, nowhere, S.name.contains(word, autoescape=True))


def _is(column: Column[Any], value: str | None) -> ColumnElement[bool]:
    return column.is_(None) if value is None else column == value


def list_days(record: Connection, wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """Each day that an incident asked for begins on, with how many do; what has no day comes last."""
    asked = select(S.first, func.count()).where(fits(wanted)).group_by(S.first)
    return tuple(sorted(((first or NO_DAY, number) for first, number in record.execute(asked)), key=lambda one: one[0]))


def list_on(record: Connection, wanted: Wanted, days: Sequence[str], most: int) -> tuple[Summary, ...]:
    """The incidents asked for that begin on these days, of each day so many: those most reports tell of first."""
    firsts = ["" if day == NO_DAY else day for day in days]
    order = (S.reports.desc(), S.main.desc(), S.rank, S.incident)
    number = func.row_number().over(partition_by=S.first, order_by=order).label("number")
    on = select(S.incident, S.first, number).where(fits(wanted), S.first.in_(firsts)).subquery()
    last = case((on.c.first == "", NO_DAY), else_=on.c.first)
    chosen = select(on.c.incident).where(on.c.number <= most).order_by(last, on.c.number)
    return load_summaries(record, record.execute(chosen).scalars().all())


def list_pins(record: Connection, wanted: Wanted, most: int) -> Stretch[tuple[Pin, int]]:
    """The places where incidents asked for are drawn, each with how many are; those with the most first."""
    drawn = and_(fits(wanted), S.prec <= DRAWN)
    by_place = select(S.lon, S.lat, S.prec, func.count().label("number"), func.min(S.rank).label("rank"))
    found = by_place.where(drawn).group_by(S.lon, S.lat, S.prec).subquery()
    chosen = select(found, func.count().over().label("total"))  # counted beside: gathering them takes longest
    ordered = chosen.order_by(found.c.number.desc(), found.c.rank, found.c.lon, found.c.lat, found.c.prec)
    rows = record.execute(ordered.limit(most)).all()
    pins = tuple((Pin(row.lon, row.lat, row.prec, ""), row.number) for row in rows)
    return Stretch(pins, rows[0].total if rows else 0)


def list_placed(record: Connection, wanted: Wanted, pins: Sequence[Pin], most: int) -> tuple[Summary, ...]:
    """The incidents asked for that are drawn at these places, of each place so many, in order of rank."""
    ones = [(pin.lon, pin.lat, pin.prec) for pin in pins]
    place = (S.lon, S.lat, S.prec)
    number = func.row_number().over(partition_by=place, order_by=RANKED).label("number")
    at = select(S.incident, S.rank, number).where(fits(wanted), tuple_(*place).in_(ones)).subquery()
    chosen = select(at.c.incident).where(at.c.number <= most).order_by(at.c.rank, at.c.incident)
    return load_summaries(record, record.execute(chosen).scalars().all())


def list_unplaced(record: Connection, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
    """The incidents asked for that are not drawn."""
    asked = and_(fits(wanted), or_(S.prec.is_(None), S.prec > DRAWN))
    chosen = select(S.incident).where(asked).order_by(*RANKED).offset(start).limit(most)
    return Stretch(load_summaries(record, record.execute(chosen).scalars().all()), count(record, asked))
