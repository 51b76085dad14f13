"""Where the words asked for stand in a text, and the words around them.

FTS5 has a `snippet` of its own; it is not used, because its time grows with the square of the finds in one text.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import islice, takewhile

from accordingto.record.questions import Piece, fold

TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")  # with the accents that follow their letter
ODD = re.compile(r"(?![\x00-\x7f])\w|[\u0300-\u036f]")  # letters that may be written in other ways
WIDTH = 180  # characters of a snippet: about two lines of a terminal
LEAD = 60  # of these before the first find
ENOUGH = 1000  # finds in one text to choose the best stretch from


@dataclass(frozen=True, slots=True)
class Find:
    """Piece number `piece` of the question, standing from `start` to `end`."""

    piece: int
    start: int
    end: int


def best_find(body: str, pieces: Sequence[Piece]) -> Find | None:
    """The first find of the stretch where the most pieces stand together; None where none stands."""
    finds = list(islice(find_pieces(body, pieces), ENOUGH))
    counts = [_pieces_near(finds, number) for number in range(len(finds))]
    return finds[counts.index(max(counts))] if finds else None


def _pieces_near(finds: Sequence[Find], number: int) -> int:
    """How many pieces stand in the snippet that begins with this find."""
    reach = finds[number].start + WIDTH - LEAD
    return len({find.piece for find in takewhile(lambda find: find.end <= reach, finds[number:])})


def find_pieces(body: str, pieces: Sequence[Piece]) -> Iterator[Find]:
    """Every place where a piece stands, in the order of their last words."""
    if body.isascii() or not ODD.search(body):
        yield from _find_plain(body, pieces)
    else:
        yield from _find_folded(body, pieces)


def _find_plain(body: str, pieces: Sequence[Piece]) -> Iterator[Find]:
    """The same in a body whose letters are plain ones: no word need be folded, so only those asked for are cut out."""
    found = (_standing(number, piece, body) for number, piece in enumerate(pieces))
    yield from merge(*found, key=lambda find: (find.end, find.piece))


def _standing(number: int, piece: Piece, body: str) -> Iterator[Find]:
    # Looked for ahead, because one find may begin within another: "wave after wave after wave".
    words = r"[\W_]+".join(map(re.escape, piece.tokens)) + (r"[^\W_]*" if piece.begins else "")
    pattern = re.compile(rf"(?<![^\W_])(?=({words})(?![^\W_]))", re.IGNORECASE)
    return (Find(number, match.start(1), match.end(1)) for match in pattern.finditer(body))


def _find_folded(body: str, pieces: Sequence[Piece]) -> Iterator[Find]:
    wanted = [(number, piece.tokens, piece.begins) for number, piece in enumerate(pieces)]
    recent: deque[tuple[str, int]] = deque(maxlen=max((len(tokens) for _, tokens, _ in wanted), default=1))
    for match in TOKEN.finditer(body):
        word = match.group()
        recent.append((word.lower() if word.isascii() else fold(word).strip(), match.start()))
        for number, tokens, begins in wanted:
            if _ends_in(recent, tokens, begins):
                yield Find(number, recent[-len(tokens)][1], match.end())


def _ends_in(recent: deque[tuple[str, int]], tokens: tuple[str, ...], begins: bool) -> bool:
    last = recent[-1][0]
    if not (last == tokens[-1] or (begins and last.startswith(tokens[-1]))) or len(recent) < len(tokens):
        return False
    return all(recent[n - len(tokens)][0] == token for n, token in enumerate(tokens[:-1]))


def cut_snippet(body: str, at: int) -> str:
    """The words around this place on one line, with "…" where the text goes on."""
    start = _word_start(body, max(at - LEAD, 0))
    end = _word_end(body, min(start + WIDTH, len(body)))
    words = " ".join(body[start:end].split())
    return f"{'… ' if start else ''}{words}{' …' if end < len(body) else ''}"


def _word_start(body: str, at: int) -> int:
    """The start of the first whole word from here; here, where a word is longer than a lead."""
    if at == 0 or body[at - 1].isspace():
        return at
    gap = re.compile(r"\s+").search(body, at, at + LEAD)
    return gap.end() if gap else at


def _word_end(body: str, at: int) -> int:
    if at == len(body) or body[at].isspace():
        return at
    gap = max(body.rfind(space, at - LEAD, at) for space in " \n\t")
    return gap if gap > 0 else at
