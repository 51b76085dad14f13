"""Passages: a body of text cut into what an encoder reads at once, whole paragraphs where they fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

CLS, SEP = 101, 102  # of the uncased BERT vocabulary
# A line, or as much of a very long one as ends before white space: a text without line ends is never encoded whole.
LINE = re.compile(r"[^\n\r]{1,10000}(?!\S)|[^\n\r]{10000}")
HALF = re.compile(r"[\ud800-\udfff]")  # half of a surrogate pair, which the tokenizer refuses
LONGEST = 160  # wordpieces: reads as well as 256 and costs a tenth less (docs/decisions/0007)
BATCH = 16  # lines given to the tokenizer at once, so that what it holds stays small
ENDS = re.compile(r"[.!?][\"”’']?$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Wordpieces of one pass: `first[i]` is the wordpiece at which word i begins, `words[i]` where it stands."""

    pieces: tuple[int, ...]
    first: tuple[int, ...]
    words: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of one paragraph, each with its wordpieces."""

    words: list[tuple[int, int]]
    pieces: list[list[int]]

    @property
    def length(self) -> int:
        return sum(map(len, self.pieces))


def cut_passages(body: str, tokenizer: Tokenizer, *, longest: int = LONGEST) -> Iterator[Passage]:
    """The whole body in order, in passages of at most `longest` wordpieces with a mark after each paragraph."""
    waiting: list[_Stretch] = []
    used = 1
    for stretch in _stretches(body, tokenizer, longest - 2):
        if waiting and used + stretch.length + 1 > longest:
            yield _passage(waiting)
            waiting, used = [], 1
        waiting.append(stretch)
        used += stretch.length + 1
    if waiting:
        yield _passage(waiting)


def _stretches(body: str, tokenizer: Tokenizer, longest: int) -> Iterator[_Stretch]:
    lines = (match for match in LINE.finditer(body) if match.group().strip())
    while batch := list(islice(lines, BATCH)):
        encoded = tokenizer.encode_batch([HALF.sub("\ufffd", line.group()) for line in batch], add_special_tokens=False)
        for line, encoding in zip(batch, encoded, strict=True):
            yield from _split(_stretch(encoding, line.start()), body, longest)


def _stretch(encoding: Encoding, shift: int) -> _Stretch:
    words: list[tuple[int, int]] = []
    pieces: list[list[int]] = []
    last = None
    for piece, (start, end), word in zip(encoding.ids, encoding.offsets, encoding.word_ids, strict=True):
        if word != last:
            words.append((start + shift, end + shift))
            pieces.append([piece])
            last = word
        else:
            words[-1] = (words[-1][0], end + shift)
            pieces[-1].append(piece)
    return _Stretch(words, pieces)


def _split(stretch: _Stretch, body: str, longest: int) -> Iterator[_Stretch]:
    """Pieces short enough for one pass, cut after a sentence where the second half of a piece has one."""
    start, length, count = 0, 0, len(stretch.words)
    for index in range(count):
        size = len(stretch.pieces[index])
        if length + size > longest and index > start:
            cut = _cut(stretch, body, start, index)
            yield _Stretch(stretch.words[start:cut], stretch.pieces[start:cut])
            start, length = cut, sum(map(len, stretch.pieces[cut:index]))
        length += size
    if start < count:
        yield _Stretch(stretch.words[start:], stretch.pieces[start:])


def _cut(stretch: _Stretch, body: str, start: int, index: int) -> int:
    for cut in range(index, start + (index - start) // 2, -1):
        left, right = stretch.words[cut - 1]
        if ENDS.search(body[left:right]):
            return cut
    return index


def _passage(stretches: list[_Stretch]) -> Passage:
    pieces, first, words = [CLS], [], []
    for stretch in stretches:
        for word, parts in zip(stretch.words, stretch.pieces, strict=True):
            first.append(len(pieces))
            words.append(word)
            pieces.extend(parts[:LONGEST])
        pieces.append(SEP)
    return Passage(tuple(pieces), tuple(first), tuple(words))
