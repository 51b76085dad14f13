"""Blame: the matrix of who holds whom responsible for one incident, who claims it and who denies it."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace

from accordingto.reconcile.authors import Position, find_positions
from accordingto.reconcile.voices import Voices
from accordingto.terms.blame import Stance
from accordingto.terms.casts import key_of
from accordingto.terms.findings import BlameCell, Side
from accordingto.terms.incidents import Incident

STANCES = tuple(Stance)


def find_blame(incident: Incident, voices: Voices) -> tuple[BlameCell, ...]:
    """One cell for each voice, stance and one who is named; what most reports carry first."""
    cells: defaultdict[Hashable, list[Position]] = defaultdict(list)
    for position in find_positions(incident, voices):
        cells[position.voice.key, position.stance, _whom(position)].append(position)
    found = (_cell(held, voices) for held in cells.values())
    return tuple(sorted(found, key=_order))


def _order(cell: BlameCell) -> tuple[int, int, str, str]:
    return -len(cell.report_ids), STANCES.index(cell.stance), cell.by, cell.whom


def _whom(position: Position) -> Hashable:
    """One under all its names: "Assad's jets" and "regime warplanes"; the speaker itself; else the words."""
    if position.of_itself:
        return position.voice.key
    return position.parties or key_of(position.actor).removeprefix("the-")


def _cell(held: Sequence[Position], voices: Voices) -> BlameCell:
    voice = min((one.voice for one in held), key=lambda voice: (voice.deputy, -len(voice.name), voice.name))
    first = held[0]
    names = Counter(one.actor for one in held)
    whom = voice.name if first.of_itself else min(names, key=lambda name: (-names[name], -len(name), name))
    stood = {voices.side_named(one.side.report_id, one.actor) for one in held}
    side = voice.side if first.of_itself else stood.pop() if len(stood) == 1 else None
    sides = tuple(_words(one) for one in held)
    words = tuple(word for each in sides for word in each)
    return BlameCell(voice.name, voice.key, voice.side, first.stance, whom, side, first.of_itself, words)


def _words(position: Position) -> list[Side]:
    return [replace(position.side, anchor=anchor) for anchor in position.named]
