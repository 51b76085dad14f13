"""The network: MiniLM-L6 (uncased), a pivot head, and roles read out for each pivot on its own.

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

from training.corpora import ACTS, ROLES, Convention

TAGS = ("O", *(f"{b}-{role}" for role in ROLES for b in "BI"))
KINDS = ("none", "cue", "bare")  # what a word is a pivot of
WIDTH = 48  # of the bilinear question per tag
DISTANCES = (-128, -64, -32, -16, -8, -4, -2, -1, 0, 1, 2, 4, 8, 16, 32, 64, 128)  # edges, in words from the pivot
CONVENTIONS = tuple(Convention)


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
    """The sizes of an encoder."""

    layers: int
    width: int
    heads: int
    inner: int
    vocabulary: int
    positions: int

    @classmethod
    def of(cls, config: dict) -> "Shape":
        """From BERT's config.json."""
        names = ("num_hidden_layers", "hidden_size", "num_attention_heads", "intermediate_size")
        return cls(*(config[name] for name in (*names, "vocab_size", "max_position_embeddings")))


class Encoder(nn.Module):
    """The forward pass written by hand: no pooling, no dropout, nothing that an export would have to undo."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Parameter(torch.zeros(shape.positions, shape.width))
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        hidden = self.norm(self.words(pieces) + self.positions[: pieces.shape[1]])
        bias = (1.0 - mask.float())[:, None, None, :] * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden


class Layer(nn.Module):
    """Attention and feed-forward, each with its residual and norm (post-norm, as BERT)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.size = shape.heads, width // shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)
        self.norm_attention, self.norm_output = (nn.LayerNorm(width, eps=1e-12) for _ in range(2))

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
            self.kinds(hidden).float().view(*lead, len(CONVENTIONS), len(KINDS)),
            self.asks(hidden).view(*lead, len(CONVENTIONS), len(TAGS), WIDTH),
            self.keys(hidden).view(*lead, len(TAGS), WIDTH),
            self.unary(hidden).float().view(*lead, len(CONVENTIONS), len(TAGS)),
            self.acts(hidden).float(),
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


def from_pretrained(folder: Path) -> AttributionModel:
    """The model over the pretrained weights of a BERT-like folder (config.json, model.safetensors)."""
    from safetensors.torch import load_file

    shape = Shape.of(json.loads((folder / "config.json").read_text()))
    encoder = Encoder(shape)
    encoder.load_state_dict(_renamed(load_file(folder / "model.safetensors"), shape.layers))
    return AttributionModel(encoder, shape.width)


def _renamed(weights: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """Hugging Face's names for BERT's weights turned into ours; the one token type is added to the positions."""
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    out = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm_attention": "attention.output.LayerNorm",
        "norm_output": "output.LayerNorm",
    }
    for number in range(layers):
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
