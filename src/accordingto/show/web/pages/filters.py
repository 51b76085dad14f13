"""The filter that table, map and timeline share: it lives in the address, so that a view can be sent to somebody."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from accordingto.show.incidents import is_thin, main_first
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import disputed_words
from accordingto.terms.events import EventType
from accordingto.terms.findings import IncidentFindings

TYPES = tuple(kind.value for kind in EventType)


@dataclass(frozen=True, slots=True)
class Filter:
    """What incidents are asked for; an empty field asks for nothing. Days are ISO and include both ends."""

    since: str = ""
    until: str = ""
    place: str = ""
    type: str = ""
    disputed: str = ""
    all: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Filter":
        """The filter of an address; what it does not know is left aside."""
        return cls(**{field.name: query.get(field.name, "").strip() for field in fields(cls)})

    @property
    def query(self) -> str:
        """The same filter as a part of an address, empty where nothing is asked."""
        said = {field.name: value for field in fields(self) if (value := getattr(self, field.name))}
        return f"?{urlencode(said)}" if said else ""

    def choose(self, found: Iterable[IncidentFindings]) -> list[IncidentFindings]:
        """The incidents that fit, those that reports are about first."""
        return [one for one in main_first(found) if self._fits(one)]

    def _fits(self, found: IncidentFindings) -> bool:
        incident = found.incident
        if is_thin(found) and not self.all:
            return False
        if self.type and incident.type.value != self.type:
            return False
        if self.place and self.place.casefold() not in (incident.place or "").casefold():
            return False
        if self.disputed and not disputed_words(found):
            return False
        return self._in_time(incident.date)

    def _in_time(self, told: str | None) -> bool:
        """Whether the days of an incident meet those asked for; one without a day meets none."""
        if not (self.since or self.until):
            return True
        if not told:
            return False
        first, _, last = told.partition("/")
        return (not self.until or first <= f"{self.until}~") and (not self.since or (last or f"{first}~") >= self.since)


def chosen_incidents(desk: Desk, asked: Filter) -> list[IncidentFindings]:
    """The incidents of the case that the filter asks for."""
    return asked.choose(desk.incidents)
