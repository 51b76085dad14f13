"""Tolls as a brief tells them: the range, the rule behind it, and how the count grew, figure by figure."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from accordingto.show.citations import Citations
from accordingto.show.incidents import toll_words
from accordingto.show.phrases import chain_words, count_words, day_words, people_words, statement_chain, voice_words
from accordingto.show.tellings import cited
from accordingto.show.words import markdown, markdown_quoted
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.readings import Reading


def toll_lines(tolls: Iterable[Toll], readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """For each toll its range and rule, then its figures by the day they are as of."""
    return [line for toll in tolls for line in (_range(toll), *_growth(toll, readings, citations))]


def _range(toll: Toll) -> str:
    why = f" {_sentence(toll.why)}" if toll.why else ""
    return f"- **Reported: {markdown(toll_words(toll))}.** Rule: {markdown(toll.rule)}.{why}"


def _sentence(words: str) -> str:
    plain = markdown(words).rstrip(".")
    return f"{plain[:1].upper()}{plain[1:]}."


def _growth(toll: Toll, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    lines: dict[str, list[str]] = {}
    for entry in sorted(toll.entries, key=_as_of):
        if entry.report_id in readings:
            lines.setdefault(_entry(entry, readings[entry.report_id]), []).append(entry.report_id)
    return [f"    - {line} {cited(ids, citations)}." for line, ids in lines.items()]


def _as_of(entry: TollEntry) -> tuple[str, str, int]:
    return (entry.as_of.isoformat() if entry.as_of else "9999", entry.report_id, entry.figure)


def _entry(entry: TollEntry, reading: Reading) -> str:
    note = f"; {markdown(entry.note)}" if entry.note else ""
    number = count_words(entry.low, entry.high)
    exact = markdown_quoted(entry.anchor.exact)
    read = "" if number == entry.anchor.exact else f" ({number})"
    return f"{_moment(entry.as_of)}: {exact}{read}{_shares(entry, reading)}, {_voice(entry, reading)}{note}"


def _shares(entry: TollEntry, reading: Reading) -> str:
    # "82, including 11 women": the 11 stay inside the 82, also on the page.
    shares = [figure for figure in reading.figures if figure.part_of == entry.figure]
    return "".join(f", of them {markdown_quoted(f.anchor.exact)} {people_words(f.who, f.harm)}" for f in shares)


def _moment(as_of: date | datetime | None) -> str:
    return f"As of {day_words(as_of)}" if as_of else "As of a day not known"


def _voice(entry: TollEntry, reading: Reading) -> str:
    if entry.figure >= len(reading.figures):
        return f"according to {markdown(entry.origin)}"
    statement = reading.figures[entry.figure].statement
    chain = statement_chain(reading, statement)
    if statement is None:
        return f"in the own voice of {markdown(chain_words(chain))}"
    return f"according to {markdown(voice_words(chain))}"
