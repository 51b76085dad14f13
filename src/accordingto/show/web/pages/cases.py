"""The case: what is disputed, what is due, and every incident that a report is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from accordingto.show.families import toll_families, toll_headlines
from accordingto.show.phrases import counted
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.announcements import AnnouncementLine, promise_lines
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.news import NEWEST, News, Waiting, news, waiting
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.show.web.pages.sheets import Sheet, sheet_of, start_of
from accordingto.terms.figures import Harm
from accordingto.terms.findings import OutcomeKind, Toll
from accordingto.terms.summaries import Wanted
from accordingto.terms.tolls import DEFAULT_RULE

DISPUTED_SHOWN, DUE_SHOWN = 8, 4
INCIDENTS_SHOWN = 50  # on the first page, and on each of the list
TOLLS_AT_ONCE = 250  # incidents: their figures are large, and no more are held than a stretch of them has
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


@dataclass(frozen=True, slots=True)
class IncidentsTable:
    """The incidents that a filter asks for, with their tolls: a row each, the header first."""

    rows: tuple[tuple[object, ...], ...]


LINE = ("incident", "title", "date", "type", "mode", "place", "lat", "lon", "where_prec", "reports", "origins")
COUNTED = (Harm.KILLED, Harm.INJURED)


def incidents_table(desk: Desk, asked: Filter, page: int = 1) -> IncidentsTable:
    """The table for programs. A number stands where one kind of people is counted, beside its parts."""
    ends = (f"{harm}_{end}" for harm in COUNTED for end in ("low", "high"))
    return IncidentsTable(((*LINE, "disputed", "main", "toll", "rule", *ends), *_rows(desk, asked, page)))


def _rows(desk: Desk, asked: Filter, page: int) -> Iterator[tuple[object, ...]]:
    left = iter(desk.catalogue.summaries(asked.wanted, start_of(page, ROWS_SHOWN), ROWS_SHOWN).items)
    while some := list(islice(left, TOLLS_AT_ONCE)):
        tolls = desk.catalogue.tolls([one.id for one in some])
        yield from ((*line_cells(incident_line(one)), *_toll_cells(tolls[one.id])) for one in some)


def _toll_cells(tolls: Sequence[Toll]) -> tuple[object, ...]:
    ends = (end for harm in COUNTED for end in _ends(tolls, harm))
    return "; ".join(toll_headlines(tolls)), DEFAULT_RULE.value if tolls else "", *ends


def incident_rows(table: IncidentsTable) -> Iterable[tuple[object, ...]]:
    """The rows of the table."""
    return table.rows


def line_cells(line: IncidentLine) -> tuple[object, ...]:
    """What a table has of an incident in a list."""
    return *(getattr(line, name) for name in ("name", *LINE[1:])), "; ".join(line.disputed), line.main


def _ends(tolls: Iterable[Toll], harm: Harm) -> tuple[int | None, int | None]:
    """The lowest and the highest number; None where several kinds of people are counted, none inside another."""
    wholes = [whole[0] for whole, _ in toll_families(tolls) if whole[0].harm is harm]
    return (wholes[0].low, wholes[0].high) if len(wholes) == 1 else (None, None)
