"""When something told for an hour is due."""

from datetime import date, datetime, timedelta, timezone

import pytest

from accordingto.read.dues import next_day, next_moment
from accordingto.terms.spans import Anchor, Span
from accordingto.terms.times import TimeKind, TimeMention

EAST = timezone(timedelta(hours=2))
SIX = datetime(2016, 12, 13, 6, tzinfo=EAST)


def mention(words: str, moment: datetime | None) -> TimeMention:
    anchor = Anchor("r", (Span(0, len(words)),), words)
    return TimeMention(anchor, TimeKind.TIME, None, None, None, None, moment)


@pytest.mark.parametrize(
    ("words", "published", "due"),
    [
        ("6.00am (4.00am GMT)", date(2016, 12, 13), datetime(2016, 12, 14, 6, tzinfo=EAST)),
        ("6am", date(2016, 12, 12), SIX),
        ("6am on Tuesday", date(2016, 12, 13), SIX),
        ("6am", None, SIX),
    ],
)
def test_an_hour_told_without_a_day_is_the_next_one(words: str, published: date | None, due: datetime) -> None:
    assert next_moment(mention(words, SIX), published) == due
    assert next_day(mention(words, SIX), published) == due.date()


def test_what_names_no_hour_has_no_moment() -> None:
    assert next_moment(mention("soon", None), date(2016, 12, 13)) is None
    assert next_day(mention("soon", None), date(2016, 12, 13)) is None
