"""A report divided: paragraphs, sentences and words, each with its offsets in the report's body.

Written for texts that arrive broken: commas may be lost, paragraphs run together, the title may come twice.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.terms.reports import Report
from accordingto.terms.sentences import ABBREVIATIONS, LONGEST_ABBREVIATION
from accordingto.terms.spans import Anchor

PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*(?:(?:-[^\W\d_]+)+|[^\W\d_]+)?"  # 82  100,000  5.00am  20-year-old
    r"|[^\W\d_]+(?:['’‘-][^\W_]+)*"  # al-Foua  Shi'ite  Russia's  F-16
    r"|\S"
)
STOP = re.compile(r"(?:[.?!…]+[\"”’'»)\]]*(?=\s|$)|(?<=[a-z]{2})[.?!][\"”’']?(?=[A-Z][a-z]))")
LONGEST_SENTENCE = 400  # words: the longest real one seen has 150; every reader's work on one sentence stays bounded
OPENS_SENTENCE = re.compile(r"\s*[\"“‘'«(\[+\-–—]*[A-Z0-9À-Þ\u0590-\u06ff]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark of punctuation; `lower` is for looking up."""

    start: int
    end: int
    text: str
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: a half-open range and its words. Paragraph 0 is the title."""

    start: int
    end: int
    paragraph: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A report with its body divided, handed to every reader of the room."""

    report: Report
    body: str
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[tuple[int, int], ...]

    def anchor(self, *ranges: tuple[int, int]) -> Anchor:
        """The words at these ranges, as an anchor of this report."""
        return Anchor.at(self.report.id, self.body, *ranges)

    def common_words(self) -> frozenset[str]:
        """The words that stand in small letters somewhere: opening a sentence, they are no names either."""
        return frozenset(word.text for sentence in self.sentences for word in sentence.words if word.text == word.lower)


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """The words that decide where sentences end."""

    abbreviations: frozenset[str]

    @classmethod
    def load(cls) -> "SentenceWords":
        return cls(ABBREVIATIONS)


def divide(report: Report, lexicon: SentenceWords) -> Page:
    """The report as a Page. Every character that is not white space lies in exactly one word of one sentence."""
    body = report.body
    paragraphs = find_paragraphs(body)
    sentences = tuple(
        sentence
        for number, (left, right) in enumerate(paragraphs)
        for start, end in find_sentences(body, left, right, lexicon)
        for sentence in _of_bearable_length(number, tuple(find_words(body, start, end)))
    )
    return Page(report, body, sentences, paragraphs)


def _of_bearable_length(paragraph: int, words: tuple[Word, ...]) -> Iterator[Sentence]:
    """The sentence, cut where it is so long that it can only be a table or a text without stops."""
    for first in range(0, len(words), LONGEST_SENTENCE):
        piece = words[first : first + LONGEST_SENTENCE]
        yield Sentence(piece[0].start, piece[-1].end, paragraph, piece)


def find_paragraphs(body: str) -> tuple[tuple[int, int], ...]:
    """Stretches between empty lines, without the white space around them."""
    trimmed = (_trim(body, m.start(), m.end()) for m in PARAGRAPH.finditer(body))
    return tuple((start, end) for start, end in trimmed if start < end)


def find_sentences(body: str, left: int, right: int, lexicon: SentenceWords) -> Iterator[tuple[int, int]]:
    """The sentences of one paragraph, in order; together they cover all its words."""
    start = left
    for stop in STOP.finditer(body, left, right):
        if stop.end() < right and not _ends_sentence(body, start, stop, lexicon):
            continue
        yield _trim(body, start, stop.end())
        start = stop.end()
    if body[start:right].strip():
        yield _trim(body, start, right)


def find_words(body: str, start: int, end: int) -> Iterator[Word]:
    """Words and marks of one stretch, in order."""
    for match in WORD.finditer(body, start, end):
        text = match.group()
        lower = text.lower()
        # Most words are lower case as they stand: kept once, a long text takes less memory.
        yield Word(match.start(), match.end(), text, text if lower == text else lower)


def _ends_sentence(body: str, start: int, stop: re.Match[str], lexicon: SentenceWords) -> bool:
    if not OPENS_SENTENCE.match(body, stop.end()):
        return False
    if not stop.group().startswith("."):
        return True
    before = re.search(r"[^\s(\"“]+$", body[max(start, stop.start() - LONGEST_ABBREVIATION) : stop.start()])
    last = before.group().lower() if before else ""
    return not (last in lexicon.abbreviations or (len(last) == 1 and last.isalpha()))


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    return start, end
