"""Blame in words: the matrix of who blames, claims or denies, cell by cell and side by side."""

from collections.abc import Iterable

from accordingto.show.phrases import counted, voice_name, within
from accordingto.show.words import one_line
from accordingto.terms.blame import Stance
from accordingto.terms.findings import BlameCell

NO_SIDE = "those of no known side"
STANCES = {
    Stance.BLAMES: "blamed {}",
    Stance.CLAIMS: "told of a claim by {}",
    Stance.DENIES: "denied that it was {}",
}
OF_ITSELF = {
    Stance.BLAMES: "held itself responsible",
    Stance.CLAIMS: "claimed it as its own act",
    Stance.DENIES: "denied having done it",
}
BETWEEN = {Stance.BLAMES: "blamed", Stance.CLAIMS: "told of a claim by", Stance.DENIES: "denied the part of"}


def cell_words(cell: BlameCell) -> str:
    """ "Salma Idris (the hills) blamed the army (the coast)"."""
    by = f"{within(voice_name(cell.by))}{_side(cell.by_side)}"
    if cell.of_itself:
        return f"{by} {OF_ITSELF[cell.stance]}"
    return f"{by} {STANCES[cell.stance].format(within(one_line(cell.whom)) + _side(cell.whom_side))}"


def _side(side: str | None) -> str:
    return f" ({one_line(side)})" if side else ""


def side_words(cells: Iterable[BlameCell]) -> list[str]:
    """By side: "the hills blamed the coast: 2 voices"; only of those whose side is known, by whomever."""
    voices: dict[tuple[str, Stance, str], set[str]] = {}
    for cell in cells:
        if cell.whom_side:
            voices.setdefault((cell.by_side or NO_SIDE, cell.stance, cell.whom_side), set()).add(cell.voice)
    return [
        f"{one_line(by)} {BETWEEN[stance]} {one_line(whom)}: {counted(len(keys), 'voice')}"
        for (by, stance, whom), keys in voices.items()
    ]
