"""Counts how often the rules tell which act where annotators gave which: `python -m training.count_acts`.

Writes `read/lexicons/act_odds.toml`. The rules were written with gold train1 to train6 in sight, so only sets of our
own are counted, which were annotated after the rules, and not the one that is held back.
"""

from collections import Counter
from dataclasses import replace
from pathlib import Path

from accordingto.ingest.tables import report_of_row
from accordingto.read.act_odds import ActOdds
from accordingto.read.reader import Lexicons, Reader
from accordingto.show.export.exchange import exchange_form
from accordingto.terms.attributions import Act
from evals.shared import gold_annotations, gold_rows, load_scorer
from training.corpora import own_sets

OUT = Path(__file__).resolve().parents[1] / "src" / "accordingto" / "read" / "lexicons" / "act_odds.toml"
HEAD = """\
# How often the rules told an act (the key) where annotators gave that of the table's name, over the sets of our own
# that are learned from (`training/count_acts.py` writes this). Read by act_odds.py.
"""


def main() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    reader = _by_rules_alone()
    for name in own_sets():
        if name != "own6":
            counts.update(_told(name, reader))
    tables = [_table(act, counts) for act in Act]
    OUT.write_text(HEAD + "\n".join(tables), encoding="utf-8")


def _by_rules_alone() -> Reader:
    """A reader whose acts are the rules' whatever the encoder hears."""
    lexicons = Lexicons.load()
    flat = ActOdds(
        dict.fromkeys(Act, 0.0), {right: {told: 0.0 if told is right else -1e9 for told in Act} for right in Act}
    )
    manners = replace(lexicons.attributions.manners, odds=flat)
    return Reader(lexicons=replace(lexicons, attributions=replace(lexicons.attributions, manners=manners)))


def _told(name: str, reader: Reader) -> Counter[tuple[str, str]]:
    """(annotators' act, rules' act) of each statement that the reader finds."""
    scorer, counts = load_scorer("eval_reading"), Counter()
    for row, gold in zip(gold_rows(name), gold_annotations(name), strict=True):
        reading = reader.read(report_of_row(row))
        found, body = exchange_form(reading)["statements"], reading.report.body
        wanted = [scorer.gold_ranges(body, item, "content") for item in gold["statements"]]
        had = [scorer.pred_ranges(item, "content") for item in found]
        pairs = scorer.pair(wanted, had, scorer.iou, 0.5)
        counts.update((gold["statements"][i]["act"], str(found[j]["act"])) for i, j in pairs)
    return counts


def _table(act: Act, counts: Counter[tuple[str, str]]) -> str:
    rows = [f"{told} = {counts[act, told]}" for told in Act if counts[act, told]]
    return f"\n[{act}]\n" + "\n".join(rows) + "\n"


if __name__ == "__main__":
    main()
