"""Turns a trained model into what ships: `python -m training.export --run training/runs/base`.

Writes `read/weights/attributions.onnx` (int8, per channel), `attributions.json` (tags, thresholds, distances) and
`tokenizer.json`, then says how far int8 strays from fp32.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.corpora import ACTS
from training.model import CONVENTIONS, DISTANCES, KINDS, TAGS, WIDTH, AttributionModel, from_pretrained

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "accordingto" / "read" / "weights"
OUTPUTS = ("kinds", "asks", "keys", "unary", "acts")


class Flat(nn.Module):
    """The model for one passage without padding, its scores as a tuple."""

    def __init__(self, model: AttributionModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor) -> tuple[Tensor, ...]:
        hidden = self.model.encoder.norm(
            self.model.encoder.words(pieces) + self.model.encoder.positions[: pieces.shape[1]]
        )
        for layer in self.model.encoder.layers:
            hidden = layer(hidden, torch.zeros(()))
        scores = self.model.heads(hidden)
        return tuple(getattr(scores, name)[0] for name in OUTPUTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    parser.add_argument("--version", default="2")
    asked = parser.parse_args()
    model = from_pretrained(asked.base)
    model.load_state_dict(torch.load(asked.run / "model.pt"))
    asked.out.mkdir(parents=True, exist_ok=True)
    export(model.eval(), asked.out, asked.run)
    shutil.copy(asked.base / "tokenizer.json", asked.out / "tokenizer.json")
    (asked.out / "attributions.json").write_text(json.dumps(settings(model, asked.version), indent=1) + "\n")


def export(model: AttributionModel, out: Path, run: Path) -> None:
    """Writes the int8 graph and prints its size and how far its scores stray."""
    flat, full = Flat(model).eval(), run / "full.onnx"
    pieces = torch.randint(1000, 20000, (1, 60))
    torch.onnx.export(
        flat,
        (pieces,),
        str(full),
        input_names=["pieces"],
        output_names=list(OUTPUTS),
        dynamic_axes={"pieces": {1: "n"}, **{name: {0: "n"} for name in OUTPUTS}},
        opset_version=17,
        dynamo=False,
    )
    small = out / "attributions.onnx"
    quantize_dynamic(
        str(full),
        str(small),
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # seven bits of weight: processors without VNNI would overflow with eight
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )
    with torch.inference_mode():
        wanted = [t.numpy() for t in flat(pieces)]
    for path in (full, small):
        found = onnxruntime.InferenceSession(str(path)).run(list(OUTPUTS), {"pieces": pieces.numpy()})
        stray = max(float(np.abs(a - b).mean()) for a, b in zip(wanted, found, strict=True))
        print(path.name, round(path.stat().st_size / 1e6, 1), "MB, mean stray", round(stray, 4))


def settings(model: AttributionModel, version: str) -> dict[str, object]:
    """What the tagger must know beside the graph."""
    return {
        "version": version,
        "conventions": [str(c) for c in CONVENTIONS],
        "kinds": list(KINDS),
        "tags": list(TAGS),
        "acts": list(ACTS),
        "width": WIDTH,
        "edges": list(DISTANCES),
        "distance": np.round(model.heads.distance.detach().numpy(), 4).tolist(),
    }


if __name__ == "__main__":
    main()
