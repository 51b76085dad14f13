"""Attributions out of scores: what the shipped tagger does, here in numpy over torch's output for the log of scores."""

import numpy as np
import torch
from tokenizers import Tokenizer

from accordingto.read.passages import Passage, cut_passages
from training.corpora import ROLES
from training.model import AttributionModel, role_scores


def predict(model: AttributionModel, tokenizer: Tokenizer, text: str, convention: int, threshold: float) -> list[dict]:
    """Role ranges of every attribution found in the text, with the pivot's probability and the act's number."""
    out = []
    for passage in cut_passages(text, tokenizer):
        out += predict_passage(model, passage, convention, threshold)
    return out


@torch.inference_mode()
def predict_passage(model: AttributionModel, passage: Passage, convention: int, threshold: float) -> list[dict]:
    pieces = torch.tensor([passage.pieces])
    with torch.autocast("cpu", torch.bfloat16):
        hidden = model.encoder(pieces, torch.ones_like(pieces))
    scores = model.heads(hidden.float())
    first = torch.tensor([passage.first])
    kinds = torch.softmax(scores.kinds[0, first[0], convention], -1)
    chance = 1 - kinds[:, 0]
    words = torch.nonzero(chance > threshold)[:, 0]
    if not len(words):
        return []
    row = torch.zeros_like(words)
    tags = role_scores(model.heads, scores, row, words, convention, first).argmax(-1).numpy()
    acts = scores.acts[0, first[0, words]].argmax(-1).numpy()
    found = []
    for number, word in enumerate(words.tolist()):
        roles = _roles(tags[number], passage)
        if roles["content"]:
            bare = bool(kinds[word, 2] > kinds[word, 1])
            found.append({**roles, "chance": float(chance[word]), "act": int(acts[number]), "bare": bare})
    return found


def _roles(tags: np.ndarray, passage: Passage) -> dict[str, list[tuple[int, int]]]:
    roles: dict[str, list[tuple[int, int]]] = {role: [] for role in ROLES}
    before = 0
    for index, tag in enumerate(tags.tolist()):
        if tag:
            role = ROLES[(tag - 1) // 2]
            left, right = passage.words[index]
            opens = tag % 2 == 1 or before not in (tag, tag - 1)
            if opens or not roles[role]:
                roles[role].append((left, right))
            else:
                roles[role][-1] = (roles[role][-1][0], right)
        before = tag
    return roles
