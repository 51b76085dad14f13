"""The case: what is disputed, what is due, and every incident that a report is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from accordingto.show.incidents import is_thin, main_first
from accordingto.show.phrases import counted
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.announcements import AnnouncementLine, announcement_lines
from accordingto.show.web.pages.filters import Filter, chosen_incidents
from accordingto.show.web.pages.news import NEWEST, News, Waiting, news, waiting
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.terms.findings import OutcomeKind

DISPUTED_SHOWN, DUE_SHOWN = 8, 6
PRESSING = (OutcomeKind.OVERDUE, OutcomeKind.BROKEN, OutcomeKind.DISPUTED, OutcomeKind.WAITING)


@dataclass(frozen=True, slots=True)
class CasePage:
    """The first page of a case."""

    title: str
    counts: str
    disputed: tuple[IncidentLine, ...]
    more_disputed: int
    due: tuple[AnnouncementLine, ...]
    new: News
    waiting: Waiting
    incidents: tuple[IncidentLine, ...]
    passing: int
    unread: int


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """The incidents that a filter asks for, as a table."""

    title: str
    filter: Filter
    incidents: tuple[IncidentLine, ...]


def case_page(desk: Desk, title: str, since: datetime | None = None) -> CasePage:
    """What a reader should see first; what came in after `since` counts as new, else what came in last."""
    ordered = [one for one in main_first(desk.incidents) if not is_thin(one)]
    lines = tuple(incident_line(one) for one in ordered)
    disputed = tuple(line for line in lines if line.disputed)
    reports = desk.case.reports()
    pressing = [one for kind in PRESSING for one in desk.outcomes if one.kind is kind]
    return CasePage(
        title,
        f"{counted(len(reports), 'report')}, {counted(len(lines), 'incident')} that reports are about",
        disputed[:DISPUTED_SHOWN],
        max(0, len(disputed) - DISPUTED_SHOWN),
        announcement_lines(pressing, desk.readings)[:DUE_SHOWN],
        news(desk, reports[: -NEWEST - 1 : -1], len(reports), since),
        waiting(desk, len(reports)),
        lines,
        len(desk.incidents) - len(ordered),
        sum(report.id not in desk.readings for report in reports),
    )


def incidents_page(desk: Desk, asked: Filter) -> IncidentsPage:
    """The table of incidents."""
    return IncidentsPage("Incidents", asked, tuple(incident_line(one) for one in chosen_incidents(desk, asked)))


def incident_rows(page: IncidentsPage) -> Iterator[tuple[object, ...]]:
    """The same table, a row an incident, its header first."""
    yield "incident", "title", "date", "reports", "origins", "disputed", "main"
    for line in page.incidents:
        yield line.name, line.title, line.date, line.reports, line.origins, "; ".join(line.disputed), line.main
