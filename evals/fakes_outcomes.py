"""Scores what became of announcements in real reports: `python -m evals.fakes_outcomes`, FA-KES outside the windows.

`fakes_outcomes.jsonl` has every announcement that the reader found there when it was made, by its report and the
offsets of its words, with the kinds of outcome that reports of the same case bear out; "silent" where none tells of it.
They were set by whoever changed the rules and while he did, from the announcements and a search of later sentences for
the likely ones; all others are "silent" by default. Where it was in doubt several kinds stand there: such an
announcement is not missed, and with one of these kinds it is not wrong.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.outcomes import follow_commitments
from accordingto.terms.findings import Outcome, OutcomeKind
from accordingto.terms.readings import Reading
from evals.shared import MEASURING_SETS, SHARED, gold_rows, load_lines, need_shared

MARKS = Path(__file__).resolve().parent / "fakes_outcomes.jsonl"
SILENT = "silent"
SILENCE = (OutcomeKind.WAITING, OutcomeKind.OVERDUE)


def read_fakes(reader: Reader) -> tuple[Reading, ...]:
    """The readings of every report of FA-KES that no measuring set has."""
    measured = {row["id"] for name in MEASURING_SETS for row in gold_rows(name)}
    rows = load_lines(SHARED / "data" / "fakes" / "reports.jsonl")
    return tuple(reader.read(report_of_row(row)) for row in rows if row["id"] not in measured)


def follow_all(readings: Sequence[Reading]) -> tuple[Outcome, ...]:
    """What became of every announcement, all reports in one case."""
    return follow_commitments(readings, find_copies(reading.report for reading in readings))


def score_told(readings: Sequence[Reading], outcomes: Iterable[Outcome]) -> dict[str, float]:
    """Of what is told of marked announcements the share that is right, and of what is to be told the share that is."""
    names = {reading.report.id: reading.report.ref for reading in readings}
    found = {(names[one.report_id], one.what.start, one.what.end): one.kind for one in outcomes}
    marks = {(row["report"], *row["what"]): row["kinds"] for row in load_lines(MARKS)}
    told = {key: kind.value for key, kind in found.items() if kind not in SILENCE and key in marks}
    asked = {key for key, kinds in marks.items() if SILENT not in kinds}
    right = {key for key, kind in told.items() if kind in marks[key]}
    return {
        "marked": len(marks.keys() & found.keys()),
        "told": len(told),
        "precision": _percent(len(right), len(told)),
        "asked": len(asked),
        "recall": _percent(len(right & asked), len(asked)),
    }


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def main() -> None:
    need_shared()
    readings = read_fakes(Reader())
    scores: dict[str, Any] = score_told(readings, follow_all(readings))
    print(json.dumps({"outcomes of announcements, FA-KES outside the windows": scores}))


if __name__ == "__main__":
    main()
