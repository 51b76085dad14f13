"""Every measure of every measuring set: readings of seed, april17b and july16, incidents of the two windows."""

from typing import Any

from accordingto.read.reader import Reader
from evals.score import score_sets
from evals.shared import MEASURING_SETS, Scores


def measure_all() -> Scores:
    """What is reached now, set by set."""
    reader = Reader()
    return {f"{name}: reading": flat(score_sets([name], reader)) for name in MEASURING_SETS}


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """A scorer's table as measure -> percent: "statement linked F1", "act accuracy"; what has no gold is left out."""
    rows: dict[str, float] = {}
    for name, value in scores.items():
        if isinstance(value, dict) and value["n"]:
            rows |= {f"{name} F1": value["f1"]} if "f1" in value else {f"{name} accuracy": value["acc"]}
    return rows
