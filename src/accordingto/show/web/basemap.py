"""The base map: the world's land and borders (Natural Earth 1:50m), cut to a view and drawn as lines of an SVG.

Read from TopoJSON (arcs in steps of whole numbers, shared by neighbours); drawn in plate carrée, narrowed to the view's
middle latitude, which shows a country without visible distortion.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

Point = tuple[float, float]
Ring = tuple[Point, ...]
HALF = 180.0  # degrees of half a turn around the world
SEEN = 0.8  # pixels between corners, of the 960 that a picture is wide: less shows no bend
VIEWS = 32  # kept drawn: a map is looked at from a few places again and again


@dataclass(frozen=True, slots=True)
class View:
    """A piece of the world in degrees (WGS84), and the picture it fills, in pixels of its own."""

    west: float
    south: float
    east: float
    north: float
    width: int = 960

    @property
    def height(self) -> int:
        return max(240, round(self.width * (self.north - self.south) / ((self.east - self.west) * self._narrowing)))

    @property
    def _narrowing(self) -> float:
        return max(0.1, math.cos(math.radians((self.north + self.south) / 2)))

    def place(self, lon: float, lat: float) -> Point:
        """Where a point of the world stands in the picture."""
        x = (lon - self.west) / (self.east - self.west) * self.width
        y = (self.north - lat) / (self.north - self.south) * self.height
        return round(x, 1), round(y, 1)

    def pixels(self, kilometres: float) -> float:
        """How long so many kilometres are, from north to south."""
        return round(kilometres / 111.2 / (self.north - self.south) * self.height, 1)

    def shows(self, lon: float, lat: float) -> bool:
        """Whether a point of the world lies in it."""
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def touches(self, ring: Ring) -> bool:
        """Whether the box around a ring meets the view."""
        lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
        across = min(lons) <= self.east and max(lons) >= self.west
        return across and min(lats) <= self.north and max(lats) >= self.south


@dataclass(frozen=True, slots=True)
class Land:
    """One piece of a country, as the commands of an SVG path."""

    country: str
    path: str


@lru_cache(maxsize=VIEWS)
def draw_land(view: View) -> tuple[Land, ...]:
    """Every piece of land in the view."""
    drawn = ((name, _corners(ring, view)) for name, ring in rings_of(view))
    return tuple(Land(name, f"M{' '.join(f'{x},{y}' for x, y in told)}Z") for name, told in drawn if len(told) > 2)


def _corners(ring: Ring, view: View) -> list[Point]:
    """The corners of a border in pixels, without those that nobody would see."""
    wide, high = view.east - view.west, view.north - view.south
    across, down = view.width / wide, view.height / high
    west, east, south, north = view.west - wide, view.east + wide, view.south - high, view.north + high
    kept: list[Point] = []
    last_x = last_y = math.inf
    for lon, lat in ring:
        # A point just outside the view stands for one far off, which need not be drawn to the metre.
        x = (min(max(lon, west), east) - view.west) * across
        y = (view.north - min(max(lat, south), north)) * down
        if abs(x - last_x) + abs(y - last_y) >= SEEN:
            kept.append((round(x, 1), round(y, 1)))
            last_x, last_y = x, y
    return kept


def rings_of(view: View) -> Iterator[tuple[str, Ring]]:
    """The outer border of every piece of land in the view, with its country's name."""
    return ((name, ring) for name, ring in _rings() if view.touches(ring))


def load_land() -> None:
    """The land is at hand, so that the first who ask for a map need not all wait for it."""
    _rings()


@cache
def _rings() -> tuple[tuple[str, Ring], ...]:
    """Every outer ring of every country, with the country's name."""
    text = files("accordingto.show.web").joinpath("vendor/world-atlas-countries-50m.json").read_text(encoding="utf-8")
    world = json.loads(text)
    arcs = [_arc(arc, world["transform"]) for arc in world["arcs"]]
    found: list[tuple[str, Ring]] = []
    for country in world["objects"]["countries"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = (_joined(shape[0], arcs) for shape in shapes if shape)
        found += [(country["properties"]["name"], piece) for ring in rings for piece in _whole(ring)]
    return tuple(found)


def _arc(steps: Iterable[Sequence[int]], transform: dict[str, Sequence[float]]) -> list[Point]:
    """A line in degrees, from its steps."""
    (scale_x, scale_y), (start_x, start_y) = transform["scale"], transform["translate"]
    x = y = 0
    line: list[Point] = []
    for step_x, step_y in steps:
        x, y = x + step_x, y + step_y
        line.append((x * scale_x + start_x, y * scale_y + start_y))
    return line


def _joined(numbers: Iterable[int], arcs: Sequence[list[Point]]) -> Ring:
    """One ring from its arcs; a negative number stands for an arc walked backwards (TopoJSON 1.0)."""
    ring: list[Point] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line[1:] if ring else line
    return tuple(ring)


def _whole(ring: Ring) -> list[Ring]:
    """The ring; one across the antimeridian, which steps from 180 to -180 degrees, whole at either end of the map."""
    turns, lons = 0, list[float]()
    for (before, _), (lon, _) in zip((ring[0], *ring), ring, strict=False):
        turns += (lon - before < -HALF) - (lon - before > HALF)
        lons.append(lon + turns * 2 * HALF)
    # What goes around a pole has no whole: its ends are a turn apart.
    if turns or lons == [lon for lon, _ in ring]:
        return [ring]
    away = 2 * HALF if min(lons) < -HALF else -2 * HALF
    return [tuple((lon + by, lat) for lon, (_, lat) in zip(lons, ring, strict=True)) for by in (0.0, away)]
