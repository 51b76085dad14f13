"""Clippings: texts to take along into another text, each with whose words it is and where they stand.

A clipping says "reported" and "according to", never more: whoever pastes it must be able to stand by it.
"""

from dataclasses import dataclass

from accordingto.show.phrases import (
    FACTUALITY,
    capital,
    due_words,
    event_words,
    harm_words,
    iso_words,
    kind_words,
    outlet_words,
    published_words,
    reads_as,
    statement_chain,
    voice_words,
    where_words,
    within,
)
from accordingto.show.phrases import STATUS as STATUS_WORDS
from accordingto.show.words import one_line, quoted
from accordingto.terms.blame import Stance
from accordingto.terms.claims import ClaimKind, Factuality
from accordingto.terms.figures import Figure
from accordingto.terms.items import anchor_of, finds_of
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.sentences import WORDS_SHOWN, sentence_span
from accordingto.terms.spans import Anchor

SENTENCE, QUOTATION, CITATION = "sentence", "quotation", "citation"
BLAMED = {
    Stance.BLAMES: "{} reported to be held responsible",
    Stance.CLAIMS: "reported to be claimed by {} as its own act",
    Stance.DENIES: "reported to be denied that it was {}",
}


@dataclass(frozen=True, slots=True)
class Clipping:
    """A text to take along, and what kind of text it is."""

    name: str
    text: str


def claim_clippings(reading: Reading, kind: ClaimKind, index: int) -> tuple[Clipping, ...]:
    """What a claim says in a sentence of ours, and its own words with all that is needed to find them again."""
    statement = _statement(reading, kind, index)
    words = anchor_of(finds_of(reading, kind)[index], kind)
    return Clipping(SENTENCE, claim_sentence(reading, kind, index)), quotation(reading, words, statement)


def claim_sentence(reading: Reading, kind: ClaimKind, index: int) -> str:
    """ "41 or more people reported killed, according to the League, as reported by the wire (13 December 2016)."."""
    told = f"{_said(reading, kind, index)}{_reserve(reading, kind, index)}"
    return f"{capital(told)}, {according_to(reading, _statement(reading, kind, index))}."


def _statement(reading: Reading, kind: ClaimKind, index: int) -> int | None:
    """The number of the statement that carries a claim, or that it is; None where the outlet says it itself."""
    match kind:
        case ClaimKind.STATEMENT:
            return index
        case ClaimKind.BLAME:
            return reading.blame[index].by
        case _:
            statement: int | None = finds_of(reading, kind)[index].statement
            return statement


def _said(reading: Reading, kind: ClaimKind, index: int) -> str:
    match kind:
        case ClaimKind.FIGURE:
            return _count(reading, reading.figures[index])
        case ClaimKind.EVENT:
            event = reading.events[index]
            parts = (event_words(event.type, event.mode), where_words(reading, event), iso_words(event.date))
            return f"{', '.join(part for part in parts if part)}: {STATUS_WORDS[event.status]}"
        case ClaimKind.BLAME:
            blame = reading.blame[index]
            return BLAMED[blame.stance].format(within(one_line(blame.actor.exact)))
        case ClaimKind.COMMITMENT:
            coming = reading.announcements[index]
            return f"reported to be coming: {quoted(coming.what.exact, WORDS_SHOWN)}, {due_words(coming)}"
        case ClaimKind.STATEMENT:
            return quoted(reading.statements[index].content.exact, WORDS_SHOWN)


def _count(reading: Reading, figure: Figure) -> str:
    """ "41 or more people reported killed (“At least 41”)"; a share says of what, so that nobody adds it."""
    number = reads_as(figure)
    told = f"{number} {kind_words(figure.who, figure.low, figure.high)} reported {harm_words(figure.harm)}"
    words = "" if figure.anchor.exact.casefold() == number else f" ({quoted(figure.anchor.exact)})"
    whole = reading.figures[figure.part_of].anchor.exact if figure.part_of is not None else ""
    return f"{told}{words}{f', among {quoted(whole)}' if whole else ''}"


def _reserve(reading: Reading, kind: ClaimKind, index: int) -> str:
    """What its source holds back; nothing where it is said outright."""
    claim = next((one for one in reading.claims if (one.kind, one.index) == (kind, index)), None)
    if claim is None or kind is ClaimKind.STATEMENT or claim.factuality is Factuality.CERTAIN:
        return ""
    return f" ({FACTUALITY[claim.factuality]})"


def according_to(reading: Reading, statement: int | None) -> str:
    """ "according to a military source, via the wire, as reported by Meridian (13 December 2016)"."""
    outlet = f"{outlet_words(reading.report)} ({published_words(reading.report)})"
    if statement is None:
        return f"according to {outlet}"
    return f"according to {voice_words(statement_chain(reading, statement))}, as reported by {outlet}"


def words_clippings(reading: Reading, anchor: Anchor, voice: str) -> tuple[Clipping, ...]:
    """The same of words that are no claim by themselves, such as the evidence of an outcome."""
    outlet = f"{outlet_words(reading.report)} ({published_words(reading.report)})"
    own = voice == within(outlet_words(reading.report))
    told = f"according to {outlet}" if own else f"according to {voice}, as reported by {outlet}"
    sentence = Clipping(SENTENCE, f"{quoted(anchor.exact, WORDS_SHOWN)}, {told}.")
    return sentence, Clipping(QUOTATION, _quotation(reading.report, anchor, "" if own else voice))


def quotation(reading: Reading, anchor: Anchor, statement: int | None) -> Clipping:
    """The exact words in their sentence, who said them, and where they stand."""
    voice = "" if statement is None else voice_words(statement_chain(reading, statement))
    return Clipping(QUOTATION, _quotation(reading.report, anchor, voice))


def _quotation(report: Report, anchor: Anchor, voice: str) -> str:
    # A statement's own words may be half a sentence; but what is quoted of two places stays what was found.
    start, end = (anchor.start, anchor.end) if len(anchor.spans) > 1 else sentence_span(report.body, anchor)
    words = anchor.exact if len(anchor.spans) > 1 else report.body[start:end]
    said = f"{capital(voice)}, in: " if voice else ""
    return f"{quoted(words)} ({said}{_entry(report)}, characters {start} to {end})"


def report_citation(report: Report, address: str = "") -> Clipping:
    """Outlet, title, day, and the hash of the text, by which anybody can see that it is the same.

    `address` is that of a workspace: a report has the same page there for as long as the case has the report.
    """
    return Clipping(CITATION, f"{capital(_entry(report))}.{f' {address}/reports/{report.id}' if address else ''}")


def _entry(report: Report) -> str:
    title = f"{quoted(report.title)}, " if report.title.strip() else ""
    ref = f" ({one_line(report.ref)})" if report.ref else ""
    return f"{outlet_words(report)}, {title}{published_words(report)}, report {report.id}{ref}"
