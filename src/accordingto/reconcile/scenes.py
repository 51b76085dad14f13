"""Scenes: which place and day a passage speaks of, told from the passage, else from what its report is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accordingto.reconcile.names import capitalised_names, read_name
from accordingto.terms.readings import Reading

SAME_TIME = 1  # days: what is told of today and of yesterday evening may be one state of affairs


@dataclass(frozen=True, slots=True)
class Scene:
    """The keys of the places a passage speaks of, and the day it counts from."""

    places: frozenset[str]
    day: date | None

    def meets(self, other: "Scene", days: int = SAME_TIME) -> bool:
        """Whether the two passages may speak of one place at one time. An unknown place meets none."""
        if not self.places & other.places:
            return False
        return not self.day or not other.day or abs((self.day - other.day).days) <= days


NOWHERE = Scene(frozenset(), None)


@dataclass(frozen=True, slots=True)
class Scenes:
    """Every name the case knows as a place, and where each report plays."""

    known: frozenset[str]
    of_report: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> "Scenes":
        readings = list(readings)
        known = frozenset(key for reading in readings for name in _place_names(reading) for key in read_name(name).keys)
        return cls(known, {reading.report.id: _main_places(reading, known) for reading in readings})

    def scene(self, reading: Reading, words: str) -> Scene:
        """Where and when these words of a report play."""
        named = capitalised_names(words) & self.known
        return Scene(named or self.of_report[reading.report.id], reading.report.day)


def _place_names(reading: Reading) -> Iterable[str]:
    yield from (event.place.exact for event in reading.events if event.place)
    yield from (place.anchor.exact for place in reading.places if not place.spot or place.spot.kind != "country")


def _main_places(reading: Reading, known: frozenset[str]) -> frozenset[str]:
    """The places of the events a report is about; failing those, of its title and of the place it names most."""
    mains = (event.place.exact for event in reading.events if event.main and event.place)
    keys = frozenset(key for name in mains for key in read_name(name).keys)
    if keys:
        return keys
    titled = capitalised_names(reading.report.title) & known
    counts = Counter(key for name in _place_names(reading) for key in read_name(name).keys)
    often = min(counts, key=lambda key: (-counts[key], key)) if counts else None
    return titled or (frozenset({often}) if often else frozenset())
