"""Search: reports by their words, sources and places by their names, incidents by theirs."""

from dataclasses import dataclass

from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import IncidentLine, ReportLine, incident_line, report_line
from accordingto.show.web.pages.sources import SourceLine, sources_page
from accordingto.show.words import one_line

LIMIT = 40


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report with the words found in it."""

    report: ReportLine
    href: str
    snippet: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What a search found, by kind."""

    title: str
    asked: str
    reports: tuple[FoundReport, ...]
    incidents: tuple[IncidentLine, ...]
    sources: tuple[SourceLine, ...]


def search_page(desk: Desk, asked: str) -> SearchPage:
    """All finds for these words; nothing where nothing was asked."""
    words = asked.casefold().split()
    if not words:
        return SearchPage("Search", "", (), (), ())
    hits = desk.case.search(asked, limit=LIMIT)
    lines = (incident_line(one) for one in desk.incidents)
    incidents = [line for line in lines if _has(f"{line.title} {line.name}", words)]
    sources = [line for line in sources_page(desk).sources if _has(line.name, words)]
    reports = (
        FoundReport(
            report_line(hit.report),
            f"{report_line(hit.report).href}?at={hit.start}-{hit.end}#words",
            one_line(hit.snippet),
        )
        for hit in hits
    )
    return SearchPage(
        f"Search: {one_line(asked)}", asked, tuple(reports), tuple(incidents[:LIMIT]), tuple(sources[:LIMIT])
    )


def _has(text: str, words: list[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
