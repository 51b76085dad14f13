"""Tolls on a page: what the figures of an incident add up to under each rule, figure by figure and over time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.show.clippings import Clipping
from accordingto.show.families import number_words, origins_of_toll, toll_families, toll_head
from accordingto.show.phrases import count_words, people_words
from accordingto.show.tolls import counted_voice
from accordingto.show.web.charts import TollChart, toll_chart
from accordingto.show.web.pages.clippings import range_clipping
from accordingto.show.web.pages.parts import Quote, quote_of, told_once
from accordingto.show.words import one_line
from accordingto.terms.findings import IncidentFindings, RunningTotal, Toll, TollEntry
from accordingto.terms.histories import Edition
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words
from accordingto.terms.tolls import TollRule


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A toll under one rule; `key` is the word that an address asks for the rule by."""

    key: str
    rule: str
    meaning: str
    range: str
    low: int | None
    high: int | None
    best: int | None
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TollPart:
    """The counts of one harm to one kind of people: under each rule, figure by figure, and drawn over time."""

    head: str
    what: str
    part: bool
    rules: tuple[RuleLine, ...]
    chosen: RuleLine
    figures: tuple[Quote, ...]
    left_out: tuple[tuple[Quote, str], ...]
    origins: tuple[str, ...]
    chart: TollChart | None
    clippings: tuple[Clipping, ...] = ()


@dataclass(frozen=True, slots=True)
class RunningLine:
    """A count over more than this incident, which stands beside its toll."""

    words: str
    over: str
    quote: Quote


def toll_parts(
    found: IncidentFindings, edition: Edition, readings: Mapping[str, Reading], rule: TollRule
) -> tuple[TollPart, ...]:
    """The whole of each harm, each followed by its parts, counted by this rule."""
    parts: list[tuple[TollPart, Toll]] = []
    for whole, shares in toll_families(found.tolls):
        parts.append(_toll(whole, readings, rule, part=False))
        parts += [_toll(share, readings, rule, part=True) for share in shares]
    return tuple(replace(part, clippings=(range_clipping(toll, found, edition),)) for part, toll in parts)


def _toll(
    group: Sequence[Toll], readings: Mapping[str, Reading], rule: TollRule, *, part: bool
) -> tuple[TollPart, Toll]:
    """The part, and the toll that it shows."""
    chosen = next((toll for toll in group if toll.rule is rule), group[0])
    rules = tuple(_rule(toll, toll is chosen) for toll in group)
    what = people_words(chosen.who, chosen.harm)
    quotes = (_figure(entry, readings) for entry in sorted(chosen.entries, key=_when))
    told = TollPart(
        toll_head([chosen]),
        what,
        part,
        rules,
        _rule(chosen, True),
        told_once(quote for quote in quotes if quote),
        _left_out(chosen, readings),
        tuple(origins_of_toll(chosen)),
        toll_chart(chosen, readings),
    )
    return told, chosen


def _when(entry: TollEntry) -> str:
    return entry.as_of.isoformat() if entry.as_of else "9999"


def _rule(toll: Toll, chosen: bool) -> RuleLine:
    rule = toll.rule
    return RuleLine(
        rule.key,
        rule.value,
        rule.meaning,
        number_words(toll),
        toll.low,
        toll.high,
        toll.best,
        one_line(toll.why),
        chosen,
    )


def _left_out(toll: Toll, readings: Mapping[str, Reading]) -> tuple[tuple[Quote, str], ...]:
    told = ((_figure(left.entry, readings), one_line(left.why)) for left in toll.left_out)
    return tuple((quote, why) for quote, why in told if quote)


def running_lines(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[RunningLine, ...]:
    """Every count over more than this incident that a report gives beside it."""
    lines = ((one, _figure(one.entry, readings)) for one in found.running)
    return tuple(RunningLine(_total_words(one), one_line(one.over), quote) for one, quote in lines if quote)


def _total_words(one: RunningTotal) -> str:
    low, high = one.entry.low, one.entry.high
    return f"{count_words(low, high)} {people_words(one.who, one.harm, low, high)}"


def _figure(entry: TollEntry, readings: Mapping[str, Reading]) -> Quote | None:
    reading = readings.get(entry.report_id)
    if reading is None or entry.figure >= len(reading.figures):
        return None
    as_of = day_words(entry.as_of) if entry.as_of else ""
    return quote_of(reading, entry.anchor, voice=counted_voice(entry, reading), item=f"f{entry.figure}", as_of=as_of)
