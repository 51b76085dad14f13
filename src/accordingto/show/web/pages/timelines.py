"""The timeline: incidents day by day."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from accordingto.show.phrases import iso_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.filters import Filter, chosen_incidents
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.terms.findings import IncidentFindings


@dataclass(frozen=True, slots=True)
class Day:
    """The incidents that begin on one day, or of which no day is known."""

    when: str
    incidents: tuple[IncidentLine, ...]
    bar: int


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Every day with an incident, in order; what has no day comes last."""

    title: str
    filter: Filter
    days: tuple[Day, ...]


def timeline_page(desk: Desk, asked: Filter) -> TimelinePage:
    """The days of the incidents that the filter asks for."""
    found = sorted(chosen_incidents(desk, asked), key=lambda one: (_day(one), -len(one.incident.report_ids)))
    return TimelinePage("Timeline", asked, tuple(_days(found)))


def _days(found: list[IncidentFindings]) -> Iterator[Day]:
    groups = [(day, list(ones)) for day, ones in groupby(found, key=_day)]
    most = max((len(ones) for _, ones in groups), default=1)
    for day, ones in groups:
        when = iso_words(day) if day != UNKNOWN else None
        yield Day(when or "Day not known", tuple(incident_line(one) for one in ones), round(100 * len(ones) / most))


UNKNOWN = "9999"


def _day(found: IncidentFindings) -> str:
    return (found.incident.date or UNKNOWN).partition("/")[0]
