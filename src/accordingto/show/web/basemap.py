"""The base map: the world's land and borders (Natural Earth 1:50m), cut to a view and drawn as lines of an SVG.

Read from TopoJSON (arcs in steps of whole numbers, shared by neighbours); drawn in plate carrée, narrowed to the view's
middle latitude, which shows a country without visible distortion. All points of the world are worked on at once, as
arrays: a map of a large case may need a hundred thousand.
"""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Point = tuple[float, float]
Ring = tuple[Point, ...]
Numbers = NDArray[Any]
HALF = 180.0  # degrees of half a turn around the world
VIEWS = 128  # kept drawn, a few ten kB each: towns and countries are looked at again and again
FINENESS = 2  # steps to a pixel: finer than that nobody sees on a screen, and the page grows


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


@dataclass(frozen=True, slots=True)
class Land:
    """The pieces of a country that a view shows, as the commands of an SVG path."""

    country: str
    path: str


@dataclass(frozen=True, slots=True)
class _World:
    """Every ring of every country, one after the other: its points, where it begins and ends, and the box around it."""

    countries: tuple[str, ...]
    lon: Numbers
    lat: Numbers
    starts: Numbers
    ends: Numbers
    west: Numbers
    south: Numbers
    east: Numbers
    north: Numbers

    def touching(self, view: View) -> list[int]:
        """The rings whose box meets the view."""
        across = (self.west <= view.east) & (self.east >= view.west)
        along = (self.south <= view.north) & (self.north >= view.south)
        found: list[int] = np.flatnonzero(across & along).tolist()
        return found


@lru_cache(maxsize=VIEWS)
def draw_land(view: View) -> tuple[Land, ...]:
    """All land in the view, country by country."""
    world = _world()
    shown = world.touching(view)
    if not shown:
        return ()
    pieces: dict[str, list[str]] = {}
    for number, path in zip(shown, _paths(world, shown, view), strict=True):
        if path:
            pieces.setdefault(world.countries[number], []).append(path)
    return tuple(Land(country, "".join(some)) for country, some in pieces.items())


def rings_of(view: View) -> Iterator[tuple[str, Ring]]:
    """The outer border of every piece of land in the view, with its country's name."""
    world = _world()
    for number in world.touching(view):
        points = slice(world.starts[number], world.ends[number])
        yield world.countries[number], tuple(zip(world.lon[points].tolist(), world.lat[points].tolist(), strict=True))


def _paths(world: _World, rings: Sequence[int], view: View) -> list[str]:
    """The path of each of these rings; empty where it is too small, or too far outside, to be seen."""
    lengths = (world.ends - world.starts)[rings]
    ring = np.repeat(np.arange(len(rings)), lengths)
    offsets = np.arange(len(ring)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    x, y = _steps(world, view, offsets + np.repeat(world.starts[rings], lengths))
    kept = _turns(ring, x, y)
    ring, x, y = ring[kept], x[kept], y[kept]
    told = [f"{a},{b}" for a, b in zip(_words(_moves(ring, x)), _words(_moves(ring, y)), strict=True)]
    ends = np.searchsorted(ring, np.arange(len(rings) + 1)).tolist()
    pieces = (told[start:end] for start, end in pairwise(ends))
    return [f"M{piece[0]}l{' '.join(piece[1:])}z" if len(piece) > 2 else "" for piece in pieces]


def _steps(world: _World, view: View, at: Numbers) -> tuple[Numbers, Numbers]:
    """Where these points stand in the picture. What lies far off is drawn just outside it."""
    wide, high = view.east - view.west, view.north - view.south
    lon = np.clip(world.lon[at], view.west - wide, view.east + wide)
    lat = np.clip(world.lat[at], view.south - high, view.north + high)
    x = (lon - view.west) * (view.width * FINENESS / wide)
    y = (view.north - lat) * (view.height * FINENESS / high)
    return np.rint(x).astype(np.int64), np.rint(y).astype(np.int64)


def _turns(ring: Numbers, x: Numbers, y: Numbers) -> Numbers:
    """Which points a line needs: not the same as the one before, and not on the straight way to the next."""
    moved = np.flatnonzero((np.diff(x, prepend=-1) != 0) | (np.diff(y, prepend=-1) != 0) | _begins(ring))
    begins = _begins(ring[moved])
    dx, dy = np.diff(x[moved], prepend=0), np.diff(y[moved], prepend=0)
    straight = (dx[:-1] * dy[1:] == dx[1:] * dy[:-1]) & ~begins[:-1] & ~begins[1:]
    needed: Numbers = moved[~np.append(straight, False)]
    return needed


def _moves(ring: Numbers, steps: Numbers) -> Numbers:
    """Where a ring begins, then how far each point lies from the one before: so the numbers are short."""
    moves: Numbers = np.where(_begins(ring), steps, np.diff(steps, prepend=0))
    return moves


def _begins(ring: Numbers) -> Numbers:
    """Which points are the first of their ring."""
    begins: Numbers = np.diff(ring, prepend=-1) != 0
    return begins


def _words(steps: Numbers) -> list[str]:
    """Steps as pixels: each number is written out once."""
    found, each = np.unique(steps, return_inverse=True)
    words = [f"{step / FINENESS:g}" for step in found.tolist()]
    return [words[number] for number in each.tolist()]


def load_land() -> None:
    """The land is at hand, so that the first who ask for a map need not all wait for it."""
    _world()


@cache
def _world() -> _World:
    names, rings = zip(*_rings(), strict=True)
    lengths = np.array([len(ring) for ring in rings])
    ends = np.cumsum(lengths)
    points = np.array([point for ring in rings for point in ring])
    lows, highs = (np.array([how(ring, axis=0) for ring in np.split(points, ends[:-1])]) for how in (np.min, np.max))
    sides = lows[:, 0], lows[:, 1], highs[:, 0], highs[:, 1]
    return _World(names, points[:, 0].copy(), points[:, 1].copy(), ends - lengths, ends, *sides)


def _rings() -> list[tuple[str, Ring]]:
    """Every outer ring of every country, with the country's name."""
    text = files("accordingto.show.web").joinpath("vendor/world-atlas-countries-50m.json").read_text(encoding="utf-8")
    world = json.loads(text)
    arcs = [_arc(arc, world["transform"]) for arc in world["arcs"]]
    found: list[tuple[str, Ring]] = []
    for country in world["objects"]["countries"]["geometries"]:
        shapes = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = (_joined(shape[0], arcs) for shape in shapes if shape)
        found += [(country["properties"]["name"], piece) for ring in rings for piece in _whole(ring)]
    return found


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
