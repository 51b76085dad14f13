"""Every measure of every measuring set: readings of all three, incidents of the two windows."""

from typing import Any

from accordingto.read.reader import Reader
from evals.score import read_set, score_readings
from evals.shared import MEASURING_SETS, WINDOWS, Scores


def measure_all() -> Scores:
    """What is reached now, by set and kind: "april17b: reading"."""
    # Late: these look into the folder `shared` as soon as they are imported, and the gate runs without it too.
    from evals.adapter import gold_readings
    from evals.score_incidents import score_incidents

    reader = Reader()
    own = {name: read_set(name, reader) for name in MEASURING_SETS}
    reading = {f"{name}: reading": flat(score_readings((name,), own[name])) for name in MEASURING_SETS}
    gold = {f"{name}: incidents, gold readings": flat(score_incidents(name, gold_readings(name))) for name in WINDOWS}
    ends = {f"{name}: incidents, end to end": flat(score_incidents(name, own[name])) for name in WINDOWS}
    return reading | gold | ends


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """A scorer's table as measure -> percent: "blame F1", "act accuracy"; what has no gold is left out."""
    rows: dict[str, float] = {}
    for name, value in scores.items():
        if isinstance(value, dict) and value["n"]:
            rows |= {f"{name} F1": value["f1"]} if "f1" in value else {f"{name} accuracy": value["acc"]}
    return rows
