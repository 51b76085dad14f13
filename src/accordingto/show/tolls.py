"""Tolls as a brief tells them: the number, the rule behind it, and how the count grew; running totals beside them."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, datetime

from accordingto.show.citations import Citations, asked_by, told_once
from accordingto.show.families import (
    number_words,
    origins_of_toll,
    rules_words,
    same_numbers,
    toll_families,
    toll_head,
    toll_words,
)
from accordingto.show.phrases import (
    count_words,
    people_words,
    statement_chain,
    voice_name,
    voice_words,
)
from accordingto.show.words import markdown, markdown_quoted
from accordingto.terms.findings import IncidentFindings, Toll, TollEntry
from accordingto.terms.readings import Reading
from accordingto.terms.reports import UNKNOWN_OUTLET
from accordingto.terms.times import day_words
from accordingto.terms.tolls import TollRule


def toll_lines(
    found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations, rule: TollRule | None = None
) -> list[str]:
    """For each kind of harm the whole, its numbers and every figure by the day it is as of; then its parts so.

    Under every rule, or under the one asked for with what it leaves out.
    """
    tolls = found.under(rule) if rule else found.tolls
    if rule and found.tolls and not tolls:
        return [f"- No toll is kept under “{markdown(rule)}”: reconcile again."]
    named = [f"Under the rule “{markdown(rule)}”: {markdown(rule.meaning)}\n"] if rule and tolls else []
    families = toll_families(tolls)
    return [*named, *(line for family in families for line in _family(*family, readings, citations, rule))]


def _family(
    whole: tuple[Toll, ...],
    parts: list[tuple[Toll, ...]],
    readings: Mapping[str, Reading],
    citations: Citations,
    rule: TollRule | None,
) -> list[str]:
    lines = [f"- **Reported: {toll_head([whole[0], *(part[0] for part in parts)])}.**"]
    lines += _group(whole, readings, citations, rule)
    for part in parts:
        lines += [
            f"    - Of them {toll_words(part[0])}:",
            *(f"    {line}" for line in _group(part, readings, citations, rule)),
        ]
    return lines


def _group(
    group: tuple[Toll, ...], readings: Mapping[str, Reading], citations: Citations, rule: TollRule | None
) -> list[str]:
    widest = max(group, key=lambda toll: len(toll.entries))
    figures = told_once(_entries(widest, readings), citations)
    origins = [f"By origin: {markdown('; '.join(told))}." for told in [origins_of_toll(widest)] if told]
    left = told_once(_left_out(group, readings), citations) if rule else []
    return [*_rules(group), *(f"    - {line}" for line in (*origins, *figures, *left))]


def _rules(group: tuple[Toll, ...]) -> list[str]:
    """One line for each number, with the rules that give it and why; one in all where every rule gives the same."""
    same = same_numbers(group)
    if len(same) == 1 < len(group):
        return [f"    - By every rule {number_words(group[0])}; {_why(group[0])}.{asked_by(*group)}"]
    told = (f"{_names(tolls)}: {number_words(tolls[0])}; {_why(tolls[0])}.".replace("; .", ".") for tolls in same)
    return [f"    - {line}{asked_by(*tolls)}" for line, tolls in zip(told, same, strict=True)]


def _names(tolls: list[Toll]) -> str:
    return f"{'Rule' if len(tolls) == 1 else 'Rules'} {markdown(rules_words(tolls))}"


def _why(toll: Toll) -> str:
    return markdown(toll.why).rstrip(".")


def _left_out(group: Iterable[Toll], readings: Mapping[str, Reading]) -> Iterator[tuple[Hashable, str, str]]:
    for one in (one for toll in group for one in toll.left_out):
        if reading := readings.get(one.entry.report_id):
            words = f"Left out: {_entry(one.entry, reading)}; {markdown(one.why)}"
            yield words.casefold(), words, one.entry.report_id


def running_lines(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """Each running total with what it is counted over, its source and its moment."""
    return [f"- {line}" for line in told_once(_running(found, readings), citations)]


def _running(found: IncidentFindings, readings: Mapping[str, Reading]) -> Iterator[tuple[Hashable, str, str]]:
    for total in found.running:
        entry = total.entry
        if reading := readings.get(entry.report_id):
            people = people_words(total.who, total.harm, entry.low, entry.high)
            said = f"{_number(entry)} {people}, {markdown(total.over)}, {_voice(entry, reading)}"
            yield said.casefold(), f"{_moment(entry.as_of)}: {said}", entry.report_id


def _entries(toll: Toll, readings: Mapping[str, Reading]) -> Iterator[tuple[Hashable, str, str]]:
    for entry in sorted(toll.entries, key=_as_of):
        if reading := readings.get(entry.report_id):
            words = _entry(entry, reading)
            yield words.casefold(), f"{_moment(entry.as_of)}: {words}", entry.report_id


def _as_of(entry: TollEntry) -> tuple[str, str, int]:
    return (entry.as_of.isoformat() if entry.as_of else "9999", entry.report_id, entry.figure)


def _entry(entry: TollEntry, reading: Reading) -> str:
    notes = "".join(f"; {markdown(note)}" for note in (entry.note, entry.flag) if note)
    return f"{_number(entry)}{_shares(entry, reading)}, {_voice(entry, reading)}{notes}"


def _number(entry: TollEntry) -> str:
    """ "“At least 30” (30 or more)"."""
    number = count_words(entry.low, entry.high)
    return markdown_quoted(entry.anchor.exact) + ("" if number == entry.anchor.exact else f" ({number})")


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
    own = reading.figures[entry.figure].statement is None and entry.origin == reading.report.outlet
    voice = markdown(counted_voice(entry, reading))
    return f"in the own voice of {voice}" if own else f"according to {voice}"


def counted_voice(entry: TollEntry, reading: Reading) -> str:
    """Whom a figure is counted for, and through whom it came: "AFP, via Harbour Post"."""
    given = entry.figure < len(reading.figures)
    statement = reading.figures[entry.figure].statement if given else None
    outlet = reading.report.outlet
    # What a report says in its own voice it may have from another: then it is no origin, but passes on what one says.
    passing = statement is None and outlet not in (entry.origin, UNKNOWN_OUTLET)
    links = (outlet,) if passing else statement_chain(reading, statement)[1:-1]
    return voice_words((entry.origin, *links, outlet))
