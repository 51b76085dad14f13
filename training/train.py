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

from training.corpora import Document, codebook, polnear, roughen
from training.examples import Example, examples_of
from training.measure import measure
from training.model import AttributionModel, from_minilm, role_scores

CODEBOOK_REPEATS = 4  # 204 reports against 840 articles: each is seen this often in an epoch
ROLE_WEIGHT, ACT_WEIGHT = 1.0, 0.3
AVERAGED_OVER = 0.998  # weights are averaged over about the last 500 steps: steadier borders at no cost in speed


@dataclass(frozen=True, slots=True)
class Learner:
    """What changes while learning: the weights, their running average (which ships), and the optimiser."""

    model: AttributionModel
    average: AveragedModel
    optimizer: torch.optim.Optimizer
    schedule: torch.optim.lr_scheduler.LambdaLR

    def save(self, out: Path, epoch: int) -> None:
        """The averaged weights as model.pt, everything that a later run needs to go on as state.pt."""
        torch.save(self.average.module.state_dict(), out / "model.pt")
        parts = {"model": self.model, "average": self.average, "optimizer": self.optimizer, "schedule": self.schedule}
        torch.save({"epoch": epoch, **{name: part.state_dict() for name, part in parts.items()}}, out / "state.pt")

    def resume(self, out: Path) -> int:
        """The number of epochs that an earlier run of the same folder finished, its state taken over."""
        if not (out / "state.pt").exists():
            return 0
        state = torch.load(out / "state.pt")
        self.model.load_state_dict(state["model"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        return int(state["epoch"])


def main() -> None:
    asked = _arguments()
    torch.manual_seed(asked.seed)
    torch.use_deterministic_algorithms(True)  # adding up gradients of gathered words is not, by default
    torch.set_num_threads(asked.threads)
    tokenizer = load_tokenizer(asked.minilm)
    train, held = _documents(asked)
    model = from_minilm(asked.minilm)
    model.encoder.words.weight.requires_grad_(False)
    if asked.init:
        model.load_state_dict(torch.load(asked.init))
    _run(asked, model, tokenizer, train, held)


def load_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--minilm", type=Path, required=True, help="folder with config.json, model.safetensors, tokenizer.json"
    )
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--init", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--hold", nargs="*", default=["train5", "train6"], help="gold sets kept for measuring")
    parser.add_argument("--polnear", type=float, default=1.0, help="share of PolNeAR to learn from")
    return parser.parse_args()


def _documents(asked: argparse.Namespace) -> tuple[list[Document], dict[str, list[Document]]]:
    sets = {f"train{n}": codebook(f"train{n}") for n in range(1, 7)}
    articles = polnear("train")
    articles = articles[: int(len(articles) * asked.polnear)]
    reports = [document for name, found in sets.items() if name not in asked.hold for document in found]
    held = {"polnear": polnear("dev"), "codebook": [d for name in asked.hold for d in sets[name]]}
    return articles + reports * CODEBOOK_REPEATS, held


def _run(
    asked: argparse.Namespace, model: AttributionModel, tokenizer: Tokenizer, train: list[Document], held: dict
) -> None:
    asked.out.mkdir(parents=True, exist_ok=True)
    steps = len(_batches(asked, tokenizer, train, 0))
    total = steps * asked.epochs
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    groups = [{"params": encoder, "lr": asked.rate}, {"params": list(model.heads.parameters()), "lr": asked.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, int(0.06 * total))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, (step + 1) / warm) * max(0.0, (total - step) / total)
    )
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED_OVER))
    learner = Learner(model, average, optimizer, schedule)
    for epoch in range(learner.resume(asked.out), asked.epochs):
        _epoch(learner, _batches(asked, tokenizer, train, epoch), epoch)
        learner.save(asked.out, epoch + 1)
        average.eval()
        scores = {"epoch": epoch + 1, **measure(average.module, tokenizer, held)}
        with (asked.out / "log.jsonl").open("a") as log:
            log.write(json.dumps(scores) + "\n")
        print(json.dumps(scores), flush=True)


def _batches(
    asked: argparse.Namespace, tokenizer: Tokenizer, documents: list[Document], epoch: int
) -> list[list[Example]]:
    """This epoch's batches: texts roughened anew, passages cut anew, batches of like length in random order."""
    rng = random.Random(asked.seed * 1000 + epoch)
    examples = []
    for document in documents:
        polite = document.convention.value == "codebook"  # these lost their commas already
        rough = roughen(document, rng, commas=0.0 if polite else 0.4, quotes=0.05 if polite else 0.25)
        examples += examples_of(rough, tokenizer, rng)
    rng.shuffle(examples)
    batches = []
    for start in range(0, len(examples), asked.batch * 16):
        chunk = sorted(examples[start : start + asked.batch * 16], key=lambda e: len(e.passage.pieces))
        batches += [chunk[i : i + asked.batch] for i in range(0, len(chunk), asked.batch)]
    rng.shuffle(batches)
    return batches


def _epoch(learner: Learner, batches: list[list[Example]], epoch: int) -> None:
    model = learner.model.train()
    began, seen, running = time.time(), 0, []
    for number, batch in enumerate(batches):
        loss = _loss(model, batch)
        learner.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        learner.optimizer.step()
        learner.schedule.step()
        learner.average.update_parameters(model)
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
        hidden = model.encoder(pieces, mask)
    scores = model.heads(hidden.float())
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
