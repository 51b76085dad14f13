"""The folder `shared` beside the project: gold, texts and the scorers. Absent on most machines."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"
OWN = Path(__file__).resolve().parents[1] / "training" / "annotations"  # our labels as offsets, the texts in `shared`
TRAIN_SETS = tuple(f"train{n}" for n in range(1, 7))
MEASURING_SETS = ("seed", "april17b", "july16")  # never to learn from
WINDOWS = ("april17b", "july16")  # those with incidents across their reports

Scores = dict[str, dict[str, float]]  # set and kind -> measure -> percent


def need_shared() -> None:
    """Stop with one sentence where the folder is absent."""
    if not SHARED.is_dir():
        sys.exit("the folder `shared` with the gold does not lie beside the project: nothing to measure against")


def load_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file, in order."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load_scorer(name: str) -> ModuleType:
    """One of the scorers of `shared/eval`, as a module."""
    spec = importlib.util.spec_from_file_location(name, SHARED / "eval" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_rows(name: str) -> list[dict[str, Any]]:
    """The rows of one set's reports, as they lie in the file."""
    if not _is_own(name):
        return load_lines(GOLD / f"{name}.reports.jsonl")
    rows = {row["id"]: row for row in load_lines(SHARED / "data" / "fakes" / "reports.jsonl")}
    return [rows[label["id"]] for label in load_lines(OWN / f"{name}.jsonl")]


def gold_annotations(name: str) -> list[dict[str, Any]]:
    """The annotations of one set; of our own sets only statements and announcements."""
    if not _is_own(name):
        return load_lines(GOLD / f"{name}.annotations.jsonl")
    labels = load_lines(OWN / f"{name}.jsonl")
    bodies = [row["title"] + "\n\n" + row["text"] for row in gold_rows(name)]
    return [in_words(label, body) for label, body in zip(labels, bodies, strict=True)]


def _is_own(name: str) -> bool:
    return (OWN / f"{name}.jsonl").exists()


def in_words(value: Any, body: str) -> Any:
    """Labels kept as offsets in the scorers' form: the words, and under `key@` which occurrence of them it is."""
    if isinstance(value, list):
        return [in_words(item, body) for item in value]
    if not isinstance(value, dict):
        return value
    out: dict[str, Any] = {}
    for key, item in value.items():
        ranges = item if isinstance(item, list) and item and isinstance(item[0], list) else [item]
        if not all(isinstance(one, list) and [type(end) for end in one] == [int, int] for one in ranges):
            out[key] = in_words(item, body)
        elif ranges is item:
            out[key] = [body[start:end] for start, end in ranges]
            out[key + "@"] = [_occurrence(body, start, end) for start, end in ranges]
        else:
            out[key], out[key + "@"] = body[slice(*item)], _occurrence(body, *item)
    return out


def _occurrence(body: str, start: int, end: int) -> int:
    """Which occurrence of its words this is, from 1, counted as the scorers do: each search begins a character on."""
    words, count, at = body[start:end], 0, -1
    while at < start:
        at = body.find(words, at + 1)
        count += 1
    return count


def gold_incidents(name: str) -> list[dict[str, Any]]:
    """The incidents across the reports of one set (april17b and july16 have them)."""
    return load_lines(GOLD / f"{name}.incidents.jsonl")
