"""Why a toll is what it is: its rule in words, the figures it takes and those it leaves out, and the sum of them."""

from accordingto.casebook import Why
from accordingto.show.families import toll_words
from accordingto.show.phrases import capital, chain_words, count_words, people_words, statement_chain, voice_name
from accordingto.show.why.explanations import Explanation, Part, Sources, Step
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import RunningTotal, Toll, TollEntry
from accordingto.terms.times import day_words

RUNNING = "A count over more than one incident: it stands beside the toll and never enters it."
NEVER_ADDED = "Figures are never added up: each is somebody's count of the whole, and parts stay inside their whole."


def explain_toll(toll: Toll, why: Why) -> Explanation:
    """The rule, each figure with its sentence, chain and day, what was left out and why, and the range."""
    sources = Sources(why.readings)
    taken = tuple(_entry(entry, sources) for entry in toll.entries)
    left = tuple(_entry(one.entry, sources, one.why) for one in toll.left_out)
    total = (Step(f"{count_words(toll.low, toll.high, toll.top)}: {one_line(toll.why)}"),)
    parts = [Part("Figures", taken), Part("Left out", left), Part("Result", total)]
    title = f"{capital(toll_words(toll))}, by the rule “{one_line(toll.rule)}”"
    rule = f"{toll.rule.meaning} {toll.rule.basis} {NEVER_ADDED}"
    return Explanation(toll.id, "toll", title, rule, tuple(part for part in parts if part.steps))


def _entry(entry: TollEntry, sources: Sources, beside: str = "") -> Step:
    as_of = f"as of {day_words(entry.as_of)}" if entry.as_of else "as of a day not known"
    notes = [note for note in (entry.note, entry.flag, beside) if note]
    said = f"{count_words(entry.low, entry.high)} ({quoted(entry.anchor.exact)}), {as_of}, {_chain(entry, sources)}"
    return Step("; ".join([said, *(one_line(note) for note in notes)]), sources.quote(entry.anchor))


def _chain(entry: TollEntry, sources: Sources) -> str:
    reading = sources.readings.get(entry.report_id)
    if reading is None or entry.figure >= len(reading.figures):
        return voice_name(entry.origin)
    return chain_words(statement_chain(reading, reading.figures[entry.figure].statement))


def explain_running(total: RunningTotal, why: Why) -> Explanation:
    """The figure, what it is counted over, and that it never enters a toll."""
    sources, entry = Sources(why.readings), total.entry
    title = (
        f"{count_words(entry.low, entry.high)} {people_words(total.who, total.harm)}, counted over {quoted(total.over)}"
    )
    return Explanation(total.id, "running total", capital(title), RUNNING, (Part("Figure", (_entry(entry, sources),)),))
