"""Tolls as rows: the figures of one harm to one kind of people once, and what each rule makes of them.

Six rules stand on much the same figures: written out for each, the tolls of a case would take as much room as its
readings.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from accordingto.record.rows import from_json, to_json
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import LeftOut, Toll, TollEntry
from accordingto.terms.tolls import TollRule

Row = dict[str, Any]


def pack_tolls(tolls: Sequence[Toll]) -> list[Row]:
    """One row for all that follow each other with one harm and one kind of people."""
    return [_packed(list(group)) for _, group in groupby(tolls, key=lambda toll: (toll.harm, toll.who))]


def _packed(group: Sequence[Toll]) -> Row:
    numbers: dict[TollEntry, int] = {}
    for entry in (entry for toll in group for entry in (*toll.entries, *(one.entry for one in toll.left_out))):
        numbers.setdefault(entry, len(numbers))
    return {
        "harm": group[0].harm.value,
        "who": group[0].who.value,
        "figures": [to_json(entry) for entry in numbers],
        "rules": [_ruled(toll, numbers) for toll in group],
    }


def _ruled(toll: Toll, numbers: Mapping[TollEntry, int]) -> Row:
    bare = {"rule": toll.rule.value, "low": toll.low, "best": toll.best, "high": toll.high, "why": toll.why}
    left_out = [[numbers[one.entry], one.why] for one in toll.left_out]
    return {**bare, "entries": [numbers[entry] for entry in toll.entries], "left_out": left_out}


def unpack_tolls(rows: Iterable[Row]) -> tuple[Toll, ...]:
    """The tolls that `pack_tolls` made these rows of; a row of an earlier version is one toll by itself."""
    return tuple(toll for row in rows for toll in (_unpacked(row) if "rules" in row else [from_json(Toll, row)]))


def _unpacked(row: Row) -> list[Toll]:
    figures = [from_json(TollEntry, figure) for figure in row["figures"]]
    return [_toll(row, ruled, figures) for ruled in row["rules"]]


def _toll(row: Row, ruled: Row, figures: Sequence[TollEntry]) -> Toll:
    return Toll(
        Harm(row["harm"]),
        Who(row["who"]),
        ruled["low"],
        ruled["high"],
        TollRule(ruled["rule"]),
        tuple(figures[number] for number in ruled["entries"]),
        ruled["why"],
        ruled["best"],
        tuple(LeftOut(figures[number], why) for number, why in ruled["left_out"]),
    )
