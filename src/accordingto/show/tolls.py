"""Tolls as a brief tells them: the range, the rule behind it, and how the count grew, figure by figure."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, datetime

from accordingto.show.citations import Citations, asked_by, told_once
from accordingto.show.incidents import toll_families, toll_head, toll_words
from accordingto.show.phrases import (
    chain_words,
    count_words,
    listed,
    people_words,
    statement_chain,
    voice_name,
    voice_words,
)
from accordingto.show.words import markdown, markdown_quoted
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words


def toll_lines(tolls: Iterable[Toll], readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """For each kind of harm the whole under each rule and every figure by the day it is as of; then its parts so."""
    return [line for whole, parts in toll_families(tolls) for line in _family(whole, parts, readings, citations)]


def _family(
    whole: tuple[Toll, ...], parts: list[tuple[Toll, ...]], readings: Mapping[str, Reading], citations: Citations
) -> list[str]:
    lines = [f"- **Reported: {toll_head([whole[0], *(part[0] for part in parts)])}.**"]
    lines += _group(whole, readings, citations)
    for part in parts:
        lines += [
            f"    - Of them {toll_words(part[0])}:",
            *(f"    {line}" for line in _group(part, readings, citations)),
        ]
    return lines


def _group(group: tuple[Toll, ...], readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    widest = max(group, key=lambda toll: len(toll.entries))
    figures = told_once(_entries(widest, readings), citations)
    return [*_rules(group), *(f"    - {line}" for line in figures)]


def _rules(group: tuple[Toll, ...]) -> list[str]:
    if len({(toll.low, toll.high) for toll in group}) == 1 < len(group):
        names = listed(f"“{markdown(toll.rule)}”" for toll in group)
        counts, why = count_words(group[0].low, group[0].high), markdown(group[0].why)
        return [f"    - Rules {names} all give {counts}; {why}.{asked_by(*group)}"]
    ranges = [f"    - Rule “{markdown(toll.rule)}”: {count_words(toll.low, toll.high)}" for toll in group]
    whys = [markdown(toll.why).rstrip(".") for toll in group]
    told = zip(ranges, whys, group, strict=True)
    return [f"{line}{f'; {why}' if why else ''}.{asked_by(toll)}" for line, why, toll in told]


def _entries(toll: Toll, readings: Mapping[str, Reading]) -> Iterator[tuple[Hashable, str, str]]:
    for entry in sorted(toll.entries, key=_as_of):
        if reading := readings.get(entry.report_id):
            words = _entry(entry, reading)
            yield words.casefold(), f"{_moment(entry.as_of)}: {words}", entry.report_id


def _as_of(entry: TollEntry) -> tuple[str, str, int]:
    return (entry.as_of.isoformat() if entry.as_of else "9999", entry.report_id, entry.figure)


def _entry(entry: TollEntry, reading: Reading) -> str:
    note = f"; {markdown(entry.note)}" if entry.note else ""
    number = count_words(entry.low, entry.high)
    read = "" if number == entry.anchor.exact else f" ({number})"
    return f"{markdown_quoted(entry.anchor.exact)}{read}{_shares(entry, reading)}, {_voice(entry, reading)}{note}"


def _moment(as_of: date | datetime | None) -> str:
    return f"As of {day_words(as_of)}" if as_of else "As of a day not known"


def _shares(entry: TollEntry, reading: Reading) -> str:
    # "82, including 11 women": the 11 stay inside the 82, also on the page.
    shares = [figure for figure in reading.figures if figure.part_of == entry.figure]
    return "".join(
        f", of them {markdown_quoted(f.anchor.exact)} {people_words(f.who, f.harm, f.low, f.high)}" for f in shares
    )


def _voice(entry: TollEntry, reading: Reading) -> str:
    if entry.figure >= len(reading.figures):
        return f"according to {markdown(voice_name(entry.origin))}"
    statement = reading.figures[entry.figure].statement
    chain = statement_chain(reading, statement)
    if statement is None:
        return f"in the own voice of {markdown(chain_words(chain))}"
    return f"according to {markdown(voice_words(chain))}"
