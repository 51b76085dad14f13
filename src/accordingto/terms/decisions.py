"""Decisions: what people's reviews say of accounts, which of them stand together and which apart."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor, Span

OF_ACCOUNTS = (Verdict.SPLIT, Verdict.MERGE)


@dataclass(frozen=True, slots=True)
class Decision:
    """A review of accounts: each of `first` stands together with each of `second`, or apart from it.

    An account goes by its trigger, not by its number: so the decision also holds when the report is read anew.
    """

    review: Review
    first: tuple[Anchor, ...]
    second: tuple[Anchor, ...]

    @classmethod
    def of(cls, review: Review) -> "Decision":
        """What a review of accounts says."""
        change = json.loads(review.change or "{}")
        return cls(review, *(tuple(_anchor(item) for item in change.get(side, ())) for side in ("first", "second")))

    @property
    def together(self) -> bool:
        return self.review.verdict is Verdict.MERGE

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """The trigger of every account it speaks of."""
        return self.first + self.second


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions in force, in the order they were made. Of two about the same accounts the later one holds."""

    made: tuple[Decision, ...] = ()

    @classmethod
    def of(cls, reviews: Iterable[Review]) -> "Decisions":
        """What the reviews of accounts say that nobody has taken back."""
        ordered = in_order(reviews)
        undone = takers_back(ordered)
        return cls(tuple(made for made in cls.of_all(ordered) if made.review.id not in undone))

    @staticmethod
    def of_all(reviews: Iterable[Review]) -> tuple[Decision, ...]:
        """What every review of accounts says, taken back or not."""
        return tuple(Decision.of(review) for review in reviews if review.verdict in OF_ACCOUNTS)


class Standing(StrEnum):
    """What a review does now."""

    IN_FORCE = "in force"
    UNDONE = "undone"
    REPLACED = "replaced by a later one"
    RESTING = "resting"  # what it speaks of is not in the readings asked now


@dataclass(frozen=True, slots=True)
class KeptReview:
    """A review that a case keeps and what it does now.

    `undone_by` is the review that took it back. `waiting` are the words that fit no event, or no find, now.
    """

    review: Review
    standing: Standing
    undone_by: Review | None = None
    waiting: tuple[Anchor, ...] = ()


def in_order(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The reviews in the order they were made; the same for the same reviews in any order."""
    return tuple(sorted(reviews, key=lambda review: (review.made_at, review.id)))


def takers_back(ordered: Iterable[Review]) -> dict[str, Review]:
    """By the id of each review that is taken back, the review that does so. One that is taken back takes nothing."""
    undone: dict[str, Review] = {}
    for review in reversed(tuple(ordered)):
        if review.verdict is Verdict.UNDO and review.id not in undone:
            undone.setdefault(review.subject, review)
    return undone


def change_of(first: Iterable[Anchor], second: Iterable[Anchor]) -> str:
    """The two sides of a decision as a review keeps them."""
    sides = {"first": [_item(anchor) for anchor in first], "second": [_item(anchor) for anchor in second]}
    return json.dumps(sides, ensure_ascii=False, separators=(",", ":"))


def _item(anchor: Anchor) -> list[Any]:
    return [anchor.report_id, [[span.start, span.end] for span in anchor.spans], anchor.exact]


def _anchor(item: list[Any]) -> Anchor:
    report_id, spans, exact = item
    return Anchor(report_id, tuple(Span(start, end) for start, end in spans), exact)
