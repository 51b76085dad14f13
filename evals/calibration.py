"""How far the confidence of attributions can be trusted: `python -m evals.calibration april17b july16`.

A statement counts as right as in `eval_reading.py`: its content overlaps a gold content by half and the sources touch.
"""

import argparse
from collections.abc import Iterable, Sequence
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.show.export.exchange import exchange_form
from evals.shared import gold_annotations, gold_rows, load_scorer, need_shared

BINS = 10

Judged = tuple[float, bool]


def judge_set(name: str, reader: Reader) -> list[Judged]:
    """(confidence, right) of every statement that the reader finds in a set."""
    scorer = load_scorer("eval_reading")
    golds = {gold["id"]: gold for gold in gold_annotations(name)}
    judged: list[Judged] = []
    for row in gold_rows(name):
        reading = reader.read(report_of_row(row))
        found = exchange_form(reading)["statements"]
        right = _right(scorer, reading.report.body, golds[row["id"]].get("statements", []), found)
        judged += [(item["confidence"], index in right) for index, item in enumerate(found)]
    return [(chance, hit) for chance, hit in judged if chance is not None]


def _right(scorer: Any, body: str, gold: Sequence[Any], found: Sequence[Any]) -> set[int]:
    """Indexes of the found statements that match a gold one and its source."""
    wanted = [(scorer.gold_ranges(body, g, "content"), scorer.gold_ranges(body, g, "source")) for g in gold]
    had = [(scorer.pred_ranges(f, "content"), scorer.pred_ranges(f, "source")) for f in found]
    pairs = scorer.pair(wanted, had, lambda a, b: scorer.iou(a[0], b[0]), 0.5)
    return {j for i, j in pairs if scorer.same_source(wanted[i][1], had[j][1])}


def calibration_error(judged: Iterable[Judged]) -> float:
    """Expected calibration error over ten bins of equal width: mean distance of confidence and share right."""
    bins: list[list[Judged]] = [[] for _ in range(BINS)]
    for chance, right in judged:
        bins[min(int(chance * BINS), BINS - 1)].append((chance, right))
    total = sum(map(len, bins))
    return sum(abs(sum(c for c, _ in b) - sum(r for _, r in b)) for b in bins) / total if total else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    asked = parser.parse_args()
    need_shared()
    reader = Reader()
    for name in asked.sets:
        judged = judge_set(name, reader)
        mean = sum(chance for chance, _ in judged) / len(judged)
        share = sum(right for _, right in judged) / len(judged)
        print(f"{name}: {len(judged)} statements, mean confidence {mean:.3f}, right {share:.3f}, ", end="")
        print(f"expected calibration error {calibration_error(judged):.3f}")


if __name__ == "__main__":
    main()
