"""Days: how far an event's time reaches, and whether two may be one."""

from datetime import UTC, date, datetime

import pytest

from accordingto.reconcile.days import as_of, days_of, told_days
from accordingto.terms.events import Event
from accordingto.terms.reports import Report
from tests.reconcile.invented import event, invented


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2019-05-03", date(2019, 5, 3), date(2019, 5, 3)),
        ("2019-05", date(2019, 5, 1), date(2019, 5, 31)),
        ("2019-12", date(2019, 12, 1), date(2019, 12, 31)),
        ("2016/2019-05-03", date(2016, 1, 1), date(2019, 5, 3)),
        ("2019-05-03/2019-05-05", date(2019, 5, 3), date(2019, 5, 5)),
    ],
)
def test_every_form_of_the_codebook_covers_its_days(iso, first, last):
    days = told_days(iso)
    assert days
    assert (days.first, days.last) == (first, last)


@pytest.mark.parametrize("iso", [None, "", "spring", "2019-13", "2019-05-05/2019-05-03", "2019-02-30"])
def test_what_names_no_days_is_unknown(iso):
    assert told_days(iso) is None


def _event(**more) -> tuple[Event, object]:
    reading = invented("Shells fell on Harrat.", events=[event("Shells", **more)])
    return reading.events[0], reading.report


def test_an_undated_event_that_a_report_is_about_is_recent_and_said_to_be_a_guess():
    days = days_of(*_event(date=None))
    assert (days.first, days.last, days.told) == (date(2019, 5, 2), date(2019, 5, 3), False)


def test_an_undated_background_event_has_no_days():
    assert days_of(*_event(date=None, main=False)) is None


def test_a_month_is_a_campaign_and_a_weekend_is_not():
    assert told_days("2019-05").is_campaign
    assert not told_days("2019-05-04/2019-05-05").is_campaign


def test_the_gap_is_counted_in_days_whichever_comes_first():
    one, other = told_days("2019-05-03"), told_days("2019-05-06/2019-05-07")
    assert one.gap(other) == other.gap(one) == 3
    assert one.gap(one) == 0


@pytest.mark.parametrize(
    ("published", "written", "when"),
    [
        (date(2019, 5, 4), None, date(2019, 5, 4)),
        (None, date(2019, 5, 3), date(2019, 5, 3)),
        (datetime(2019, 5, 4, 1, tzinfo=UTC), date(2019, 5, 3), datetime(2019, 5, 4, 1, tzinfo=UTC)),
        (date(2019, 11, 20), date(2019, 5, 3), date(2019, 5, 3)),
        (None, None, None),
    ],
    ids=["published", "dated in its text", "printed the night after", "put into an archive later", "nobody said"],
)
def test_a_report_speaks_as_of_its_publication_unless_its_text_bears_another_day(published, written, when):
    assert as_of(Report.of(title="A", text="Words.", published=published, written=written)) == when
