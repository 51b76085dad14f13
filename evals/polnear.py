"""Scores the attribution encoder on PolNeAR in PolNeAR's own convention: `python -m evals.polnear [dev]`.

The codebook's convention ships; PolNeAR's (beliefs count, no nesting, contents with their quotation marks) is only
measured here, out of the same weights.
"""

import argparse
import gzip
import json
import tempfile
from pathlib import Path
from typing import Any

from accordingto.read.encoders import POLNEAR, Encoder, Heard
from evals.shared import SHARED, load_scorer

LIKELY = 0.5  # chance from which the encoder alone is believed here, where no rules stand beside it


def score_polnear(split: str, *, threshold: float = LIKELY) -> dict[str, Any]:
    """The scorer's table for one split."""
    encoder = Encoder.load()
    gold = SHARED / "data" / "polnear" / f"{split}.jsonl.gz"
    with gzip.open(gold, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        predicted.write_text("".join(_line(row, encoder, threshold) for row in rows), encoding="utf-8")
        scorer = load_scorer("eval_attribution")
        docs, answered = scorer.load(str(gold), str(predicted))
    return {"articles": answered, **scorer.summarise([scorer.score_doc(doc) for doc in docs])}


def _line(row: dict[str, Any], encoder: Encoder, threshold: float) -> str:
    heard = encoder.hear(row["text"], convention=POLNEAR, threshold=threshold)
    found = [_roles(item) for item in heard]
    return json.dumps({"id": row["id"], "attributions": found}) + "\n"


def _roles(item: Heard) -> dict[str, list[list[int]]]:
    pieces = {"source": item.source, "cue": item.cue, "content": item.content}
    return {role: [list(piece) for piece in ranges] for role, ranges in pieces.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("split", nargs="?", default="dev")
    parser.add_argument("--threshold", type=float, default=LIKELY)
    asked = parser.parse_args()
    scores = score_polnear(asked.split, threshold=asked.threshold)
    for name in ("linked", "linked_speech", "linked_strict", "content_iou50", "direct_quote_recall"):
        print(f"{name:20} {scores[name]}")
    for name in ("exact_fragment", "exact_norm", "chars"):
        for role, value in scores[name].items():
            print(f"{name + ' ' + role:28} {value}")


if __name__ == "__main__":
    main()
