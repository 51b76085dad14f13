"""Scores whose voice each claim of an incident first came from: `python -m evals.origins [april17b own]`.

A claim is an event, a figure or a blame that a report tells of a gold incident. `origins_april17b.jsonl` holds whose it
is, `origins.md` the rules it follows; `origins_own.jsonl` are the marks to learn from. Only totals are printed.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

from accordingto.terms.claims import ClaimKind
from accordingto.terms.readings import Reading
from evals.adapter import gold_readings
from evals.coreference import MARKS as WHO_IS_WHO
from evals.coreference import match_voices
from evals.origin_answers import Answers, Mark, Named, each_outlet, find_answers, gold_case, load_marks, own_case
from evals.shared import TRAIN_SETS, gold_incidents, load_lines, need_shared

SET = "april17b"
OWN = "own"  # some reports of the train sets, marked by ourselves: to learn from
MARKS = {name: Path(__file__).with_name(f"origins_{name}.jsonl") for name in (SET, OWN)}

Json = dict[str, Any]
Table = dict[str, float | None]


def score_answers(marks: Sequence[Mark], answers: Answers) -> Table:
    """Every measure: shares from 0 to 1, None where there is nothing to measure, and the mean error in origins."""
    counts = _counts(marks)
    errors = [answers.counts.get(name, 0) - count for name, count in counts.items()]
    right = [mark in answers.claims and answers.claims[mark].right for mark in marks]
    return {
        "origin of a claim accuracy": fmean(right) if right else None,
        **_gathered("within an incident", marks, answers, lambda mark: mark.incident),
        **_gathered("across incidents", marks, answers, lambda mark: None),
        "number of origins exact": fmean(error == 0 for error in errors) if errors else None,
        "number of origins within one": fmean(abs(error) <= 1 for error in errors) if errors else None,
        "number of origins, mean error": fmean(errors) if errors else None,
    }


def _counts(marks: Iterable[Mark]) -> dict[str, int]:
    origins: defaultdict[str, set[str]] = defaultdict(set)
    for mark in marks:
        origins[mark.incident].add(mark.origin)
    return {incident: len(names) for incident, names in origins.items()}


def _gathered(where: str, marks: Sequence[Mark], answers: Answers, room: Callable[[Mark], Hashable]) -> Table:
    """How far the claims put to one origin are the gold's; a claim that was not found stands alone."""
    gold = {mark: (room(mark), mark.origin) for mark in marks}
    found = {mark: (room(mark), answers.claims[mark].key if mark in answers.claims else mark) for mark in marks}
    match = match_voices(gold, found)
    return {f"origins {where} pair F1": match.pair_f1, f"origins {where} B3 F1": match.bcubed_f1}


def of_many_reports(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """The claims of incidents that two reports or more tell of: with one report there is little to trace."""
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for mark in marks:
        reports[mark.incident].add(mark.report)
    return tuple(mark for mark in marks if len(reports[mark.incident]) > 1)


def score_origins(own: Sequence[Reading], name: str = SET) -> dict[str, dict[str, Table]]:
    """Way of telling -> which incidents -> its table. `own` are the reader's own readings of the set."""
    rows = load_lines(MARKS[name])
    marks, readings = load_marks(rows), marked_readings(name)
    gold = {reading.report.name: reading for reading in readings}
    named = Named.of(marks, gold, load_lines(WHO_IS_WHO))
    incidents = marked_incidents(rows) if name == OWN else gold_incidents(name)
    ways = {
        "gold readings": find_answers(marks, gold, gold_case(readings, incidents), named),
        "end to end": find_answers(marks, gold, own_case(own), named),
        "each outlet": each_outlet(marks, gold),
    }
    groups = {"all incidents": marks, "of two reports or more": of_many_reports(marks)}
    return {
        way: {group: score_answers(some, answers) for group, some in groups.items()} for way, answers in ways.items()
    }


def marked_readings(name: str) -> tuple[Reading, ...]:
    """The annotators' readings of a set; of our own marks' those reports of the train sets that the marks are on."""
    if name != OWN:
        return gold_readings(name)
    marked = {claim["report"] for row in load_lines(MARKS[name]) for claim in row["claims"]}
    return tuple(one for train in TRAIN_SETS for one in gold_readings(train) if one.report.name in marked)


def marked_incidents(rows: Iterable[Json]) -> list[Json]:
    """The incidents that marks tell of: of each report the event that is marked."""
    return [{"incident": row["incident"], "reports": _events(row)} for row in rows]


def _events(row: Json) -> dict[str, int]:
    return {claim["report"]: claim["index"] for claim in row["claims"] if claim["kind"] == ClaimKind.EVENT}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[[], *MARKS], default=[])
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    need_shared()
    from accordingto.read.reader import Reader  # late: whoever scores invented readings needs none

    reader = Reader()
    names = asked.sets or [SET]
    scores = {name: score_origins([reader.read(one.report) for one in marked_readings(name)], name) for name in names}
    lines = (line for name, tables in scores.items() for line in _lines(name, tables))
    print(json.dumps(scores) if asked.json else "\n".join(lines))


def _lines(name: str, scores: Mapping[str, Mapping[str, Table]]) -> Iterator[str]:
    for group in next(iter(scores.values())):
        yield f"{name}: {group:{40 - len(name)}}" + "".join(f"{way:>15}" for way in scores)
        for measure in next(iter(scores.values()))[group]:
            yield f"  {measure:40}" + "".join(f"{_cell(measure, way[group][measure]):>15}" for way in scores.values())


def _cell(measure: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:+.2f}" if measure.endswith("error") else f"{100 * value:.1f}"


if __name__ == "__main__":
    main()
