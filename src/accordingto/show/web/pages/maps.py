"""The map: where incidents are said to have happened, never drawn finer than the reports know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.show.incidents import account_reading
from accordingto.show.phrases import counted, listed
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.filters import Filter, chosen_incidents
from accordingto.show.web.pages.parts import IncidentLine, disputed_words, incident_line
from accordingto.show.web.pictures import AROUND_KM, PREC, MapPicture, Pin, draw_map, point_of
from accordingto.show.words import one_line
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.places import Place, Spot
from accordingto.terms.readings import Reading

STEP = 2.0  # of the zoom
MOST_OF_THE_WORLD, CLOSEST = 1 / 16, 64.0


@dataclass(frozen=True, slots=True)
class MapMark:
    """Incidents at one place; `ring` is how many kilometres around it they may lie, 0 where the spot is known."""

    place: str
    prec: str
    ring: float
    incidents: tuple[IncidentLine, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """The incidents that the filter asks for, on the map and beside it."""

    title: str
    filter: Filter
    picture: MapPicture
    marks: tuple[MapMark, ...]
    unplaced: tuple[IncidentLine, ...]
    closer: str
    farther: str


@dataclass(frozen=True, slots=True)
class IncidentMap:
    """The places that the accounts of one incident name; in words too: which, how finely known, in which reports."""

    picture: MapPicture
    places: tuple[str, ...]


def map_page(desk: Desk, asked: Filter, zoom: float = 1.0) -> MapPage:
    """The map of the incidents asked for; `zoom` above 1 shows less of the world, larger."""
    placed: dict[tuple[float, float, int], list[tuple[IncidentFindings, Place]]] = {}
    unplaced: list[IncidentLine] = []
    for found in chosen_incidents(desk, asked):
        place = incident_place(found, desk.readings)
        if place and (point := point_of(place)):
            placed.setdefault(point, []).append((found, place))
        else:
            unplaced.append(incident_line(found))
    ordered = sorted(placed.items(), key=lambda item: -item[0][2])
    pins = [_pin(point, ones, f"#m{number}") for number, (point, ones) in enumerate(ordered, 1)]
    return MapPage(
        "Map",
        asked,
        draw_map(pins, zoom),
        tuple(_mark(point[2], ones) for point, ones in ordered),
        tuple(unplaced),
        _zoomed(asked, zoom * STEP),
        _zoomed(asked, zoom / STEP),
    )


def _pin(point: tuple[float, float, int], ones: Sequence[tuple[IncidentFindings, Place]], href: str) -> Pin:
    name = one_line(ones[0][1].name)
    disputed = any(disputed_words(found) for found, _ in ones)
    words = f"{name}: {counted(len(ones), 'incident')}, {PREC[point[2]]}{', disputed' if disputed else ''}"
    return Pin(*point, name, len(ones), words, href, disputed)


def _mark(prec: int, ones: Sequence[tuple[IncidentFindings, Place]]) -> MapMark:
    return MapMark(ones[0][1].name, PREC[prec], AROUND_KM[prec], tuple(incident_line(found) for found, _ in ones))


def incident_map(found: IncidentFindings, readings: Mapping[str, Reading]) -> IncidentMap | None:
    """Every place that its accounts name; None where none of them is a point that a gazetteer knows."""
    placed: dict[tuple[float, float, int], dict[str, Place]] = {}
    for account in found.incident.accounts:
        reading = account_reading(account, readings)
        spot = reading.events[account.event].spot if reading else None
        if reading and spot is not None and (point := point_of(reading.places[spot])):
            placed.setdefault(point, {})[reading.report.name] = reading.places[spot]
    told = [_told(point, places) for point, places in placed.items()]
    pins = [
        Pin(*point, one_line(next(iter(places.values())).name), len(places), words, "", False)
        for (point, places), words in zip(placed.items(), told, strict=True)
    ]
    return IncidentMap(draw_map(pins), tuple(told)) if pins else None


def _told(point: tuple[float, float, int], places: Mapping[str, Place]) -> str:
    """ "Sukkari, at this place: in meridian-1 and harbour-1"."""
    name = one_line(next(iter(places.values())).name)
    return f"{name}, {PREC[point[2]]}: in {listed(one_line(report) for report in places)}"


def incident_place(found: IncidentFindings, readings: Mapping[str, Reading]) -> Place | None:
    """The gazetteer's place of the incident: of the accounts that name it as the incident is named, else the finest."""
    places = [place for place in _places(found, readings) if place.spot]
    named = [place for place in places if place.anchor.exact == found.incident.place]
    return min(named or places, key=_fineness, default=None)


def _places(found: IncidentFindings, readings: Mapping[str, Reading]) -> Iterable[Place]:
    for account in found.incident.accounts:
        if reading := account_reading(account, readings):
            spot = reading.events[account.event].spot
            if spot is not None:
                yield reading.places[spot]


def _fineness(place: Place) -> tuple[int, str]:
    return place.where_prec or 9, place.spot.id if isinstance(place.spot, Spot) else ""


def _zoomed(asked: Filter, zoom: float) -> str:
    if not MOST_OF_THE_WORLD <= zoom <= CLOSEST:
        return ""
    return f"/map{asked.query}{'&' if asked.query else '?'}zoom={zoom:g}"
