"""Coded files: what a coder wrote into an exchange file, away from the case, made codes of a round.

A file has one report a line, in the codebook's exchange form. A find of the round bears a `coding` with its item; the
coder writes the verdict there, and changes what should say otherwise in the find itself.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from accordingto.casebook.answers import Find
from accordingto.casebook.coded import CodedItem
from accordingto.casebook.codings import Said
from accordingto.casebook.values import value_asked
from accordingto.errors import BadReview
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import CODED
from accordingto.terms.corrections import FIELDS, FIND, SPAN, SPANS
from accordingto.terms.items import LISTS, POINTERS, anchor_of, finds_of
from accordingto.terms.reviews import Verdict
from accordingto.terms.spans import GAP

Row = Mapping[str, Any]
KEYS = {"anchor": "text"}  # fields that the exchange form calls otherwise
DUE = ("due_at", "due_day")  # of which the exchange form makes one: `due_iso`
REASON = "coded away from the case"


def said_in_lines(lines: Iterable[str], items: Iterable[CodedItem]) -> tuple[Said, ...]:
    """What the lines say of these items; those without a verdict are left out, if nothing in them was changed."""
    known = {one.sampled.item.id: one for one in items}
    found: dict[str, Said] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            for said in _said_in_row(_row(line, number), known, f"line {number}"):
                if said[0] in found:
                    raise BadReview(f"line {number}: item {said[0]} was coded in an earlier line already")
                found[said[0]] = said
    return tuple(found.values())


def _row(line: str, number: int) -> Row:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise BadReview(f"line {number}: this is no JSON ({error}); each line is one report") from None
    if not isinstance(row, dict):
        raise BadReview(f"line {number}: this is no report in the exchange form")
    return row


def _said_in_row(row: Row, known: Mapping[str, CodedItem], where: str) -> Iterator[Said]:
    for kind, (name, _) in LISTS.items():
        listed = row.get(name, [])
        if not isinstance(listed, list):
            raise BadReview(f"{where}: {name} is no list")
        for number, find in enumerate(listed):
            coding = find.get("coding") if isinstance(find, dict) else None
            if coding is not None:
                yield from _said(find, coding, known, f"{where}, {kind} {number}")


def _said(row: Row, coding: Any, known: Mapping[str, CodedItem], where: str) -> Iterator[Said]:
    item = known.get(coding.get("item", "")) if isinstance(coding, dict) else None
    if item is None:
        raise BadReview(f"{where}: no item of this round; the file is of another round, or its `coding` was changed")
    try:
        values = dict(_changed(row, item))
    except BadReview as error:
        raise BadReview(f"{where}: {error}") from None
    verdict, reason = coding.get("verdict"), coding.get("reason") or REASON
    if verdict is None and values:
        raise BadReview(f"{where}: {', '.join(values)} changed, and no verdict: write accept, reject or correct")
    if verdict is not None:
        yield item.sampled.item.id, str(verdict), {} if verdict == Verdict.REJECT else values, str(reason)


def _changed(row: Row, item: CodedItem) -> Iterator[tuple[str, Any]]:
    """Each field that says something else than the reader, as a correction has it."""
    kind, read, find = item.sampled.item.kind, item.read, item.find()
    for field in CODED[kind]:
        key = KEYS.get(field, field)
        if field not in DUE and key in row:
            value = _value(find, field, row[key])
            if value != read[field]:
                yield field, value
    if kind is ClaimKind.COMMITMENT and "due_iso" in row:
        yield from _due(row["due_iso"], read)


def _value(find: Find, field: str, given: Any) -> Any:
    shape = FIELDS[find.item.kind][field]
    make = _MAKE.get(shape) if isinstance(shape, str) else None
    return given if make is None or given is None else make(find, field, given)


def _span(find: Find, field: str, given: Any) -> Any:
    """A stretch by its ends, which must have the words told with them; or by its words, as annotators write them."""
    if isinstance(given, str):
        return value_asked(find, field, given)
    pieces = [_stretch(find, field, one) for one in (given if isinstance(given, list) else [given])]
    read = _as_read(find, field, given)
    return read or (pieces[0] if len(pieces) == 1 else pieces)


def _as_read(find: Find, field: str, given: Any) -> Any:
    """The reader's own stretch where it is of several pieces and only its first and last character are told."""
    if not isinstance(given, dict):
        return None
    held = getattr(finds_of(find.own, find.item.kind)[find.number], field)
    told = tuple(given.get(key) for key in ("start", "end", "text"))
    anchors = [anchor for anchor in (held if isinstance(held, tuple) else (held,)) if anchor and len(anchor.spans) > 1]
    same = next((anchor for anchor in anchors if (anchor.start, anchor.end, anchor.exact) == told), None)
    return [[span.start, span.end] for span in same.spans] if same else None


def _stretch(find: Find, field: str, given: Any) -> list[int]:
    body = find.own.report.body
    start, end = (given.get("start"), given.get("end")) if isinstance(given, dict) else (None, None)
    if type(start) is not int or type(end) is not int:
        raise BadReview(f"{field}: {given!r} is no stretch; write its start, end and text, or its words alone")
    text = given.get("text")
    if text is not None and GAP not in str(text) and body[start:end] != text:
        raise BadReview(f"{field}: {text!r} does not stand at {start}-{end}; write the words alone to find them")
    return [start, end]


def _spans(find: Find, field: str, given: Any) -> list[Any]:
    if not isinstance(given, list):
        raise BadReview(f"{field}: {given!r} is no list of stretches")
    return [_only(find, field, one) for one in given]


def _only(find: Find, field: str, given: Any) -> Any:
    made = _span(find, field, given)
    return made[0] if isinstance(given, str) and made and isinstance(made[0], list) else made


def _pointed(find: Find, field: str, given: Any) -> Any:
    """The stretch of the find that an index points to: indexes count in the lists of the file."""
    kind = POINTERS[field]
    finds = finds_of(find.own, kind)
    if type(given) is not int or not 0 <= given < len(finds):
        raise BadReview(f"{field}: {given!r} is no {kind} of this report; it has {len(finds)}, counted from 0")
    spans = [[span.start, span.end] for span in anchor_of(finds[given], kind).spans]
    return spans[0] if len(spans) == 1 else spans


_MAKE: Mapping[str, Callable[[Find, str, Any], Any]] = {SPAN: _span, SPANS: _spans, FIND: _pointed}


def _due(given: Any, read: Row) -> Iterator[tuple[str, Any]]:
    """A due moment or day, where it is another than the reader's."""
    try:
        made = datetime.fromisoformat(given) if given is not None else None
    except (TypeError, ValueError):
        raise BadReview(f"due_iso: {given!r} is neither a day nor a moment") from None
    if given == _due_iso(read):
        return
    at = given if made is not None and "T" in given else None
    day = None if made is None else made.date().isoformat()
    yield from ((field, value) for field, value in (("due_at", at), ("due_day", day)) if value != read[field])


def _due_iso(read: Row) -> str | None:
    if read["due_at"]:
        return datetime.fromisoformat(read["due_at"]).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    day: str | None = read["due_day"]
    return day
