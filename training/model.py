"""The network: an encoder (MiniLM-L6, or MPNet for the teacher), a pivot head, and roles read out for each pivot.

A pivot is the first word of a cue, or the first word of the content where there is no cue. Roles are tagged once per
pivot (BIO over source, cue, content, via), so one word may be content of one attribution and source of another:
nesting and shared sources cost nothing. Each convention has its own pivots and its own question to the words.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from accordingto.read.passages import CLS, SEP
from training.corpora import ACTS, ROLES, Convention

TAGS = ("O", *(f"{b}-{role}" for role in ROLES for b in "BI"))
KINDS = ("none", "cue", "bare")  # what a word is a pivot of
WIDTH = 48  # of the bilinear question per tag
DISTANCES = (-128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 32, 64, 128)  # edges, in words from the pivot
CONVENTIONS = tuple(Convention)
FARTHEST = 128  # pieces from which MPNet tells no more how far apart two stand


@dataclass(frozen=True, slots=True)
class Scores:
    """What the heads say of every wordpiece of a batch."""

    kinds: Tensor  # batch, pieces, conventions, kinds
    asks: Tensor  # batch, pieces, conventions, tags, width
    keys: Tensor  # batch, pieces, tags, width
    unary: Tensor  # batch, pieces, conventions, tags
    acts: Tensor  # batch, pieces, acts


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of an encoder. `buckets` of relative positions are MPNet's; BERT has none."""

    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    buckets: int = 0

    @classmethod
    def of(cls, config: dict) -> "Shape":
        """From a config.json of the `bert` or `mpnet` family."""
        sizes = ("num_hidden_layers", "hidden_size", "num_attention_heads", "intermediate_size")
        shared = [config[name] for name in sizes]
        if config["model_type"] == "mpnet":  # five marks of its own beside BERT's vocabulary, two unused positions
            vocabulary, positions = config["vocab_size"] - 5, config["max_position_embeddings"] - 2
            return cls(
                *shared, vocabulary, positions, config["layer_norm_eps"], config["relative_attention_num_buckets"]
            )
        return cls(*shared, config["vocab_size"], config["max_position_embeddings"], config["layer_norm_eps"])


class Encoder(nn.Module):
    """The forward pass written by hand: no pooling, no dropout, nothing that an export would have to undo."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.relative = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        hidden = self.norm(self.words(pieces) + self.positions[: pieces.shape[1]])
        bias = (1.0 - mask.float())[:, None, None, :] * -10000.0
        if self.relative is not None:
            apart = _buckets(pieces.shape[1], self.relative.num_embeddings)
            bias = bias + self.relative(apart).permute(2, 0, 1)[None]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


def _buckets(length: int, count: int) -> Tensor:
    """Bucket of the way from each piece to each other: one a step when near, wider when far (T5, MPNet)."""
    steps = torch.arange(length)
    apart = steps[:, None] - steps[None, :]  # positive: the other stands before
    side, far = count // 2, apart.abs()
    near = side // 2
    wide = near + (torch.log(far.clamp(min=1) / near) / math.log(FARTHEST / near) * (side - near)).long()
    return (apart < 0).long() * side + torch.where(far < near, far, wide.clamp(max=side - 1))


class Layer(nn.Module):
    """Attention and feed-forward, each with its residual and norm (post-norm, as BERT)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.size = shape.heads, width // shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm_attention, self.norm_output = (nn.LayerNorm(width, eps=shape.epsilon) for _ in range(2))

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        query, key, value = (self._split(part(hidden)) for part in (self.query, self.key, self.value))
        logits = torch.matmul(query / math.sqrt(self.size), key.transpose(-1, -2)) + bias.to(query.dtype)
        with torch.autocast("cpu", enabled=False):  # in the type it has: casting there and back costs more than it
            weights = torch.softmax(logits, -1)
        context = torch.matmul(weights, value).permute(0, 2, 1, 3).flatten(2)
        hidden = self.norm_attention(self.out(context) + hidden)
        return self.norm_output(self.down(nn.functional.gelu(self.up(hidden))) + hidden)

    def _split(self, tensor: Tensor) -> Tensor:
        return tensor.view(tensor.shape[0], tensor.shape[1], self.heads, self.size).permute(0, 2, 1, 3)


class Heads(nn.Module):
    """Pivots, the pivots' questions, the words' answers, and the acts."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.kinds = nn.Linear(width, len(CONVENTIONS) * len(KINDS))
        self.asks = nn.Linear(width, len(CONVENTIONS) * len(TAGS) * WIDTH)
        self.keys = nn.Linear(width, len(TAGS) * WIDTH)
        self.unary = nn.Linear(width, len(CONVENTIONS) * len(TAGS))
        self.acts = nn.Linear(width, len(ACTS))
        self.distance = nn.Parameter(torch.zeros(len(CONVENTIONS), len(DISTANCES) + 1, len(TAGS)))

    def forward(self, hidden: Tensor) -> Scores:
        hidden = self.drop(hidden)
        lead = hidden.shape[:2]
        return Scores(
            self.kinds(hidden).view(*lead, len(CONVENTIONS), len(KINDS)),
            self.asks(hidden).view(*lead, len(CONVENTIONS), len(TAGS), WIDTH),
            self.keys(hidden).view(*lead, len(TAGS), WIDTH),
            self.unary(hidden).view(*lead, len(CONVENTIONS), len(TAGS)),
            self.acts(hidden),
        )


class AttributionModel(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.heads = Heads(width)

    def forward(self, pieces: Tensor, mask: Tensor) -> Scores:
        scores: Scores = self.heads(self.encoder(pieces, mask))
        return scores


def from_pretrained(folder: Path, *, layers: int | None = None) -> AttributionModel:
    """The model over the lowest layers of pretrained weights (config.json, model.safetensors), BERT's or MPNet's."""
    from safetensors.torch import load_file

    config = json.loads((folder / "config.json").read_text())
    shape = Shape.of({**config, "num_hidden_layers": layers or config["num_hidden_layers"]})
    weights = load_file(folder / "model.safetensors")
    encoder = Encoder(shape)
    encoder.load_state_dict(_from_mpnet(weights, shape) if shape.buckets else _from_bert(weights, shape))
    return AttributionModel(encoder, shape.width)


def _from_bert(weights: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """BERT's weights under our names; the one token type is added to the positions."""
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    names = {"query": "self.query", "key": "self.key", "value": "self.value", "out": "output.dense"}
    return {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        **_renamed(weights, shape, {**names, "norm_attention": "output.LayerNorm"}),
    }


def _from_mpnet(weights: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """MPNet's weights under our names, its words in BERT's order: it has the same, after four marks of its own."""
    theirs = weights["embeddings.word_embeddings.weight"]
    words = theirs[4:-1].clone()
    words[CLS], words[SEP] = theirs[0], theirs[2]
    names = {"query": "attn.q", "key": "attn.k", "value": "attn.v", "out": "attn.o", "norm_attention": "LayerNorm"}
    return {
        "words.weight": words,
        "positions": weights["embeddings.position_embeddings.weight"][2:],
        "relative.weight": weights["encoder.relative_attention_bias.weight"],
        **_renamed(weights, shape, names),
    }


def _renamed(weights: dict[str, Tensor], shape: Shape, attention: dict[str, str]) -> dict[str, Tensor]:
    names = {ours: f"attention.{theirs}" for ours, theirs in attention.items()}
    names |= {"up": "intermediate.dense", "down": "output.dense", "norm_output": "output.LayerNorm"}
    out = {f"norm.{part}": weights[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    for number in range(shape.layers):
        for ours, theirs in names.items():
            for part in ("weight", "bias"):
                out[f"layers.{number}.{ours}.{part}"] = weights[f"encoder.layer.{number}.{theirs}.{part}"]
    return out


def role_scores(heads: Heads, scores: Scores, row: Tensor, pivot: Tensor, convention: int, first: Tensor) -> Tensor:
    """Tag scores (pivots, words, tags) for pivots at word indexes `pivot` of batch rows `row`.

    `first` (batch, words) is the wordpiece at which each word begins, padded with 0.
    """
    pieces = first[row]  # pivots, words
    at = first[row, pivot]
    asks = scores.asks[row, at, convention]  # pivots, tags, width
    keys = scores.keys[row[:, None], pieces]  # pivots, words, tags, width
    unary = scores.unary[row[:, None], pieces, convention]
    edges = torch.tensor(DISTANCES)
    apart = torch.arange(first.shape[1])[None, :] - pivot[:, None]
    near = heads.distance[convention][torch.bucketize(apart, edges, right=True)]
    return torch.einsum("atd,awtd->awt", asks, keys).float() / math.sqrt(WIDTH) + unary + near
