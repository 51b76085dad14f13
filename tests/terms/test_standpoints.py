from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.terms.reports import Report
from accordingto.terms.standpoints import Standpoint

DAMASCUS = timezone(timedelta(hours=3))
SIX = datetime(2017, 4, 15, 18, tzinfo=UTC)
DAY = date(2017, 4, 15)


def report(published: date | datetime | None, written: date | None = None) -> Report:
    return Report.of(title="News", text="A bridge was hit.", published=published, written=written)


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        (SIX, SIX),
        (datetime(2017, 4, 15, 18), SIX),
        (datetime(2017, 4, 15, 21, tzinfo=DAMASCUS), SIX),
        (DAY, datetime(2017, 4, 15, 23, 59, 59, 999999, tzinfo=UTC)),
    ],
    ids=["a moment", "without a zone", "in another zone", "a day"],
)
def test_a_standpoint_is_a_moment_or_the_end_of_a_day_in_utc(when: date | datetime, moment: datetime) -> None:
    assert Standpoint.at(when).moment == moment


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (SIX, True),
        (SIX + timedelta(seconds=1), False),
        (datetime(2017, 4, 15, 20, 59, tzinfo=DAMASCUS), True),
        (datetime(2017, 4, 15, 21, 1, tzinfo=DAMASCUS), False),
        (date(2017, 4, 14), True),
        (DAY, False),  # it may have come out at seven
        (date(2017, 4, 16), False),
    ],
)
def test_only_what_was_surely_published_by_then_is_shown(published: date | datetime, shown: bool) -> None:
    assert Standpoint.at(SIX).shows(report(published)) is shown


def test_a_report_of_a_day_counts_at_the_end_of_that_day() -> None:
    assert Standpoint.at(DAY).shows(report(DAY))
    assert not Standpoint.at(date(2017, 4, 14)).shows(report(DAY))


def test_where_nobody_said_when_it_was_published_the_day_in_its_dateline_counts() -> None:
    assert Standpoint.at(DAY).shows(report(None, written=DAY))
    assert not Standpoint.at(SIX).shows(report(None, written=DAY))
    assert not Standpoint.at(DAY).shows(report(date(2017, 4, 16), written=DAY))


@pytest.mark.parametrize("archived", [date(2017, 4, 8), datetime(2017, 4, 8, 12, tzinfo=UTC), date(2017, 11, 20)])
def test_the_day_in_its_text_counts_where_an_archive_has_another_day_altogether(archived: date | datetime) -> None:
    assert not Standpoint.at(SIX).shows(report(archived, written=DAY))
    assert Standpoint.at(DAY).shows(report(archived, written=DAY))


def test_a_report_whose_day_nobody_knows_is_never_shown() -> None:
    assert not Standpoint.at(date(2100, 1, 1)).shows(report(None))
