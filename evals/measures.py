"""Every measure of every measuring set: readings, times, voices and incidents of the gold, and others' dev sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from accordingto.read.reader import Reader
from evals.score import read_set, score_readings
from evals.shared import MEASURING_SETS, WINDOWS, Scores, load_lines
from evals.times import WIKIWARS_DEV, score_times

# The windows in which a measure stands on too few items for a floor of its own: july16 has two announcements, and of a
# window's 56 to 60 matched events one more, told amiss, takes nearly two points of mode or status. There it is held to
# a floor over both windows together.
FEW = {
    "announcement F1": WINDOWS,
    "event mode accuracy": ("july16",),
    "event status accuracy": ("april17b",),
}

NO_SHARE = ("number of origins, mean error",)

if TYPE_CHECKING:
    from evals.coreference import Match
    from evals.origins import Table as OriginTable


def measure_all() -> Scores:
    """What is reached now, by set and kind: "april17b: reading"."""
    # Late: these look into the folder `shared` as soon as they are imported, and the gate runs without it too.
    from evals.adapter import gold_readings
    from evals.coreference import load_measured, score_coreference
    from evals.datelines import judge_set, right_days
    from evals.fakes import free_rows, reader_filler, score_fakes
    from evals.origins import score_origins
    from evals.outcomes import judge_cases, outcomes_table
    from evals.own_incidents import score_copies, score_gold, score_train, score_windows
    from evals.places import score_places
    from evals.plover import score_quads, score_types
    from evals.polnear import score_polnear
    from evals.score_incidents import score_incidents

    reader = Reader()
    own = {name: read_set(name, reader) for name in MEASURING_SETS}
    reading = {f"{name}: reading": _by_itself(name, score_readings((name,), own[name])) for name in MEASURING_SETS}
    both = flat(score_readings(WINDOWS, [one for name in WINDOWS for one in own[name]]))
    reading["both windows: reading"] = {measure: both[measure] for measure in FEW}
    gold = {f"{name}: incidents, gold readings": flat(score_incidents(name, gold_readings(name))) for name in WINDOWS}
    ends = {f"{name}: incidents, end to end": flat(score_incidents(name, own[name])) for name in WINDOWS}
    gold["train: incidents, gold readings"] = flat(score_gold())
    ends["own windows: incidents, end to end"] = flat(score_windows(reader))
    ends["train: incidents, end to end"] = flat(score_train(reader))
    copies = {"fakes: copies, judged pair by pair": flat(score_copies())}
    times = {f"{name}: times of events": {"day accuracy": right_days(judge_set(name))} for name in WINDOWS}
    voices = {f"{name}: who is who": _voices(score_coreference(load_measured(name))) for name in WINDOWS}
    return (
        reading
        | gold
        | ends
        | copies
        | voices
        | origin_shares(score_origins(own["april17b"]))
        | times
        | _wikiwars()
        | {"polnear dev: attributions, PolNeAR's convention": _polnear(score_polnear("dev"))}
        | {"geowebnews dev: places": score_places(reader).table()}
        | {"fakes: slots of FA-KES": _fakes(score_fakes(reader_filler(reader), free_rows()))}
        | {"gsr dev: deeds, PLOVER's convention": score_types()}
        | {"cameo quad dev: deeds, PLOVER's convention": score_quads()}
        | _followed(outcomes_table(judge_cases(reader)))
    )


def _followed(tables: Scores) -> Scores:
    """The invented announcements followed, without what the commonest kind alone would reach: nobody holds that."""
    kept = ("kind accuracy", "hours late right")
    return {
        f"invented, {name}: outcomes of announcements": {m: v for m, v in table.items() if m in kept}
        for name, table in tables.items()
    }


def _by_itself(name: str, scores: dict[str, Any]) -> dict[str, float]:
    """A set's own table; of a window without what is so rare there that one item more or less decides."""
    return {measure: value for measure, value in flat(scores).items() if name not in FEW.get(measure, ())}


def _voices(scores: dict[str, dict[str, Match]]) -> dict[str, float]:
    """Of all sources: the pronouns alone are too few for a floor."""
    found = scores["read_mentions"]["sources"]
    values = {"sources pair F1": found.pair_f1, "sources B3 F1": found.bcubed_f1}
    return {name: round(100 * value, 1) for name, value in values.items() if value is not None}


def origin_shares(scores: dict[str, dict[str, OriginTable]]) -> Scores:
    """Of all incidents; the mean error is no share and has no floor, and the baseline is not ours."""
    return {
        f"april17b: origins, {way}": {
            name: round(100 * value, 1)
            for name, value in scores[way]["all incidents"].items()
            if value is not None and name not in NO_SHARE
        }
        for way in ("gold readings", "end to end")
    }


def _wikiwars() -> Scores:
    """Nothing where the texts are not there."""
    if not WIKIWARS_DEV.is_file():
        return {}
    return {"wikiwars dev: times, TIMEX2's convention": score_times(load_lines(WIKIWARS_DEV)).table}


def _polnear(scores: dict[str, Any]) -> dict[str, float]:
    rows = {f"{name} F1": scores[name]["f1"] for name in ("linked", "linked_speech", "content_iou50")}
    rows |= {f"exact fragment {role} F1": value["f1"] for role, value in scores["exact_fragment"].items()}
    rows["direct-quote recall"] = scores["direct_quote_recall"]
    return {name: round(100 * value, 1) for name, value in rows.items()}


def _fakes(scores: dict[str, float]) -> dict[str, float]:
    return {f"{slot} exact": value for slot, value in scores.items()}


def flat(scores: dict[str, Any]) -> dict[str, float]:
    """A scorer's table as measure -> percent: "blame F1", "act accuracy"; what has no gold is left out."""
    rows: dict[str, float] = {}
    for name, value in scores.items():
        if isinstance(value, dict) and value["n"]:
            rows |= {f"{name} F1": value["f1"]} if "f1" in value else {f"{name} accuracy": value["acc"]}
    return rows
