"""The case: what is disputed, what is due, and every incident that a report is about."""

from dataclasses import dataclass

from accordingto.show.incidents import is_thin, main_first
from accordingto.show.phrases import counted
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.announcements import AnnouncementLine, announcement_lines
from accordingto.show.web.pages.parts import IncidentLine, ReportLine, incident_line, report_line
from accordingto.terms.findings import OutcomeKind

DISPUTED_SHOWN, NEW_SHOWN, DUE_SHOWN = 8, 8, 6
PRESSING = (OutcomeKind.OVERDUE, OutcomeKind.BROKEN, OutcomeKind.DISPUTED, OutcomeKind.WAITING)


@dataclass(frozen=True, slots=True)
class CasePage:
    """The first page of a case."""

    title: str
    counts: str
    disputed: tuple[IncidentLine, ...]
    more_disputed: int
    due: tuple[AnnouncementLine, ...]
    new: tuple[ReportLine, ...]
    incidents: tuple[IncidentLine, ...]
    passing: int
    unread: int


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """Every incident as a table."""

    title: str
    every: bool
    incidents: tuple[IncidentLine, ...]
    passing: int


def case_page(desk: Desk, title: str) -> CasePage:
    """What a reader should see first."""
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
        tuple(report_line(report) for report in reversed(reports[-NEW_SHOWN:])),
        lines,
        len(desk.incidents) - len(ordered),
        sum(report.id not in desk.readings for report in reports),
    )


def incidents_page(desk: Desk, *, every: bool) -> IncidentsPage:
    """The table of incidents; `every` adds what one report alone mentions in passing."""
    ordered = main_first(desk.incidents)
    shown = ordered if every else [one for one in ordered if not is_thin(one)]
    lines = tuple(incident_line(one) for one in shown)
    return IncidentsPage("Incidents", every, lines, len(ordered) - len(shown))
