"""Measures: what of a coded find is compared between coders, and at which level of measurement."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from accordingto.casebook.coded import CodedItem, FieldReliability
from accordingto.errors import BadReview
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import CODED, Code, CodingRound, Level
from accordingto.terms.corrections import DAY, FIELDS, MOMENT, NUMBER, WHEN
from accordingto.terms.reviews import Verdict

Measured = str | float | None
Coded = tuple[Code, Mapping[str, Any] | None]  # a code, and every field as it leaves it; None where it rejects the find
# Kept as it is, kept with changes, not kept: each leaves less of the find than the one before.
RANKS = {Verdict.ACCEPT: 0.0, Verdict.CORRECT: 1.0, Verdict.REJECT: 2.0}
VERDICT = "verdict"
HOUR_S = 3600.0


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is compared between coders; `value` is None where a code says nothing of it."""

    name: str
    level: Level
    value: Callable[[Coded], Measured]


def measures_of(kind: ClaimKind) -> tuple[Measure, ...]:
    """The verdict, and each field of a find that a coder keeps: one that is rejected has none."""
    verdict = Measure(VERDICT, Level.ORDINAL, lambda coded: RANKS[coded[0].verdict])
    return verdict, *(measure for field in CODED[kind] for measure in _measures(kind, field))


def _measures(kind: ClaimKind, field: str) -> Iterator[Measure]:
    """A number, a day or a moment is measured as such where it is given, and apart from that whether it is.

    Counts have a zero, so theirs is a ratio: 3 and 13 are further apart than 303 and 313.
    """
    shape = FIELDS[kind][field]
    if isinstance(shape, str) and shape in _NUMBERS:
        level, number = _NUMBERS[shape]
        yield Measure(field, level, _of(field, number))
        yield Measure(f"{field} given", Level.NOMINAL, _of(field, _given))
        return
    yield Measure(field, Level.NOMINAL, _of(field, _words))
    if shape == WHEN:
        yield Measure(f"{field}, first day", Level.INTERVAL, _of(field, _first_day))
    if field == "hedge":
        yield Measure("hedged", Level.NOMINAL, _of(field, _given))


def _of(field: str, made: Callable[[Any], Measured]) -> Callable[[Coded], Measured]:
    return lambda coded: None if coded[1] is None else made(coded[1][field])


def _words(value: Any) -> str:
    """Any value as words: none is a value, too."""
    return json.dumps(value, ensure_ascii=False)


def _given(value: Any) -> str:
    return "no" if value is None else "yes"


def _count(value: Any) -> float | None:
    return None if value is None else float(value)


def _first_day(value: Any) -> float | None:
    """The number of the day, or of the first one of a month or a stretch."""
    return None if value is None else float(date.fromisoformat(f"{value.split('/')[0]}-01"[:10]).toordinal())


def _hours(value: Any) -> float | None:
    return None if value is None else datetime.fromisoformat(value).timestamp() / HOUR_S


_NUMBERS: Mapping[str, tuple[Level, Callable[[Any], Measured]]] = {
    NUMBER: (Level.RATIO, _count),
    DAY: (Level.INTERVAL, _first_day),
    MOMENT: (Level.INTERVAL, _hours),
}


def measure_items(
    asked: CodingRound, items: Sequence[CodedItem], *, seed: int, draws: int, levels: Mapping[str, Level]
) -> tuple[FieldReliability, ...]:
    """How far the coders agree on the verdict and on every field, kind by kind.

    `levels` are those that somebody wants for a field instead of the usual one.
    """
    measures = {kind: measures_of(kind) for kind in asked.kinds}
    names = {measure.name for some in measures.values() for measure in some}
    if strange := [name for name in levels if name not in names]:
        raise BadReview(f"nothing measured in round {asked.name!r} is called {strange[0]!r}")
    found: list[FieldReliability] = []
    for kind, some in measures.items():
        coded = [_coded(asked, item) for item in items if item.sampled.item.kind is kind]
        found += [_measured(kind, one, coded, seed, draws, levels.get(one.name, one.level)) for one in some if coded]
    return tuple(found)


def _coded(asked: CodingRound, item: CodedItem) -> list[Coded | None]:
    """What each coder of the round says of the item; None where one has not coded it."""
    said, read = {code.coder: code for code in item.codes}, item.read
    return [(code, code.outcome(read)) if (code := said.get(coder)) else None for coder in asked.coders]


def _measured(
    kind: ClaimKind, measure: Measure, coded: Sequence[Sequence[Coded | None]], seed: int, draws: int, level: Level
) -> FieldReliability:
    from accordingto.reconcile.reliability import measure_reliability

    units = [[measure.value(one) if one else None for one in unit] for unit in coded]
    if level is not Level.NOMINAL and any(isinstance(value, str) for unit in units for value in unit):
        raise BadReview(f"{measure.name} of a {kind} has words for values: they are nominal, not {level}")
    return FieldReliability(kind, measure.name, measure_reliability(units, level, seed=seed, draws=draws))
