"""The folder `shared` beside the project: gold, texts and the scorers. Absent on most machines."""

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOLD = SHARED / "gold"
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
    return load_lines(GOLD / f"{name}.reports.jsonl")


def gold_annotations(name: str) -> list[dict[str, Any]]:
    """The annotations of one set."""
    return load_lines(GOLD / f"{name}.annotations.jsonl")


def gold_incidents(name: str) -> list[dict[str, Any]]:
    """The incidents across the reports of one set (april17b and july16 have them)."""
    return load_lines(GOLD / f"{name}.incidents.jsonl")
