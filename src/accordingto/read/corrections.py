"""Corrections applied: a reading as people have looked it over, its indexes and claims made to fit again.

What was rejected is no longer in it, what was corrected has the value that a person gave, and the reading that the
reader made stays in the record beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from accordingto.errors import BadReview
from accordingto.read.claims import ClaimWords, read_claims
from accordingto.terms.blame import Blame
from accordingto.terms.casts import key_of
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import Correction, value_of
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.ids import content_id
from accordingto.terms.items import LISTS, POINTERS, Item, finds_of, fit_of
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reviews import Verdict

Key = tuple[ClaimKind, int]  # a find by its number in the reader's own reading
Values = Mapping[Key, Mapping[str, Any]]
RULES = 1  # of how corrections are applied; others make another reading


@dataclass(frozen=True, slots=True)
class Corrected:
    """The reading that holds now, what shapes it, and what people say of words that fit no find of the reader's.

    `holding` are the corrections in force, `replaced` those that a later one speaks against. `numbers` has for each
    kind the numbers, in the reader's own reading, of the finds that are left.
    """

    reading: Reading
    holding: tuple[Correction, ...]
    replaced: tuple[Correction, ...]
    resting: tuple[Correction, ...]
    numbers: Mapping[ClaimKind, tuple[int, ...]]

    @property
    def heard(self) -> tuple[Correction, ...]:
        """Every correction whose words fit a find, in force or replaced."""
        return self.holding + self.replaced


def correct(reading: Reading, corrections: Iterable[Correction]) -> Corrected:
    """The reading with these corrections of its report, in the order they were made: of two, the later one holds."""
    by_find, resting = _fitted(reading, corrections)
    held = {key: _holding(some) for key, some in by_find.items()}
    rejected = {key for key, some in held.items() if some[0].review.verdict is Verdict.REJECT}
    set_to = {key: _values(some) for key, some in by_find.items() if key not in rejected and _values(some)}
    holding = tuple(one for some in held.values() for one in some)
    replaced = tuple(one for key, some in by_find.items() for one in some if one not in held[key])
    left = {kind: tuple(_left(reading, kind, rejected)) for kind in LISTS}
    return Corrected(_shaped(reading, set_to, rejected), holding, replaced, resting, left)


def _fitted(
    reading: Reading, corrections: Iterable[Correction]
) -> tuple[dict[Key, list[Correction]], tuple[Correction, ...]]:
    """The corrections of each find of the reading, and those whose words fit none."""
    by_find: defaultdict[Key, list[Correction]] = defaultdict(list)
    resting: list[Correction] = []
    for one in corrections:
        if one.item.report_id != reading.report.id:
            continue
        number = fit_of(reading, one.item)
        if number is None:
            resting.append(one)
        else:
            by_find[one.item.kind, number].append(one)
    return dict(by_find), tuple(resting)


def _holding(made: list[Correction]) -> tuple[Correction, ...]:
    """Of what people said of one find, what is in force: a rejection alone, or the last value of every field.

    An acceptance says that the find is right as it then stood, so it holds until somebody sets or rejects something.
    """
    if made[-1].review.verdict is Verdict.REJECT:
        return (made[-1],)
    last_change = max((n for n, one in enumerate(made) if one.review.verdict is not Verdict.ACCEPT), default=-1)
    fields = {one.field: one for one in made if one.review.verdict is Verdict.CORRECT}
    return (*fields.values(), *made[last_change + 1 :])


def _values(made: list[Correction]) -> dict[str, Any]:
    return {one.field: one.value for one in made if one.field is not None}


def _left(reading: Reading, kind: ClaimKind, rejected: set[Key]) -> Iterator[int]:
    return (number for number in range(len(finds_of(reading, kind))) if (kind, number) not in rejected)


def _shaped(reading: Reading, set_to: Values, rejected: set[Key]) -> Reading:
    """The reading with these values and without these finds, under a reader's name that says so."""
    if not (set_to or rejected):
        return reading
    shaped = _without(_with_values(reading, set_to), rejected)
    reader = _reviewed(reading.reader, set_to, rejected)
    return replace(shaped, reader=reader, claims=read_claims(shaped, _claim_words()))


def _reviewed(reader: ReaderName, set_to: Values, rejected: set[Key]) -> ReaderName:
    """The same values and the same finds rejected are the same reading, whoever said so."""
    said = [(*key, sorted(fields.items())) for key, fields in sorted(set_to.items())]
    short = content_id("reviewed", RULES, said, sorted(rejected))[:12]
    return replace(reader, settings=f"{reader.settings}, reviewed {short}")


@cache
def _claim_words() -> ClaimWords:
    return ClaimWords.load()


def checked(reading: Reading, corrections: Iterable[Correction], *made: Correction) -> Corrected:
    """The reading with these corrections of one find added; BadReview where what they set cannot be."""
    for one in made:
        if one.field is not None:
            _check_target(reading, one, value_of(reading.report, one.item.kind, one.field, one.value))
    found = correct(reading, (*corrections, *made))
    for item in {one.item for one in made if one.item.kind is ClaimKind.FIGURE}:
        _check_figure(found, item, reading)
    return found


def _check_target(reading: Reading, made: Correction, value: Any) -> None:
    """A field that holds a find is set to words that one stands on, and not to the find's own."""
    kind = POINTERS.get(made.field or "")
    if kind is None or value is None:
        return
    target = fit_of(reading, Item(reading.report.id, kind, value))
    if target is None:
        raise BadReview(f"{made.field}: no {kind} stands on “{value.exact}”; `review REPORT` lists what was read")
    if (kind, target) == (made.item.kind, fit_of(reading, made.item)):
        raise BadReview(f"{made.field}: a {kind} cannot be part of itself")


def _check_figure(found: Corrected, item: Item, own: Reading) -> None:
    number = fit_of(own, item)
    if number not in found.numbers[ClaimKind.FIGURE]:
        return
    at = found.numbers[ClaimKind.FIGURE].index(number)
    figure = found.reading.figures[at]
    if figure.low is not None and figure.high is not None and figure.low > figure.high:
        raise BadReview(f"low {figure.low} would be above high {figure.high}; set the other one first")
    seen = {at}
    while (above := found.reading.figures[at].part_of) is not None:
        if above in seen:
            raise BadReview(f"part_of: “{figure.anchor.exact}” would be a part of its own part")
        seen.add(above)
        at = above


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


def _without(reading: Reading, rejected: set[Key]) -> Reading:
    """The reading without what was rejected; what pointed there points to nothing, the rest is counted anew."""
    left = {kind: tuple(_left(reading, kind, rejected)) for kind in LISTS}
    numbers = {kind: {old: new for new, old in enumerate(some)} for kind, some in left.items()}
    lists: dict[str, Any] = {}
    for kind, (name, _) in LISTS.items():
        finds = finds_of(reading, kind)
        lists[name] = tuple(_pointing(finds[number], numbers) for number in left[kind])
    return replace(reading, **lists)


def _pointing(find: Any, numbers: Mapping[ClaimKind, Mapping[int, int]]) -> Any:
    held = {name: kind for name, kind in POINTERS.items() if getattr(find, name, None) is not None}
    return replace(find, **{name: numbers[kind].get(getattr(find, name)) for name, kind in held.items()})
