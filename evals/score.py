"""Scores readings of gold sets: `python -m evals.score april17b july16` or `python -m evals.score train`."""

import argparse
import json
from collections.abc import Sequence
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.show.export.exchange import exchange_form
from accordingto.terms.readings import Reading
from evals.shared import TRAIN_SETS, gold_annotations, gold_rows, load_scorer, need_shared
from evals.tables import table_lines


def read_set(name: str, reader: Reader) -> tuple[Reading, ...]:
    """The reader's own readings of every report of a set."""
    return tuple(reader.read(report_of_row(row)) for row in gold_rows(name))


def score_readings(names: Sequence[str], readings: Sequence[Reading]) -> dict[str, Any]:
    """The scorer's table over these sets taken together."""
    rows = [row for name in names for row in gold_rows(name)]
    golds = [gold for name in names for gold in gold_annotations(name)]
    found = [exchange_form(reading) for reading in readings]
    scores: dict[str, Any] = load_scorer("eval_reading").score(rows, golds, found)
    return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    need_shared()
    reader = Reader()
    for name in asked.sets:
        names = TRAIN_SETS if name == "train" else (name,)
        scores = score_readings(names, [reading for each in names for reading in read_set(each, reader)])
        print(json.dumps({name: scores}) if asked.json else table_lines(f"{name}: {scores['reports']} reports", scores))


if __name__ == "__main__":
    main()
