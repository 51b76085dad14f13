"""Words asked for: full text over the reports, folded words over the claims.

A question is words that must all be there; "a phrase" in quotation marks stands together, `evacuat*` is a beginning.
Nothing else in a question has a meaning, so none can be wrong. Accents and case make no difference.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, and_, false, select, text, true

from accordingto.record.tables import reports

PIECE = re.compile(r'"([^"]*)"?(\*?)|([^\s"]+)')
TOKEN = re.compile(r"[^\W_]+")
SNIPPET_WORDS = 24  # about two lines of a terminal
OPEN, CLOSE, CUT = "\x02", "\x03", "\x04"  # stand in no text that people read
MARKS = str.maketrans("", "", OPEN + CLOSE + CUT)

FIND = text(
    "SELECT rowid AS seq, snippet(report_words, 0, :open, :close, :cut, :words) AS marked FROM report_words "
    "WHERE report_words MATCH :question ORDER BY rank, rowid LIMIT :limit"
)
INDEX = text("INSERT INTO report_words (rowid, body) VALUES (:seq, :body)")


@dataclass(frozen=True, slots=True)
class Found:
    """Words found in a report: where the first of them stand in its body, and the words around."""

    seq: int
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that stand together; with `begins`, the last is the beginning of a word."""

    words: str
    begins: bool


def index_reports(record: Connection, bodies: Sequence[tuple[int, str]]) -> None:
    """The words of these reports can be asked for. Another engine than SQLite brings an index of its own."""
    if bodies and record.dialect.name == "sqlite":
        record.execute(INDEX, [{"seq": seq, "body": body} for seq, body in bodies])


def search_words(record: Connection, question: str, limit: int) -> tuple[Found, ...]:
    """Reports with every piece of the question, best first (BM25)."""
    pieces = tuple(_pieces(question))
    if not pieces:
        return ()
    marks = {"open": OPEN, "close": CLOSE, "cut": CUT, "words": SNIPPET_WORDS}
    rows = record.execute(FIND, {"question": _match(pieces), "limit": limit, **marks})
    return tuple(_found(record, row.seq, row.marked) for row in rows.all())


def _pieces(question: str) -> Iterator[_Piece]:
    for phrase, star, word in PIECE.findall(question.replace("\x00", " ")):
        words = unicodedata.normalize("NFC", phrase or word)
        if TOKEN.search(words):
            yield _Piece(words, bool(star) or word.endswith("*"))


def _match(pieces: Sequence[_Piece]) -> str:
    # Inside quotation marks FTS5 knows no operators, and no piece has a quotation mark in it.
    return " AND ".join(f'"{piece.words}"{"*" if piece.begins else ""}' for piece in pieces)


def _found(record: Connection, seq: int, marked: str) -> Found:
    row = record.execute(select(reports.c.title, reports.c.text).where(reports.c.seq == seq)).one()
    start, end = _place(f"{row.title}\n\n{row.text}", marked)
    before, after = ("… " if marked.startswith(CUT) else "", " …" if marked.endswith(CUT) else "")
    return Found(seq, start, end, before + " ".join(marked.translate(MARKS).split()) + after)


def _place(body: str, marked: str) -> tuple[int, int]:
    """Where the first marked words of a snippet stand; nowhere (0, 0) for a text that has such marks of its own."""
    before, _, rest = marked.partition(OPEN)
    words = rest.partition(CLOSE)[0]
    at = body.find(marked.translate(MARKS))
    if at < 0:
        return 0, 0
    start = at + len(before.translate(MARKS))
    return start, start + len(words)


def has_words(folded: Column[str], question: str) -> ColumnElement[bool]:
    """Whether a column of folded words has every piece of the question."""
    pieces = [(fold(piece.words), piece.begins) for piece in _pieces(question)]
    wanted = [words[:-1] if begins else words for words, begins in pieces]
    return and_(true() if wanted else false(), *(folded.contains(words, autoescape=True) for words in wanted))


def fold(words: str) -> str:
    """The words without accents and case, a space before and after each, so that whole words can be asked for."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(c))
    return f" {' '.join(TOKEN.findall(bare))} "
