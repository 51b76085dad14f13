"""Scores the reader on the slots of FA-KES: `python -m evals.fakes`, beside two baselines in the same command.

FA-KES's crowd workers wrote one incident for each report: how many civilians and others were killed, in which province,
of what, by whom. Of a whole reading this asks only what the report is about, so all three systems choose alike: of the
counts they found, the one told most often, the first where two are told as often.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.terms.events import Event, EventType
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.readings import Reading
from evals.shared import MEASURING_SETS, SHARED, TRAIN_SETS, gold_rows, load_lines, need_shared

FAKES = SHARED / "data" / "fakes"
WORDS: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "fakes_words.toml").read_text(encoding="utf-8"))
ARMED = frozenset({Who.FIGHTERS, Who.SOLDIERS, Who.POLICE})
WAR_TOLL = 10_000  # no incident of these reports killed so many
UNKNOWN = "unknown"
WORD = re.compile(r"[\w'’.-]+")


@dataclass(frozen=True, slots=True)
class Slots:
    """What one report is about. A count is 0 also where nothing is known, as in FA-KES."""

    civilians: int
    noncivilians: int
    province: str
    cause: str
    actor: str


Filler = Callable[[Mapping[str, Any]], Slots]


def free_rows() -> list[tuple[Mapping[str, Any], Slots]]:
    """Every report that is in no gold set, with its slots."""
    taken = {row["id"] for name in (*TRAIN_SETS, *MEASURING_SETS) for row in gold_rows(name)}
    slots = {row["id"]: _slots(row) for row in load_lines(FAKES / "slots.jsonl")}
    rows = load_lines(FAKES / "reports.jsonl")
    return [(row, slots[row["id"]]) for row in rows if row["id"] not in taken and row["id"] in slots]


def _slots(row: Mapping[str, Any]) -> Slots:
    killed = row["killed"]
    return Slots(killed["civilians"], killed["noncivilians"], row["location"], row["cause_of_death"], row["actor"])


def read_slots(reading: Reading) -> Slots:
    """The slots that our reading fills."""
    killed = _main_tolls(reading)
    main = _main_event(reading)
    return Slots(
        told_most(figure.low or figure.high or 0 for figure in killed if figure.who not in ARMED),
        told_most(figure.low or figure.high or 0 for figure in killed if figure.who in ARMED),
        _province(reading, main),
        WORDS["modes"].get(main.mode, UNKNOWN) if main else UNKNOWN,
        _actor(reading, main),
    )


def _main_tolls(reading: Reading) -> list[Figure]:
    """The dead of what the report is about, where any are; vague counts only where nothing else is told."""
    killed = [figure for figure in reading.figures if _is_toll(figure)]
    ours = [f for f in killed if f.event is not None and reading.events[f.event].main] or killed
    return [figure for figure in ours if figure.bound is not Bound.VAGUE] or ours


def _is_toll(figure: Figure) -> bool:
    counted = figure.low or figure.high or 0
    return figure.harm is Harm.KILLED and figure.part_of is None and 0 < counted < WAR_TOLL


def told_most(counts: Iterable[int]) -> int:
    """The count told most often, the first of those told as often; 0 where none is told."""
    ranked = Counter(counts).most_common(1)
    return ranked[0][0] if ranked else 0


def _main_event(reading: Reading) -> Event | None:
    """The first assault that the report is about, else the first event with a mode."""
    assaults = [event for event in reading.events if event.type is EventType.ASSAULT]
    mains = [event for event in assaults if event.main]
    return next(iter(mains or assaults), None)


def _province(reading: Reading, main: Event | None) -> str:
    spot = reading.places[main.spot].spot if main and main.spot is not None else None
    named = [spot, *(place.spot for place in reading.places)]
    provinces = (find_value(f"{spot.admin1 or ''} {spot.name}", "provinces") for spot in named if spot)
    return next((province for province in provinces if province), UNKNOWN)


def _actor(reading: Reading, main: Event | None) -> str:
    """Who did the main event or is blamed for it, else who is blamed for anything."""
    blamed = sorted(reading.blame, key=lambda blame: main is None or blame.event != reading.events.index(main))
    named = [*(main.actor if main else ()), *(blame.actor for blame in blamed)]
    values = (find_value(anchor.exact, "actors") for anchor in named)
    return next((value for value in values if value), UNKNOWN)


def find_value(words: str, kind: str) -> str | None:
    """The first value of this kind that one of its words stands for."""
    plain = (word.strip(".'’-").removesuffix("'s").removesuffix("’s") for word in WORD.findall(words.lower()))
    padded = f" {' '.join(plain)} "
    for value, names in WORDS[kind].items():
        if any(f" {name} " in padded for name in names):
            return str(value)
    return None


def score_fakes(fill: Filler, rows: Sequence[tuple[Mapping[str, Any], Slots]]) -> dict[str, float]:
    """Percent of the reports whose slot is filled exactly as in FA-KES."""
    pairs = [(fill(row), slots) for row, slots in rows]
    rights: dict[str, Callable[[Slots, Slots], bool]] = {
        "civilians killed": lambda found, slots: found.civilians == slots.civilians,
        "noncivilians killed": lambda found, slots: found.noncivilians == slots.noncivilians,
        "both killed": lambda found, slots: _killed(found) == _killed(slots),
        "province": lambda found, slots: found.province == slots.province,
        "cause": lambda found, slots: found.cause == slots.cause,
        "actor": lambda found, slots: found.actor == slots.actor,
    }
    return {name: round(100 * sum(right(*pair) for pair in pairs) / len(pairs), 1) for name, right in rights.items()}


def _killed(slots: Slots) -> tuple[int, int]:
    return slots.civilians, slots.noncivilians


def reader_filler(reader: Reader) -> Filler:
    """Fills slots with this reader."""
    return lambda row: read_slots(reader.read(report_of_row(row)))


def main() -> None:
    need_shared()
    from evals.fakes_baselines import fill_by_pattern, fill_by_window

    rows = free_rows()
    fillers = {"pattern": fill_by_pattern, "window": fill_by_window, "reader": reader_filler(Reader())}
    scores = {name: score_fakes(fill, rows) for name, fill in fillers.items()}
    print(f"{len(rows)} reports in no gold set")
    print(f"{'':22}" + "".join(f"{name:>10}" for name in scores))
    for slot in scores["reader"]:
        print(f"{slot:22}" + "".join(f"{row[slot]:>10}" for row in scores.values()))


if __name__ == "__main__":
    main()
