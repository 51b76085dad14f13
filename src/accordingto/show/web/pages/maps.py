"""The map: where incidents are said to have happened, never drawn finer than the reports know (UCDP where_prec)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import sqrt

from accordingto.show.web.basemap import Land, View, draw_land
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.parts import IncidentLine, incident_line
from accordingto.terms.summaries import Pin, Summary

# Kilometres around a point within which the incident may lie, by UCDP's where_prec: 1 the spot, 2 near it, 3 a
# district, 4 a province, 5 a stretch of land. 6 (a country) and 7 (the sea, the air) are no point.
AROUND_KM = {1: 0.0, 2: 25.0, 3: 25.0, 4: 60.0, 5: 100.0}
MARGIN = 0.35  # of the stretch between the outermost incidents, so that none stands at the edge
SMALLEST = 3.0  # degrees: a single town is shown with the land around it
LABEL, LABEL_WIDE = 13, 80  # pixels of a label
STEP = 2.0  # of the zoom
MOST_OF_THE_WORLD, CLOSEST = 1 / 16, 64.0
LARGEST = 40.0  # pixels of a dot
ALL_SHOWN = 300  # incidents: a map of these lists each; a map of more the places with the most, and some of each
PLACES_SHOWN, OF_A_PLACE, UNPLACED_SHOWN = 60, 3, 30


@dataclass(frozen=True, slots=True)
class MapMark:
    """Incidents at one place: a dot where the spot is known, a ring as wide as what is not. `total` is how many."""

    x: float
    y: float
    ring: float
    prec: str
    place: str
    incidents: tuple[IncidentLine, ...]
    total: int
    label_y: float = 0.0

    @property
    def size(self) -> float:
        """The radius of the dot, in pixels: with the root of the number, so that area tells the number."""
        return round(min(4 + 2.5 * sqrt(self.total), LARGEST), 1)


@dataclass(frozen=True, slots=True)
class MapPage:
    """The incidents that the filter asks for, on the map and beside it.

    Of many, `more_places` with fewer incidents than those shown are not drawn, and `unplaced_total` have no place.
    """

    title: str
    filter: Filter
    width: int
    height: int
    land: tuple[Land, ...]
    marks: tuple[MapMark, ...]
    more_places: int
    unplaced: tuple[IncidentLine, ...]
    unplaced_total: int
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
    view = _view([(lon, lat) for lon, lat, _ in placed], zoom)
    marks = [_mark(view, key, ones, numbers[key]) for key, ones in sorted(placed.items(), key=lambda one: -one[0][2])]
    return MapPage(
        "Map",
        asked,
        view.width,
        view.height,
        draw_land(view),
        _labelled(marks),
        pins.total - len(pins.items),
        tuple(map(incident_line, unplaced.items)),
        unplaced.total,
        _zoomed(asked, zoom * STEP),
        _zoomed(asked, zoom / STEP),
    )


Spot = tuple[float, float, int]


def _spot(pin: Pin) -> Spot:
    """Longitude, latitude and how finely they are known: what is drawn as one."""
    return pin.lon, pin.lat, pin.prec


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


def _mark(view: View, key: Spot, ones: list[Summary], total: int) -> MapMark:
    lon, lat, prec = key
    name = ones[0].pin.name if ones[0].pin else ""
    lines = tuple(map(incident_line, ones))
    return MapMark(*view.place(lon, lat), view.pixels(AROUND_KM[prec]), PREC[prec], name, lines, total)


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
