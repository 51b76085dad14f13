"""Scenes: which place and day a passage speaks of, told from the passage, else from what its report is about."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accordingto.reconcile.memories import remembered
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
        named = {reading.report.id: _named(reading) for reading in readings}
        known = frozenset().union(*(one.keys for one in named.values()))
        return cls(known, {report_id: one.main or one.title & known or one.often for report_id, one in named.items()})

    def scene(self, reading: Reading, words: str) -> Scene:
        """Where and when these words of a report play."""
        named = capitalised_names(words) & self.known
        return Scene(named or self.of_report[reading.report.id], reading.report.day)


@dataclass(frozen=True, slots=True)
class _Named:
    """The keys of all that a report names as a place; of the events it is about, its title, and the one named most.

    It plays at the places of those events; failing these, at what its title names, or else where it names most.
    """

    keys: frozenset[str]
    main: frozenset[str]
    title: frozenset[str]
    often: frozenset[str]


def _place_names(reading: Reading) -> Iterable[str]:
    yield from (event.place.exact for event in reading.events if event.place)
    yield from (place.anchor.exact for place in reading.places if not place.spot or place.spot.kind != "country")


@remembered
def _named(reading: Reading) -> _Named:
    counts = Counter(key for name in _place_names(reading) for key in read_name(name).keys)
    mains = (event.place.exact for event in reading.events if event.main and event.place)
    often = min(counts, key=lambda key: (-counts[key], key)) if counts else None
    return _Named(
        frozenset(counts),
        frozenset(key for name in mains for key in read_name(name).keys),
        capitalised_names(reading.report.title),
        frozenset({often} if often else ()),
    )
