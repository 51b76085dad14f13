"""Pictures of a map: land below, signs above, each sign no finer than the place is known (UCDP where_prec).

Signs stand in percent of the picture and keep their size in pixels, so words stay readable on a telephone; labels are
laid out once for a wide picture and once for a narrow one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from accordingto.show.web.basemap import Land, View, draw_land
from accordingto.terms.places import Place

# Kilometres around a point within which the incident may lie, by UCDP's where_prec: 1 the spot, 2 near it, 3 a
# district, 4 a province, 5 a stretch of land. 6 (a country) and 7 (the sea, the air) are no point.
AROUND_KM = {1: 0.0, 2: 25.0, 3: 25.0, 4: 60.0, 5: 100.0}
PREC = {
    1: "at this place",
    2: "near this place",
    3: "somewhere in this district",
    4: "somewhere in this province",
    5: "somewhere in this stretch of land",
}
MARGIN = 0.35  # of the stretch between the outermost points, so that none stands at the edge
SMALLEST = 3.0  # degrees: a single town is shown with the land around it
WIDE, NARROW = 1100, 350  # pixels of a picture on a desk and on a telephone
LARGEST = 40.0  # pixels of a dot
LETTER, LINE = 7.0, 15.0  # pixels that a letter and a line of a label need


@dataclass(frozen=True, slots=True)
class Marker:
    """What is to be shown at a point: how many, what it is called, and where it leads."""

    lon: float
    lat: float
    prec: int
    place: str
    number: int
    words: str
    href: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Label:
    """Where a name stands beside its sign, in pixels from its middle."""

    dx: float
    dy: float
    anchor: str


@dataclass(frozen=True, slots=True)
class MapSign:
    """A marker in the picture, in percent of it; `ring` is 0 for a dot. A label that has no room is None."""

    x: float
    y: float
    ring: float
    size: float
    place: str
    words: str
    href: str
    disputed: bool
    wide: Label | None = None
    narrow: Label | None = None


@dataclass(frozen=True, slots=True)
class MapPicture:
    """Land in pixels of its own, and signs in percent of the picture."""

    width: int
    height: int
    land: tuple[Land, ...]
    signs: tuple[MapSign, ...]


def point_of(place: Place | None) -> tuple[float, float, int] | None:
    """Longitude, latitude and where_prec; None for what is no point."""
    if place is None or place.spot is None or place.spot.lon is None or place.spot.lat is None:
        return None
    return (place.spot.lon, place.spot.lat, place.where_prec) if place.where_prec in AROUND_KM else None


def draw_map(markers: Sequence[Marker], zoom: float = 1.0) -> MapPicture:
    """The map around these markers; `zoom` above 1 shows less of the world, larger."""
    view = _view([(marker.lon, marker.lat) for marker in markers], zoom)
    # Rings first, so that no dot is covered by one.
    signs = [
        _sign(marker, view) for marker in sorted(markers, key=lambda marker: (-marker.prec, marker.lon, marker.lat))
    ]
    wide, narrow = (_labels(signs, width, width * view.height / view.width) for width in (WIDE, NARROW))
    return MapPicture(
        view.width,
        view.height,
        draw_land(view),
        tuple(_labelled(*told) for told in zip(signs, wide, narrow, strict=True)),
    )


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


def _sign(marker: Marker, view: View) -> MapSign:
    x, y = view.place(marker.lon, marker.lat)
    # SVG takes percent of a radius from the picture's diagonal over the root of two.
    ring = 100 * view.pixels(AROUND_KM[marker.prec]) / (hypot(view.width, view.height) / sqrt(2))
    return MapSign(
        round(100 * x / view.width, 2),
        round(100 * y / view.height, 2),
        round(ring, 2),
        round(
            min(4 + 2.5 * sqrt(marker.number), LARGEST), 1
        ),  # with the root of the number, so that area tells the number
        marker.place,
        marker.words,
        marker.href,
        marker.disputed,
    )


def _labelled(sign: MapSign, wide: Label | None, narrow: Label | None) -> MapSign:
    told = (sign.x, sign.y, sign.ring, sign.size, sign.place, sign.words, sign.href, sign.disputed)
    return MapSign(*told, wide, narrow)


Box = tuple[float, float, float, float]


def _labels(signs: Sequence[MapSign], width: float, height: float) -> list[Label | None]:
    """For each sign a label beside it that stands on no other and on no dot; None where there is no room."""
    dots = [_dot(sign, width, height) for sign in signs]
    taken = list(dots)
    told: list[Label | None] = []
    for sign, dot in zip(signs, dots, strict=True):
        others = [box for box in taken if box is not dot]
        free = ((label, box) for label, box in _places(sign, width, height) if _is_free(box, others, width, height))
        label, box = next(free, (None, None))
        taken += [box] if box else []
        told.append(label)
    return told


def _dot(sign: MapSign, width: float, height: float) -> Box:
    x, y = sign.x * width / 100, sign.y * height / 100
    return x - sign.size, y - sign.size, x + sign.size, y + sign.size


def _places(sign: MapSign, width: float, height: float) -> Iterable[tuple[Label, Box]]:
    """Right, left, above, below, then farther above and below."""
    x, y, long = sign.x * width / 100, sign.y * height / 100, LETTER * len(sign.place)
    beside, step = sign.size + 5, sign.size + LINE
    for anchor, dx, left in (("start", beside, 0.0), ("end", -beside, -long)):
        yield Label(dx, 4, anchor), (x + dx + left, y - LINE / 2, x + dx + left + long, y + LINE / 2)
    for dy in (-sign.size - 4, step, -step - 4, step + LINE, -step - LINE - 4):
        yield Label(0, round(dy, 1), "middle"), (x - long / 2, y + dy - LINE, x + long / 2, y + dy)


def _is_free(box: Box, others: Iterable[Box], width: float, height: float) -> bool:
    inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
    return inside and not any(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in others
    )
