"""The reviews of a case: what people decided, added and never changed."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, insert, select

from accordingto.record.moments import held_by
from accordingto.record.tables import reviews
from accordingto.terms.decisions import in_order
from accordingto.terms.reviews import Review, Verdict


def keep_reviews(record: Connection, made: Iterable[Review]) -> int:
    """Every one of these reviews is in the case; how many were not before."""
    before = {review.id for review in load_reviews(record)}
    new = {review.id: review for review in made if review.id not in before}
    if new:
        record.execute(insert(reviews), [_row(long_id, review) for long_id, review in new.items()])
    return len(new)


def _row(long_id: str, review: Review) -> dict[str, str | None]:
    return {
        "id": long_id,
        "subject": review.subject,
        "verdict": review.verdict.value,
        "author": review.author,
        "made_at": review.made_at.isoformat(),
        "reason": review.reason,
        "change": review.change,
    }


def load_reviews(record: Connection, until: datetime | None = None) -> tuple[Review, ...]:
    """Every review, in the order they were made; with `until`, those that the record had by that moment."""
    return in_order(
        Review(
            row.subject, Verdict(row.verdict), row.author, datetime.fromisoformat(row.made_at), row.reason, row.change
        )
        for row in record.execute(select(reviews).where(held_by(reviews, until)))
    )
