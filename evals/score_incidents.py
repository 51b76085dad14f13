"""Scores incidents across reports: `python -m evals.score_incidents april17b july16 [--gold]`.

Without --gold the readings are the reader's own, end to end from text; with it the gold annotations are the readings.
Incidents that no report is about (`main` false) are left out: the codebook makes incidents of main events.
"""

import argparse
import json
from collections.abc import Sequence
from typing import Any

from accordingto.reconcile.accounts import compare_accounts
from accordingto.show.export.incidents import incident_form
from accordingto.terms.readings import Reading
from evals.adapter import gold_readings
from evals.shared import gold_incidents, load_scorer
from evals.tables import table_lines


def score_incidents(name: str, readings: Sequence[Reading]) -> dict[str, Any]:
    """The incident scorer's table for one set."""
    names = {reading.report.id: reading.report.name for reading in readings}
    found = [incident_form(one, names) for one in compare_accounts(readings).incidents if one.incident.main]
    scores: dict[str, Any] = load_scorer("eval_incidents").score(gold_incidents(name), found)
    return scores


def _read(name: str) -> tuple[Reading, ...]:
    from accordingto.read.reader import Reader  # late: with --gold no reader is needed
    from evals.score import read_set

    return tuple(read_set(name, Reader()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--gold", action="store_true", help="feed the gold annotations in as readings")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    for name in asked.sets:
        scores = score_incidents(name, gold_readings(name) if asked.gold else _read(name))
        print(json.dumps({name: scores}) if asked.json else table_lines(_heading(name, scores), scores))


def _heading(name: str, scores: dict[str, Any]) -> str:
    return f"{name}: {scores['incidents']} incidents, {scores['reports']} reports"


if __name__ == "__main__":
    main()
