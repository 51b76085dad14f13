"""A text with marks over it, as HTML: how a noun shows itself in a notebook."""

from collections.abc import Iterable
from html import escape
from itertools import pairwise

from accordingto.terms.spans import Anchor

# The widest first: of two backgrounds the later one is seen, a figure's inside a statement's.
STYLES = {
    "statement": "background:#eef3fb",
    "source": "border-bottom:2px solid #1f5fa8",
    "cue": "font-style:italic",
    "figure": "font-weight:bold;background:#fdebc8",
    "event": "background:#f9d9d4",
    "place": "border-bottom:1px dotted #3a7d44",
    "time": "border-bottom:1px dashed #7a4fa3",
}


def marked_text(body: str, layers: Iterable[tuple[str, Anchor]]) -> str:
    """`body` as escaped HTML in which every anchor of every layer stands under a `mark` of its class and title."""
    marks = [(span.start, span.end, kind) for kind, anchor in layers for span in anchor.spans]
    edges = sorted({0, len(body), *(edge for start, end, _ in marks for edge in (start, end))})
    opening: dict[int, list[tuple[int, str]]] = {}
    for start, end, kind in marks:
        opening.setdefault(start, []).append((end, kind))
    pieces: list[str] = []
    active: list[tuple[int, str]] = []
    for left, right in pairwise(edges):
        active = [mark for mark in active if mark[0] > left] + opening.get(left, [])
        pieces.append(_piece(body[left:right], sorted({kind for _, kind in active})))
    return f'<div class="accordingto" style="white-space:pre-wrap">{"".join(pieces)}</div>'


def _piece(words: str, kinds: list[str]) -> str:
    if not kinds:
        return escape(words)
    style = ";".join(style for kind, style in STYLES.items() if kind in kinds)
    return f'<span class="{" ".join(kinds)}" title="{", ".join(kinds)}" style="{style}">{escape(words)}</span>'
