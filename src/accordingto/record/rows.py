"""Nouns as JSON and back, exactly: a day stays a day, a moment keeps its zone, a tuple comes back a tuple."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin

from cattrs import Converter

from accordingto.terms.reports import spoken_on
from accordingto.terms.spans import Anchor, Span

Noun = TypeVar("Noun")


def to_json(noun: object) -> Any:
    """The noun as lists, objects, text, numbers and None. Fields that stand at their default are left out."""
    return _CONVERTER.unstructure(noun)


def from_json(kind: type[Noun], data: Any) -> Noun:
    """The noun of this kind that `to_json` made this of."""
    return _CONVERTER.structure(data, kind)


def all_from_json(kind: type[Noun], rows: Iterable[Any]) -> list[Noun]:
    """The nouns of this kind that `to_json` made these of."""
    make = _CONVERTER.get_structure_hook(kind)
    return [make(data, kind) for data in rows]


def key_of(value: object) -> object:
    """What a key column holds for a field: an anchor's words, an enum's word, a day in ISO, or the value itself."""
    match value:
        case Anchor():
            return value.exact
        case Enum():
            return value.value
        case date():
            return value.isoformat()
        case _:
            return value


def _make_converter() -> Converter:
    converter = Converter(omit_if_default=True, detailed_validation=False)  # what it reads it wrote itself
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_structure_hook_func(_is_day_or_moment, lambda text, _: day_or_moment(text))
    converter.register_structure_hook_factory(_may_be_missing, _make_missing_hook)
    converter.register_unstructure_hook(Anchor, _anchor_row)
    converter.register_structure_hook(Anchor, lambda row, _: _anchor(row))
    return converter


def _may_be_missing(kind: Any) -> bool:
    """Whether it is one kind or None."""
    return get_origin(kind) in (Union, UnionType) and len(get_args(kind)) == 2 and type(None) in get_args(kind)


def _make_missing_hook(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    """What makes such a value, with what makes the other kind looked up once and not for each."""
    (own,) = (one for one in get_args(kind) if one is not type(None))
    make = converter.get_structure_hook(own)
    return lambda data, _: None if data is None else make(data, own)


def _is_day_or_moment(kind: Any) -> bool:
    return isinstance(kind, UnionType) and {date, datetime} <= set(get_args(kind))


def day_or_moment(text: str | None) -> date | datetime | None:
    """A day or a moment in ISO, told apart by the "T" between day and hour."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def spoken_in(published: str | None, noun: Mapping[str, Any]) -> date | datetime | None:
    """When a kept report speaks, by the columns it is kept in."""
    written = noun.get("written")
    return spoken_on(day_or_moment(published), date.fromisoformat(written) if written else None)


# Most of what a reading holds is anchors: written by hand, they are small and quick.
def _anchor_row(anchor: Anchor) -> dict[str, Any]:
    spans = [[span.start, span.end] for span in anchor.spans]
    return {"report_id": anchor.report_id, "spans": spans, "exact": anchor.exact}


def _anchor(row: dict[str, Any]) -> Anchor:
    return Anchor(row["report_id"], tuple(Span(start, end) for start, end in row["spans"]), row["exact"])


_CONVERTER = _make_converter()
