"""Why a toll is what it is: its rule in words, the figures it takes and those it leaves out, and the sum of them."""

from collections.abc import Iterator
from typing import Any

from accordingto.casebook import Why
from accordingto.show.incidents import toll_words
from accordingto.show.phrases import capital, chain_words, count_words, statement_chain, voice_name
from accordingto.show.why.explanations import Explanation, Part, Sources, Step
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.times import day_words

RULES = {
    "all figures": "From the lowest to the highest number that anyone gives.",
    "latest per origin": "From the lowest to the highest of each origin's last figure; earlier ones are superseded.",
    "independent origins": "From the lowest to the highest of the last figures of origins whose chains share no link.",
}
NEVER_ADDED = "Figures are never added up: each is somebody's count of the whole, and parts stay inside their whole."


def explain_toll(toll: Toll, why: Why) -> Explanation:
    """The rule, each figure with its sentence, chain and day, what was left out and why, and the range."""
    sources = Sources(why.readings)
    taken = tuple(_entry(entry, sources) for entry in toll.entries)
    left = tuple(_left_out(toll, why, sources))
    total = (Step(f"{count_words(toll.low, toll.high)}: {one_line(toll.why)}"),)
    parts = [Part("Figures", taken), Part("Left out", left), Part("Result", total)]
    title = f"{capital(toll_words(toll))}, by the rule “{one_line(toll.rule)}”"
    rule = f"{getattr(toll.rule, 'meaning', RULES.get(toll.rule, ''))} {getattr(toll.rule, 'basis', '')}".strip()
    return Explanation(
        toll.id, "toll", title, f"{rule} {NEVER_ADDED}".strip(), tuple(part for part in parts if part.steps)
    )


def _entry(entry: TollEntry, sources: Sources, beside: str = "") -> Step:
    as_of = f"as of {day_words(entry.as_of)}" if entry.as_of else "as of a day not known"
    notes = [note for note in (entry.note, getattr(entry, "flag", ""), beside) if note]
    said = f"{count_words(entry.low, entry.high)} ({quoted(entry.anchor.exact)}), {as_of}, {_chain(entry, sources)}"
    return Step("; ".join([said, *(one_line(note) for note in notes)]), sources.quote(entry.anchor))


def _chain(entry: TollEntry, sources: Sources) -> str:
    reading = sources.readings.get(entry.report_id)
    if reading is None or entry.figure >= len(reading.figures):
        return voice_name(entry.origin)
    return chain_words(statement_chain(reading, reading.figures[entry.figure].statement))


def _left_out(toll: Toll, why: Why, sources: Sources) -> Iterator[Step]:
    """What the rule says that it leaves out; else the figures that other rules take for the same people and harm."""
    told: tuple[Any, ...] | None = getattr(toll, "left_out", None)
    if told is not None:
        yield from (_entry(left.entry, sources, left.why) for left in told)
        return
    beside = (
        other for found in why.incidents for other in found.tolls if (other.harm, other.who) == (toll.harm, toll.who)
    )
    entries = dict.fromkeys(entry for other in beside for entry in other.entries)
    yield from (_entry(entry, sources, _reason(entry, toll)) for entry in entries if entry not in toll.entries)


def _reason(entry: TollEntry, toll: Toll) -> str:
    later = next((other for other in toll.entries if other.origin == entry.origin), None)
    if later:
        return f"{voice_name(entry.origin)} is taken with {quoted(later.anchor.exact)} instead"
    return "not taken for a further independent voice"
