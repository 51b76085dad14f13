"""Every measure: readings, voices and incidents of the gold, attributions of PolNeAR dev, deeds of single sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accordingto.read.reader import Reader
from evals.score import read_set, score_readings
from evals.shared import MEASURING_SETS, WINDOWS, Scores

if TYPE_CHECKING:
    from evals.coreference import Match


def measure_all() -> Scores:
    """What is reached now, by set and kind: "april17b: reading"."""
    # Late: these look into the folder `shared` as soon as they are imported, and the gate runs without it too.
    from evals.adapter import gold_readings
    from evals.coreference import load_measured, score_coreference
    from evals.plover import score_quads, score_types
    from evals.polnear import score_polnear
    from evals.score_incidents import score_incidents

    reader = Reader()
    own = {name: read_set(name, reader) for name in MEASURING_SETS}
    reading = {f"{name}: reading": flat(score_readings((name,), own[name])) for name in MEASURING_SETS}
    gold = {f"{name}: incidents, gold readings": flat(score_incidents(name, gold_readings(name))) for name in WINDOWS}
    ends = {f"{name}: incidents, end to end": flat(score_incidents(name, own[name])) for name in WINDOWS}
    voices = {f"{name}: who is who": _voices(score_coreference(load_measured(name))) for name in WINDOWS}
    return (
        reading
        | gold
        | ends
        | voices
        | {"polnear dev: attributions, PolNeAR's convention": _polnear(score_polnear("dev"))}
        | {"gsr dev: deeds, PLOVER's convention": score_types()}
        | {"cameo quad dev: deeds, PLOVER's convention": score_quads()}
    )


def _voices(scores: dict[str, dict[str, Match]]) -> dict[str, float]:
    """Of all sources: the pronouns alone are too few for a floor."""
    found = scores["read_mentions"]["sources"]
    values = {"sources pair F1": found.pair_f1, "sources B3 F1": found.bcubed_f1}
    return {name: round(100 * value, 1) for name, value in values.items() if value is not None}


def _polnear(scores: dict[str, Any]) -> dict[str, float]:
    rows = {f"{name} F1": scores[name]["f1"] for name in ("linked", "linked_speech", "content_iou50")}
    rows |= {f"exact fragment {role} F1": value["f1"] for role, value in scores["exact_fragment"].items()}
    rows["direct-quote recall"] = scores["direct_quote_recall"]
    return {name: round(100 * value, 1) for name, value in rows.items()}


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """A scorer's table as measure -> percent: "blame F1", "act accuracy"; what has no gold is left out."""
    rows: dict[str, float] = {}
    for name, value in scores.items():
        if isinstance(value, dict) and value["n"]:
            rows |= {f"{name} F1": value["f1"]} if "f1" in value else {f"{name} accuracy": value["acc"]}
    return rows
