"""Tellings: the exact words in which each report tells of an incident, one sentence where reports share them."""

from collections.abc import Hashable, Iterator, Mapping

from accordingto.show.blame import cell_words, side_words
from accordingto.show.citations import Citations, told_once
from accordingto.show.incidents import account_reading, not_verified
from accordingto.show.phrases import STATUS, capital, listed, outlet_words, statement_chain, voice_words, within
from accordingto.show.words import markdown, markdown_quoted, one_line
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import Event, Status
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import WORDS_SHOWN, sentence_around
from accordingto.terms.spans import Anchor

Told = Iterator[tuple[Hashable, str, str]]


def telling_lines(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """One line for each voice and wording, the reports that share it named together."""
    return [f"- {line}" for line in told_once(_tellings(found, readings, citations), citations)]


def _tellings(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> Told:
    for report in citations.reports:
        for account in found.incident.accounts:
            reading = account_reading(account, readings)
            if reading and account.report_id == report.id:
                event = reading.events[account.event]
                words = quoted_sentence(reading, event.trigger) + _reserve(reading, account.event, event)
                key = (voice_key(reading, event.statement), words)
                yield key, f"{said_by(reading, event.statement)}: {words}", report.id


def quoted_sentence(reading: Reading, anchor: Anchor) -> str:
    """The sentence that holds these words, as a quotation."""
    return markdown_quoted(sentence_around(reading.report.body, anchor), WORDS_SHOWN)


def voice_key(reading: Reading, statement: int | None) -> Hashable:
    """What reports that pass on one voice share; None for an outlet's own voice, which reprints print as theirs."""
    return None if statement is None else voice_words(statement_chain(reading, statement))


def said_by(reading: Reading, statement: int | None) -> str:
    """ "According to a military source, via the Reuters news agency", or "Sky News reported" in its own voice."""
    if statement is None:
        return f"{capital(markdown(outlet_words(reading.report)))} reported"
    voice = voice_words(statement_chain(reading, statement))
    return f"According to {markdown(voice)}"


def _reserve(reading: Reading, index: int, event: Event) -> str:
    parts = [] if event.status is Status.OCCURRED else [STATUS[event.status]]
    hedge = reading.statements[event.statement].hedge if event.statement is not None else None
    if hedge:
        parts.append(f"hedged: {markdown_quoted(hedge.exact)}")
    if not_verified(reading, ClaimKind.EVENT, index):
        parts.append("not verified by the speaker")
    return f" ({'; '.join(parts)})" if parts else ""


def blame_lines(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """The matrix of blame, then who says so: one line for each voice, name and wording."""
    return [
        *_matrix(found, citations),
        *(f"- {line}" for line in told_once(_blames(found, readings, citations), citations)),
    ]


def _matrix(found: IncidentFindings, citations: Citations) -> list[str]:
    """A table of who blames, claims or denies, with the reports; then the same by side."""
    if not found.blame:
        return []
    numbers = citations.names()
    reports = {cell: [number for name, number in numbers.items() if name in cell.report_ids] for cell in found.blame}
    rows = [f"| {markdown(capital(cell_words(cell)))} | {listed(reports[cell])} |" for cell in found.blame]
    sides = [f"By side: {markdown('; '.join(told))}.\n" for told in [side_words(found.blame)] if told]
    return ["| Who says who did it | In |", "| --- | --- |", *rows, "", *sides]


def _blames(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> Told:
    accounts = {(account.report_id, account.event) for account in found.incident.accounts}
    for report in citations.reports:
        reading = readings[report.id]
        for blame in reading.blame:
            if (report.id, blame.event) in accounts:
                words = f"{_stance(reading, blame)}: {quoted_sentence(reading, blame.actor)}"
                yield (voice_key(reading, blame.by), words), f"{_blamer(reading, blame.by)} {words}", report.id


def _blamer(reading: Reading, by: int | None) -> str:
    own = f"{outlet_words(reading.report)}, in its own voice,"
    return capital(markdown(own if by is None else voice_words(statement_chain(reading, by))))


def _stance(reading: Reading, blame: Blame) -> str:
    if blame.stance is Stance.CLAIMS:
        return "claimed it as its own act"
    actor = within(one_line(blame.actor.exact))
    if blame.stance is Stance.BLAMES:
        return f"held {markdown(actor)} responsible"
    own = blame.by is not None and actor.casefold() in voice_words(statement_chain(reading, blame.by)).casefold()
    return "denied having done it" if own else f"denied that {markdown(actor)} did it"
