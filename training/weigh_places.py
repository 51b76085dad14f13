"""Weighs the clues on where an event took place: `python -m training.weigh_places [--try]`.

Writes `read/lexicons/place_odds.toml` from gold train1 to train6: the sentence that holds the trigger of an annotated
event and, among other places, the annotated one, is one example. With --try nothing is written; either way it says how
often the place is right where a set was weighed by the five others, and how often the finest and nearest would be.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from accordingto.ingest.tables import report_of_row
from accordingto.read.place_clues import Clues, find_clues, find_grounds
from accordingto.read.place_odds import PlaceOdds
from accordingto.read.reader import Lexicons, Reader
from accordingto.read.sentences import divide
from accordingto.read.surroundings import Found, find_surroundings
from accordingto.read.tellings import Telling, find_tellings
from accordingto.terms.events import EventType
from accordingto.terms.reports import Report
from evals.shared import TRAIN_SETS, gold_annotations, gold_rows, load_scorer

OUT = Path(__file__).resolve().parents[1] / "src" / "accordingto" / "read" / "lexicons" / "place_odds.toml"
HEAD = """\
# What each clue around a place weighs for an event of its sentence having taken place there (`training/weigh_places.py`
# writes this; place_clues.py says what each clue is). Read by place_odds.py.
[weights]
"""
RIDGE = 0.5  # holds the weights down; 0.1, 1 and 2 are right as often on sets held out
STEPS, RATE = 3000, 0.01  # of plain descent, which 12 weights and some 200 examples do not outgrow


@dataclass(frozen=True, slots=True)
class Example:
    """The clues of every place of one sentence, those that the annotator chose, and what the rule would choose."""

    set: str
    clues: tuple[Clues, ...]
    right: frozenset[int]
    by_rule: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--try", dest="trial", action="store_true", help="write nothing")
    asked = parser.parse_args()
    examples = [example for name in TRAIN_SETS for example in _examples(name)]
    print(_cross_validated(examples))
    if not asked.trial:
        OUT.write_text(HEAD + _rows(weigh(examples)), encoding="utf-8")


def _cross_validated(examples: Sequence[Example]) -> str:
    held = {name: PlaceOdds(weigh([one for one in examples if one.set != name])) for name in TRAIN_SETS}
    right = sum(held[one.set].likeliest(one.clues) in one.right for one in examples)
    ruled = sum(one.by_rule in one.right for one in examples)
    return f"{len(examples)} sentences with several places: {right} right by clues, {ruled} as the finest and nearest"


def _rows(weights: dict[str, float]) -> str:
    return "".join(f"{clue} = {round(weight, 2)}\n" for clue, weight in sorted(weights.items()))


def weigh(examples: Sequence[Example]) -> dict[str, float]:
    """The weights that make the places the annotators chose the likeliest (conditional logit)."""
    names = sorted({clue for one in examples for clues in one.clues for clue in clues})
    told = np.array([[clues.get(name, 0.0) for name in names] for one in examples for clues in one.clues])
    chosen = np.array([number in one.right for one in examples for number in range(len(one.clues))], float)
    starts = np.cumsum([0, *(len(one.clues) for one in examples)])[:-1]
    of = np.repeat(np.arange(len(examples)), [len(one.clues) for one in examples])
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        odds = np.exp(told @ weights)
        expected = odds / np.add.reduceat(odds, starts)[of]
        hit = odds * chosen
        wanted = hit / np.add.reduceat(hit, starts)[of]
        weights += RATE * (told.T @ (wanted - expected) - RIDGE * weights)
    return {name: float(weight) for name, weight in zip(names, weights, strict=True)}


def _examples(name: str) -> Iterator[Example]:
    reader, lexicons = Reader(), Lexicons.load()
    for row, gold in zip(gold_rows(name), gold_annotations(name), strict=True):
        report = report_of_row(row)
        reading = reader.read(report)
        found = Found(reading.statements, reading.figures, reading.places, reading.times)
        yield from _examples_of(name, report, found, gold["events"], lexicons)


def _examples_of(
    name: str, report: Report, found: Found, events: Sequence[dict[str, Any]], lexicons: Lexicons
) -> Iterator[Example]:
    scorer, page, words = load_scorer("eval_reading"), divide(report, lexicons.sentences), lexicons.events.tellings
    tellings, around = list(find_tellings(page, found, words)), find_surroundings(page, found)
    grounds = find_grounds(page.body, found)
    for event in events:
        telling = next((one for one in tellings if _tells_of(one, event, page, scorer)), None)
        if telling is None or telling.type is not EventType.ASSAULT or telling.background or telling.place is None:
            continue
        named = around[telling.sentence].places
        where = scorer.gold_ranges(page.body, event, "place")
        anchors = [found.places[index].anchor for index in named]
        right = {n for n, anchor in enumerate(anchors) if scorer.touch(where, [(anchor.start, anchor.end)])}
        if right and len(named) > 1:
            clues = find_clues(telling.trigger, named, page.sentences[telling.sentence], grounds, words.clues)
            yield Example(name, tuple(clues), frozenset(right), named.index(telling.place))


def _tells_of(telling: Telling, event: dict[str, Any], page: Any, scorer: Any) -> bool:
    """Whether one of its triggers touches the annotated one."""
    words = page.sentences[telling.sentence].words
    hits = [(words[hit.first].start, words[hit.last - 1].end) for hit in telling.hits]
    touched: bool = scorer.touch(scorer.gold_ranges(page.body, event, "trigger"), hits)
    return telling.type == event["type"] and touched


if __name__ == "__main__":
    main()
