"""The case: what is disputed, what is due, and every incident that a report is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from accordingto.show.phrases import counted
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.announcements import AnnouncementLine, promise_lines
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.news import NEWEST, News, Waiting, news, waiting
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.show.web.pages.sheets import Sheet, sheet_of, start_of
from accordingto.terms.findings import OutcomeKind
from accordingto.terms.summaries import Wanted

DISPUTED_SHOWN, DUE_SHOWN = 8, 4
INCIDENTS_SHOWN = 50  # on the first page, and on each of the list
ROWS_SHOWN = 5000  # of a table in CSV, which no screen has to show
PRESSING = (OutcomeKind.OVERDUE, OutcomeKind.BROKEN, OutcomeKind.DISPUTED, OutcomeKind.WAITING)


@dataclass(frozen=True, slots=True)
class CasePage:
    """The first page of a case; `more` are the incidents that reports are about and that stand on the next pages."""

    title: str
    counts: str
    disputed: tuple[IncidentLine, ...]
    more_disputed: int
    due: tuple[AnnouncementLine, ...]
    new: News
    waiting: Waiting
    incidents: tuple[IncidentLine, ...]
    more: int
    passing: int
    unread: int


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """The incidents that a filter asks for, as a table."""

    title: str
    filter: Filter
    incidents: tuple[IncidentLine, ...]
    sheet: Sheet


def case_page(desk: Desk, title: str, since: datetime | None = None) -> CasePage:
    """What a reader should see first; what came in after `since` counts as new, else what came in last."""
    told, numbers = desk.catalogue, desk.catalogue.numbers()
    incidents = told.summaries(Wanted(), 0, INCIDENTS_SHOWN)
    disputed = told.summaries(Wanted(disputed=True), 0, DISPUTED_SHOWN)
    return CasePage(
        title,
        f"{counted(numbers.reports, 'report')}, {counted(numbers.incidents, 'incident')} that reports are about",
        tuple(map(incident_line, disputed.items)),
        disputed.total - len(disputed.items),
        promise_lines(told.promises(PRESSING, 0, DUE_SHOWN).items, told),
        news(desk, told.newest(NEWEST), numbers.reports, since),
        waiting(desk),
        tuple(map(incident_line, incidents.items)),
        incidents.total - len(incidents.items),
        numbers.passing,
        numbers.unread,
    )


def incidents_page(desk: Desk, asked: Filter, page: int = 1, size: int = INCIDENTS_SHOWN) -> IncidentsPage:
    """The table of incidents."""
    found = desk.catalogue.summaries(asked.wanted, start_of(page, size), size)
    sheet = sheet_of(found.total, page, size, f"/incidents{asked.query}")
    return IncidentsPage("Incidents", asked, tuple(map(incident_line, found.items)), sheet)


def incident_rows(page: IncidentsPage) -> Iterator[tuple[object, ...]]:
    """The same table, a row an incident, its header first."""
    yield "incident", "title", "date", "reports", "origins", "disputed", "main"
    for line in page.incidents:
        yield line.name, line.title, line.date, line.reports, line.origins, "; ".join(line.disputed), line.main
