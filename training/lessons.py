"""A teacher's answers to what a smaller model will learn: `python -m training.lessons --run RUN`.

Writes one file of passages, roughened and cut by the seed, each with the chances that the teacher gives to every word
of being a pivot, under both conventions, and to every tag and act for each pivot: annotated ones and those it finds.
"""

import argparse
import random
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.corpora import codebook, own, own_sets, polnear
from training.examples import Example, Taught, TaughtPivot, rough_examples
from training.model import CONVENTIONS, AttributionModel, Scores, from_pretrained, role_scores
from training.train import GOLD, load_tokenizer

LIKELY = 0.2  # chance from which a pivot that only the teacher finds is taught
TOGETHER = 16


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True, help="the teacher's folder")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--hold", nargs="*", default=["own6"])
    parser.add_argument("--repeats", type=int, default=3, help="how often each report stands in the file")
    asked = parser.parse_args()
    torch.set_num_threads(asked.threads)
    teacher = from_pretrained(asked.base, layers=asked.layers)
    teacher.load_state_dict(torch.load(asked.run / "model.pt"))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(taught(teacher.eval(), _examples(asked), print_each=50), asked.out)


def _examples(asked: argparse.Namespace) -> list[Example]:
    sets = {name: codebook(name) for name in GOLD} | {name: own(name) for name in own_sets()}
    reports = [document for name, found in sets.items() if name not in asked.hold for document in found]
    tokenizer: Tokenizer = load_tokenizer(asked.tokenizer)
    return rough_examples(polnear("train") + reports * asked.repeats, tokenizer, random.Random(asked.seed))


def taught(teacher: AttributionModel, examples: list[Example], *, print_each: int = 0) -> list[Example]:
    """The examples with the teacher's answers, shortest first."""
    examples = sorted(examples, key=lambda e: len(e.passage.pieces))
    out = []
    for start in range(0, len(examples), TOGETHER):
        out += _answered(teacher, examples[start : start + TOGETHER])
        if print_each and start // TOGETHER % print_each == 0:
            print(f"{start}/{len(examples)}", flush=True)
    return out


@torch.inference_mode()
def _answered(teacher: AttributionModel, batch: list[Example]) -> list[Example]:
    pieces = nn.utils.rnn.pad_sequence([torch.tensor(e.passage.pieces) for e in batch], batch_first=True)
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(e.passage.pieces)) for e in batch], batch_first=True)
    with torch.autocast("cpu", torch.bfloat16):
        scores = teacher(pieces, mask)
    return [replace(example, taught=_taught(teacher, scores, row, example)) for row, example in enumerate(batch)]


def _taught(teacher: AttributionModel, scores: Scores, row: int, example: Example) -> Taught:
    first = torch.tensor([example.passage.first])
    kinds = torch.softmax(scores.kinds[row, first[0]].float(), -1)  # words, conventions, kinds
    pivots = [pivot for number in range(len(CONVENTIONS)) for pivot in _pivots(example, kinds[:, number], number)]
    return Taught(kinds.transpose(0, 1).half(), tuple(_told(teacher, scores, row, first, pivot) for pivot in pivots))


def _pivots(example: Example, kinds: Tensor, convention: int) -> list[TaughtPivot]:
    """The annotated pivots with a weight of 1, the others that the teacher finds with their chance."""
    known = {pivot.word for pivot in example.pivots if pivot.convention == convention}
    chances = (1 - kinds[:, 0]).tolist()
    found = {word: chance for word, chance in enumerate(chances) if chance >= LIKELY}
    weights = found | dict.fromkeys(known, 1.0)
    empty = torch.empty(0)
    return [TaughtPivot(convention, word, weight, empty, empty) for word, weight in sorted(weights.items())]


def _told(teacher: AttributionModel, scores: Scores, row: int, first: Tensor, pivot: TaughtPivot) -> TaughtPivot:
    alone = Scores(*(getattr(scores, name)[row : row + 1] for name in ("kinds", "asks", "keys", "unary", "acts")))
    word = torch.tensor([pivot.word])
    logits = role_scores(teacher.heads, alone, torch.zeros_like(word), word, pivot.convention, first)
    acts = torch.softmax(scores.acts[row, first[0, pivot.word]].float(), -1)
    return replace(pivot, tags=torch.softmax(logits[0], -1).half(), acts=acts.half())


if __name__ == "__main__":
    main()
