"""The review queue: one find at a time, with its words, what was read in them, and what can be said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from accordingto.casebook import Find, PastCase, Queued
from accordingto.show.finds import (
    field_words,
    find_heading,
    find_name,
    find_question,
    find_read_as,
    find_voice,
    state_words,
    why_queued,
)
from accordingto.show.reviews import about_words, decided_words, standing_words, value_words
from accordingto.show.web.deciding import review_address
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import Quote, quote_of
from accordingto.show.words import one_line
from accordingto.terms.corrections import FIELDS, FLAG, NUMBER, OF_FINDS, Correction
from accordingto.terms.decisions import Standing
from accordingto.terms.items import fields_of

MOST_SKIPPED = 100  # short ids in an address; whoever skips more begins again
ACCEPTED = "checked against the words"
REJECTED = "not what the words say"
CORRECTED = "what the words say"
UNDONE = "a slip"


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field that can be corrected: what it says, what the reader had read, and how a form writes it.

    `choices` are the words that it may have, where these are few; `shape` is what a field of a form takes.
    """

    name: str
    now: str
    read: str
    written: str
    shape: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """A find to look over; `name` is what the command line calls it, `asked` what is to be said of it."""

    id: str
    name: str
    heading: str
    asked: str
    kind: str
    report: str
    read_as: str
    quote: Quote
    why: str
    state: str
    rejected: bool
    seen: str
    fields: tuple[FieldLine, ...]
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LastReview:
    """What this person decided last, so that it can be taken back at once."""

    id: str
    report: str
    words: str


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """One find of the queue, and the ways on from it."""

    title: str
    left: int
    place: int
    item: ReviewItem | None
    after: str
    skipped: str
    next: str
    previous: str
    skip: str
    last: LastReview | None
    author: str
    open: bool
    reasons: dict[str, str]


def review_page(desk: Desk, author: str, *, report: str = "", item: str = "", skipped: str = "") -> ReviewPage:
    """The find that is asked for, else the first of the queue; those skipped come last."""
    passed = tuple(name for name in skipped.split(",") if name)[-MOST_SKIPPED:]
    queue = sorted(desk.queue.items, key=lambda one: one.find.item.name in passed)
    at = next((n for n, one in enumerate(queue) if item and one.find.item.id.startswith(item)), None)
    find, why = _shown(desk, queue, at, report, item)
    here = at if at is not None else (0 if find and not item else None)
    after = _neighbour(queue, 0 if here is None else here + 1)
    before = _neighbour(queue, here - 1) if here else ""
    kept = ",".join(passed)
    more = ",".join(
        (*(name for name in passed if find and name != find.item.name), *([find.item.name] if find else ()))
    )
    return ReviewPage(
        "Review",
        desk.queue.total,
        0 if here is None else here + 1,
        _item(find, why) if find else None,
        after,
        kept,
        review_address(item=after, skipped=kept) if after else "",
        review_address(item=before, skipped=kept) if before else "",
        review_address(item=after, skipped=more),
        _last(desk, author),
        author,
        not isinstance(desk.case, PastCase),
        {"accept": ACCEPTED, "reject": REJECTED, "correct": CORRECTED, "undo": UNDONE},
    )


def _shown(desk: Desk, queue: Sequence[Queued], at: int | None, report: str, item: str) -> tuple[Find | None, str]:
    """The find, and why it stands where it does in the queue; one that was looked over stands in none."""
    if at is not None:
        return queue[at].find, why_queued(queue[at])
    if report and item:
        return desk.case.find(report, item), ""
    return (queue[0].find, why_queued(queue[0])) if queue else (None, "")


def _neighbour(queue: Sequence[Queued], at: int) -> str:
    return queue[at].find.item.id if 0 <= at < len(queue) else ""


def _item(find: Find, why: str) -> ReviewItem:
    report, names = find.own.report, {find.own.report.id: find.own.report.name}
    return ReviewItem(
        find.item.id,
        find_name(find),
        find_heading(find),
        find_question(find),
        find.item.kind.value,
        report.id,
        find_read_as(find),
        quote_of(find.own, find.item.anchor, voice=find_voice(find)),
        why,
        state_words(find),
        find.index is None,
        find.seen,
        _fields(find),
        tuple((standing_words(kept, names), decided_words(kept.review)) for kept in find.reviews),
    )


def _fields(find: Find) -> tuple[FieldLine, ...]:
    kind, words = find.item.kind, field_words(find)
    read = fields_of(find.own, kind, find.number, FIELDS[kind])
    now = read if find.index is None else fields_of(find.reading, kind, find.index, FIELDS[kind])
    return tuple(
        FieldLine(
            field,
            words[field],
            value_words(read[field]) if read[field] != now[field] else "",
            value_words(now[field]),
            "number" if asked == NUMBER else "text",
            choices_of(asked),
        )
        for field, asked in FIELDS[kind].items()
    )


def choices_of(asked: str | type[Enum]) -> tuple[str, ...]:
    """The words that a field may have, where these are few."""
    if isinstance(asked, type):
        return tuple(str(one.value) for one in asked)
    return ("yes", "no") if asked == FLAG else ()


def _last(desk: Desk, author: str) -> LastReview | None:
    """The last review of a find by this person that is in force."""
    own = [
        kept.review
        for kept in desk.case.reviews()
        if kept.review.verdict in OF_FINDS and kept.standing is Standing.IN_FORCE and kept.review.author == author
    ]
    if not author or not own:
        return None
    about = Correction.of(own[-1]).item.report_id
    names = {about: desk.case.report(about).name}
    words = f"{one_line(own[-1].words)}: {about_words(own[-1], names)}"
    return LastReview(own[-1].id, about, words)
