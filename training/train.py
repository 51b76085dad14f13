"""Trains the attribution model: `python -m training.train --out training/runs/base`. Resumes where it stopped.

Deterministic by seed on one machine with one thread count. Writes model.pt, state.pt and log.jsonl into --out.
"""

import argparse
import json
import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # spinning barriers lose when cores are shared

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.corpora import Document, codebook, own, own_sets, polnear
from training.examples import Example, rough_examples
from training.measure import measure
from training.model import AttributionModel, from_pretrained, role_scores

GOLD = tuple(f"train{n}" for n in range(1, 7))
AVERAGED_OVER = 0.998  # weights are averaged over about the last 500 steps: steadier borders at no cost in speed
ROLE_WEIGHT, ACT_WEIGHT = 1.0, 0.3
WARM = 0.06  # share of the way in which the rates rise


@dataclass(frozen=True, slots=True)
class Learner:
    """What changes while learning: the weights, their running average (which ships), and the optimiser."""

    model: AttributionModel
    average: AveragedModel
    optimizer: torch.optim.Optimizer
    rates: list[float]

    def save(self, out: Path, epoch: int) -> None:
        """The averaged weights as model.pt, everything that a later run needs to go on as state.pt."""
        torch.save(self.average.module.state_dict(), out / "model.pt")
        parts = {"model": self.model, "average": self.average, "optimizer": self.optimizer}
        torch.save({"epoch": epoch, **{name: part.state_dict() for name, part in parts.items()}}, out / "state.pt")

    def resume(self, out: Path) -> int:
        """The number of epochs that an earlier run of the same folder finished, its state taken over."""
        if not (out / "state.pt").exists():
            return 0
        state = torch.load(out / "state.pt")
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        return int(state["epoch"])

    def step(self, progress: float) -> None:
        """One step at the rates of this part of the way: up for the first 6 %, then down to nothing."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * min(1.0, progress / WARM) * (1.0 - progress)
        self.optimizer.step()
        self.average.update_parameters(self.model)


@dataclass(frozen=True, slots=True)
class Library:
    """What there is to learn from, and what is kept for measuring."""

    articles: list[Document]
    reports: list[Document]
    held: dict[str, list[Document]]


def main() -> None:
    asked = _arguments()
    torch.manual_seed(asked.seed)
    torch.use_deterministic_algorithms(True)  # adding up gradients of gathered words is not, by default
    torch.set_num_threads(asked.threads)
    tokenizer = load_tokenizer(asked.base)
    model = from_pretrained(asked.base)
    model.encoder.words.weight.requires_grad_(False)
    _run(asked, model, tokenizer, _library(asked))


def load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--base", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer.json"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--hold", nargs="*", default=["own6"], help="sets kept for measuring and fitting")
    parser.add_argument("--repeats", type=int, default=3, help="how often each report is seen in an epoch")
    return parser.parse_args()


def _library(asked: argparse.Namespace) -> Library:
    sets = {name: codebook(name) for name in GOLD} | {name: own(name) for name in own_sets()}
    reports = [document for name, found in sets.items() if name not in asked.hold for document in found]
    held = [document for name in asked.hold for document in sets.get(name, [])]
    return Library(polnear("train"), reports, {"polnear": polnear("dev"), "codebook": held})


def _run(asked: argparse.Namespace, model: AttributionModel, tokenizer: Tokenizer, library: Library) -> None:
    asked.out.mkdir(parents=True, exist_ok=True)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": encoder, "lr": asked.rate}, {"params": list(model.heads.parameters()), "lr": asked.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED_OVER))
    learner = Learner(model, average, optimizer, [asked.rate, asked.head_rate])
    for epoch in range(learner.resume(asked.out), asked.epochs):
        torch.manual_seed(asked.seed * 1000 + epoch)  # the same whether it runs on or goes on
        _epoch(learner, _batches(asked, tokenizer, library, epoch), epoch, asked.epochs)
        learner.save(asked.out, epoch + 1)
        average.eval()
        scores = {"epoch": epoch + 1, **measure(average.module, tokenizer, library.held)}
        with (asked.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(scores) + "\n")
        print(json.dumps(scores), flush=True)


def _batches(asked: argparse.Namespace, tokenizer: Tokenizer, library: Library, epoch: int) -> list[list[Example]]:
    """This epoch's batches, of passages of like length, in random order."""
    rng = random.Random(asked.seed * 1000 + epoch)
    examples = rough_examples(library.articles + library.reports * asked.repeats, tokenizer, rng)
    rng.shuffle(examples)
    batches = []
    for start in range(0, len(examples), asked.batch * 16):
        chunk = sorted(examples[start : start + asked.batch * 16], key=lambda e: len(e.passage.pieces))
        batches += [chunk[i : i + asked.batch] for i in range(0, len(chunk), asked.batch)]
    rng.shuffle(batches)
    return batches


def _epoch(learner: Learner, batches: list[list[Example]], epoch: int, epochs: int) -> None:
    model = learner.model.train()
    began, seen, running = time.time(), 0, []
    for number, batch in enumerate(batches):
        loss = _loss(model, batch)
        learner.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        learner.step((epoch + (number + 0.5) / len(batches)) / epochs)
        seen += sum(len(e.passage.pieces) for e in batch)
        running.append(loss.item())
        if number % 100 == 99:
            speed = seen / (time.time() - began)
            print(
                f"epoch {epoch} step {number + 1}/{len(batches)} loss {sum(running) / len(running):.3f} {speed:.0f}/s",
                flush=True,
            )
            running = []


def _loss(model: AttributionModel, batch: list[Example]) -> Tensor:
    pieces = nn.utils.rnn.pad_sequence([torch.tensor(e.passage.pieces) for e in batch], batch_first=True)
    mask = nn.utils.rnn.pad_sequence([torch.ones(len(e.passage.pieces)) for e in batch], batch_first=True)
    first = nn.utils.rnn.pad_sequence([torch.tensor(e.passage.first) for e in batch], batch_first=True)
    with torch.autocast("cpu", torch.bfloat16):
        scores = model.heads(model.encoder(pieces, mask))
    loss = _pivot_loss(scores, batch, first)
    for convention in range(2):
        loss = loss + _role_loss(model, scores, batch, first, convention)
    return loss


def _pivot_loss(scores, batch: list[Example], first: Tensor) -> Tensor:
    loss = torch.zeros(())
    for convention in range(2):
        gold = [torch.tensor(e.kinds[convention]) for e in batch]
        wanted = nn.utils.rnn.pad_sequence(gold, batch_first=True, padding_value=-100)
        if not (wanted >= 0).any():
            continue
        logits = scores.kinds[torch.arange(len(batch))[:, None], first, convention]
        known = (wanted >= 0).sum()
        total = nn.functional.cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="sum")
        loss = loss + 20 * total / known
    return loss


def _role_loss(model: AttributionModel, scores, batch: list[Example], first: Tensor, convention: int) -> Tensor:
    found = [(row, a) for row, e in enumerate(batch) for a in e.pivots if a.convention == convention]
    if not found:
        return torch.zeros(())
    row = torch.tensor([r for r, _ in found])
    word = torch.tensor([a.word for _, a in found])
    gold = [torch.tensor(a.tags) for _, a in found]
    wanted = torch.full((len(found), first.shape[1]), -100)
    for number, tags in enumerate(gold):
        wanted[number, : len(tags)] = tags
    logits = role_scores(model.heads, scores, row, word, convention, first)
    total = nn.functional.cross_entropy(logits.flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="sum")
    loss = ROLE_WEIGHT * total / (len(found) * 10)
    acts = torch.tensor([a.act for _, a in found])
    if (acts >= 0).any():
        said = scores.acts[row, first[row, word]]
        loss = loss + ACT_WEIGHT * nn.functional.cross_entropy(said, acts, ignore_index=-1)
    return loss


if __name__ == "__main__":
    main()
