"""Corrections applied: a reading as people have looked it over, its indexes and claims made to fit again.

What was rejected is no longer in it, what was corrected has the value that a person gave, and the reading that the
reader made stays in the record beside it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from accordingto.errors import BadReview
from accordingto.read.claims import ClaimWords, read_claims
from accordingto.terms.blame import Blame
from accordingto.terms.casts import key_of
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import Correction, Item, value_of
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Verdict
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
class Corrected:
    """The reading that holds now, the reviews that shaped it, and those whose words fit no find of it."""

    reading: Reading
    heard: tuple[Correction, ...]
    resting: tuple[Correction, ...]


def correct(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """The reading with these corrections of its report, in the order they were made: of two, the later one holds."""
    own = [one for one in corrections if one.item.report_id == reading.report.id]
    fits = {id(one): index for one in own if (index := fit_of(reading, one.item)) is not None}
    heard = tuple(one for one in own if id(one) in fits)
    resting = tuple(one for one in own if id(one) not in fits)
    if not heard:
        return Corrected(reading, (), resting)
    set_to, rejected = _settled(heard, fits)
    shaped = _without(_with_values(reading, set_to), rejected)
    return Corrected(replace(shaped, claims=read_claims(shaped, _claim_words())), heard, resting)


@cache
def _claim_words() -> ClaimWords:
    return ClaimWords.load()


def fit_of(reading: Reading, item: Item) -> int | None:
    """The number of the find that stands on the item's words, or on most of them; None where none does."""
    finds = [(number, _anchor_of(find, item.kind)) for number, find in enumerate(_list(reading, item.kind))]
    near = [(_shared(anchor, item.anchor), number) for number, anchor in finds if anchor.touches(item.anchor)]
    return max(near, key=lambda one: (one[0], -one[1]))[1] if near else None


def item_of(reading: Reading, kind: ClaimKind, index: int) -> Item:
    """The find as reviews know it. BadReview where the reading has none of this number."""
    finds = _list(reading, kind)
    if not 0 <= index < len(finds):
        raise BadReview(f"report {reading.report.name} has no {kind} number {index}; it has {len(finds)}")
    return Item(reading.report.id, kind, _anchor_of(finds[index], kind))


def _list(reading: Reading, kind: ClaimKind) -> Sequence[Any]:
    found: Sequence[Any] = getattr(reading, LISTS[kind][0])
    return found


def _anchor_of(find: Any, kind: ClaimKind) -> Anchor:
    anchor: Anchor = getattr(find, LISTS[kind][1])
    return anchor


def _shared(one: Anchor, other: Anchor) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.spans for b in other.spans)


Values = Mapping[tuple[ClaimKind, int], Mapping[str, Any]]


def _settled(heard: Iterable[Correction], fits: Mapping[int, int]) -> tuple[Values, dict[ClaimKind, set[int]]]:
    """The fields that are set, and the finds that are rejected: an acceptance takes an earlier rejection back."""
    set_to: dict[tuple[ClaimKind, int], dict[str, Any]] = {}
    rejected: dict[ClaimKind, set[int]] = {kind: set() for kind in LISTS}
    for one in heard:
        key = (one.item.kind, fits[id(one)])
        if one.review.verdict is Verdict.REJECT:
            rejected[key[0]].add(key[1])
            continue
        rejected[key[0]].discard(key[1])
        if one.field is not None:
            set_to.setdefault(key, {})[one.field] = one.value
    return set_to, rejected


def _with_values(reading: Reading, set_to: Values) -> Reading:
    lists: dict[str, Any] = {name: list(getattr(reading, name)) for name, _ in LISTS.values()}
    entities = list(reading.entities)
    for (kind, index), fields in set_to.items():
        made = {name: value_of(reading.report, kind, name, value) for name, value in fields.items()}
        known = dict(_resolved(reading, made, entities))
        of_kind = lists[LISTS[kind][0]]
        of_kind[index] = replace(of_kind[index], **known, **_follows(known, of_kind[index]))
    changed: dict[str, Any] = {name: tuple(some) for name, some in lists.items()}
    return replace(reading, entities=tuple(entities), **changed)


def _resolved(reading: Reading, made: Mapping[str, Any], entities: list[Entity]) -> Iterator[tuple[str, Any]]:
    """Each field with its value, finds and entities as indexes; a find that the reading does not have sets nothing."""
    for name, value in made.items():
        if name in POINTERS and value is not None:
            target = fit_of(reading, Item(reading.report.id, POINTERS[name], value))
            if target is not None:
                yield name, target
        elif name == "entity" and value is not None:
            yield name, _entity_called(value, entities)
        else:
            yield name, value


def _entity_called(name: str, entities: list[Entity]) -> int:
    """The number of the voice of this name or key, which joins the others where the report has none so called."""
    key = key_of(name)
    fits = (number for number, one in enumerate(entities) if one.key in (name, key) or key_of(one.name) == key)
    known = next(fits, None)
    if known is not None:
        return known
    entities.append(Entity(name, EntityKind.UNKNOWN, key, ()))
    return len(entities) - 1


def _follows(known: Mapping[str, Any], find: Any) -> dict[str, Any]:
    """What no longer holds of a find because of what was set: whom other words mean is not known."""
    lost: dict[str, Any] = {}
    if "place" in known:
        lost["spot"] = None
    if "source" in known and "entity" not in known:
        lost["entity"] = None
    if "actor" in known:
        lost |= {"entity": None} if isinstance(find, Blame) else {"actor_entities": ()}
    if "recipient" in known:
        lost["recipient_entities"] = ()
    return lost


def _without(reading: Reading, rejected: Mapping[ClaimKind, set[int]]) -> Reading:
    """The reading without what was rejected; what pointed there points to nothing, the rest is counted anew."""
    numbers = {kind: _renumbered(len(_list(reading, kind)), rejected[kind]) for kind in LISTS}
    lists: dict[str, Any] = {}
    for kind, (name, _) in LISTS.items():
        kept = (find for number, find in enumerate(_list(reading, kind)) if number not in rejected[kind])
        lists[name] = tuple(_pointing(find, numbers) for find in kept)
    return replace(reading, **lists)


def _renumbered(count: int, rejected: set[int]) -> dict[int, int]:
    return {old: new for new, old in enumerate(number for number in range(count) if number not in rejected)}


def _pointing(find: Any, numbers: Mapping[ClaimKind, Mapping[int, int]]) -> Any:
    held = {name: kind for name, kind in POINTERS.items() if getattr(find, name, None) is not None}
    return replace(find, **{name: numbers[kind].get(getattr(find, name)) for name, kind in held.items()})
