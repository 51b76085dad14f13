"""The map: where incidents are said to have happened, never drawn finer than the reports know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accordingto.show.incidents import account_reading
from accordingto.show.phrases import counted, listed
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.show.web.pictures import AROUND_KM, BESIDE, PREC, MapPicture, Marker, draw_map, point_of
from accordingto.show.words import one_line
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.places import Place
from accordingto.terms.readings import Reading
from accordingto.terms.summaries import Pin, Summary

Spot = tuple[float, float, int]  # longitude, latitude, and how finely they are known: what is drawn as one
STEP = 2.0  # of the zoom
MOST_OF_THE_WORLD, CLOSEST = 1 / 128, 64.0
FARTHER = 1 / 4  # a map so far off has its surroundings; farther goes only who looks for what lies outside
ALL_SHOWN = 300  # incidents: a map of these lists each; a map of more the places with the most, and some of each
PLACES_SHOWN, OF_A_PLACE, UNPLACED_SHOWN = 60, 3, 30
OPEN_ROWS = 12  # rows of incidents that stand open below the map; of more, each place is opened by whoever asks


@dataclass(frozen=True, slots=True)
class MapMark:
    """Incidents at one place; `ring` is how many kilometres around it they may lie, 0 where the spot is known.

    `total` is how many there are, of which these are shown.
    """

    place: str
    prec: str
    ring: float
    incidents: tuple[IncidentLine, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MapPage:
    """The incidents that the filter asks for, on the map and beside it.

    Of many, `more_places` with fewer incidents than those shown are not drawn, and `unplaced_total` have no place.
    """

    title: str
    filter: Filter
    picture: MapPicture
    marks: tuple[MapMark, ...]
    more_places: int
    unplaced: tuple[IncidentLine, ...]
    unplaced_total: int
    closer: str
    farther: str

    @property
    def open(self) -> bool:
        """Whether the lists are so short that all of them stand open."""
        return sum(len(mark.incidents) for mark in self.marks) + len(self.unplaced) <= OPEN_ROWS


@dataclass(frozen=True, slots=True)
class IncidentMap:
    """The places that the accounts of one incident name; in words too: which, how finely known, in which reports."""

    picture: MapPicture
    places: tuple[str, ...]


def map_page(desk: Desk, asked: Filter, zoom: float = 1.0) -> MapPage:
    """The map of the incidents asked for; `zoom` above 1 shows less of the world, larger."""
    told, wanted = desk.catalogue, asked.wanted
    whole = told.summaries(wanted, 0, 1).total <= ALL_SHOWN
    places, of_each, beside = (ALL_SHOWN,) * 3 if whole else (PLACES_SHOWN, OF_A_PLACE, UNPLACED_SHOWN)
    pins = told.pins(wanted, places)
    placed: dict[Spot, list[Summary]] = {}
    for one in told.placed(wanted, [pin for pin, _ in pins.items], of_each):
        if one.pin:
            placed.setdefault(_spot(one.pin), []).append(one)
    numbers = {_spot(pin): number for pin, number in pins.items}
    unplaced = told.unplaced(wanted, 0, beside)
    spots = sorted(placed, key=lambda spot: -spot[2])
    marks = [_mark(spot, placed[spot], numbers[spot]) for spot in spots]
    numbered = enumerate(zip(spots, marks, strict=True), 1)
    markers = [_marker(spot, mark, f"#m{number}") for number, (spot, mark) in numbered]
    picture = draw_map(markers, zoom)
    return MapPage(
        "Map",
        asked,
        picture,
        tuple(marks),
        pins.total - len(pins.items),
        tuple(map(incident_line, unplaced.items)),
        unplaced.total,
        _zoomed(asked, zoom * STEP),
        _zoomed(asked, zoom / STEP) if zoom > FARTHER or picture.outside else "",
    )


def _spot(pin: Pin) -> Spot:
    """Longitude, latitude and how finely they are known: what is drawn as one."""
    return pin.lon, pin.lat, pin.prec


def _mark(spot: Spot, ones: Sequence[Summary], total: int) -> MapMark:
    name = one_line(ones[0].pin.name) if ones[0].pin else ""
    return MapMark(name, PREC[spot[2]], AROUND_KM[spot[2]], tuple(map(incident_line, ones)), total)


def _marker(spot: Spot, mark: MapMark, href: str) -> Marker:
    disputed = any(line.disputed for line in mark.incidents)
    words = f"{mark.place}: {counted(mark.total, 'incident')}, {mark.prec}{', disputed' if disputed else ''}"
    return Marker(*spot, mark.place, mark.total, words, href, disputed)


def incident_map(found: IncidentFindings, readings: Mapping[str, Reading]) -> IncidentMap | None:
    """Every place that its accounts name; None where none of them is a point that a gazetteer knows."""
    placed: dict[Spot, dict[str, Place]] = {}
    for account in found.incident.accounts:
        reading = account_reading(account, readings)
        spot = reading.events[account.event].spot if reading else None
        if reading and spot is not None and (point := point_of(reading.places[spot])):
            placed.setdefault(point, {})[reading.report.name] = reading.places[spot]
    told = [_told(point, places) for point, places in placed.items()]
    markers = [
        Marker(*point, one_line(next(iter(places.values())).name), len(places), words, "", False)
        for (point, places), words in zip(placed.items(), told, strict=True)
    ]
    return IncidentMap(draw_map(markers, wide=BESIDE), tuple(told)) if markers else None


def _told(spot: Spot, places: Mapping[str, Place]) -> str:
    """ "Sukkari, at this place: in meridian-1 and harbour-1"."""
    name = one_line(next(iter(places.values())).name)
    return f"{name}, {PREC[spot[2]]}: in {listed(one_line(report) for report in places)}"


def _zoomed(asked: Filter, zoom: float) -> str:
    if not MOST_OF_THE_WORLD <= zoom <= CLOSEST:
        return ""
    return f"/map{asked.query}{'&' if asked.query else '?'}zoom={zoom:g}"
