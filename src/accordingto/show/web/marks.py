"""Marks: a report's text cut into pieces at the edges of everything found in it, so that each piece knows its items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Layer:
    """Words that an item fills: `kind` is what sort of thing they are, `item` its key on the page, such as "f3"."""

    kind: str
    item: str
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that belong to the same items throughout. `opens` are the items that begin with this piece."""

    words: str
    kinds: tuple[str, ...]
    items: tuple[str, ...]
    opens: tuple[str, ...]


def layers_of(reading: Reading) -> tuple[Layer, ...]:
    """Everything in the reading that stands on words, the links of a chain included."""
    return tuple(_layers(reading))


def _layers(reading: Reading) -> Iterable[Layer]:
    for number, said in enumerate(reading.statements):
        item = f"s{number}"
        yield Layer("statement", item, said.content)
        for kind, anchor in (("source", said.source), ("cue", said.cue), ("hedge", said.hedge)):
            if anchor:
                yield Layer(kind, item, anchor)
        yield from (Layer("link", item, link) for link in said.via)
    yield from (Layer("figure", f"f{number}", figure.anchor) for number, figure in enumerate(reading.figures))
    yield from (Layer("event", f"e{number}", event.trigger) for number, event in enumerate(reading.events))
    yield from (Layer("place", f"p{number}", place.anchor) for number, place in enumerate(reading.places))
    yield from (Layer("time", f"t{number}", time.anchor) for number, time in enumerate(reading.times))
    yield from (Layer("coming", f"a{number}", coming.what) for number, coming in enumerate(reading.announcements))
    yield from (Layer("blame", f"b{number}", blame.actor) for number, blame in enumerate(reading.blame))


def paragraphs(body: str, layers: Sequence[Layer]) -> tuple[tuple[Piece, ...], ...]:
    """The body's paragraphs, each as its pieces; empty lines are left out, no other character is."""
    edges = sorted(
        {0, len(body), *_breaks(body), *(edge for one in layers for s in one.anchor.spans for edge in (s.start, s.end))}
    )
    starting: dict[int, list[tuple[int, Layer]]] = {}
    for one in layers:
        for span in one.anchor.spans:
            starting.setdefault(span.start, []).append((span.end, one))
    told: list[list[Piece]] = [[]]
    active: list[tuple[int, Layer]] = []
    for left, right in pairwise(edges):
        active = [(end, one) for end, one in active if end > left] + starting.get(left, [])
        if body[left:right].strip("\n"):
            told[-1].append(_piece(body[left:right], active, left))
        elif told[-1]:
            told.append([])
    return tuple(tuple(pieces) for pieces in told if pieces)


def _breaks(body: str) -> Iterable[int]:
    """Where lines end and begin: a piece never runs over the end of its paragraph."""
    for index, character in enumerate(body):
        if character == "\n":
            yield index
            yield index + 1


def _piece(words: str, active: Iterable[tuple[int, Layer]], left: int) -> Piece:
    layers = [one for _, one in active]
    opens = (
        one.item for one in layers if one.anchor.start == left and one.kind not in ("source", "cue", "link", "hedge")
    )
    return Piece(
        words,
        tuple(dict.fromkeys(one.kind for one in layers)),
        tuple(dict.fromkeys(one.item for one in layers)),
        tuple(dict.fromkeys(opens)),
    )
