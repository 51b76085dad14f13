"""The desk: one state of the case as the pages ask it, and what was worked out of it and may serve another page."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from functools import cached_property
from threading import Lock
from typing import TypeVar
from urllib.parse import urlencode

from accordingto.casebook import Casebook, Catalogue, Questions, Queued
from accordingto.errors import NothingFound, TooLarge
from accordingto.terms.decisions import KeptReview
from accordingto.terms.histories import Edition
from accordingto.terms.readings import Reading
from accordingto.terms.summaries import Stretch
from accordingto.terms.times import day_words

KEPT = 4  # the present, and a moment or two that somebody looks back to; each of these holds the readings of the case
PAGES = 100  # of one state: what several people look at at once
PAST_REPORTS = 1000  # compared anew for a past: some twenty seconds, when it is asked for the first time
Page = TypeVar("Page")


class Desk:
    """A case and the moment that its announcements are held against; None is the latest publication in the case."""

    def __init__(self, case: Questions, *, now: datetime | None = None) -> None:
        self.case, self._now = case, now
        self._made: OrderedDict[object, _Made] = OrderedDict()
        self._lock = Lock()

    @cached_property
    def catalogue(self) -> Catalogue:
        """What the case has for pages."""
        return self.case.catalogue(now=self._now)

    @cached_property
    def queue(self) -> Stretch[Queued]:
        """The first finds to look over, what is at stake most and read least surely first, and how many there are."""
        return self.case.head()

    @cached_property
    def reviews(self) -> tuple[KeptReview, ...]:
        """What people decided, in the order they did."""
        return self.case.reviews()

    @cached_property
    def edition(self) -> Edition:
        """Which state of the case the pages are of."""
        return self.case.edition()

    @property
    def clock(self) -> str:
        """The moment that announcements are held against, in words."""
        return day_words(self.catalogue.clock)

    def reading(self, name: str) -> Reading:
        """The reading of the report under this id, its short name, or its own file's id."""
        report = self.case.report(name)
        reading = self.catalogue.readings([report.id]).get(report.id)
        if reading is None:
            raise NothingFound(f"report {name} has not been read yet; run `accordingto read` on the case")
        return reading

    def once(self, asked: object, make: Callable[[], Page]) -> Page:
        """What `make` makes, or made when the same was asked of this state of the case; who comes second waits."""
        with self._lock:
            made = self._made.setdefault(asked, _Made())
            self._made.move_to_end(asked)
            while len(self._made) > PAGES:
                self._made.popitem(last=False)
        with made.lock:
            if not made.pages:
                made.pages.append(make())
        return made.pages[0]  # type: ignore[return-value]


@dataclass(frozen=True, slots=True)
class _Made:
    """A page that is being made, or that was."""

    lock: Lock = field(default_factory=Lock)
    pages: list[object] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Home:
    """What the case is called, and the address at which its workspace was opened."""

    case: str
    address: str = ""


def check_past(case: Casebook, command: str) -> None:
    """A page may be made of the case's past; TooLarge where that would take minutes, which no reader waits.

    `command` tells the same in a terminal.
    """
    number = case.catalogue().numbers().reports
    if number > PAST_REPORTS:
        raise TooLarge(
            f"the case has {number:,} reports, and a page looks back in cases of up to {PAST_REPORTS:,}: what was there"
            f" at a moment is compared anew. Ask in a terminal, which may take its time: `{command}`; or put "
            "the reports in question into a case of their own"
        )


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
