"""Holds measured quality at its floors: `python -m evals.gate` fails and names every measure that fell below one.

`--write` also writes the measured table into docs/quality.md; `--raise-floors` lifts every floor to a margin below
what is reached.
Ends with 0 when every floor is held or the gold is absent, with 1 when one is not held or no longer measured.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals.measures import measure_all
from evals.quality import quality_page
from evals.shared import SHARED, Scores

PROJECT = Path(__file__).resolve().parents[1]
FLOORS = PROJECT / "evals" / "floors.json"
PAGE = PROJECT / "docs" / "quality.md"


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A measure of one set that is below its floor; `reached` is None where it was not measured at all."""

    set: str
    measure: str
    floor: float
    reached: float | None

    def __str__(self) -> str:
        reached = "not measured" if self.reached is None else f"{self.reached:.1f}"
        return f"{self.set}: {self.measure}: {reached}, floor {self.floor:.1f}"


def find_shortfalls(scores: Scores, floors: Scores) -> tuple[Shortfall, ...]:
    """Every floor that is not held, in the order of the floors."""
    asked = ((name, measure, floor) for name, row in floors.items() for measure, floor in row.items())
    found = (Shortfall(name, measure, floor, scores.get(name, {}).get(measure)) for name, measure, floor in asked)
    return tuple(short for short in found if short.reached is None or short.reached < short.floor)


MARGIN = 1.0  # points below what is reached: eight-bit arithmetic rounds differently from processor to processor


def raise_floors(scores: Scores, floors: Scores) -> Scores:
    """Floors a margin below what is reached now; one that stands higher stays, and so does one that is not measured."""
    names = [*scores, *(name for name in floors if name not in scores)]
    return {name: _raised(scores.get(name, {}), floors.get(name, {})) for name in names}


def _raised(reached: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    lifted = {measure: round(max(0.0, value - MARGIN), 1) for measure, value in reached.items()}
    return floors | {measure: max(value, floors.get(measure, value)) for measure, value in lifted.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="write docs/quality.md")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to just below what is reached now")
    asked = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print("evals: skipped, the folder `shared` with the gold does not lie beside the project")
        return 0
    scores = measure_all()
    floors: Scores = json.loads(FLOORS.read_text(encoding="utf-8"))
    if asked.raise_floors:
        floors = raise_floors(scores, floors)
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    page = quality_page(scores, floors)
    if asked.write:
        PAGE.write_text(page, encoding="utf-8")
    return _report(find_shortfalls(scores, floors), held=sum(map(len, floors.values())), stale=_is_stale(page))


def _is_stale(page: str) -> bool:
    return not PAGE.exists() or PAGE.read_text(encoding="utf-8") != page


def _report(short: tuple[Shortfall, ...], *, held: int, stale: bool) -> int:
    if stale:
        print("evals: docs/quality.md does not show these figures; `python -m evals.gate --write` renews it")
    for shortfall in short:
        print(f"evals: below its floor: {shortfall}")
    print(f"evals: {held - len(short)} of {held} floors held")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
