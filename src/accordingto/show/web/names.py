"""Names on a map: the countries in view, and on a closer one its big towns, wherever there is room for them.

A country is named where the label lies on its own land, as near as can be to the middle of what is seen of it; one too
small for its name is not named. Signs and their labels come first: a name gives way to them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from math import ceil, hypot

from accordingto.show.web.basemap import VIEWS, View, rings_of
from accordingto.show.web.labels import LINE, Dot, Label, Room, Size, middle_cover, name_dot

ROWS = 48  # lines across a view along which its land is measured: they lie closer than a name is high
LEAST = 0.03  # of the view's width: a piece of land that is narrower holds no name of four letters, on any screen
EDGE = 3.0  # pixels that a country's name keeps from its borders
SPACED = 7.7  # pixels that a letter of a country needs: they are written small and spaced
SHORT = {"United States of America": "United States"}  # Natural Earth's other long names are cut short by itself
CLOSE = 16.0  # degrees from west to east: on a wider map only countries are named, as in an atlas
TOWN = 2.5  # pixels, half a town's dot
TOWN_APART = (
    75  # pixels of the picture's width for each town: a map of places that reports name is not one of all towns
)


@dataclass(frozen=True, slots=True)
class MapName:
    """A name in the picture; a country's has its middle at the point, a town's stands beside it."""

    x: float
    y: float
    name: str
    label: Label | None = None  # None for a country


@dataclass(frozen=True, slots=True)
class Town:
    """A town of the base map."""

    name: str
    lon: float
    lat: float


Stretch = tuple[float, float]  # of a row of the view, from 0 at its left to 1


def names_of(view: View, room: Room, signed: frozenset[str]) -> tuple[MapName, ...]:
    """The names for which there is room in the picture, which they take; a sign names its own place already."""
    return (*_countries(view, room, signed), *(_towns(view, room, signed) if view.east - view.west <= CLOSE else ()))


def _countries(view: View, room: Room, signed: frozenset[str]) -> Iterator[MapName]:
    for long_name, rows in _by_size(view):
        name = SHORT.get(long_name, long_name)
        long = SPACED * len(name)
        points = _inside(rows, long + 2 * EDGE, room.sizes[0]) if name not in signed else []
        places = ((x, y, middle_cover(x, y, long, room.sizes)) for x, y in points)
        x, y, cover = next((one for one in places if room.is_free(one[2])), (0.0, 0.0, None))
        if cover:
            room.take(cover)
            yield MapName(round(x, 2), round(y, 2), name)


def _by_size(view: View) -> list[tuple[str, tuple[tuple[int, Stretch], ...]]]:
    """The countries of a view, each with its stretches by row, what covers most first."""
    return sorted(land_rows(view), key=lambda one: (-sum(b - a for _, (a, b) in one[1]), one[0]))


@lru_cache(maxsize=VIEWS)
def land_rows(view: View) -> tuple[tuple[str, tuple[tuple[int, Stretch], ...]], ...]:
    """Every country in the view, with the stretches of land that it has along each row."""
    found: dict[str, list[tuple[int, Stretch]]] = defaultdict(list)
    for name, ring in _large(view):
        for row, crossings in _crossings(ring, view).items():
            ends = sorted(crossings)
            cut = ((max(a, 0.0), min(b, 1.0)) for a, b in zip(ends[::2], ends[1::2], strict=False))
            found[name] += [(row, (a, b)) for a, b in cut if a < b]
    return tuple((name, tuple(rows)) for name, rows in found.items() if rows)


def _large(view: View) -> Iterator[tuple[str, Sequence[tuple[float, float]]]]:
    """The pieces of land in the view that could hold a name: an islet could not, and a world has hundreds."""
    for name, ring in rings_of(view):
        lons = [lon for lon, _ in ring]
        if max(lons) - min(lons) >= LEAST * (view.east - view.west):
            yield name, ring


def _crossings(ring: Sequence[tuple[float, float]], view: View) -> dict[int, list[float]]:
    """Where a border crosses each row, as shares of the view's width."""
    wide, high = view.east - view.west, (view.north - view.south) / ROWS
    found: dict[int, list[float]] = defaultdict(list)
    levels = [(view.north - lat) / high - 0.5 for _, lat in ring]  # in rows, a row's middle being a whole number
    # From one corner to the next a border crosses the rows from the one to the other, counted half-open: so a corner
    # that lies on a row is crossed once, and a tip there twice or not at all.
    rows = [ceil(level) for level in levels]
    for n in (n for n in range(len(ring)) if rows[n] != rows[n - 1]):
        (lon_a, _), (lon_b, _) = ring[n - 1], ring[n]
        first, last = sorted((rows[n - 1], rows[n]))
        for row in range(max(0, first), min(ROWS, last)):
            share = (row - levels[n - 1]) / (levels[n] - levels[n - 1])
            found[row].append((lon_a + share * (lon_b - lon_a) - view.west) / wide)
    return found


def _inside(rows: Sequence[tuple[int, Stretch]], long: float, size: Size) -> list[tuple[float, float]]:
    """The points, in percent, on which a name so long lies all on this land, the nearest to its middle first."""
    by_row: dict[int, list[Stretch]] = defaultdict(list)
    for row, (a, b) in rows:
        by_row[row].append((a * 100, b * 100))
    around = max(1, round(LINE / 2 / (size[1] / ROWS)))
    half = 50 * long / size[0]
    x, y = _middle(by_row)
    points: list[tuple[float, float]] = []
    for row, stretches in by_row.items():
        for stretch in stretches:
            for a, b in _common(stretch, (by_row.get(row + n, ()) for n in range(-around, around + 1) if n)):
                if b - a >= 2 * half:
                    points += [(at, _down(row)) for at in (min(max(x, a + half), b - half), (a + b) / 2)]
    # A picture is about twice as wide as it is high, and so is a percent of its width.
    return sorted(dict.fromkeys(points), key=lambda point: hypot(2 * (point[0] - x), point[1] - y))


def _down(row: int) -> float:
    return 100 * (row + 0.5) / ROWS


def _middle(by_row: dict[int, list[Stretch]]) -> tuple[float, float]:
    """The middle of the land, in percent."""
    pieces = [(b - a, (a + b) / 2, _down(row)) for row, told in by_row.items() for a, b in told]
    whole = sum(wide for wide, _, _ in pieces)
    return sum(wide * x for wide, x, _ in pieces) / whole, sum(wide * y for wide, _, y in pieces) / whole


def _common(stretch: Stretch, rows: Iterable[Sequence[Stretch]]) -> list[Stretch]:
    """What of a stretch is land on all of these rows too."""
    left = [stretch]
    for row in rows:
        left = [(max(a, c), min(b, d)) for a, b in left for c, d in row if max(a, c) < min(b, d)]
    return left


def _towns(view: View, room: Room, signed: frozenset[str]) -> Iterator[MapName]:
    """The biggest towns in view for which there is room, dot and name, and which no sign names."""
    shown = 0
    for town in big_towns():
        if not view.shows(town.lon, town.lat) or town.name in signed:
            continue
        x, y = view.place(town.lon, town.lat)
        dot = Dot(round(100 * x / view.width, 2), round(100 * y / view.height, 2), TOWN, town.name)
        label = name_dot(dot, room)
        if label:
            shown += 1
            yield MapName(dot.x, dot.y, town.name, label)
        if shown >= room.sizes[0][0] / TOWN_APART:
            return


@cache
def big_towns() -> tuple[Town, ...]:
    """Towns of 50,000 people and more, the biggest first; made by `scripts/vendor` of the gazetteer that ships."""
    text = files("accordingto.show.web").joinpath("vendor/towns.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines())
    return tuple(Town(name, float(lon), float(lat)) for name, lon, lat in rows)
