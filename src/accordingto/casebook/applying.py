"""Applying: the answers of a round become reviews, which hold like any other when the report is read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accordingto.casebook.coded import CodedItem
from accordingto.casebook.looks import moment_of
from accordingto.errors import BadReview
from accordingto.terms.codings import CODED
from accordingto.terms.corrections import Correction, change_of_find, corrections_of
from accordingto.terms.decisions import in_order
from accordingto.terms.items import POINTERS, Item, fields_of, fit_of, item_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor, Span

STEP = timedelta(microseconds=1)  # between the reviews of one answer: of one find each is later than the one before


@dataclass(frozen=True, slots=True)
class Answer:
    """What holds of an item in the end, and why."""

    coded: CodedItem
    reason: str

    @property
    def outcome(self) -> Mapping[str, Any] | None:
        code = self.coded.answer
        assert code is not None
        return code.outcome(self.coded.read)


def last_words(reviews: Iterable[Review]) -> dict[str, Review]:
    """By what it is about, the last that anybody said of a thing, undoing among it."""
    ordered = in_order(reviews)
    about: dict[str, str] = {}
    last: dict[str, Review] = {}
    for review in ordered:
        undoes = review.verdict is Verdict.UNDO
        about[review.id] = about.get(review.subject, review.subject) if undoes else review.subject
        last[about[review.id]] = review
    return last


def reviews_of_answers(
    answers: Sequence[Answer], own: Mapping[str, Reading], kept: Sequence[Review], author: str, at: datetime
) -> Iterator[tuple[Review, str]]:
    """The reviews that make each answer hold, with the id of the round's item; `own` are the readers' own readings."""
    corrections, last = corrections_of(kept), last_words(kept)
    made_at = moment_of(at)
    for answer in answers:
        item = answer.coded.sampled.item
        reading = own.get(item.report_id, answer.coded.reading)
        now = _now(item, reading)
        before = last.get(now.id)
        if before and before.made_at >= made_at:
            raise BadReview(f"{before.name} was made {before.made_at.isoformat()}, which is later: set the clock right")
        of_report = [one for one in corrections if one.item.report_id == item.report_id]
        for verdict, change in _changes(answer, now, reading, of_report):
            yield Review(now.id, verdict, author, made_at, answer.reason, change_of_find(now, *change)), item.id
            made_at += STEP


def _now(item: Item, own: Reading) -> Item:
    """The item of the find that now stands on its words; itself where none does, and the reviews rest."""
    number = fit_of(own, item)
    return item if number is None else item_of(own, item.kind, number)


def _changes(
    answer: Answer, now: Item, own: Reading, made: Sequence[Correction]
) -> Iterator[tuple[Verdict, tuple[Any, ...]]]:
    """A rejection, or each field that would say something else, or an acceptance where none would."""
    outcome = answer.outcome
    if outcome is None:
        yield Verdict.REJECT, ()
        return
    stands = _standing(answer, now, own, made)
    changed = [
        (field, value) for field, value in outcome.items() if not _same(own, now, field, value, stands.get(field))
    ]
    for pair in changed:
        yield Verdict.CORRECT, pair
    if not changed:
        yield Verdict.ACCEPT, ()


def _standing(answer: Answer, now: Item, own: Reading, made: Sequence[Correction]) -> Mapping[str, Any]:
    """Every field of the find as it is asked now, or would be if it were no longer rejected."""
    from accordingto.read.corrections import correct

    number = fit_of(own, now)
    if number is None:
        return answer.coded.read
    back = Correction(Review(now.id, Verdict.ACCEPT, "", datetime.min, "", change_of_find(now)), now)
    found = correct(own, (*made, back))
    index = found.numbers[now.kind].index(number)
    return fields_of(found.reading, now.kind, index, CODED[now.kind])


def _same(own: Reading, now: Item, field: str, one: Any, other: Any) -> bool:
    """Whether both values say the same: two stretches do where the same find stands on most of their words."""
    if one == other or field not in POINTERS or one is None or other is None:
        return bool(one == other)
    found = [fit_of(own, Item(own.report.id, POINTERS[field], _anchor(own, value))) for value in (one, other)]
    return found[0] is not None and found[0] == found[1]


def _anchor(own: Reading, value: Any) -> Anchor:
    pieces = value if isinstance(value[0], list) else [value]
    return Anchor(own.report.id, tuple(Span(start, end) for start, end in pieces), "")
