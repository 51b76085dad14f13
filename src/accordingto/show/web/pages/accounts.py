"""Accounts on a page: what each source tells, and why the reports are held to tell of one incident."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.incidents import account_reading, report_order
from accordingto.show.phrases import capital, statement_chain, voice_words
from accordingto.show.web.pages.parts import Quote, quote_of, told_once
from accordingto.show.words import one_line
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.incidents import Link
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class SourceAccounts:
    """What one source tells of the incident, each wording once, the earliest first."""

    source: str
    accounts: tuple[Quote, ...]


def accounts_by_source(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[SourceAccounts, ...]:
    """Every source that tells of it, whoever is printed first in front."""
    told: dict[str, list[Quote]] = {}
    for quote in account_quotes(found, readings):
        told.setdefault(quote.voice.split(", via ")[0], []).append(quote)
    return tuple(SourceAccounts(capital(source), tuple(quotes)) for source, quotes in told.items())


def account_quotes(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[Quote, ...]:
    """What each report tells of it, the earliest first; the same words of one voice once."""
    known = [
        (reading, account.event)
        for account in found.incident.accounts
        if (reading := account_reading(account, readings))
    ]
    known.sort(key=lambda one: report_order(one[0].report))
    return told_once(_account(reading, event) for reading, event in known)


def _account(reading: Reading, number: int) -> Quote:
    event = reading.events[number]
    voice = voice_words(statement_chain(reading, event.statement))
    return quote_of(reading, event.trigger, voice=voice, item=f"e{number}")


LINKS_SHOWN = 100  # of the ninety reports of one day that tell of one incident, any two may be linked: four thousand


def link_lines(links: Iterable[Link], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Which two reports are held to tell of one incident, and why; the surest first, and of many these alone."""
    return tuple(_link(link, names) for link in sorted(links, key=lambda link: -link.score)[:LINKS_SHOWN])


def _link(link: Link, names: Mapping[str, str]) -> tuple[str, str]:
    first, second = (one_line(names.get(one.report_id, one.report_id)) for one in (link.first, link.second))
    return f"{first} and {second}", one_line("; ".join(link.reasons))
