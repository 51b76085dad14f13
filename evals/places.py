"""Scores reading of places on GeoWebNews dev, news of all kinds: `python -m evals.places`.

Literal toponyms are those that GeoWebNews types Literal, Literal_Modifier, Mixed, Coercion or Embedded_Literal: a place
is meant, be it as a noun or an adjective. One is recognised when a place that reading finds covers at least half of the
characters that the two fill together; each counts once. A find on a toponym of any other type ("Washington" for a
government, "Russian") is neither right nor wrong, and neither is one in the title, which GeoWebNews leaves unmarked.
`--strict` counts every find in the text that is no literal toponym as wrong.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import starmap
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from typing import Any

from accordingto.read.reader import Reader
from accordingto.terms.places import Place
from accordingto.terms.reports import Report
from evals.shared import SHARED, load_lines, need_shared

Json = dict[str, Any]
GOLD = SHARED / "data" / "places" / "geowebnews_dev.jsonl"
LITERAL = ("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal")
SHARED_PART = 0.5  # of the characters that two ranges fill together
NEAR_KM = 161.0  # a hundred miles, the usual bound for a place put right
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Scores:
    """`wrong` finds touch no toponym, `other` ones one that is not literal; `km` are of those recognised and resolved.

    `placed` are the literal toponyms that GeoWebNews gives a point.
    """

    gold: int
    placed: int
    right: int
    wrong: int
    other: int
    km: tuple[float, ...]

    def recognised(self, *, strict: bool = False) -> tuple[float, float, float]:
        """Precision, recall and F1 of the literal toponyms."""
        found = self.right + self.wrong + (self.other if strict else 0)
        p, r = (self.right / n if n else 0.0 for n in (found, self.gold))
        return p, r, 2 * p * r / (p + r) if p + r else 0.0

    @property
    def near(self) -> int:
        return sum(km <= NEAR_KM for km in self.km)

    def table(self) -> dict[str, float]:
        """Measure -> percent, for the gate."""
        rows = {
            "literal recognised F1": self.recognised()[2],
            "within 161 km": self.near / len(self.km) if self.km else 0.0,
            "end to end": self.near / self.placed if self.placed else 0.0,
        }
        return {name: round(100 * value, 1) for name, value in rows.items()}


def score_places(reader: Reader, path: Path = GOLD) -> Scores:
    """What reading makes of every article of the file."""
    parts = [score_article(row, read_article(row, reader)) for row in load_lines(path)]
    return Scores(
        gold=sum(part.gold for part in parts),
        placed=sum(part.placed for part in parts),
        right=sum(part.right for part in parts),
        wrong=sum(part.wrong for part in parts),
        other=sum(part.other for part in parts),
        km=tuple(km for part in parts for km in part.km),
    )


def read_article(row: Json, reader: Reader) -> tuple[Place, ...]:
    """The places of the article's text, the title's left out."""
    report = Report.of(title=row["title"], text=row["text"], outlet="")
    begins = len(report.title) + 2
    return tuple(place for place in reader.read_places(report) if place.anchor.start >= begins)


def score_article(row: Json, places: Sequence[Place]) -> Scores:
    """The scores of one article."""
    begins = len(row["title"]) + 2
    literal = [one for one in row["toponyms"] if one["type"] in LITERAL]
    others = [one for one in row["toponyms"] if one["type"] not in (*LITERAL, "Non_Toponym")]
    pairs = dict(_pairs(literal, places, begins))
    free = [place for number, place in enumerate(places) if number not in pairs.values()]
    excused = sum(any(_touch(one, place, begins) for one in (*others, *literal)) for place in free)
    km = tuple(starmap(_km, _points(literal, places, pairs)))
    placed = sum(one.get("lat") is not None for one in literal)
    return Scores(len(literal), placed, len(pairs), len(free) - excused, excused, km)


def _pairs(literal: Sequence[Json], places: Sequence[Place], begins: int) -> Iterator[tuple[int, int]]:
    """Numbers of a toponym and the place that it is recognised by, each once, the best first."""
    shared = ((_shared(one, place, begins), i, j) for i, one in enumerate(literal) for j, place in enumerate(places))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, i, j in sorted((row for row in shared if row[0] >= SHARED_PART), reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def _shared(one: Json, place: Place, begins: int) -> float:
    start, end = one["start"] + begins, one["end"] + begins
    both = min(end, place.anchor.end) - max(start, place.anchor.start)
    return both / (end - start + place.anchor.end - place.anchor.start - both) if both > 0 else 0.0


def _touch(one: Json, place: Place, begins: int) -> bool:
    return bool(one["start"] + begins < place.anchor.end and place.anchor.start < one["end"] + begins)


def _points(
    literal: Sequence[Json], places: Sequence[Place], pairs: dict[int, int]
) -> Iterator[tuple[float, float, float, float]]:
    for i, j in pairs.items():
        spot, one = places[j].spot, literal[i]
        if spot and spot.lat is not None and spot.lon is not None and one.get("lat") is not None:
            yield one["lat"], one["lon"], spot.lat, spot.lon


def _km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    up, across = radians(other_lat - lat) / 2, radians(other_lon - lon) / 2
    half = sin(up) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--strict", action="store_true", help="count finds on toponyms that are not literal as wrong")
    asked = parser.parse_args()
    need_shared()
    scores = score_places(Reader())
    p, r, f1 = (100 * value for value in scores.recognised(strict=asked.strict))
    print(f"literal recognised  p {p:.1f}  r {r:.1f}  f1 {f1:.1f}  n {scores.gold}")
    for name, value in list(scores.table().items())[1:]:
        print(f"{name:19} {value:.1f}  n {len(scores.km) if 'km' in name else scores.placed}")
    print(f"median error        {median(scores.km):.1f} km" if scores.km else "median error        -")


if __name__ == "__main__":
    main()
