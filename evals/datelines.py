"""How well the day that a report counts from is known: `python -m evals.datelines train`.

The gold names no dateline, but the words and the day of events: "on Tuesday" is 6 August only when the report's day is
known. Counted are the gold's words of time that the reader finds, and of these the ones it puts on the gold's day, in
reports that carry a dateline of their own and in those that only have a day of publication.
"""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeMention
from evals.shared import TRAIN_SETS, gold_annotations, gold_rows, load_scorer, need_shared

Judged = tuple[
    bool, bool, bool
]  # whether the report has a dateline; whether the words are found; whether the day is right


def judge_set(name: str) -> Iterator[Judged]:
    """One judgement for each of the gold's events that has words of time and a date."""
    words, sentences, scorer = TimeWords.load(), SentenceWords.load(), load_scorer("eval_reading")
    for row, gold in zip(gold_rows(name), gold_annotations(name), strict=True):
        report = report_of_row(row)
        times = read_times(divide(report, sentences), words)
        for event in gold.get("events", []):
            if event.get("time") and event.get("date"):
                yield _judge(report, times, scorer.gold_ranges(report.body, event, "time"), event["date"])


def _judge(report: Report, times: Sequence[TimeMention], ranges: Iterable[Sequence[int]], day: str) -> Judged:
    found = [t for t in times for start, end in ranges if t.anchor.start < end and start < t.anchor.end]
    return report.written is not None, bool(found), any(_is_of(time, day) for time in found)


def _is_of(time: TimeMention, day: str) -> bool:
    """Whether the time is the gold's date, or the beginning of it ("since May")."""
    return day in (time.value, time.date) or day.split("/")[0] in (time.value, time.date)


def right_days(judged: Iterable[Judged]) -> float:
    """Of all the gold's words of time, the share found and put on the gold's day, in percent."""
    rows = [right for _, _, right in judged]
    return round(100 * sum(rows) / len(rows), 1)


def table(judged: Iterable[Judged]) -> dict[str, Any]:
    """The counts and the shares, in the form of the reading scorer."""
    rows = list(judged)
    kinds = {"with dateline": [row for row in rows if row[0]], "published": [row for row in rows if not row[0]]}
    return {name: _shares(some) for name, some in kinds.items()}


def _shares(rows: Sequence[Judged]) -> dict[str, Any]:
    found = [right for _, there, right in rows if there]
    right = round(100 * sum(found) / len(found), 1) if found else None
    return {"n": len(rows), "found": len(found), "acc": right}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+")
    asked = parser.parse_args()
    need_shared()
    for name in asked.sets:
        names = TRAIN_SETS if name == "train" else (name,)
        print(name)
        for kind, row in table(judged for each in names for judged in judge_set(each)).items():
            print(f"  {kind:14} n {row['n']}  found {row['found']}  right {row['acc']}")


if __name__ == "__main__":
    main()
