"""Scores readings of gold sets: `python -m evals.score april17b july16` or `python -m evals.score train`."""

import argparse
import json
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.show.export.exchange import exchange_form
from evals.shared import TRAIN_SETS, gold_annotations, gold_rows, load_scorer


def score_sets(names: list[str], reader: Reader) -> dict[str, Any]:
    """The scorer's table over these sets taken together."""
    rows = [row for name in names for row in gold_rows(name)]
    golds = [gold for name in names for gold in gold_annotations(name)]
    readings = [exchange_form(reader.read(report_of_row(row))) for row in rows]
    scores: dict[str, Any] = load_scorer("eval_reading").score(rows, golds, readings)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    reader = Reader()
    for name in asked.sets:
        scores = score_sets(list(TRAIN_SETS) if name == "train" else [name], reader)
        print(json.dumps({name: scores}) if asked.json else _lines(name, scores))


def _lines(name: str, scores: dict[str, Any]) -> str:
    rows = [f"{name}: {scores['reports']} reports"]
    for key, value in scores.items():
        if isinstance(value, dict):
            rows.append(f"  {key:18} " + "  ".join(f"{k} {v}" for k, v in value.items()))
    return "\n".join(rows)


if __name__ == "__main__":
    main()
