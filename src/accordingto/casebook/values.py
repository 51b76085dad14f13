"""Values as a person writes them, on a command line or in a form, made what a correction sets."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from accordingto.casebook.answers import Find
from accordingto.errors import BadReview
from accordingto.terms.corrections import FIELDS, FIND, FLAG, NUMBER, SPAN, SPANS
from accordingto.terms.items import POINTERS, anchor_of, finds_of

STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")
NOTHING = frozenset({"", "-", "none"})
FLAGS = {"yes": True, "true": True, "no": False, "false": False}
BETWEEN = ";"  # stands between several stretches of words
LISTED = 6  # places where words stand, told to who must say which: more help nobody to choose


def value_asked(find: Find, field: str, text: str) -> Any:
    """What this text sets a field of the find to: nothing ("none"), a number, a word of the codebook, or a stretch.

    Words of the report stand for the stretch they fill: in the find's own paragraph, or the only one in the report.
    """
    asked = FIELDS[find.item.kind].get(field)
    bare = text.strip()
    if bare.lower() in NOTHING:
        return [] if asked == SPANS else None
    return _MAKE[asked](find, field, bare) if isinstance(asked, str) and asked in _MAKE else bare


def _span(find: Find, field: str, text: str) -> list[int]:
    if stretch := STRETCH.fullmatch(text):
        return [int(stretch[1]), int(stretch[2])]
    body, own = find.own.report.body, find.item.anchor
    every = [found.start() for found in re.finditer(re.escape(text), body)]
    start, end = body.rfind("\n", 0, own.start) + 1, body.find("\n", own.end)
    near = [at for at in every if start <= at and (end < 0 or at < end)]
    fits = every if len(every) == 1 else near
    if len(fits) != 1:
        raise BadReview(f"{field}: {_no_one_place(text, every)}")
    return [fits[0], fits[0] + len(text)]


def _no_one_place(words: str, places: list[int]) -> str:
    if not places:
        return f"“{words}” does not stand in the report; write its own words, or a stretch such as 120-132"
    told = ", ".join(f"{at}-{at + len(words)}" for at in places[:LISTED])
    return f"“{words}” stands {len(places)} times in the report; write which: {told}{' ...' * (len(places) > LISTED)}"


def _spans(find: Find, field: str, text: str) -> list[list[int]]:
    return [_span(find, field, piece.strip()) for piece in text.split(BETWEEN) if piece.strip()]


def _find(find: Find, field: str, text: str) -> list[Any]:
    """A find by its number ("event 2", "2") or by the words it stands on."""
    kind = POINTERS[field]
    finds = finds_of(find.reading, kind)
    number = text.removeprefix(kind).strip()
    if number.isdecimal():
        if int(number) >= len(finds):
            raise BadReview(f"{field}: the report has no {kind} {number}; it has {len(finds)}")
        spans = anchor_of(finds[int(number)], kind).spans
        pieces = [[span.start, span.end] for span in spans]
        return pieces[0] if len(pieces) == 1 else pieces
    return _span(find, field, text)


def _number(find: Find, field: str, text: str) -> int:
    bare = text.replace(",", "").replace(" ", "")
    if not bare.isdecimal():
        raise BadReview(f"{field}: {text!r} is no whole number from 0")
    return int(bare)


def _flag(find: Find, field: str, text: str) -> bool:
    if text.lower() not in FLAGS:
        raise BadReview(f"{field}: {text!r} is neither yes nor no")
    return FLAGS[text.lower()]


_MAKE: Mapping[str, Callable[[Find, str, str], Any]] = {
    SPAN: _span,
    SPANS: _spans,
    FIND: _find,
    NUMBER: _number,
    FLAG: _flag,
}
