"""Extents: how widely a place is drawn, which place lies in which, and how far apart two are."""

from math import cos, hypot, radians

from accordingto.terms.places import Place, Spot

KINDS = ("site", "district", "city", "region", "admin1", "country")  # of the gazetteer, the finest first
METROPOLIS = 1_000_000  # people: "Eastern Ghouta near the capital Damascus" tells more by the region
UNRESOLVED = 1  # a name that no gazetteer knows is as fine as a quarter: most are villages and streets
COUNTRY = KINDS.index("country")


def fineness(place: Place) -> tuple[int, int]:
    """How widely a place is drawn, the finest first: street, quarter, town, region or metropolis, province."""
    spot = place.spot
    if spot is None:
        return UNRESOLVED, 0
    kind = "region" if spot.kind not in KINDS or (spot.kind == "city" and spot.population >= METROPOLIS) else spot.kind
    return KINDS.index(kind), spot.population


def holds(wide: Place, narrow: Place) -> bool:
    """Whether one is the country, the province or the city that the other lies in."""
    outer, inner = wide.spot, narrow.spot
    if outer is None:
        return False
    if outer.kind in ("country", "region"):
        return inner is None or outer.country in (None, inner.country)
    if inner is None or outer.country != inner.country:
        return False
    return outer.admin1 == inner.admin1 and (outer.kind == "admin1" or outer.name == outer.admin1)


def kilometres(one: Spot, other: Spot) -> float:
    """How far apart two places are; infinitely far where one has no point. Exact enough for places of one country."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return hypot(one.lat - other.lat, (one.lon - other.lon) * cos(radians(one.lat))) * 111.2
