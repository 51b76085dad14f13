"""How days, clocks, numbers, figures and chains are put into words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from accordingto.show.phrases import (
    both_zones,
    chain_words,
    count_words,
    counted,
    due_words,
    event_words,
    iso_words,
    listed,
    people_words,
    published_words,
    reads_as,
    statement_chain,
    voice_words,
    within,
)
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import EventType
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.reports import Report
from accordingto.terms.times import day_words
from tests.show.invented import REPRINT_READING, WIRE_READING, words

EAST = timezone(timedelta(hours=2))


def test_a_count_agrees_with_its_noun():
    assert [counted(n, "report") for n in (0, 1, 2, 1200)] == ["0 reports", "1 report", "2 reports", "1,200 reports"]


@pytest.mark.parametrize(
    ("items", "shown"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_listed_as_people_list_them(items, shown):
    assert listed(items) == shown


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (datetime(2016, 5, 4, 6, tzinfo=EAST), "4 May 2016, 06:00 UTC+2 = 04:00 UTC"),
        (datetime(2016, 5, 4, 1, tzinfo=EAST), "4 May 2016, 01:00 UTC+2 = 3 May 2016, 23:00 UTC"),
        (datetime(2016, 5, 4, 4, tzinfo=UTC), "4 May 2016, 04:00 UTC"),
        (
            datetime(2016, 5, 4, 6, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            "4 May 2016, 06:00 UTC+5:30 = 00:30 UTC",
        ),
        (datetime(2016, 5, 4, 6, tzinfo=timezone(timedelta(hours=-4))), "4 May 2016, 06:00 UTC-4 = 10:00 UTC"),
    ],
)
def test_a_moment_shows_the_clock_it_was_told_by_and_the_one_all_share(moment, shown):
    assert both_zones(moment) == shown


@pytest.mark.parametrize(
    ("published", "written", "shown"),
    [
        (date(2016, 5, 4), None, "4 May 2016"),
        (date(2016, 5, 4), date(2016, 5, 3), "4 May 2016"),
        (date(2016, 5, 4), date(2016, 5, 11), "dated 11 May 2016 in its text (given as 4 May 2016)"),
        (None, date(2016, 5, 11), "dated 11 May 2016 in its text"),
        (None, None, "day of publication not known"),
    ],
)
def test_a_report_whose_text_bears_another_day_than_it_was_given_says_both(published, written, shown):
    report = Report.of(title="News", text="A bridge was hit.", published=published, written=written)
    assert published_words(report) == shown


def test_a_moment_without_a_zone_says_so():
    assert day_words(datetime(2016, 5, 4, 6)) == "4 May 2016, 06:00 (zone not known)"
    assert day_words(None) == "on a day not known"


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        (None, None),
        ("2016-05-04", "4 May 2016"),
        ("2016-05", "May 2016"),
        ("2016-05-01/2016-05-04", "1 May 2016 to 4 May 2016"),
        ("2016-99-99", "2016-99-99"),
    ],
)
def test_a_codebook_date_reads_as_words_and_a_broken_one_stays_as_it_is(iso, shown):
    assert iso_words(iso) == shown


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (82, 82, "82"),
        (82, None, "82 or more"),
        (None, 40, "up to 40"),
        (40, 50, "40 to 50"),
        (None, None, "no number"),
        (0, 0, "0"),
    ],
)
def test_an_open_side_of_a_number_stays_open(low, high, shown):
    assert count_words(low, high) == shown


@pytest.mark.parametrize(
    ("bound", "low", "high", "shown"),
    [
        (Bound.MORE_THAN, 100, None, "over 100"),
        (Bound.ABOUT, 40, 40, "about 40"),
        (Bound.VAGUE, 24, None, "24 or more"),
    ],
)
def test_a_figure_keeps_its_bound(bound, low, high, shown):
    anchor = WIRE_READING.figures[0].anchor
    assert reads_as(Figure(anchor, low, high, bound, Who.PEOPLE, Harm.KILLED)) == shown


def test_a_chain_runs_from_the_voice_to_the_outlet():
    chain = statement_chain(WIRE_READING, 2)
    assert chain_words(chain) == "an army source <- the Meridian agency <- Meridian (invented)"
    assert voice_words(chain) == "an army source, via the Meridian agency"


def test_the_outlets_own_voice_is_its_name_and_a_hidden_voice_is_said_to_be_hidden():
    assert chain_words(statement_chain(REPRINT_READING, None)) == "Harbour Post (invented)"
    assert chain_words(("", "Harbour Post (invented)")).startswith("a source that is not named <- ")


def test_a_chain_cannot_carry_an_escape_sequence():
    assert "\x1b" not in chain_words(("\x1b[31ma source", "x"))


@pytest.mark.parametrize(
    ("name", "inside"), [("The army", "the army"), ("A source", "a source"), ("Amnesty", "Amnesty"), ("The", "The")]
)
def test_an_article_gives_up_its_capital_inside_a_sentence(name, inside):
    assert within(name) == inside


def test_what_is_due_names_its_moment_its_day_or_that_there_is_none():
    what, due = words(WIRE_READING.report, "Buses"), words(WIRE_READING.report, "Wednesday")
    assert due_words(WIRE_READING.announcements[0]) == "due 4 May 2016, 06:00 UTC+2 = 04:00 UTC"
    assert due_words(Commitment(what, due, None, date(2016, 5, 4), None)) == "due by 4 May 2016"
    assert due_words(Commitment(what, due, None, None, None)) == "no moment that can be put in a calendar"
    assert due_words(Commitment(what, None, None, None, None)) == "no time given"


@pytest.mark.parametrize(
    ("who", "low", "high", "words"),
    [
        (Who.MEDICS, 1, 1, "medic killed"),
        (Who.CHILDREN, 1, 1, "child killed"),
        (Who.AID_WORKERS, 1, 1, "aid worker killed"),
        (Who.AID_WORKERS, 1, None, "aid workers killed"),
        (Who.WOMEN, 1, 2, "women killed"),
    ],
)
def test_one_alone_is_not_several(who, low, high, words):
    assert people_words(who, Harm.KILLED, low, high) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2016-08-13/2016-08-14", "13 August 2016 to 14 August 2016"),
        ("2016-09-19/2016-09-19", "19 September 2016"),
        ("2016-08", "August 2016"),
        (None, None),
    ],
)
def test_a_stretch_of_days_that_ends_where_it_begins_is_a_day(when, words):
    assert iso_words(when) == words


def test_a_mode_of_several_words_is_told_without_its_hyphens():
    assert event_words(EventType.ASSAULT, "ground-fighting") == "assault (ground fighting)"
