"""Scores of a model while it learns: linked F1 under each convention, by threshold."""

from collections.abc import Callable

from tokenizers import Tokenizer

from training.corpora import Document, Labelled
from training.decode import predict
from training.model import CONVENTIONS, AttributionModel

THRESHOLDS = (0.3, 0.4, 0.5, 0.6)


def measure(model: AttributionModel, tokenizer: Tokenizer, held: dict[str, list[Document]]) -> dict[str, object]:
    """For each held-back set: [precision, recall, linked F1, content-only F1] by threshold, act accuracy at 0.5."""
    out: dict[str, object] = {}
    for number, convention in enumerate(CONVENTIONS):
        documents = held[convention.value]
        found = [predict(model, tokenizer, d.text, number, min(THRESHOLDS)) for d in documents]
        for threshold in THRESHOLDS:
            kept = [[f for f in per if f["chance"] >= threshold] for per in found]
            out[f"{convention.value}@{threshold}"] = _linked(documents, kept)
    return out


def _linked(documents: list[Document], found: list[list[dict]]) -> list[float]:
    gold = sum(len(d.labels) for d in documents)
    pred = sum(map(len, found))
    content = linked = acts = asked = 0
    for document, items in zip(documents, found, strict=True):
        for g, p in _pairs(document.labels, items, lambda a, b: _iou(a.content, b["content"])):
            content += 1
            linked += _same_source(g.source, p["source"])
            asked += g.act is not None
            acts += g.act is not None and g.act == _act(p)
    f = lambda hit: round(200 * hit / (gold + pred), 1) if gold + pred else 0.0  # noqa: E731
    rates = [round(100 * linked / max(1, pred), 1), round(100 * linked / max(1, gold), 1), f(linked), f(content)]
    return rates + ([round(100 * acts / asked, 1)] if asked else [])


def _act(found: dict) -> str:
    from training.corpora import ACTS

    return ACTS[found["act"]]


def _pairs(gold: tuple[Labelled, ...], pred: list[dict], score: Callable[[Labelled, dict], float]):
    scored = sorted(((score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred)), reverse=True)
    used_gold, used_pred = set(), set()
    for value, i, j in scored:
        if value >= 0.5 and i not in used_gold and j not in used_pred:
            used_gold.add(i)
            used_pred.add(j)
            yield gold[i], pred[j]


def _iou(a, b) -> float:
    left = {i for s, e in a for i in range(s, e)}
    right = {i for s, e in b for i in range(s, e)}
    return len(left & right) / len(left | right) if left & right else 0.0


def _same_source(a, b) -> bool:
    if not a or not b:
        return not a and not b
    return any(s < e2 and s2 < e for s, e in a for s2, e2 in b)
