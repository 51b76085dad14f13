from datetime import UTC, datetime, timedelta, timezone

from sqlalchemy import Connection, text

from accordingto.record.reviews import keep_reviews, load_reviews
from accordingto.terms.reviews import Review, Verdict

NOON = datetime(2020, 5, 4, 12, tzinfo=timezone(timedelta(hours=2)))
FIRST = Review("5" * 32, Verdict.SPLIT, "Mira (invented)", NOON, 'two "attacks"', '{"first":[],"second":[]}')
SECOND = Review(FIRST.id, Verdict.UNDO, "Omar (invented)", NOON + timedelta(hours=1), "one after all")


def test_reviews_come_back_as_they_were_in_the_order_in_which_they_were_made(record: Connection) -> None:
    assert keep_reviews(record, [SECOND, FIRST]) == 2
    assert load_reviews(record) == (FIRST, SECOND)


def test_a_review_is_kept_once_and_never_changed(record: Connection) -> None:
    assert [keep_reviews(record, [FIRST]) for _ in range(2)] == [1, 0]
    assert load_reviews(record) == (FIRST,)


def test_what_was_recorded_after_a_moment_was_not_known_then(record: Connection) -> None:
    keep_reviews(record, [FIRST, SECOND])
    record.execute(text("UPDATE reviews SET recorded_at = '2020-05-04 10:00:00' WHERE verdict = 'split'"))
    record.execute(text("UPDATE reviews SET recorded_at = '2020-05-04 10:00:01' WHERE verdict = 'undo'"))
    assert load_reviews(record, until=NOON - timedelta(seconds=1)) == ()
    assert load_reviews(record, until=NOON) == (FIRST,)
    assert load_reviews(record, until=datetime(2020, 5, 4, 10, 0, 1, tzinfo=UTC)) == (FIRST, SECOND)
