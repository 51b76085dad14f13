"""The roll: of every incident of a case what lists are filtered and ordered by, at hand as arrays.

To count under a filter that no index serves, a database reads every row; arrays of a hundred thousand incidents take a
millisecond and a few MB. A roll is of one state of the case: the next is made of it, from what changed since.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, and_, or_, select

from accordingto.record.statements import all_rows
from accordingto.record.tables import summaries
from accordingto.record.turns import ALL, bucket_of, ends_of, last_turn, turned_since
from accordingto.terms.summaries import DRAWN, NO_DAY, Wanted, ends

Numbers = NDArray[Any]
Rank = tuple[bool, int, str, bytes]
S = summaries.c
ASKED = (S.incident, S.type, S.mode, S.date, S.place, S.main, S.reports, S.contested, S.lon, S.lat, S.prec)
FAR = 99  # as where_prec: what is drawn nowhere
MOST_BUCKETS = 200  # looked up one by one: of more than these a twentieth has changed, and all are read in one go


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One thing that is told of each incident: which of these values, by its number; `known` has the number of each."""

    values: tuple[Any, ...]
    known: Mapping[Any, int]
    numbers: Numbers

    def where(self, fits: Callable[[Any], bool]) -> Numbers:
        """Of which incidents it is one that fits: each value is looked at once."""
        found: Numbers = np.fromiter(map(fits, self.values), bool, len(self.values))[self.numbers]
        return found

    def among(self, some: Iterable[Any]) -> Numbers:
        """Of which incidents it is one of these."""
        found = np.zeros(len(self.values), bool)
        found[[self.known[value] for value in some if value in self.known]] = True
        among: Numbers = found[self.numbers]
        return among


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The days of all dates: `first` and `last` are the ends of each date, `day` the number of the day it begins on."""

    days: tuple[str, ...]
    day: Numbers
    first: Numbers
    last: Numbers


@lru_cache(maxsize=2)
def calendar_of(dates: Told) -> Calendar:
    """The calendar of a roll's dates; kept, for it is asked for again and again."""
    both = [ends(date) for date in dates.values]
    days = sorted({first or NO_DAY for first, _ in both})
    number = {day: n for n, day in enumerate(days)}
    first, last = (np.array([one[end] for one in both], str) for end in (0, 1))
    return Calendar(tuple(days), np.array([number[one or NO_DAY] for one, _ in both], int), first, last)


@lru_cache(maxsize=2)
def folded_places(places: Told) -> tuple[str, ...]:
    """A roll's places, without regard to case."""
    return tuple((place or "").casefold() for place in places.values)


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """Every incident at one turn, those that reports are about first; all lists are in this order."""

    turn: int
    ids: Numbers
    buckets: Numbers
    main: Numbers
    reports: Numbers
    contested: Numbers
    prec: Numbers
    kinds: Told
    dates: Told
    places: Told
    spots: Told

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def passing(self) -> Numbers:
        """Which are mentioned in passing by one report; the same as `Summary.passing`."""
        passing: Numbers = ~self.main & (self.reports < 2)
        return passing

    @property
    def drawn(self) -> Numbers:
        """Which are drawn on a map."""
        drawn: Numbers = self.prec <= DRAWN
        return drawn

    def named(self, at: Numbers) -> list[str]:
        """The ids of these, in this order."""
        return [name.decode("ascii") for name in self.ids[at].tolist()]

    def fits(self, wanted: Wanted) -> Numbers:
        """Which are asked for; the same as `Wanted.fits`."""
        asked = np.ones(len(self), bool) if wanted.all else ~self.passing
        if wanted.disputed:
            asked &= self.contested
        if wanted.type:
            asked &= self.kinds.where(lambda kind: kind[0] == wanted.type)
        if place := wanted.place.casefold():
            asked &= np.array([place in told for told in folded_places(self.places)], bool)[self.places.numbers]
        if wanted.since or wanted.until:
            asked &= self._in_time(wanted)[self.dates.numbers]
        return asked

    def _in_time(self, wanted: Wanted) -> Numbers:
        """Which dates meet the days asked for; one that is not known meets none."""
        calendar = calendar_of(self.dates)
        found: Numbers = calendar.first != ""
        if wanted.until:
            found &= calendar.first <= f"{wanted.until}~"
        if wanted.since:
            found &= calendar.last >= wanted.since
        return found

    def rank(self, number: int) -> Rank:
        """By what it stands where it stands; the same as `Summary.rank`."""
        date = self.dates.values[self.dates.numbers[number]]
        return not self.main[number], -int(self.reports[number]), date or NO_DAY, bytes(self.ids[number])


def load_roll(record: Connection) -> Roll:
    """The roll of the case as it stands."""
    return _roll(last_turn(record), _rows(record, ()))


def renew_roll(record: Connection, before: Roll) -> Roll:
    """The roll of the case as it stands, of an earlier one and what has changed since; that one, where nothing has."""
    turn = last_turn(record)
    if turn == before.turn:
        return before
    buckets = turned_since(record, before.turn)
    if turn < before.turn or ALL in buckets or len(buckets) > MOST_BUCKETS:
        return load_roll(record)
    return _merged(before, turn, buckets, _rows(record, buckets))


def _rows(record: Connection, buckets: Iterable[int]) -> list[Sequence[Any]]:
    """The rows of these buckets, or without any of all, in the order of lists."""
    within = [and_(S.incident >= low, S.incident < high) for low, high in map(ends_of, sorted(buckets))]
    if within:
        return sorted((tuple(row) for row in record.execute(select(*ASKED).where(or_(*within)))), key=_rank)
    return sorted(all_rows(record, summaries, tuple(column.name for column in ASKED)), key=_rank)


def _rank(row: Sequence[Any]) -> Rank:
    incident, _, _, date, _, main, reports, *_ = row
    return not main, -reports, date or NO_DAY, incident.encode("ascii")


def _roll(turn: int, rows: Sequence[Sequence[Any]], before: Roll | None = None) -> Roll:
    """The roll of these rows; what is told of them is numbered on from the roll before."""
    columns = list(zip(*rows, strict=True)) or [()] * len(ASKED)
    ids, types, modes, dates, places, main, reports, contested, *spots = columns
    return Roll(
        turn,
        np.array(ids, "S32"),
        np.array([bucket_of(name) for name in ids], np.int16),
        np.array(main, bool),
        np.array(reports, np.int32),
        np.array(contested, bool),
        np.array([FAR if prec is None else prec for prec in spots[-1]], np.int8),
        _told(zip(types, modes, strict=True), before.kinds if before else None),
        _told(dates, before.dates if before else None),
        _told(places, before.places if before else None),
        _told(zip(*spots, strict=True), before.spots if before else None),
    )


def _told(some: Iterable[Any], before: Told | None) -> Told:
    known = dict(before.known) if before else {}
    numbers = np.array([known.setdefault(value, len(known)) for value in some], np.int32)
    return Told(tuple(known), known, numbers)


def _merged(before: Roll, turn: int, buckets: Collection[int], rows: Sequence[Sequence[Any]]) -> Roll:
    """The roll before, with these rows in the place of those of the buckets."""
    stays = np.flatnonzero(~np.isin(before.buckets, list(buckets)))
    at = [bisect_left(stays, _rank(row), key=before.rank) for row in rows]
    new = _roll(turn, rows, before)

    def merged(field: str) -> Any:
        old, fresh = getattr(before, field), getattr(new, field)
        if isinstance(fresh, Told):
            return Told(fresh.values, fresh.known, np.insert(old.numbers[stays], at, fresh.numbers))
        return np.insert(old[stays], at, fresh)

    return Roll(turn, *(merged(field.name) for field in fields(Roll)[1:]))
