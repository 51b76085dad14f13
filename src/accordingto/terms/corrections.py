"""Corrections: what people's reviews say of single finds of a reading: kept, rejected, or with another value."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from accordingto.errors import BadReview
from accordingto.terms.attributions import Act, Form
from accordingto.terms.blame import Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.decisions import in_order, takers_back
from accordingto.terms.events import EventType, Status
from accordingto.terms.figures import Bound, Harm, Who
from accordingto.terms.items import Item
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor, Span

OF_FINDS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.CORRECT)
SPAN, SPANS, FIND, NUMBER, WORDS, FLAG = "span", "spans", "find", "number", "words", "flag"
DAY, MOMENT, WHEN = "day", "moment", "when"
MANY_DAYS = re.compile(r"(\d{4}-\d\d(?:-\d\d)?)(?:/(\d{4}-\d\d(?:-\d\d)?))?")
Value = str | type[Enum]
FIELDS: Mapping[ClaimKind, Mapping[str, Value]] = {
    ClaimKind.STATEMENT: {
        "source": SPAN,
        "via": SPANS,
        "cue": SPAN,
        "content": SPAN,
        "hedge": SPAN,
        "form": Form,
        "act": Act,
        "entity": WORDS,
    },
    ClaimKind.EVENT: {
        "trigger": SPAN,
        "actor": SPANS,
        "recipient": SPANS,
        "place": SPAN,
        "time": SPAN,
        "date": WHEN,
        "type": EventType,
        "mode": WORDS,
        "status": Status,
        "main": FLAG,
        "statement": FIND,
    },
    ClaimKind.FIGURE: {
        "anchor": SPAN,
        "low": NUMBER,
        "high": NUMBER,
        "bound": Bound,
        "who": Who,
        "harm": Harm,
        "part_of": FIND,
        "statement": FIND,
        "event": FIND,
    },
    ClaimKind.BLAME: {"actor": SPAN, "stance": Stance, "by": FIND, "event": FIND},
    ClaimKind.COMMITMENT: {"what": SPAN, "due": SPAN, "due_at": MOMENT, "due_day": DAY, "statement": FIND},
}
"""Which fields of each kind of find a person may set, and what is written there.

A find is written as the stretch of its words, so that it is found again when the report is read anew; an entity by its
name.
"""
_NEVER_EMPTY = frozenset({"content", "trigger", "anchor", "what"})


@dataclass(frozen=True, slots=True)
class Correction:
    """A review of one find; of a correction, the field and the value that a person sets, as JSON has it."""

    review: Review
    item: Item
    field: str | None = None
    value: Any = None

    @classmethod
    def of(cls, review: Review) -> "Correction":
        """What a review of a find says."""
        change = json.loads(review.change or "{}")
        spans = tuple(Span(start, end) for start, end in change["spans"])
        anchor = Anchor(change["report"], spans, change["exact"])
        item = Item(change["report"], ClaimKind(change["kind"]), anchor, change.get("nth", 0))
        return cls(review, item, change.get("field"), change.get("value"))


def corrections_of(reviews: Iterable[Review]) -> tuple[Correction, ...]:
    """What reviews of finds say that nobody has taken back, in the order they were made."""
    ordered = in_order(reviews)
    undone = takers_back(ordered)
    return tuple(Correction.of(review) for review in ordered if review.verdict in OF_FINDS and review.id not in undone)


def change_of_find(item: Item, field: str | None = None, value: Any = None) -> str:
    """A review of a find as it is kept."""
    said: dict[str, Any] = {
        "report": item.report_id,
        "kind": item.kind.value,
        "spans": [[span.start, span.end] for span in item.anchor.spans],
        "exact": item.anchor.exact,
    }
    if item.nth:
        said["nth"] = item.nth
    if field is not None:
        said |= {"field": field, "value": value}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def value_of(report: Report, kind: ClaimKind, field: str, value: Any) -> Any:
    """The value of the noun's own type that a person sets. BadReview for a field or a value that cannot be."""
    asked = FIELDS[kind].get(field)
    if asked is None:
        raise BadReview(f"a {kind} has no field {field!r} to correct; it has {', '.join(FIELDS[kind])}")
    if value is None and field in _NEVER_EMPTY:
        raise BadReview(f"{field} of a {kind} cannot be empty; reject the {kind} if it is none")
    try:
        return _enum(asked, value) if isinstance(asked, type) else _MAKE[asked](report, value)
    except (TypeError, ValueError) as error:
        raise BadReview(f"{field} of a {kind}: {value!r} is {error}") from None


def _enum(kind: type[Enum], value: Any) -> Enum:
    try:
        return kind(value)
    except ValueError:
        raise ValueError(f"none of {', '.join(str(one.value) for one in kind)}") from None


def _span(report: Report, value: Any) -> Anchor | None:
    if value is None:
        return None
    in_pieces = isinstance(value, (list, tuple)) and value and all(isinstance(one, (list, tuple)) for one in value)
    pieces = list(value) if in_pieces else [value]
    if not all(_is_stretch(report, piece) for piece in pieces) or sorted(pieces) != pieces:
        raise ValueError(f"no stretch of the report, which has {len(report.body)} characters")
    return Anchor.at(report.id, report.body, *((start, end) for start, end in pieces))


def _is_stretch(report: Report, value: Any) -> bool:
    whole = isinstance(value, (list, tuple)) and len(value) == 2 and all(type(edge) is int for edge in value)
    return whole and 0 <= value[0] < value[1] <= len(report.body)


def _spans(report: Report, value: Any) -> tuple[Anchor, ...]:
    if not isinstance(value, (list, tuple)):
        raise ValueError("no list of stretches")
    found = (_span(report, one) for one in value)
    return tuple(anchor for anchor in found if anchor)


def _number(_: Report, value: Any) -> int | None:
    if value is None or (isinstance(value, int) and not isinstance(value, bool) and value >= 0):
        return value
    raise ValueError("no whole number from 0")


def _words(_: Report, value: Any) -> str | None:
    if value is None or (isinstance(value, str) and value.strip()):
        return value
    raise ValueError("no words")


def _flag(_: Report, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("neither yes nor no")
    return value


def _day(_: Report, value: Any) -> date | None:
    return None if value is None else date.fromisoformat(value)


def _when(_: Report, value: Any) -> str | None:
    """A day, a month, or from the one to the other, as an event's `date` is written."""
    if value is None:
        return None
    found = MANY_DAYS.fullmatch(value)
    ends = [date.fromisoformat(f"{end}-01"[:10]) for end in (found.groups() if found else ()) if end]
    if not ends or ends != sorted(ends):
        raise ValueError("no day or month, nor from one to a later one; write 2016-12-13 or 2016-12-13/2016-12-15")
    return str(value)


def _moment(_: Report, value: Any) -> datetime | None:
    if value is None:
        return None
    moment = datetime.fromisoformat(value)
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone; write 2016-12-14T05:00+02:00")
    return moment


_MAKE: Mapping[str, Callable[[Report, Any], Any]] = {
    SPAN: _span,
    SPANS: _spans,
    FIND: _span,
    NUMBER: _number,
    WORDS: _words,
    FLAG: _flag,
    DAY: _day,
    MOMENT: _moment,
    WHEN: _when,
}
