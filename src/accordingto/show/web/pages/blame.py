"""Blame on a page: who holds whom responsible, claims or denies, with the words; and the same by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.blame import cell_words
from accordingto.show.phrases import capital, voice_name
from accordingto.show.web.pages.parts import Quote, side_quote, told_once
from accordingto.show.words import one_line
from accordingto.terms.findings import BlameCell
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class BlameLine:
    """One cell of the matrix of blame, in words and with the words it stands on."""

    words: str
    by: str
    by_side: str
    stance: str
    whom: str
    whom_side: str
    quotes: tuple[Quote, ...]


def blame_lines(cells: Iterable[BlameCell], readings: Mapping[str, Reading]) -> tuple[BlameLine, ...]:
    """The matrix, cell by cell."""
    return tuple(_line(cell, readings) for cell in cells)


def _line(cell: BlameCell, readings: Mapping[str, Reading]) -> BlameLine:
    quotes = (side_quote(side, readings) for side in cell.sides)
    return BlameLine(
        capital(cell_words(cell)),
        voice_name(cell.by),
        one_line(cell.by_side or ""),
        cell.stance.value,
        one_line(cell.whom),
        one_line(cell.whom_side or ""),
        told_once(quote for quote in quotes if quote),
    )
