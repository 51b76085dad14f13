"""A peer for scale: the parse of spaCy's small English model on the same text, where it is installed."""

from collections.abc import Iterable
from time import process_time

from accordingto.terms.reports import Report

MODEL = "en_core_web_sm"


def measure_parse(reports: Iterable[Report]) -> float | None:
    """Words per CPU second of spaCy's tagger and parser on one thread; None where the model is not installed.

    No package index that we use serves the model: `python -m spacy download en_core_web_sm` fetches it.
    """
    try:
        import spacy

        parse = spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except (ImportError, OSError):
        return None
    bodies = [report.body for report in reports]
    began = process_time()
    for body in bodies:
        parse(body)
    return sum(len(body.split()) for body in bodies) / (process_time() - began)
