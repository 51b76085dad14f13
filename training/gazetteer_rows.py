"""Rows of the gazetteer on their way into its file."""

from dataclasses import dataclass, field
from math import cos, hypot, radians


@dataclass
class Row:
    """A place on its way into the file."""

    id: str
    name: str
    kind: str
    country: str
    admin1: str
    lat: float
    lon: float
    people: int
    names: set[str] = field(default_factory=set)


def km(one: Row, other: Row) -> float:
    """About how far two places of one part of the world are apart."""
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2
