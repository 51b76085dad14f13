"""Blame on a page: who holds whom responsible, claims or denies, with the words; and the same as a matrix by side."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.blame import NO_SIDE, cell_words
from accordingto.show.phrases import capital, counted, voice_name
from accordingto.show.web.pages.parts import Quote, side_quote, told_once
from accordingto.show.words import one_line
from accordingto.terms.blame import Stance
from accordingto.terms.findings import BlameCell
from accordingto.terms.readings import Reading

DOES = {Stance.BLAMES: "blame it", Stance.CLAIMS: "tell of its own claim", Stance.DENIES: "deny its part"}


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


@dataclass(frozen=True, slots=True)
class BlameMatrix:
    """Voices by side: a row for the side that speaks, a column for the side that it speaks of, and how many voices."""

    whom: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


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


def blame_matrix(cells: Iterable[BlameCell]) -> BlameMatrix | None:
    """The cells counted by side; None where no side is known of anybody who is named."""
    voices: dict[tuple[str, str], dict[Stance, set[str]]] = {}
    for cell in cells:
        key = one_line(cell.by_side or NO_SIDE), one_line(cell.whom_side or NO_SIDE)
        voices.setdefault(key, {}).setdefault(cell.stance, set()).add(cell.voice)
    whom = tuple(dict.fromkeys(named for _, named in voices))
    if not set(whom) - {NO_SIDE}:
        return None
    speaking = dict.fromkeys(by for by, _ in voices)
    return BlameMatrix(
        whom,
        tuple((capital(by), tuple(_counted(voices.get((by, side), {})) for side in whom)) for by in speaking),
    )


def _counted(stances: Mapping[Stance, set[str]]) -> str:
    """ "2 voices blame it; 1 voice denies its part"."""
    told = ((stance, len(stances[stance])) for stance in Stance if stance in stances)
    return "; ".join(f"{counted(number, 'voice')} {_does(stance, number)}" for stance, number in told)


def _does(stance: Stance, number: int) -> str:
    verb, space, rest = DOES[stance].partition(" ")
    plural = {"deny": "denies"}.get(verb, f"{verb}s")
    return f"{plural if number == 1 else verb}{space}{rest}"
