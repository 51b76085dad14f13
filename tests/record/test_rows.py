import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.record.rows import from_json, key_of, to_json
from accordingto.terms.findings import Comparison, Outcome, OutcomeKind, Side
from accordingto.terms.places import Spot
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor, Span
from accordingto.terms.times import TimeKind

ANCHOR = Anchor("r", (Span(0, 4), Span(9, 12)), "some ... words")
NIGHT = datetime(2016, 12, 13, 23, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def through_text(noun):
    return from_json(type(noun), json.loads(json.dumps(to_json(noun))))


def test_a_reading_with_every_noun_comes_back_as_it_was(full_reading: Reading) -> None:
    again = through_text(full_reading)
    assert again == full_reading
    assert again.report.ref == full_reading.report.ref  # compared nowhere, and kept


def test_a_comparison_comes_back_as_it_was(comparison: Comparison) -> None:
    assert through_text(comparison) == comparison


@pytest.mark.parametrize("when", [None, date(2016, 12, 13), NIGHT, datetime(2016, 12, 13, tzinfo=UTC)])
def test_a_day_stays_a_day_and_a_moment_keeps_its_zone(when: date | datetime | None) -> None:
    again = through_text(Report.of(title="", text="Words.", published=when)).published
    assert type(again) is type(when)
    assert again == when
    assert again is None or again.isoformat() == when.isoformat()


@pytest.mark.parametrize(
    "noun",
    [
        Report.of(title="T", text="Döner, \U0001f600 and \x00 stay.", dateline=Span(0, 1), written=date(2016, 1, 1)),
        Spot("1", "Nowhere", "site", None, None, None, None, 0),
        Review("s", Verdict.CORRECT, "a person", NIGHT, "because", '{"low": 3}'),
        Outcome("r", 0, ANCHOR, OutcomeKind.OVERDUE, (Side("r", ANCHOR, (), None),), 2.5, "late"),
    ],
)
def test_odd_values_come_back_as_they_were(noun: object) -> None:
    again = through_text(noun)
    assert again == noun
    assert type(again) is type(noun)


def test_two_zones_of_one_instant_are_told_apart() -> None:
    there = through_text(Report.of(title="", text="w", published=NIGHT)).published
    assert there.utcoffset() == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    ("value", "key"),
    [
        (ANCHOR, "some ... words"),
        (TimeKind.DATE, "DATE"),
        (date(2016, 1, 2), "2016-01-02"),
        (datetime(2016, 1, 2, tzinfo=UTC), "2016-01-02T00:00:00+00:00"),
        (None, None),
        (12, 12),
        (True, True),
    ],
)
def test_a_key_column_holds_what_can_be_asked_for(value: object, key: object) -> None:
    assert key_of(value) == key
    assert type(key_of(value)) is type(key)
