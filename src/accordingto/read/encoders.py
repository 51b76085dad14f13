"""The learned encoder: one pass over a passage gives pivots, and for each pivot who said what through whom.

A pivot is the first word of a cue, or of a content that has none. The roles are read out for each pivot on its own,
so attributions may nest and share a source. The weights and how they were made: `weights/MODEL_CARD.md`.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from accordingto.read.passages import Passage, cut_passages
from accordingto.terms.attributions import Act

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

    Floats = NDArray[np.float32]

FAINT = 0.1  # chance from which an attribution may support what the rules find (docs/decisions/0006)
CODEBOOK, POLNEAR = "codebook", "polnear"  # the two conventions the encoder was taught (MODEL_CARD)
# Log cost of one more piece of a source, cue, content and via: contents are what breaks into needless pieces, and a
# source that costs is lost (docs/decisions/0007).
PIECES = (0.5, 1.5, 3.0, 0.5)
FORBIDDEN = -1e4
FEW = 16  # pivots weighed at once: more, and the product is so large that threads are started, which costs far more
SLOWER = ["SkipLayerNormFusion"]  # its kernel takes seven times as long as the norm and the sum it stands for
OUTPUTS = ["kinds", "asks", "keys", "unary", "acts"]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Heard:
    """One attribution as heard: character ranges by role, the log chance of each act, and `chance` that it is one."""

    source: Ranges
    cue: Ranges
    content: Ranges
    via: Ranges
    acts: tuple[tuple[Act, float], ...]
    chance: float
    pivot: int

    @property
    def act(self) -> Act:
        """The likeliest act."""
        return max(self.acts, key=lambda one: one[1])[0]


class Encoder:
    """Weights, tokenizer and the way from scores to attributions. Loading takes about a tenth of a second."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer, settings: dict[str, Any]) -> None:
        import numpy as np

        self.session = session
        self.tokenizer = tokenizer
        self._settings = settings
        self._edges = np.array(settings["edges"])
        self._distance = np.array(settings["distance"], dtype=np.float32)
        self._acts = tuple(Act(act) for act in settings["acts"])
        self._roles = tuple(tag[2:] for tag in settings["tags"][1::2])

    @classmethod
    def load(cls, folder: Traversable | None = None) -> Encoder:
        """The encoder whose weights lie in the folder; by default the one that ships."""
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        folder = folder or resources.files("accordingto.read.weights")
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        session = InferenceSession(
            folder.joinpath("attributions.onnx").read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER,
        )
        tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(session, tokenizer, json.loads(folder.joinpath("attributions.json").read_text(encoding="utf-8")))

    @property
    def version(self) -> str:
        return str(self._settings["version"])

    def hear(self, body: str, *, convention: str = CODEBOOK, threshold: float = 0.5) -> tuple[Heard, ...]:
        """Every attribution whose pivot has at least this chance, in order of the pivots."""
        number = self._settings["conventions"].index(convention)
        return tuple(
            heard
            for passage in cut_passages(body, self.tokenizer)
            for heard in self._hear_passage(passage, number, threshold)
        )

    def _hear_passage(self, passage: Passage, convention: int, threshold: float) -> list[Heard]:
        import numpy as np

        pieces = np.array([passage.pieces], dtype=np.int64)
        kinds, asks, keys, unary, acts = self.session.run(OUTPUTS, {"pieces": pieces})
        first = np.array(passage.first)
        chances = 1 - _softmax(kinds[first, convention])[:, 0]
        pivots = np.nonzero(chances >= threshold)[0]
        if not len(pivots):
            return []
        tags = np.concatenate(
            [
                self._tags(asks[first[few], convention], keys[first], unary[first, convention], few, convention)
                for few in np.split(pivots, range(FEW, len(pivots), FEW))
            ]
        )
        said = np.log(_softmax(acts[first[pivots]]))
        found = []
        for word, row, logs in zip(pivots.tolist(), tags.tolist(), said.tolist(), strict=True):
            roles = self._ranges(row, passage)
            if roles["content"]:
                where = passage.words[word][0]
                told = tuple(zip(self._acts, logs, strict=True))
                found.append(Heard(**roles, acts=told, chance=float(chances[word]), pivot=where))
        return found

    def _tags(
        self, asks: Floats, keys: Floats, unary: Floats, pivots: NDArray[np.intp], convention: int
    ) -> NDArray[np.intp]:
        """The likeliest tag of every word for every pivot: (pivots, words)."""
        import numpy as np

        asked = asks.transpose(1, 0, 2) @ keys.transpose(1, 2, 0)  # tags, pivots, words
        apart = np.arange(len(keys))[None, :] - pivots[:, None]
        near = self._distance[convention][np.searchsorted(self._edges, apart, side="right")]
        return best_tags(asked.transpose(1, 2, 0) / math.sqrt(self._settings["width"]) + unary[None] + near)

    def _ranges(self, tags: list[int], passage: Passage) -> dict[str, Ranges]:
        """Character ranges by role. An inside tag with nothing before it begins a piece."""
        roles: dict[str, list[tuple[int, int]]] = {role: [] for role in self._roles}
        before = 0
        for index, tag in enumerate(tags):
            if tag:
                pieces = roles[self._roles[(tag - 1) // 2]]
                left, right = passage.words[index]
                if tag % 2 == 1 or before not in (tag, tag - 1):
                    pieces.append((left, right))
                else:
                    pieces[-1] = (pieces[-1][0], right)
            before = tag
        return {role: tuple(pieces) for role, pieces in roles.items()}


def best_tags(scores: Floats) -> NDArray[np.intp]:
    """The best lawful run of BIO tags of each pivot, (pivots, words) out of (pivots, words, tags).

    An inside tag follows a begin or inside tag of its own role, and a run is left or begun at a small cost. Where the
    likeliest tags one by one are lawful and in few pieces they are the best run already; only the others are searched.
    """
    best: NDArray[np.intp] = scores.argmax(-1)
    for row in range(len(best)):
        if _is_broken(best[row].tolist()):
            best[row] = _viterbi(scores[row])
    return best


def _is_broken(tags: list[int]) -> bool:
    """Whether an inside tag stands alone, or a role comes in more than one piece."""
    begun: set[int] = set()
    before = 0
    for tag in tags:
        if tag and tag != before:
            role = (tag + 1) // 2
            if tag % 2 == 0 and before != tag - 1:
                return True
            if tag % 2 == 1:
                if role in begun:
                    return True
                begun.add(role)
        elif tag and tag % 2 == 1:
            return True
        before = tag
    return False


def _viterbi(scores: Floats) -> NDArray[np.intp]:
    """The best lawful run over one pivot's words. Outside the first and last word of some role all is O anyway."""
    import numpy as np

    best: NDArray[np.intp] = scores.argmax(-1)
    spoken = np.nonzero(best)[0]
    first, last = int(spoken[0]), int(spoken[-1]) + 1
    chances = scores[first:last] - _log_sum(scores[first:last])
    laws = _laws(scores.shape[-1])
    total, back = chances[0] + laws[0], np.zeros((last - first, len(laws)), dtype=np.intp)
    for word in range(1, last - first):
        steps = total[:, None] + laws
        back[word] = steps.argmax(0)
        total = steps.max(0) + chances[word]
    run = [int(total.argmax())]
    for word in range(last - first - 1, 0, -1):
        run.append(int(back[word, run[-1]]))
    best[:] = 0
    best[first:last] = run[::-1]
    return best


@cache
def _laws(tags: int) -> Floats:
    """What each step from tag to tag costs: never into the inside of another role, a little for each piece."""
    import numpy as np

    laws = np.zeros((tags, tags), dtype=np.float32)
    for before in range(tags):
        for after in range(tags):
            goes_on = after and after % 2 == 0
            own = before in (after, after - 1)
            if goes_on and not own:
                laws[before, after] = FORBIDDEN
            elif before != after or after % 2 == 1:
                left = before if before and not goes_on else 0
                laws[before, after] = -(_piece_cost(after) + _piece_cost(left)) / 2
    return laws


def _piece_cost(tag: int) -> float:
    return PIECES[(tag - 1) // 2] if tag else 0.0


def _log_sum(scores: Floats) -> Floats:
    import numpy as np

    most = scores.max(-1, keepdims=True)
    summed: Floats = most + np.log(np.exp(scores - most).sum(-1, keepdims=True))
    return summed


def _softmax(scores: Floats) -> Floats:
    import numpy as np

    powers = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = powers / powers.sum(-1, keepdims=True)
    return shares
