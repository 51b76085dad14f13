"""Items: the finds of a reading as reviews know them, by the words they stand on and not by their numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.errors import BadReview
from accordingto.terms.claims import ClaimKind
from accordingto.terms.ids import content_id, speakable
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

LISTS = {
    ClaimKind.STATEMENT: ("statements", "content"),
    ClaimKind.EVENT: ("events", "trigger"),
    ClaimKind.FIGURE: ("figures", "anchor"),
    ClaimKind.BLAME: ("blame", "actor"),
    ClaimKind.COMMITMENT: ("announcements", "what"),
}
"""The list of each kind of find, and the field whose words it stands on."""
POINTERS = {
    "statement": ClaimKind.STATEMENT,
    "by": ClaimKind.STATEMENT,
    "event": ClaimKind.EVENT,
    "part_of": ClaimKind.FIGURE,
}
"""The fields that hold the index of a find of another list."""


@dataclass(frozen=True, slots=True)
class Item:
    """One find of one report, told by the words it stands on: so it is known again when the report is read anew.

    `nth` counts from 0 the finds of its kind that stand on the very same words: "the army" may be blamed twice.
    """

    report_id: str
    kind: ClaimKind
    anchor: Anchor
    nth: int = 0

    @property
    def id(self) -> str:
        spans = ";".join(f"{span.start}-{span.end}" for span in self.anchor.spans)
        return content_id("item", self.report_id, self.kind, spans, *([self.nth] if self.nth else []))

    @property
    def name(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)


def finds_of(reading: Reading, kind: ClaimKind) -> Sequence[Any]:
    """The finds of this kind, in reading order."""
    found: Sequence[Any] = getattr(reading, LISTS[kind][0])
    return found


def anchor_of(find: Any, kind: ClaimKind) -> Anchor:
    """The words that a find stands on."""
    anchor: Anchor = getattr(find, LISTS[kind][1])
    return anchor


def items_of(reading: Reading, kinds: Iterable[ClaimKind] = ClaimKind) -> tuple[tuple[Item, int], ...]:
    """Every find of these kinds as an item, with its number."""
    return tuple((item_of(reading, kind, n), n) for kind in kinds for n in range(len(finds_of(reading, kind))))


def item_of(reading: Reading, kind: ClaimKind, index: int) -> Item:
    """The find as reviews know it. BadReview where the reading has none of this number."""
    finds = finds_of(reading, kind)
    if not 0 <= index < len(finds):
        raise BadReview(f"report {reading.report.name} has no {kind} number {index}; it has {len(finds)}")
    anchor = anchor_of(finds[index], kind)
    return Item(reading.report.id, kind, anchor, sum(anchor_of(find, kind) == anchor for find in finds[:index]))


def fit_of(reading: Reading, item: Item) -> int | None:
    """The number of the find that stands on the item's words, or on most of them; None where none does."""
    anchors = [anchor_of(find, item.kind) for find in finds_of(reading, item.kind)]
    best = max((a for a in anchors if a.touches(item.anchor)), key=lambda a: _shared(a, item.anchor), default=None)
    alike = [number for number, anchor in enumerate(anchors) if anchor == best]
    return alike[item.nth] if item.nth < len(alike) else None


def _shared(one: Anchor, other: Anchor) -> tuple[int, bool]:
    """How many characters two anchors share; of two that share as many, the one of the same words is nearer."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)
    return shared, one == other


def written(reading: Reading, kind: ClaimKind, index: int, field: str) -> Any:
    """What a field of a find says, written as a correction of it would be: words and finds by their stretches."""
    value = getattr(finds_of(reading, kind)[index], field)
    if value is not None and field in POINTERS:
        return _stretch(anchor_of(finds_of(reading, POINTERS[field])[value], POINTERS[field]))
    if value is not None and field == "entity":
        return reading.entities[value].name
    return _plain(value)


def _plain(value: Any) -> Any:
    match value:
        case Anchor():
            return _stretch(value)
        case tuple():
            return [_plain(one) for one in value]
        case _ if hasattr(value, "isoformat"):
            return value.isoformat()
        case _:
            return value


def _stretch(anchor: Anchor) -> list[Any]:
    """`[12, 30]`, or `[[12, 30], [45, 60]]` of words in pieces."""
    spans = [[span.start, span.end] for span in anchor.spans]
    return spans[0] if len(spans) == 1 else spans


def fields_of(reading: Reading, kind: ClaimKind, index: int, fields: Iterable[str]) -> Mapping[str, Any]:
    """These fields of a find, each as `written`."""
    return {field: written(reading, kind, index, field) for field in fields}
