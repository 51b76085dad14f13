"""Tellings: the exact words in which each report tells of an incident, one sentence where reports share them."""

from collections.abc import Mapping

from accordingto.show.citations import Citations
from accordingto.show.incidents import account_reading, not_verified
from accordingto.show.phrases import STATUS, capital, listed, outlet_words, statement_chain, voice_words
from accordingto.show.sentences import WORDS_SHOWN, sentence_around
from accordingto.show.words import markdown, markdown_quoted
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import Event, Status
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.readings import Reading


def telling_lines(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """One line for each wording, the reports that share it named together."""
    wordings: dict[str, list[str]] = {}
    for report in citations.reports:
        for account in found.incident.accounts:
            reading = account_reading(account, readings)
            if reading and account.report_id == report.id:
                line = _telling(reading, account.event)
                wordings.setdefault(line, []).append(report.id)
    return [f"- {line} {cited(ids, citations)}." for line, ids in wordings.items()]


def cited(report_ids: list[str], citations: Citations) -> str:
    """The first report in full, the others by number: "(Sky News, 13 December 2016) [1], in the same words in [2]"."""
    first, *others = dict.fromkeys(report_ids)
    again = listed(citations.number(one) for one in others)
    return f"{citations.cite(first)}{f', in the same words in {again}' if others else ''}"


def _telling(reading: Reading, index: int) -> str:
    event = reading.events[index]
    words = markdown_quoted(sentence_around(reading.report.body, event.trigger), WORDS_SHOWN)
    return f"{said_by(reading, event.statement)}: {words}{_reserve(reading, index, event)}"


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
    """Who holds whom responsible, who claims it, who denies it: one line for each voice, name and wording."""
    accounts = {(account.report_id, account.event) for account in found.incident.accounts}
    lines: dict[str, list[str]] = {}
    for report in citations.reports:
        reading = readings[report.id]
        for blame in reading.blame:
            if (report.id, blame.event) in accounts:
                lines.setdefault(_blame(reading, blame), []).append(report.id)
    return [f"- {line} {cited(ids, citations)}." for line, ids in lines.items()]


def _blame(reading: Reading, blame: Blame) -> str:
    own = f"{outlet_words(reading.report)}, in its own voice,"
    voice = own if blame.by is None else voice_words(statement_chain(reading, blame.by))
    words = markdown_quoted(sentence_around(reading.report.body, blame.actor), WORDS_SHOWN)
    return f"{capital(markdown(voice))} {_stance(blame)}: {words}"


def _stance(blame: Blame) -> str:
    if blame.stance is Stance.CLAIMS:
        return "claims it as its own act"
    actor = markdown(blame.actor.exact)
    return f"denies that {actor} did it" if blame.stance is Stance.DENIES else f"holds {actor} responsible"
