"""Words asked for: full text over the reports, folded words over the claims."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, and_, false, text, true

from accordingto.record.questions import Piece, fold, pieces_of
from accordingto.record.snippets import best_find, cut_snippet
from accordingto.record.statements import find_rows
from accordingto.record.tables import reports

INDEX = text("INSERT INTO report_words (rowid, body) VALUES (:seq, :body)")
FIND = text(
    "SELECT rowid FROM report_words WHERE report_words MATCH :question AND rowid >= :first "
    "ORDER BY rank, rowid LIMIT :limit"
)
LAST = text(
    "SELECT rowid FROM report_words WHERE report_words MATCH :question ORDER BY rowid DESC LIMIT 1 OFFSET :ranked"
)
BODY = ("seq", "title", "text")
RANKED = 5000  # reports: of words that more have, the best of those that came in last are found


@dataclass(frozen=True, slots=True)
class Found:
    """Words found in a report: where the first of them stand in its body, and the words around."""

    seq: int
    start: int
    end: int
    snippet: str


def index_reports(record: Connection, bodies: Sequence[tuple[int, str]]) -> None:
    """The words of these reports can be asked for. Another engine than SQLite brings an index of its own."""
    if bodies and record.dialect.name == "sqlite":
        record.execute(INDEX, [{"seq": seq, "body": body} for seq, body in bodies])


def search_words(record: Connection, question: str, limit: int) -> tuple[Found, ...]:
    """Reports with every piece of the question, best first (BM25).

    Where very many have them, only the last that came in are held against each other, unless all are asked for.
    """
    pieces = pieces_of(question)
    if not pieces:
        return ()
    asked = {"question": _match(pieces)}
    last = record.execute(LAST, {**asked, "ranked": RANKED - 1}).scalar_one_or_none() if limit < RANKED else None
    seqs = record.execute(FIND, {**asked, "first": last or 0, "limit": limit}).scalars().all()
    bodies = {seq: f"{title}\n\n{text}" for seq, title, text in find_rows(record, reports.c.seq, seqs, BODY)}
    return tuple(_found(seq, bodies[seq], pieces) for seq in seqs)


def _match(pieces: Sequence[Piece]) -> str:
    # Inside quotation marks FTS5 knows no operators, and no piece has a quotation mark in it.
    return " AND ".join(f'"{piece.words}"{"*" if piece.begins else ""}' for piece in pieces)


def _found(seq: int, body: str, pieces: Sequence[Piece]) -> Found:
    find = best_find(body, pieces)
    # Where the index and this program divide a rare script otherwise, the report is found without a place.
    start, end = (find.start, find.end) if find else (0, 0)
    return Found(seq, start, end, cut_snippet(body, start))


def has_words(folded: Column[str], question: str) -> ColumnElement[bool]:
    """Whether a column of folded words has every piece of the question; a question without words finds nothing."""
    wanted = [fold(piece.words)[: -1 if piece.begins else None] for piece in pieces_of(question)]
    return and_(true() if wanted else false(), *(folded.contains(words, autoescape=True) for words in wanted))
