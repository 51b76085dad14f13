"""Views: which piece of the world a map shows, so that what it is about fills it and no far-off place shrinks it.

One incident in Utah among a hundred in Syria would make a map of the world of them. So a view goes around what most of
them are about; what lies outside is told beside the map, and a step farther shows it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.show.web.basemap import View

MARGIN = 0.35  # of the stretch between the outermost points, so that none stands at the edge
SMALLEST = 3.0  # degrees: a single town is shown with the land around it
LOWEST, HIGHEST = 0.48, 0.66  # of a picture's width: as high as a desk's screen has room for
FAR_OFF = 0.05  # of all, at each end from west to east and from south to north, that may be left outside
FAR = 2.0  # times as wide or high would the map have to be for them to be left outside
WORLD = View(-170.0, -58.0, 180.0, 78.0)


@dataclass(frozen=True, slots=True)
class Weight:
    """A point of the world, and how much is there."""

    lon: float
    lat: float
    number: int


def view_around(points: Sequence[Weight], zoom: float = 1.0) -> View:
    """The view around what most is at; `zoom` above 1 shows less of the world around the middle of it all, larger."""
    if not points:
        return WORLD
    near = _near(points)
    lons, lats = [one.lon for one in near], [one.lat for one in near]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    middle = _medoid(points) if zoom > 1 else ((west + east) / 2, (south + north) / 2)
    narrowing = max(0.1, math.cos(math.radians(middle[1])))
    high = max(SMALLEST * LOWEST, (north - south) * (1 + 2 * MARGIN))
    wide = max(SMALLEST, (east - west) * (1 + 2 * MARGIN), high / narrowing / HIGHEST)
    high = max(high, wide * narrowing * LOWEST)
    return View(
        max(-180.0, middle[0] - wide / zoom / 2),
        max(-85.0, middle[1] - high / zoom / 2),
        min(180.0, middle[0] + wide / zoom / 2),
        min(85.0, middle[1] + high / zoom / 2),
    )


def _near(points: Sequence[Weight]) -> list[Weight]:
    """The points without the few at the ends that lie far off from all others."""
    west, east = _ends([(point.lon, point.number) for point in points])
    across = [point for point in points if west <= point.lon <= east]
    south, north = _ends([(point.lat, point.number) for point in across])
    return [point for point in across if south <= point.lat <= north]


def _ends(values: Sequence[tuple[float, int]]) -> tuple[float, float]:
    """The first and the last; without the few at the ends where they lie far off from all others."""
    told = sorted(values)
    first, last = told[0][0], told[-1][0]
    near, far = _at(told, FAR_OFF), _at(told, 1 - FAR_OFF)
    return (near, far) if last - first > FAR * max(far - near, SMALLEST) else (first, last)


def _at(told: Sequence[tuple[float, int]], share: float) -> float:
    """The value below which this share of all lies."""
    whole, so_far = sum(number for _, number in told), 0
    for value, number in told:
        so_far += number
        if so_far > share * whole:
            return value
    return told[-1][0]


def _medoid(points: Sequence[Weight]) -> tuple[float, float]:
    """The point from which it is nearest to all others: a point that has something, so that no zoom ends in nothing."""
    best = min(points, key=lambda one: (sum(_apart(one, other) * other.number for other in points), one.lon, one.lat))
    return best.lon, best.lat


def _apart(one: Weight, other: Weight) -> float:
    return math.hypot((one.lon - other.lon) * math.cos(math.radians(one.lat)), one.lat - other.lat)
