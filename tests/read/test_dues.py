"""When something told for an hour or a day is due."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.read.dues import next_moment, read_due
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor, Span
from accordingto.terms.times import TimeKind, TimeMention

EAST = timezone(timedelta(hours=2))
SIX = datetime(2016, 12, 13, 6, tzinfo=EAST)
WEDNESDAY = date(2016, 12, 14)
LATE = datetime(2016, 12, 14, 10, tzinfo=UTC)
SENTENCES, TIMES = SentenceWords.load(), TimeWords.load()
ReportOf = Callable[..., Report]


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


def test_what_names_no_hour_has_no_moment() -> None:
    assert next_moment(mention("soon", None), date(2016, 12, 13)) is None


@pytest.mark.parametrize(
    ("sentence", "published", "words", "moment", "day"),
    [
        (
            "Buses will leave at 6.00am (4.00am GMT) on Wednesday.",
            WEDNESDAY,
            "6.00am (4.00am GMT) on Wednesday",
            datetime(2016, 12, 14, 4, tzinfo=UTC),
            WEDNESDAY,
        ),
        (
            "Buses will leave on Wednesday at 6.00am (4.00am GMT).",
            WEDNESDAY,
            "Wednesday at 6.00am (4.00am GMT)",
            datetime(2016, 12, 14, 4, tzinfo=UTC),
            WEDNESDAY,
        ),
        # published after the hour has gone by: the next Wednesday is meant
        (
            "Buses will leave on Wednesday at 6.00am (4.00am GMT).",
            LATE,
            "Wednesday at 6.00am (4.00am GMT)",
            datetime(2016, 12, 21, 4, tzinfo=UTC),
            date(2016, 12, 21),
        ),
        (
            "Buses will leave at 6am GMT on 15 December.",
            LATE,
            "6am GMT on 15 December",
            datetime(2016, 12, 15, 6, tzinfo=UTC),
            date(2016, 12, 15),
        ),
        # the day of the saying is not the day of the leaving
        (
            "Buses will leave at 6am GMT, an officer said on Tuesday.",
            WEDNESDAY,
            "6am GMT",
            datetime(2016, 12, 15, 6, tzinfo=UTC),
            date(2016, 12, 15),
        ),
        ("Buses will leave on Friday.", WEDNESDAY, "Friday", None, date(2016, 12, 16)),
    ],
)
def test_an_hour_is_due_on_the_day_that_stands_beside_it(
    report_of: ReportOf,
    sentence: str,
    published: date | datetime,
    words: str,
    moment: datetime | None,
    day: date,
) -> None:
    page = divide(report_of(sentence, published=published), SENTENCES)
    due = read_due(0, read_times(page, TIMES), page)
    assert (page.body[due.start : due.end], due.moment, due.day) == (words, moment, day)
