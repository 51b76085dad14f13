"""When an event took place, as the words of its report tell it: read with the times that the reader finds there."""

from collections.abc import Callable
from datetime import date

import pytest

from accordingto.read.events import EventWords, read_events
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report

EVENTS, SENTENCES, TIMES = EventWords.load(), SentenceWords.load(), TimeWords.load()
ReportOf = Callable[..., Report]


def dates_of(report: Report) -> list[str | None]:
    page = divide(report, SENTENCES)
    return [event.date for event in read_events(page, (), (), (), read_times(page, TIMES), EVENTS)]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Air strikes hit a bakery on Saturday and Sunday.", "2016-12-10/2016-12-11"),
        ("Air strikes hit a bakery between Dec. 5 and Dec. 8.", "2016-12-05/2016-12-08"),
        ("Air strikes hit a bakery on Sunday.", "2016-12-11"),
        ("Air strikes have hit bakeries since the harvest in the valley began on Friday.", "2016-12-09/2016-12-13"),
        ("Air strikes hit bakeries in the first six months of 2016.", "2016-01/2016-06"),
        ("17:53 Air strikes hit a bakery on Sunday.", "2016-12-11"),
    ],
)
def test_an_event_is_dated_by_the_words_of_its_sentence(report_of: ReportOf, sentence: str, day: str) -> None:
    assert dates_of(report_of(sentence, published=date(2016, 12, 13))) == [day]


def test_what_a_bulletin_tells_as_earlier_is_still_of_its_day(report_of: ReportOf) -> None:
    text = "Shells hit a bakery, a reporter said on Monday. Earlier shells had hit the bakery."
    assert set(dates_of(report_of(text, published=date(2016, 12, 13)))) == {"2016-12-12"}


@pytest.mark.parametrize(
    "history",
    [
        "These were the worst air strikes since the fall of the bridge in 2014.",
        "The valley has been hit by air strikes since mid-March 2011.",
    ],
)
def test_how_old_the_conflict_is_dates_no_news(report_of: ReportOf, history: str) -> None:
    text = f"Air strikes hit a bakery and killed nine people. {history}"
    dated = dates_of(report_of(text, title="Air strikes hit a bakery", published=date(2016, 12, 13)))
    assert dated[0] is None


def test_what_a_report_mentions_of_years_ago_keeps_its_year(report_of: ReportOf) -> None:
    text = "Air strikes hit a bakery. In 2014 gunmen seized the bridge of Harrat."
    assert "2014" in dates_of(report_of(text, title="Air strikes hit a bakery", published=date(2016, 12, 13)))
