"""Search: reports by their words, sources and places by their names, incidents by theirs."""

from dataclasses import dataclass
from functools import lru_cache

from accordingto.errors import Moved, NothingFound
from accordingto.show.incidents import when_words
from accordingto.show.phrases import event_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import IncidentLine, ReportLine, incident_line, report_line
from accordingto.show.web.pages.sources import SourceLine, source_line
from accordingto.show.words import one_line
from accordingto.terms.events import EventType
from accordingto.terms.ids import beginning_of
from accordingto.terms.summaries import Summary

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

    @property
    def full(self) -> bool:
        """Whether more reports may have the words than are shown."""
        return len(self.reports) == LIMIT


def search_page(desk: Desk, asked: str) -> SearchPage:
    """All finds for these words; nothing where nothing was asked."""
    words = asked.casefold().split()
    if not words:
        return SearchPage("Search", "", (), (), ())
    hits = desk.case.search(asked, limit=LIMIT)
    reports = (
        FoundReport(
            report_line(hit.report),
            f"{report_line(hit.report).href}?at={hit.start}-{hit.end}#words",
            _beside_title(one_line(hit.snippet), one_line(hit.report.title)),
        )
        for hit in hits
    )
    return SearchPage(
        f"Search: {one_line(asked)}",
        asked,
        tuple(reports),
        (*_of_old(desk, asked.strip()), *map(incident_line, desk.catalogue.titled(words, _what, _when, LIMIT))),
        tuple(map(source_line, desk.catalogue.voices(words, 0, LIMIT).items)),
    )


def _beside_title(snippet: str, title: str) -> str:
    """The snippet without the title that it begins with, which stands above it."""
    return snippet.removeprefix(title).lstrip() or snippet


def _of_old(desk: Desk, asked: str) -> tuple[IncidentLine, ...]:
    """The incidents that hold now what one held that went by this short name or id."""
    if beginning_of(asked) is None:
        return ()
    try:
        desk.catalogue.incident(asked)
    except Moved as moved:
        return tuple(incident_line(Summary.of(one)) for one in desk.catalogue.found(moved.successors))
    except NothingFound:
        pass
    return ()


@lru_cache(maxsize=4096)
def _what(kind: str, mode: str | None) -> str:
    return event_words(EventType(kind), mode).casefold()


@lru_cache(maxsize=65536)  # days and stretches of days: a search looks through those of the whole case
def _when(date: str | None) -> str:
    return when_words(date).casefold()
