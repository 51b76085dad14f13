"""Pictures of a map: land below, signs above, each sign no finer than the place is known (UCDP where_prec).

Signs stand in percent of the picture and keep their size in pixels, so words stay readable on a telephone; labels are
laid out once for a wide picture and once for a narrow one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, sqrt

from accordingto.show.web.basemap import Land, View, draw_land
from accordingto.show.web.labels import Dot, Label, Room, name_dots
from accordingto.show.web.names import MapName, names_of
from accordingto.show.web.views import Weight, view_around
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
# Pixels that a picture is wide: on a desk, beside something else there, and on a telephone or in a narrow window.
WIDE, BESIDE, NARROW = (780, 1040, 1340), (460, 600, 740), (320, 500, 780)
LARGEST = 40.0  # pixels of a dot


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
    """Land in pixels of its own, and signs and names in percent of the picture: names for a wide and a narrow one.

    `outside` are the places that lie beyond its edges.
    """

    width: int
    height: int
    land: tuple[Land, ...]
    signs: tuple[MapSign, ...]
    wide: tuple[MapName, ...]
    narrow: tuple[MapName, ...]
    outside: tuple[str, ...]


def point_of(place: Place | None) -> tuple[float, float, int] | None:
    """Longitude, latitude and where_prec; None for what is no point."""
    if place is None or place.spot is None or place.spot.lon is None or place.spot.lat is None:
        return None
    return (place.spot.lon, place.spot.lat, place.where_prec) if place.where_prec in AROUND_KM else None


def draw_map(markers: Sequence[Marker], zoom: float = 1.0, *, wide: Sequence[int] = WIDE) -> MapPicture:
    """The map around these markers, so wide on a desk; `zoom` above 1 shows less of the world, larger."""
    view = view_around([Weight(marker.lon, marker.lat, marker.number) for marker in markers], zoom)
    inside = [marker for marker in markers if view.shows(marker.lon, marker.lat)]
    # Rings first, so that no dot is covered by one.
    signs = [_sign(marker, view) for marker in sorted(inside, key=lambda one: (-one.prec, one.lon, one.lat))]
    (labels, names), (narrow_labels, narrow_names) = (_named(signs, view, widths) for widths in (wide, NARROW))
    return MapPicture(
        view.width,
        view.height,
        draw_land(view),
        tuple(_labelled(*told) for told in zip(signs, labels, narrow_labels, strict=True)),
        names,
        narrow_names,
        tuple(dict.fromkeys(marker.place for marker in markers if marker not in inside)),
    )


def _named(
    signs: Sequence[MapSign], view: View, widths: Sequence[int]
) -> tuple[list[Label | None], tuple[MapName, ...]]:
    """In a picture so wide the label of each sign, and the names of countries and towns between them."""
    room = Room([(width, width * view.height / view.width) for width in widths])
    labels = name_dots([Dot(sign.x, sign.y, sign.size, sign.place) for sign in signs], room)
    return labels, names_of(view, room, frozenset(sign.place for sign in signs))


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
