"""Sentences: the words of a report around a find."""

import re

from accordingto.terms.spans import Anchor

SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
WORDS_SHOWN = 420  # a long sentence of a news report; more is no longer a quotation but the report


def sentence_around(body: str, anchor: Anchor) -> str:
    """The sentence or sentences of the body that hold the anchor."""
    start, end = sentence_span(body, anchor)
    return body[start:end]


def sentence_span(body: str, anchor: Anchor) -> tuple[int, int]:
    """Where the sentence or sentences that hold the anchor begin and end, without white space around them."""
    before = body[max(0, anchor.start - WORDS_SHOWN) : anchor.start]
    starts = [found.end() for found in SENTENCE_END.finditer(before)]
    start = anchor.start - len(before) + (starts[-1] if starts else 0)
    found = SENTENCE_END.search(body, max(anchor.end - 1, anchor.start), anchor.end + WORDS_SHOWN)
    end = found.end() if found else min(len(body), anchor.end + WORDS_SHOWN)
    whole = body[start:end]
    return start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())
