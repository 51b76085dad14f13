"""Sentences: where they end, and the words of a report around a find."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

from accordingto.terms.spans import Anchor

WORDS_SHOWN = 420  # a long sentence of a news report; more is no longer a quotation but the report

ABBREVIATIONS: frozenset[str] = frozenset(
    tomllib.loads(resources.files(__package__).joinpath("sentences.toml").read_text(encoding="utf-8"))["abbreviations"]
)
COUNTING = frozenset({"no", "nos"}) & ABBREVIATIONS
LONGEST_ABBREVIATION = 15  # characters, with the bracket or the quotation mark before it

_END = re.compile(r"[.!?][\"”’)]*\s|\n")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*")
_MORE = re.compile(r"[ \t\r.!?]*[^\s.!?]")  # of the line, which is then found next
_NUMBER = re.compile(r"\s*\d")
_LAST_WORD = re.compile(r"[^\s(\"“]+$")


def only_shortens(body: str, stop: int) -> bool:
    """Whether the mark here is the full stop of a shortened word: "Sept. 19", "a U.S. drone", "J. Smith"."""
    found = (
        _LAST_WORD.search(body[max(0, stop - LONGEST_ABBREVIATION) : stop]) if body[stop : stop + 1] == "." else None
    )
    word = found.group().lower() if found else ""
    if word in COUNTING and not _NUMBER.match(body, stop + 1):
        return False  # "No. 5" goes on, "said no." does not
    return word in ABBREVIATIONS or (len(word) == 1 and word.isalpha())


def find_sentence_ends(body: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where each sentence of a stretch of the body ends, with its mark and the white space behind that."""
    for found in _END.finditer(body, start, len(body) if end is None else end):
        if body[found.end() - 1] == "\n" or not only_shortens(body, found.start()):
            yield found.end()


def find_sentences(body: str) -> Iterator[tuple[int, int]]:
    """Where each sentence stands, without its mark; of one line each."""
    first = None
    for found in _SENTENCE.finditer(body):
        first = found.start() if first is None else first
        if not only_shortens(body, found.end()) or not _MORE.match(body, found.end() + 1):
            yield first, found.end()
            first = None


def sentence_around(body: str, anchor: Anchor) -> str:
    """The sentence or sentences of the body that hold the anchor."""
    start, end = sentence_span(body, anchor)
    return body[start:end]


def sentence_span(body: str, anchor: Anchor) -> tuple[int, int]:
    """Where the sentence or sentences that hold the anchor begin and end, without white space around them."""
    first, last = max(0, anchor.start - WORDS_SHOWN), min(len(body), anchor.end + WORDS_SHOWN)
    start = max(find_sentence_ends(body, first, anchor.start), default=first)
    end = next(find_sentence_ends(body, max(anchor.end - 1, anchor.start), last), last)
    whole = body[start:end]
    return start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())
