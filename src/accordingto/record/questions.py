"""What somebody asks for, taken apart: words that must all be there.

"A phrase" in quotation marks stands together, `evacuat*` is a beginning. Nothing else in a question has a meaning, so
none can be wrong. Accents and case make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

PIECE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together; with `begins`, the last is the beginning of a word."""

    words: str
    begins: bool

    @property
    def tokens(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(fold(self.words).split())


def pieces_of(question: str) -> tuple[Piece, ...]:
    """Every piece of a question that has a letter or a digit, in order. None has a quotation mark in it."""
    return tuple(_pieces(question.replace("\x00", " ")))


def _pieces(question: str) -> Iterator[Piece]:
    for phrase, star, word in PIECE.findall(question):
        words = unicodedata.normalize("NFC", phrase or word)
        if TOKEN.search(words):
            yield Piece(words, bool(star) or word.endswith("*"))


def fold(words: str) -> str:
    """The words without accents and case, a space before and after each, so that whole words can be asked for."""
    return f" {' '.join(TOKEN.findall(_bare(words)))} "


def _bare(words: str) -> str:
    if words.isascii():
        return words.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
