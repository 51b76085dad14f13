"""Why claims are held to agree or not, what became of an announcement, and whatever else stands on words."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from accordingto.casebook import Why
from accordingto.show.blame import cell_words
from accordingto.show.phrases import (
    ABOUT,
    capital,
    chain_words,
    counted,
    due_words,
    statement_chain,
    voice_words,
)
from accordingto.show.sentences import gloss
from accordingto.show.why.explanations import Explanation, Part, Sources, Step
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Agreement, AgreementKind, BlameCell, Outcome, OutcomeKind, Side
from accordingto.terms.ids import Finding
from accordingto.terms.spans import Anchor
from accordingto.terms.times import day_words

KINDS = {
    AgreementKind.CONTRADICTION: ("Disputed", "Both cannot hold of one incident at one time."),
    AgreementKind.UPDATE: (
        "Told later",
        "A voice's later claim takes the place of its own; another's is only later. Neither contradicts the other.",
    ),
    AgreementKind.CORROBORATION: (
        "Agreed",
        "No text, outlet, agency or body stands in the chains of two of these voices; a copy is no second voice.",
    ),
    AgreementKind.ALIKE: (
        "Told alike",
        "The voices say the same, but something stands in both chains: neither bears out the other.",
    ),
    AgreementKind.COMPATIBLE: ("Only looks disputed", "Both can hold, though at first sight they cannot."),
}
BLAME = "What each voice says of the part of each who is named; nobody's word is weighed against another's."
OUTCOMES = {
    OutcomeKind.KEPT: "The last report that tells of it says that it took place.",
    OutcomeKind.BEGUN: "The last report that tells of it says that it has begun.",
    OutcomeKind.DELAYED: "The last report that tells of it says that it is late or put off.",
    OutcomeKind.BROKEN: "The last report that tells of it says that it did not take place or did not last.",
    OutcomeKind.OVERDUE: "It was due before the moment that the clock shows, and no report of the case tells of it.",
    OutcomeKind.WAITING: "No report of the case tells of it, and it is not known to be overdue.",
    OutcomeKind.DISPUTED: "The last reports that tell of it do not agree.",
}


def explain_agreement(agreement: Agreement, why: Why) -> Explanation:
    """Both sides' sentences side by side with their chains, and the rule that compares them."""
    sources = Sources(why.readings)
    label, rule = KINDS[agreement.kind]
    sides = Part("Side by side", tuple(_sides(agreement.sides, sources)))
    result = Part("Result", (Step(one_line(agreement.why)),))
    title = f"{label}: {ABOUT[agreement.about]}"
    return Explanation(agreement.id, agreement.kind.value, title, rule, (sides, result))


def _sides(sides: Iterable[Side], sources: Sources) -> Iterator[Step]:
    for side in sides:
        beside = gloss(sources.readings.get(side.report_id), side.anchor)
        counts = f" {beside}" if beside and not beside.startswith("in ") else ""  # the sentence stands below anyway
        as_of = f", as of {day_words(side.as_of)}" if side.as_of else ""
        says = f"{sources.name(side.report_id)}: {quoted(side.anchor.exact)}{counts}, {chain_words(side.chain)}{as_of}"
        yield Step(says, sources.quote(side.anchor))


def explain_blame(cell: BlameCell, why: Why) -> Explanation:
    """Who says what of whose part, with every sentence that says so."""
    sources = Sources(why.readings)
    return Explanation(
        cell.id, "blame", capital(cell_words(cell)), BLAME, (Part("Words", tuple(_sides(cell.sides, sources))),)
    )


def explain_outcome(outcome: Outcome, why: Why) -> Explanation:
    """What was announced, by whom and for when, and the words that tell what became of it."""
    sources = Sources(why.readings)
    late = f", {counted(round(outcome.hours_late), 'hour')} late" if outcome.hours_late else ""
    result = f"{outcome.kind.value}{late}{f': {one_line(outcome.why)}' if outcome.why else ''}"
    parts = [
        Part("Announced", tuple(_announced(outcome, sources))),
        Part("What became of it", tuple(_sides(outcome.evidence, sources))),
        Part("Result", (Step(result),)),
    ]
    title = f"{quoted(outcome.what.exact)}: {outcome.kind.value}"
    rule = OUTCOMES[outcome.kind]
    return Explanation(outcome.id, "outcome", title, rule, tuple(part for part in parts if part.steps))


def _announced(outcome: Outcome, sources: Sources) -> Iterator[Step]:
    reading = sources.readings.get(outcome.report_id)
    if reading is None or outcome.announcement >= len(reading.announcements):
        yield Step(quoted(outcome.what.exact))
        return
    coming = reading.announcements[outcome.announcement]
    voice = voice_words(statement_chain(reading, coming.statement))
    yield Step(f"{sources.name(outcome.report_id)}: according to {voice}", sources.quote(coming.what))
    yield Step(due_words(coming), sources.quote(coming.due))


def explain_other(finding: Finding, why: Why) -> Explanation:
    """A finding of another kind: its own words for why, and every stretch of a report that it stands on."""
    sources, kind = Sources(why.readings), type(finding).__name__.lower()
    quotations = sources.quote(*dict.fromkeys(_anchors(finding)))
    steps = tuple(Step(one.report, (one,)) for one in quotations)
    return Explanation(
        finding.id, kind, kind.capitalize(), one_line(getattr(finding, "why", "")), (Part("Words", steps),)
    )


def _anchors(value: object) -> Iterator[Anchor]:
    match value:
        case Anchor():
            yield value
        case tuple():
            for item in value:
                yield from _anchors(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _anchors(getattr(value, field.name))
