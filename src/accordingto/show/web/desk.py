"""The desk: the case as the pages ask it, looked up once for each state of the record."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import cached_property
from threading import Lock
from urllib.parse import urlencode

from accordingto.casebook import Casebook, PastCase, Questions, Queued, latest_publication
from accordingto.errors import NothingFound
from accordingto.terms.decisions import KeptReview
from accordingto.terms.findings import Comparison, IncidentFindings, Outcome
from accordingto.terms.histories import Edition
from accordingto.terms.ids import goes_by, speakable
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

KEPT = 4  # the present, and a moment or two that somebody looks back to; each holds the readings of the case


class Desk:
    """A case and the moment that its announcements are held against; None is the latest publication in the case."""

    def __init__(self, case: Questions, *, now: datetime | None = None) -> None:
        self._case, self._now = case, now

    @property
    def case(self) -> Questions:
        return self._case

    @cached_property
    def readings(self) -> Mapping[str, Reading]:
        """The latest reading of every report, by the report's id."""
        return {reading.report.id: reading for reading in self._case.readings()}

    @cached_property
    def comparison(self) -> Comparison:
        return self._case.comparison(now=self._now)

    @cached_property
    def reviews(self) -> tuple[KeptReview, ...]:
        """What people decided, in the order they did."""
        return self._case.reviews()

    @cached_property
    def queue(self) -> tuple[Queued, ...]:
        """The finds to look over, what is at stake most and read least surely first."""
        return self._case.queue()

    @cached_property
    def edition(self) -> Edition:
        """Which state of the case the pages are of."""
        return self._case.edition()

    @property
    def clock(self) -> str:
        """The moment that announcements are held against, in words."""
        past = self._case.standpoint.moment if isinstance(self._case, PastCase) else None
        moment = self._now or past or latest_publication(reading.report for reading in self.readings.values())
        return day_words(moment)

    @property
    def incidents(self) -> tuple[IncidentFindings, ...]:
        return self.comparison.incidents

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return self.comparison.outcomes

    def incident(self, name: str) -> IncidentFindings:
        """The incident under this id, its beginning, or its short name."""
        fits = [found for found in self.incidents if goes_by(found.incident.id, name)]
        return fits[0] if len(fits) == 1 else self._case.incident(name)  # which says why there is none, or several

    def reading(self, name: str) -> Reading:
        """The reading of the report under this id, its short name, or its own file's id."""
        known = self.readings.get(name) or next(
            (r for r in self.readings.values() if speakable(r.report.id) == name), None
        )
        reading = known or self.readings.get(self._case.report(name).id)
        if reading is None:
            raise NothingFound(f"report {name} has not been read yet; run `accordingto read` on the case")
        return reading

    def incidents_of(self, report_id: str) -> tuple[IncidentFindings, ...]:
        """Every incident that the report tells of, what it is about first."""
        found = [one for one in self.incidents if report_id in one.incident.report_ids]
        return tuple(sorted(found, key=lambda one: (not one.incident.main, one.incident.id)))


@dataclass(frozen=True, slots=True)
class Home:
    """What the case is called, and the address at which its workspace was opened."""

    case: str
    address: str = ""


class Desks:
    """The last few desks, so that a page need not look up again what has not changed since another asked."""

    def __init__(self, case: Casebook) -> None:
        self._case = case
        self._kept: OrderedDict[tuple[object, ...], Desk] = OrderedDict()
        self._lock = Lock()

    def at(self, moment: datetime | None, *, known: bool, now: datetime | None) -> Desk:
        """The case as it stands, or stood at a moment; the same desk as before where nothing has changed."""
        key = (self._case.stamp(), moment, known, now)
        with self._lock:
            desk = self._kept.get(key) or self._laid(moment, known, now)
            self._kept[key] = desk
            self._kept.move_to_end(key)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return desk

    def _laid(self, moment: datetime | None, known: bool, now: datetime | None) -> Desk:
        return Desk(self._case.as_of(moment, known=known) if moment else self._case, now=now)


@dataclass(frozen=True, slots=True)
class Stand:
    """What an address asks for beside its page: as of which moment, and under which rule tolls are counted."""

    as_of: str = ""
    known: str = ""
    rule: str = ""

    @property
    def query(self) -> str:
        """What is added to every link, so that a reader stays where they stand; empty for the present."""
        said = {name: value for name, value in asdict(self).items() if value}
        return f"?{urlencode(said)}" if said else ""
