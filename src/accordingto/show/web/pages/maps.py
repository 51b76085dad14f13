"""The map: where incidents are said to have happened, never drawn finer than the reports know (UCDP where_prec)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import sqrt

from accordingto.show.incidents import account_reading
from accordingto.show.web.basemap import Land, View, draw_land
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.filters import Filter, chosen_incidents
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.places import Place, Spot
from accordingto.terms.readings import Reading

# Kilometres around a point within which the incident may lie, by UCDP's where_prec: 1 the spot, 2 near it, 3 a
# district, 4 a province, 5 a stretch of land. 6 (a country) and 7 (the sea, the air) are no point.
AROUND_KM = {1: 0.0, 2: 25.0, 3: 25.0, 4: 60.0, 5: 100.0}
MARGIN = 0.35  # of the stretch between the outermost incidents, so that none stands at the edge
SMALLEST = 3.0  # degrees: a single town is shown with the land around it
LABEL, LABEL_WIDE = 13, 80  # pixels of a label
STEP = 2.0  # of the zoom
MOST_OF_THE_WORLD, CLOSEST = 1 / 16, 64.0


@dataclass(frozen=True, slots=True)
class MapMark:
    """Incidents at one place: a dot where the spot is known, a ring as wide as what is not."""

    x: float
    y: float
    ring: float
    prec: str
    place: str
    incidents: tuple[IncidentLine, ...]
    label_y: float = 0.0

    @property
    def size(self) -> float:
        """The radius of the dot, in pixels: with the root of the number, so that area tells the number."""
        return round(4 + 2.5 * sqrt(len(self.incidents)), 1)


@dataclass(frozen=True, slots=True)
class MapPage:
    """The incidents that the filter asks for, on the map and beside it."""

    title: str
    filter: Filter
    width: int
    height: int
    land: tuple[Land, ...]
    marks: tuple[MapMark, ...]
    unplaced: tuple[IncidentLine, ...]
    closer: str
    farther: str


PREC = {
    1: "at this place",
    2: "near this place",
    3: "somewhere in this district",
    4: "somewhere in this province",
    5: "somewhere in this stretch of land",
}


def map_page(desk: Desk, asked: Filter, zoom: float = 1.0) -> MapPage:
    """The map of the incidents asked for; `zoom` above 1 shows less of the world, larger."""
    placed: dict[tuple[float, float, int], list[tuple[IncidentFindings, Place]]] = {}
    unplaced: list[IncidentLine] = []
    for found in chosen_incidents(desk, asked):
        place = incident_place(found, desk.readings)
        if (
            place
            and place.spot
            and place.spot.lat is not None
            and place.spot.lon is not None
            and place.where_prec in AROUND_KM
        ):
            placed.setdefault((place.spot.lon, place.spot.lat, place.where_prec), []).append((found, place))
        else:
            unplaced.append(incident_line(found))
    view = _view([(lon, lat) for lon, lat, _ in placed], zoom)
    marks = [_mark(view, key, ones) for key, ones in sorted(placed.items(), key=lambda item: -item[0][2])]
    return MapPage(
        "Map",
        asked,
        view.width,
        view.height,
        draw_land(view),
        _labelled(marks),
        tuple(unplaced),
        _zoomed(asked, zoom * STEP),
        _zoomed(asked, zoom / STEP),
    )


def _point(place: Place) -> tuple[float, float, int] | None:
    """Longitude, latitude and where_prec; None for what is no point."""
    spot, prec = place.spot, place.where_prec
    if spot is None or spot.lon is None or spot.lat is None or prec not in AROUND_KM:
        return None
    return spot.lon, spot.lat, prec


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


def _view(points: list[tuple[float, float]], zoom: float) -> View:
    if not points:
        return View(-170.0, -58.0, 180.0, 78.0)
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    middle = ((min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2)
    wide = max(SMALLEST, (max(lons) - min(lons)) * (1 + 2 * MARGIN)) / zoom / 2
    high = max(SMALLEST * 0.6, (max(lats) - min(lats)) * (1 + 2 * MARGIN), wide) / zoom / 2
    return View(
        max(-180.0, middle[0] - wide),
        max(-85.0, middle[1] - high),
        min(180.0, middle[0] + wide),
        min(85.0, middle[1] + high),
    )


def _mark(view: View, key: tuple[float, float, int], ones: list[tuple[IncidentFindings, Place]]) -> MapMark:
    lon, lat, prec = key
    lines = tuple(incident_line(found) for found, _ in ones)
    return MapMark(*view.place(lon, lat), view.pixels(AROUND_KM[prec]), PREC[prec], ones[0][1].name, lines)


def _labelled(marks: Iterable[MapMark]) -> tuple[MapMark, ...]:
    """The marks, each label moved down or up to where none stands yet."""
    taken: list[tuple[float, float]] = []
    placed: list[MapMark] = []
    for mark in marks:
        above = mark.y - mark.size - 4
        heights = [above, mark.y + mark.size + 14, *(above - LABEL * step for step in range(1, 6))]
        free = next((y for y in heights if not any(_overlap((mark.x, y), other) for other in taken)), above)
        taken.append((mark.x, free))
        placed.append(replace(mark, label_y=round(free, 1)))
    return tuple(placed)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) < LABEL_WIDE and abs(one[1] - other[1]) < LABEL


def _zoomed(asked: Filter, zoom: float) -> str:
    if not MOST_OF_THE_WORLD <= zoom <= CLOSEST:
        return ""
    return f"/map{asked.query}{'&' if asked.query else '?'}zoom={zoom:g}"
