"""Summaries: what a list says of an incident or a voice, so that a long list can be made without looking at each."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from accordingto.terms.casts import Sector
from accordingto.terms.events import EventType
from accordingto.terms.findings import About, AgreementKind, IncidentFindings
from accordingto.terms.ids import speakable

Item = TypeVar("Item")

NO_DAY = "9999"  # what has no day comes after all days
NOWHERE = "place not named"  # in the title of an incident
DRAWN = 5  # the coarsest where_prec that is drawn on a map: 6 is a country, 7 the sea


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Item]):
    """Some that follow each other of a longer list, and how many the whole list has."""

    items: tuple[Item, ...]
    total: int

    @classmethod
    def of(cls, whole: Iterable[Item], start: int = 0, most: int | None = None) -> "Stretch[Item]":
        """So many of the whole from this one on; all the rest without `most`."""
        every = tuple(whole)
        return cls(every[start:] if most is None else every[start : start + most], len(every))


@dataclass(frozen=True, slots=True)
class Pin:
    """Where an incident is drawn: the gazetteer's place and how finely it is known (UCDP's where_prec)."""

    lon: float
    lat: float
    prec: int
    name: str


@dataclass(frozen=True, slots=True)
class Summary:
    """An incident in short. `side` is the one that all of its origins share, `disputed` each subject once."""

    id: str
    type: EventType
    mode: str | None
    date: str | None
    place: str | None
    main: bool
    reports: int
    origins: int
    side: str | None
    disputed: tuple[About, ...]
    pin: Pin | None = None

    @classmethod
    def of(cls, found: IncidentFindings, pin: Pin | None = None) -> "Summary":
        """What its findings come to."""
        one, sides = found.incident, {origin.side for origin in found.origins}
        return cls(
            one.id,
            one.type,
            one.mode,
            one.date,
            one.place,
            one.main,
            len(one.report_ids),
            len(found.origins),
            next(iter(sides)) if len(sides) == 1 else None,
            tuple(dict.fromkeys(a.about for a in found.agreements if a.kind is AgreementKind.CONTRADICTION)),
            pin,
        )

    @property
    def name(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)

    @property
    def passing(self) -> bool:
        """Whether only one report tells of it, and only in passing."""
        return not self.main and self.reports < 2

    @property
    def day(self) -> str:
        """The day it begins on."""
        return (self.date or NO_DAY).partition("/")[0]

    @property
    def rank(self) -> tuple[bool, int, str, str]:
        """What reports are about first, then what most reports tell of, then by day."""
        return not self.main, -self.reports, self.date or NO_DAY, self.id

    @property
    def dated(self) -> tuple[str, str, str]:
        """The order of a case: by day, place and id; those without a day last."""
        return self.date or "9", self.place or "", self.id


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which incidents are asked for; an empty field asks for nothing. Days are ISO and include both ends.

    Those mentioned in passing are asked for by `all`.
    """

    since: str = ""
    until: str = ""
    place: str = ""
    type: str = ""
    disputed: bool = False
    all: bool = False

    def fits(self, one: Summary) -> bool:
        """Whether this one is asked for."""
        if (one.passing and not self.all) or (self.disputed and not one.disputed):
            return False
        if (self.type and one.type.value != self.type) or self.place.casefold() not in (one.place or "").casefold():
            return False
        return self._in_time(one.date)

    def _in_time(self, told: str | None) -> bool:
        """Whether the days of an incident meet those asked for; one without a day meets none."""
        if not (self.since or self.until):
            return True
        first, last = ends(told)
        return bool(first) and (not self.until or first <= f"{self.until}~") and (not self.since or last >= self.since)


def ends(told: str | None) -> tuple[str, str]:
    """The first and the last day of an incident's date, of which a month or a day alone is both; "" of none."""
    first, _, last = (told or "").partition("/")
    return first, last or (f"{first}~" if first else "")


@dataclass(frozen=True, slots=True)
class CaseVoice:
    """A named voice of a case: its key, its fullest name with what is known of it, and how much it said."""

    key: str
    name: str
    country: str | None
    side: str | None
    sector: Sector | None
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class CaseNumbers:
    """How much a case holds: `unread` of its reports have no reading, `passing` incidents are mentioned in passing."""

    reports: int
    unread: int
    incidents: int
    passing: int
    finds: int
