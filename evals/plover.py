"""Scores the reading of deeds on single sentences in PLOVER's convention: `python -m evals.plover`.

Of a sentence one type is answered: that of the first deed (`read_deeds` puts first what the sentence tells of). A
sentence with two gold records counts twice, so one of them is always wrong. `found` asks less: whether any deed of the
sentence that is neither weak nor told in passing has the gold type. Types are PLOVER's sixteen, quads its four and
`neutral` where nothing is done.
"""

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from accordingto.ingest.tables import report_of_row
from accordingto.read.deeds import Deed, DeedWords, read_deeds
from accordingto.read.sentences import SentenceWords, divide
from evals.shared import SHARED, load_lines, need_shared

NONE = "none"
NEUTRAL = "neutral"
PLOVER = SHARED / "data" / "plover"
# The quad classes follow CAMEO, where every yielding is material, and PLOVER's own table, where sanctions are words.
OTHER_QUADS = {"CONCEDE": "material_cooperation", "SANCTION": "verbal_conflict"}

Pair = tuple[str, str]  # gold, answered


class Typist:
    """Answers the PLOVER type of a sentence."""

    def __init__(self) -> None:
        self._sentences, self._deeds = SentenceWords.load(), DeedWords.load()

    def deeds(self, text: str) -> tuple[Deed, ...]:
        """Every deed of the text, the first sentence's first."""
        report = report_of_row({"id": "sentence", "title": "", "text": text})
        return tuple(deed for deeds in read_deeds(divide(report, self._sentences), self._deeds) for deed in deeds)

    def answer(self, text: str) -> str:
        """The one type of the text; "none" where nothing is done in it."""
        deeds = self.deeds(text)
        return str(deeds[0].type or NONE) if deeds else NONE

    def quad(self, text: str, quads: Mapping[str, str]) -> str:
        """The quad class of the one type; CAMEO holds an appeal, short of a demand, for neutral."""
        deeds = self.deeds(text)
        return NEUTRAL if deeds and deeds[0].mild else quads[self.answer(text)]

    def told(self, text: str) -> set[str]:
        """The types of all that the text tells outright."""
        return {self.answer(text)} | {str(d.type or NONE) for d in self.deeds(text) if not d.weak and not d.aside}


def score_types(name: str = "gsr_dev") -> dict[str, float]:
    """Accuracy and macro F1 of the one type answered, and how often the gold type is told at all, in percent."""
    rows, typist = load_lines(PLOVER / f"{name}.jsonl"), Typist()
    pairs = [(row["event"], typist.answer(row["text"])) for row in rows]
    told = [row["event"] in typist.told(row["text"]) for row in rows]
    return {"type accuracy": accuracy(pairs), "type macro F1": macro_f1(pairs), "type found": _percent(told)}


def score_quads(name: str = "cameo_quad_dev") -> dict[str, float]:
    """Accuracy and macro F1 of the quad class of the one type answered, in percent."""
    rows, typist, quads = load_lines(PLOVER / f"{name}.jsonl"), Typist(), load_quads()
    pairs = [(row["quad"], typist.quad(row["text"], quads)) for row in rows]
    return {"quad accuracy": accuracy(pairs), "quad macro F1": macro_f1(pairs)}


def load_quads() -> dict[str, str]:
    """The quad class of each type and of none."""
    ontology: dict[str, Any] = json.loads((PLOVER / "ontology.json").read_text(encoding="utf-8"))
    return {name: row["quad"] for name, row in ontology["types"].items()} | OTHER_QUADS | {NONE: NEUTRAL}


def accuracy(pairs: Sequence[Pair]) -> float:
    """Percent of answers that are right."""
    return _percent([gold == answer for gold, answer in pairs])


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Percent: the mean F1 over the classes of the gold, each counting the same."""
    classes = sorted({gold for gold, _ in pairs})
    return round(100 * sum(class_f1(pairs, name) for name in classes) / len(classes), 1)


def class_f1(pairs: Sequence[Pair], name: str) -> float:
    """The F1 of one class, from 0 to 1."""
    gold, answered = Counter(gold for gold, _ in pairs), Counter(answer for _, answer in pairs)
    hits = sum(pair == (name, name) for pair in pairs)
    return 2 * hits / (gold[name] + answered[name]) if hits else 0.0


def _percent(right: Sequence[bool]) -> float:
    return round(100 * sum(right) / len(right), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--types", default="gsr_dev", help="the file of sentences with a type")
    parser.add_argument("--quads", default="cameo_quad_dev", help="the file of sentences with a quad class")
    asked = parser.parse_args()
    need_shared()
    for name, value in (score_types(asked.types) | score_quads(asked.quads)).items():
        print(f"{name:16} {value}")


if __name__ == "__main__":
    main()
