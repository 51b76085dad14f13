"""Sentences: what stands around a find, so that a quotation can be understood by itself."""

from accordingto.show.phrases import people_words
from accordingto.show.words import quoted
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import WORDS_SHOWN, sentence_around
from accordingto.terms.spans import Anchor

SHORT = 40  # fewer characters than this are a name or a verb, and say little by themselves


def gloss(reading: Reading | None, anchor: Anchor) -> str:
    """What a few words need beside them: "at least 82" is "civilians killed", "the army" stands in a sentence."""
    if reading is None:
        return ""
    for figure in reading.figures:
        if figure.anchor == anchor:
            return people_words(figure.who, figure.harm, figure.low, figure.high)
    whole = sentence_around(reading.report.body, anchor)
    return f"in {quoted(whole, WORDS_SHOWN)}" if len(anchor.exact) < SHORT < len(whole) else ""
