"""Packed readings: their lists are put together when somebody looks at them.

A page that quotes two hundred reports looks at a figure or a statement of each. To make nouns of all that was read in
them takes most of the time that such a page needs, and of places and times it needs none.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection

from accordingto.record.readings import NOUNS, OWN_COLUMNS
from accordingto.record.reports import load_reports_at
from accordingto.record.rows import from_json
from accordingto.record.statements import find_rows, find_unshaped, shape_of
from accordingto.record.tables import LISTS, readings
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report

Nouns = Mapping[str, Sequence[Any]]
"""By the name of each list its nouns, as the engine gives them."""


class Packed(Reading):
    """A reading that equals the one with the same lists, which are nouns only once they have been asked for."""

    __slots__ = ("_nouns", "_shape")
    _nouns: Nouns
    _shape: Callable[[Any], Any]

    @classmethod
    def of(
        cls, report: Report, reader: ReaderName, notes: tuple[str, ...], nouns: Nouns, shape: Callable[[Any], Any]
    ) -> "Packed":
        """The reading with these lists; `shape` makes JSON of what the engine gives."""
        made = object.__new__(cls)
        own = {"report": report, "reader": reader, "notes": notes, "_nouns": nouns, "_shape": shape}
        for name, value in own.items():
            object.__setattr__(made, name, value)
        return made

    def __getattr__(self, name: str) -> Any:  # asked for what is not there yet
        if name not in NOUNS:
            raise AttributeError(f"a reading has no {name!r}")
        found: tuple[Any, ...] = tuple(from_json(NOUNS[name], self._shape(noun)) for noun in self._nouns.get(name, ()))
        object.__setattr__(self, name, found)
        return found

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Reading):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in ("report", "reader", "notes", *NOUNS))

    __hash__ = Reading.__hash__


def load_packed(record: Connection, seqs: Collection[int]) -> dict[int, Reading]:
    """The readings under these numbers by their `seq`, in the order of their reports."""
    rows = sorted(find_rows(record, readings.c.seq, seqs, OWN_COLUMNS), key=itemgetter(1))
    reports = load_reports_at(record, {row[1] for row in rows})
    lists: defaultdict[int, dict[str, list[Any]]] = defaultdict(dict)
    for table in LISTS:
        found = find_unshaped(record, table.c.reading, [row[0] for row in rows], ("reading", "idx", "noun"))
        for seq, _, noun in sorted(found, key=itemgetter(0, 1)):
            lists[seq].setdefault(table.name, []).append(noun)
    shape = shape_of(record, LISTS[0].c.noun)
    return {
        seq: Packed.of(reports[report], ReaderName(*reader), tuple(notes), lists[seq], shape)
        for seq, report, _, *reader, notes in rows
    }
