"""Pairing: which event, figure and blame of a reading is which of the annotation, by the words they stand at."""

from collections.abc import Callable, Sequence
from typing import Any

from accordingto.terms.claims import ClaimKind
from accordingto.terms.events import Event
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

Item = Any  # an event, or the anchor of a figure or of who is blamed


def pair_items(gold: Reading, reading: Reading) -> dict[tuple[ClaimKind, int], int]:
    """For each item of the annotation that is found the number of its item in the reading; each serves one."""
    return {
        (kind, number): other
        for kind, items in _ITEMS.items()
        for number, other in _pairs(items(gold), items(reading), _ALIKE.get(kind, _overlap)).items()
    }


_ITEMS: dict[ClaimKind, Callable[[Reading], Sequence[Item]]] = {
    ClaimKind.EVENT: lambda reading: reading.events,
    ClaimKind.FIGURE: lambda reading: [figure.anchor for figure in reading.figures],
    ClaimKind.BLAME: lambda reading: [blame.actor for blame in reading.blame],
}


def _pairs(gold: Sequence[Item], found: Sequence[Item], alike: Callable[[Item, Item], float]) -> dict[int, int]:
    """The likest first, each item once, none that are not alike at all."""
    scored = sorted(((alike(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)), reverse=True)
    pairs: dict[int, int] = {}
    for score, i, j in scored:
        if score > 0 and i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _overlap(one: Anchor, other: Anchor) -> float:
    """The share of the characters of both that both have."""
    first, second = ({n for s in anchor.spans for n in range(s.start, s.end)} for anchor in (one, other))
    return len(first & second) / len(first | second) if first | second else 0.0


def _events_alike(one: Event, other: Event) -> float:
    """As the reading scorer pairs events: of one type, at the same words or place or of the same mode."""
    if one.type is not other.type:
        return 0.0
    same_place = one.place and other.place and one.place.touches(other.place)
    same_words = 2 * one.trigger.touches(other.trigger) + _overlap(one.trigger, other.trigger)
    return same_words + bool(same_place) + (one.mode == other.mode)


_ALIKE: dict[ClaimKind, Callable[[Item, Item], float]] = {ClaimKind.EVENT: _events_alike}
