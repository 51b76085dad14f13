"""Lists of incidents: filtered, counted and ordered by the roll, a stretch at a time made of summaries."""

from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from accordingto.record.rolls import Numbers, Roll, calendar_of
from accordingto.record.statements import find_rows
from accordingto.record.summaries import IN_SHORT, load_summaries, summary_of
from accordingto.record.tables import accounts, summaries
from accordingto.terms.incidents import Incident
from accordingto.terms.summaries import Pin, Stretch, Summary, Wanted

S = summaries.c


def list_summaries(record: Connection, roll: Roll, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
    """Those that are asked for, what reports are about first."""
    return _stretch(record, roll, np.flatnonzero(roll.fits(wanted)), start, most)


def _stretch(record: Connection, roll: Roll, found: Numbers, start: int, most: int) -> Stretch[Summary]:
    return Stretch(load_summaries(record, roll.named(found[start : start + most])), len(found))


def summaries_of(record: Connection, report_id: str) -> tuple[Summary, ...]:
    """Every incident that the report tells of, what it is about first."""
    told = dict.fromkeys(row[0] for row in find_rows(record, accounts.c.report, [report_id], ("incident",)))
    found = load_summaries(record, told)
    return tuple(sorted(found, key=lambda one: (not one.main, one.id)))


def list_alike(record: Connection, one: Incident, most: int) -> tuple[Summary, ...]:
    """Other incidents that might be the same: of its type at its place first, then of its type, then any."""
    found: list[Summary] = []
    for question in ALIKE:
        if len(found) < most:
            given = {"type": one.type.value, "place": one.place, "own": one.id, "left": most - len(found)}
            found += (summary_of(row) for row in record.execute(question, given))
    return tuple(found)


def _alike(*asked: ColumnElement[bool]) -> Select[Any]:
    chosen = select(*(S[name] for name in IN_SHORT)).where(*asked, S.incident != bindparam("own"))
    return chosen.order_by(S.incident).limit(bindparam("left"))


SAME, OTHER = S.type == bindparam("type"), S.type != bindparam("type")
HERE, ELSEWHERE = (
    S.place.is_not_distinct_from(bindparam("place", type_=S.place.type)),
    S.place.is_distinct_from(bindparam("place", type_=S.place.type)),
)
ALIKE = tuple(_alike(kind, place) for kind in (SAME, OTHER) for place in (HERE, ELSEWHERE))


def list_days(roll: Roll, wanted: Wanted) -> tuple[tuple[str, int], ...]:
    """Each day that an incident asked for begins on, with how many do; what has no day comes last."""
    calendar = calendar_of(roll.dates)
    days = calendar.day[roll.dates.numbers[roll.fits(wanted)]]
    counts = np.bincount(days, minlength=len(calendar.days)).tolist()
    return tuple((day, number) for day, number in zip(calendar.days, counts, strict=True) if number)


def list_on(record: Connection, roll: Roll, wanted: Wanted, days: Collection[str], most: int) -> tuple[Summary, ...]:
    """The incidents asked for that begin on these days, of each day so many: those most reports tell of first."""
    calendar = calendar_of(roll.dates)
    day = calendar.day[roll.dates.numbers]
    asked = np.array([one in days for one in calendar.days], bool)[day]
    found = np.flatnonzero(roll.fits(wanted) & asked)
    order = np.lexsort((-roll.reports[found], day[found]))
    chosen = found[order][_first_of(day[found][order], most)]
    return load_summaries(record, roll.named(chosen))


def _first_of(groups: Numbers, most: int) -> Numbers:
    """Which are among the first so many of their group; those of a group stand together."""
    begins = np.flatnonzero(np.diff(groups, prepend=-1))
    number = np.arange(len(groups)) - np.repeat(begins, np.diff(begins, append=len(groups)))
    first: Numbers = number < most
    return first


def list_pins(roll: Roll, wanted: Wanted, most: int) -> Stretch[tuple[Pin, int]]:
    """The places where incidents asked for are drawn, each with how many are; those with the most first."""
    spots = roll.spots.numbers[roll.fits(wanted) & roll.drawn]
    counts = np.bincount(spots, minlength=len(roll.spots.values))
    first = np.zeros(len(counts), int)
    first[spots[::-1]] = np.arange(len(spots))[::-1]  # the last that is written stays
    there = np.flatnonzero(counts)
    order = there[np.lexsort((first[there], -counts[there]))]
    numbered = ((roll.spots.values[number], int(counts[number])) for number in order[:most].tolist())
    return Stretch(tuple((Pin(lon, lat, prec, ""), number) for (lon, lat, prec), number in numbered), len(order))


def list_placed(record: Connection, roll: Roll, wanted: Wanted, pins: Sequence[Pin], most: int) -> tuple[Summary, ...]:
    """The incidents asked for that are drawn at these places, of each place so many, in order of rank."""
    asked = {(pin.lon, pin.lat, pin.prec) for pin in pins}
    found = np.flatnonzero(roll.fits(wanted) & roll.spots.among(asked))
    spots = roll.spots.numbers[found]
    order = np.argsort(spots, kind="stable")
    chosen = np.sort(found[order][_first_of(spots[order], most)])
    return load_summaries(record, roll.named(chosen))


def list_unplaced(record: Connection, roll: Roll, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
    """The incidents asked for that are not drawn."""
    return _stretch(record, roll, np.flatnonzero(roll.fits(wanted) & ~roll.drawn), start, most)
