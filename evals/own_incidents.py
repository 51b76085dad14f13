"""Scores incidents over windows of our own, and copies over all of FA-KES: `python -m evals.own_incidents`.

The windows of June, July, August 2016 and October 2017 are read from text; the 204 reports of the train sets are read
from text too, and once start from the annotators' readings. `own_incidents.md` says how the labels were made. What they
mark as in doubt is neither asked for nor wrong where it is found.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.reader import Reader
from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.copies import find_copies
from accordingto.show.export.incidents import incident_form
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from evals.adapter import gold_readings
from evals.shared import SHARED, TRAIN_SETS, WINDOWS, gold_rows, load_lines, load_scorer, need_shared
from evals.tables import table_lines

HERE = Path(__file__).resolve().parent
READ = ("june", "july", "august", "october")  # the windows that are read from text
GOLD = "train"  # the one whose readings are the annotators' too

Json = dict[str, Any]


def score_windows(reader: Reader) -> Json:
    """The incident scorer's table over the four windows taken together, end to end from text."""
    rows = _fakes_rows()
    gold = [incident for window in READ for incident in own_incidents(window)]
    found: list[Json] = []
    for window in READ:
        names = dict.fromkeys(name for one in own_incidents(window) for name in one["reports"])
        found += found_incidents([reader.read(report_of_row(rows[name])) for name in names])
    return score(gold, found)


def score_gold() -> Json:
    """The same over the train sets, with the annotators' readings."""
    return score(own_incidents(GOLD), found_incidents([one for name in TRAIN_SETS for one in gold_readings(name)]))


def score_train(reader: Reader) -> Json:
    """The same over the train sets, end to end from text."""
    rows = [row for name in TRAIN_SETS for row in gold_rows(name)]
    return score(own_incidents(GOLD), found_incidents([reader.read(report_of_row(row)) for row in rows]))


def own_incidents(window: str) -> list[Json]:
    """The labels of one window; a report of no larger incident stands in one of its own."""
    return [row for row in load_lines(HERE / "own_incidents.jsonl") if row["window"] == window]


def found_incidents(readings: Sequence[Reading]) -> list[Json]:
    """What is found in one case, in the scorer's form, without incidents that no report is about."""
    names = {reading.report.id: reading.report.name for reading in readings}
    return [incident_form(one, names) for one in compare_accounts(readings).incidents if one.incident.main]


def score(gold: Sequence[Json], found: Sequence[Json]) -> Json:
    """The scorer's table without its copies, which are judged pair by pair, and without what is in doubt."""
    scorer = load_scorer("eval_incidents")
    sure = [{**one, "disputes": [entry for entry in one["disputes"] if not entry.get("doubt")]} for one in gold]
    doubted = [{**one, "disputes": [entry for entry in one["disputes"] if entry.get("doubt")]} for one in gold]
    kept = [dict(one) for one in found]
    for name, key in (("disputes", "between"), ("updates", "update")):
        asked, doubtful = scorer.gold_entries(sure, key), scorer.gold_entries(doubted, key)
        for one in kept:
            one[name] = [entry for entry in one.get(name, []) if not _in_doubt(entry, asked, doubtful, scorer.agrees)]
    table: Json = scorer.score(sure, kept)
    return {measure: value for measure, value in table.items() if measure != "copies"}


def _in_doubt(entry: Json, asked: Iterable[Any], doubtful: Iterable[Any], agrees: Any) -> bool:
    """Whether it is one that the annotator left open, and none that was asked for."""
    mine = (entry["about"], set(entry["reports"]))
    return any(agrees(one, mine) for one in doubtful) and not any(agrees(one, mine) for one in asked)


def score_copies() -> Json:
    """Copies found among all reports of FA-KES that are in no measuring set, against the pairs judged by reading."""
    labels = load_lines(HERE / "own_copies.jsonl")
    left_out = {name for row in labels for name in row.get("left out", ())}
    judged = {frozenset(row["reports"]): row["copy"] for row in labels if "copy" in row}
    reports = [report_of_row(row) for name, row in _fakes_rows().items() if name not in left_out]
    found = {pair for pair in _pairs(reports) if judged.get(pair) != "doubt"}
    asked = {pair for pair, copy in judged.items() if copy == "yes"}
    prf: Json = load_scorer("eval_incidents").prf(len(asked), len(found), len(asked & found), len(asked & found))
    return {"copies": prf}


def _pairs(reports: Sequence[Report]) -> set[frozenset[str]]:
    names = {report.id: report.name for report in reports}
    return {frozenset((names[copy.first], names[copy.second])) for copy in find_copies(reports)}


def _fakes_rows() -> dict[str, Json]:
    """The reports of FA-KES by id, without those of the measuring windows."""
    measured = {row["id"] for name in WINDOWS for row in gold_rows(name)}
    rows = load_lines(SHARED / "data" / "fakes" / "reports.jsonl")
    return {row["id"]: row for row in rows if row["id"] not in measured}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    need_shared()
    reader = Reader()
    tables = {
        "own windows, end to end": score_windows(reader),
        "train sets, gold readings": score_gold(),
        "train sets, end to end": score_train(reader),
        "fakes, pairs of reports": score_copies(),
    }
    print(json.dumps(tables) if asked.json else "\n".join(table_lines(name, table) for name, table in tables.items()))


if __name__ == "__main__":
    main()
