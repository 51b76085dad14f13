"""What hearing who said what costs: the tokenizer, the encoder's own arithmetic, and the rest of our Python."""

from collections.abc import Sequence
from time import process_time

import numpy as np

from accordingto.read.encoders import OUTPUTS, Encoder
from accordingto.read.passages import cut_passages
from accordingto.terms.reports import Report


def measure_hearing(reports: Sequence[Report]) -> dict[str, float]:
    """CPU seconds by part over these reports, after one report to warm up; "load" is until the weights are ready."""
    began = process_time()
    encoder = Encoder.load()
    loaded = process_time() - began
    bodies = [report.body for report in reports]
    encoder.hear(bodies[0])
    began = process_time()
    passages = [passage for body in bodies for passage in cut_passages(body, encoder.tokenizer)]
    cut = process_time() - began
    began = process_time()
    for passage in passages:
        encoder.session.run(OUTPUTS, {"pieces": np.array([passage.pieces], dtype=np.int64)})
    run = process_time() - began
    began = process_time()
    for body in bodies:
        encoder.hear(body)
    heard = process_time() - began
    return {"load": loaded, "tokenizer": cut, "encoder": run, "reading the scores": heard - cut - run}
