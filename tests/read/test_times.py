from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeKind

WORDS, SENTENCES = TimeWords.load(), SentenceWords.load()
TUESDAY = date(2016, 12, 13)


def times_of(text, published=TUESDAY):
    report = Report.of(title="An invented report", text=text, published=published)
    return read_times(divide(report, SENTENCES), WORDS)


def only_time_of(text, published=TUESDAY):
    [mention] = times_of(text, published)
    return mention


@pytest.mark.parametrize(
    ("text", "exact", "days"),
    [
        ("Shells fell on 4 April 2015.", "4 April 2015", "2015-04-04"),
        ("Shells fell on Dec. 5th.", "Dec. 5th", "2016-12-05"),
        ("Shells fell on Monday December 12.", "Monday December 12", "2016-12-12"),
        ("Shells fell on 2015-04-04.", "2015-04-04", "2015-04-04"),
        ("Shells fell on November 14-17.", "November 14-17", "2016-11-14/2016-11-17"),
        ("Shells fell between 3 and 5 May 2016.", "3 and 5 May 2016", "2016-05-03/2016-05-05"),
        ("On November 4 rebels left.", "November 4", "2016-11-04"),
        ("Shells fell in early October.", "early October", "2016-10-01/2016-10-31"),
        ("Shells fell at the end of July.", "the end of July", "2016-07-21/2016-07-31"),
        ("Shells fell last December.", "last December", "2015-12-01/2015-12-31"),
        ("Shells fell in August last year.", "August last year", "2015-08-01/2015-08-31"),
        ("The war began in 2011.", "2011", "2011-01-01/2011-12-31"),
        ("Shells fell in the first six months of 2016.", "the first six months of 2016", "2016-01-01/2016-06-30"),
        ("Shells fell on Saturday.", "Saturday", "2016-12-10"),
        ("Shells fell on Tuesday.", "Tuesday", "2016-12-13"),
        ("Saturday's shells fell late.", "Saturday", "2016-12-10"),
        ("Tuesdays shells fell.", "Tuesdays", "2016-12-13"),
        ("Shells fell last Tuesday.", "last Tuesday", "2016-12-06"),
        ("Shells fell late Friday.", "late Friday", "2016-12-09"),
        ("Shells fell yesterday evening.", "yesterday evening", "2016-12-12"),
        ("Shells fell overnight.", "overnight", "2016-12-12/2016-12-13"),
        ("Shells fell over the weekend.", "the weekend", "2016-12-10/2016-12-11"),
        ("Shells fell last week.", "last week", "2016-12-05/2016-12-11"),
        ("Shells fell earlier this week.", "earlier this week", "2016-12-12/2016-12-13"),
        ("Shells fell in the past three days.", "the past three days", "2016-12-10/2016-12-13"),
        ("Shells fell in the last two weeks.", "the last two weeks", "2016-11-29/2016-12-13"),
        ("Shells fell over the past 24 hours.", "the past 24 hours", "2016-12-12/2016-12-13"),
        ("We heard it in the last hour.", "the last hour", "2016-12-13"),
        ("Shells fell two days ago.", "two days ago", "2016-12-11"),
        ("Shells fell for the second day.", "the second day", "2016-12-12/2016-12-13"),
        ("Shells fell in recent days.", "recent days", None),
        ("The siege lasted three days.", "three days", None),
        ("Shells fell at dawn.", "dawn", "2016-12-13"),
        ("Shells fell on the morning of 4 May 2016.", "the morning of 4 May 2016", "2016-05-04"),
        ("Shells fell in the first week of May.", "the first week of May", "2016-05-01/2016-05-07"),
        ("Shells fell in the last two days of May.", "the last two days of May", "2016-05-30/2016-05-31"),
        ("Shells fell until the end of the month.", "the end of the month", "2016-12-21/2016-12-31"),
        ("Shells fell during the summer.", "the summer", "2016-06-01/2016-08-31"),
        ("Shells fell all last winter.", "last winter", "2015-12-01/2016-02-29"),
        ("They waited for about three weeks.", "about three weeks", None),
    ],
)
def test_words_of_time_stand_for_days_told_from_the_day_of_the_report(text, exact, days):
    mention = only_time_of(text)
    assert (mention.anchor.exact, mention.date) == (exact, days)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The buses will leave on Monday.", ["2016-12-19"]),
        ("The buses are expected to be moved on Monday.", ["2016-12-19"]),
        ("The buses will leave, the council said on Monday.", ["2016-12-12"]),
        ("The council said on Monday the buses will leave on Thursday.", ["2016-12-12", "2016-12-15"]),
        ("Talks will resume on January 5.", ["2017-01-05"]),
        ("The road is due to be opened on Monday.", ["2016-12-19"]),
        ("The road was closed due to a raid by jets on Monday.", ["2016-12-12"]),
    ],
)
def test_a_day_lies_ahead_only_where_its_clause_looks_ahead(text, days):
    assert [mention.date for mention in times_of(text)] == days


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Buses will go at 5.00am (3.00am GMT).", datetime(2016, 12, 14, 5, tzinfo=timezone(timedelta(hours=2)))),
        ("Shells fell at 17:30 GMT on Sunday.", datetime(2016, 12, 11, 17, 30, tzinfo=timezone(timedelta(0)))),
        ("Shells fell at 0300 UTC+3 on Sunday.", datetime(2016, 12, 11, 3, tzinfo=timezone(timedelta(hours=3)))),
        (
            "Shells fell at 1.15 a.m. (10.15 p.m. GMT).",
            datetime(2016, 12, 13, 1, 15, tzinfo=timezone(timedelta(hours=3))),
        ),
    ],
)
def test_a_clock_time_keeps_the_zone_it_was_told_in(text, moment):
    mention = times_of(text)[0]
    assert mention.kind is TimeKind.TIME
    assert mention.moment == moment
    assert mention.moment.utcoffset() == moment.utcoffset()


def test_a_clock_time_without_a_zone_names_no_moment():
    mention = only_time_of("Shells fell at 5am.")
    assert (mention.moment, mention.value, mention.date) == (None, "2016-12-13T05:00", "2016-12-13")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Shells fell on Saturday. The day before, talks had failed.", ["2016-12-10"]),
        (
            "Shells fell on Saturday, a day earlier than feared. A day earlier talks failed.",
            ["2016-12-10", "2016-12-09"],
        ),
        ("Shells fell on Saturday. The previous day talks failed.", ["2016-12-10", "2016-12-09"]),
    ],
)
def test_the_day_before_is_told_from_the_day_last_named(text, dates):
    assert [mention.date for mention in times_of(text)][: len(dates)][-1] == dates[-1]


def test_a_day_without_its_year_takes_the_year_told_just_before_it():
    text = "In August 2013 the town was besieged. On August 21 it was shelled.\n\nOn December 5 it fell."
    assert [mention.date for mention in times_of(text)][1:] == ["2013-08-21", "2016-12-05"]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in spring water.",
        "Resolution 2042 was passed by 13 votes.",
        "At least 2011 people were killed.",
        "He sat in the sun, second to none.",
        "The price was $1.30 for 2.5 litres.",
        "The Daily Example reported it.",
    ],
)
def test_words_that_only_look_like_times_are_none(text):
    assert times_of(text) == ()


def test_a_count_after_a_month_is_no_day():
    assert only_time_of("In May 20 people were killed.").anchor.exact == "May"


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Shells fall every day.", TimeKind.SET, "P1D"),
        ("Shells fall twice a week.", TimeKind.SET, "P1W"),
        ("The six-year-old war went on.", TimeKind.DURATION, "P6Y"),
        ("They waited for 48 hours.", TimeKind.DURATION, "PT48H"),
        ("They waited several weeks.", TimeKind.DURATION, "PXW"),
        ("Shells fell on Wednesday night.", TimeKind.TIME, "2016-12-07TNI"),
        ("Shells fell in recent weeks.", TimeKind.DATE, "PAST_REF"),
        ("It was built in the 1980s.", TimeKind.DATE, "198"),
        ("It ruled from 1955-57.", TimeKind.DATE, "1955/1957"),
        ("They waited for nearly two decades.", TimeKind.DURATION, "P2DE"),
        ("They waited for two and a half years.", TimeKind.DURATION, "P2.5Y"),
        ("They waited for ten bloody months.", TimeKind.DURATION, "P10M"),
        ("They waited for twenty-five days.", TimeKind.DURATION, "P25D"),
        ("It took forty shells a day.", TimeKind.SET, "P1D"),
        ("Shells fell in the first week of May.", TimeKind.DURATION, "P1W"),
        ("Shells fell days later.", TimeKind.DATE, "FUTURE_REF"),
        ("It stands empty to this day.", TimeKind.DATE, "PRESENT_REF"),
        ("He cheered this day as a victory.", TimeKind.DATE, "2016-12-13"),
        ("Shells fell in March 2011.", TimeKind.DATE, "2011-03"),
    ],
)
def test_values_are_those_of_timex3(text, kind, value):
    mention = only_time_of(text)
    assert (mention.kind, mention.value) == (kind, value)


@pytest.mark.parametrize(
    ("text", "prec"),
    [
        ("on Monday", 1),
        ("overnight", 2),
        ("last week", 3),
        ("in May 2016", 4),
        ("in 2015", 5),
        ("in recent days", None),
    ],
)
def test_precision_is_ucdps(text, prec):
    assert only_time_of(f"Shells fell {text}.").date_prec == prec


def test_without_a_day_of_the_report_only_full_dates_are_placed():
    mentions = times_of("On Monday and on 4 April 2015, and yesterday, and two days ago, at 5am GMT.", published=None)
    assert [mention.date for mention in mentions if mention.date] == ["2015-04-04", "2015-04-04"]


HISTORY = [
    ("On 7 August 1914 the town fell. On 10 August it was retaken.", ["1914-08-07", "1914-08-10"]),
    ("The town fell in December 1914. In January it was retaken.", ["1914-12", "1915-01"]),
    ("The town fell on 7 August 1914. The next day it was retaken.", ["1914-08-07", "1914-08-08"]),
    ("The town fell on 7 August 1914. Fifteen months later it was retaken.", ["1914-08-07", "1915-11"]),
    ("In 1914 the town fell. It was retaken by the end of the year.", ["1914", "1914"]),
    ("In August 1914 the town, besieged in 1640, fell. In May it rose.", ["1914-08", "1640", "1914-05"]),
    ("The town fell in October of 1914 and rose in May of that year.", ["1914-10", "1914-05"]),
    (
        "It was held on 5 May 1914. The truce ended on the 9th, at noon.",
        ["1914-05-05", "1914-05-09", "1914-05-09T12:00"],
    ),
    ("The siege lasted through August and September 1914.", ["1914-08", "1914-09"]),
    ("The siege lasted from 14 August-24 September 1914.", ["1914-08-14", "1914-09-24"]),
    ("In March 1914 the town fell, and rose in the summer.", ["1914-03", "1914-SU"]),
    ("The town fell on the night of 4 May 1914.", ["1914-05-04TNI"]),
    ("The town fell in 264 BC and again in 146 B.C.", ["BC0264", "BC0146"]),
    ("Some 1812 muskets were lost in the 1812 campaign.", ["1812"]),
    ("The town fell in May 1914; today it is a port.", ["1914-05", "PRESENT_REF"]),
]


@pytest.mark.parametrize(("text", "values"), HISTORY)
def test_a_text_whose_day_nobody_knows_is_told_from_the_times_before(text, values):
    assert [mention.value for mention in times_of(text, published=None)] == values


MANY_YEARS = "The town fell in May 1914, June 1915, July 1916, May 1917 and June 1918. "


def test_a_history_is_told_from_its_own_times_whatever_day_it_is_published():
    assert times_of(MANY_YEARS + "It rose on 4 July.")[-1].date == "1918-07-04"
    assert times_of("The war began in May 1914.\n\nShells fell on 4 July.")[-1].date == "2016-07-04"


def test_what_the_teller_calls_yesterday_is_unknown_in_a_history():
    mentions = times_of("It fell on 4 May 1914. It fell two days ago, he wrote, and again yesterday.", published=None)
    assert [mention.date for mention in mentions] == ["1914-05-04", None, None]


def test_a_war_of_so_many_years_began_in_the_year_so_far_back():
    mention = only_time_of("The five-year civil war went on.")
    assert (mention.value, mention.date) == ("P5Y", "2011-01-01/2016-12-13")
    assert only_time_of("A five-year contract was signed.").date is None


@given(
    st.text(alphabet=st.sampled_from("0123456789 .:-/aApPmMonday,JunFri()GMT+½'’\n"), max_size=80),
    st.sampled_from([TUESDAY, None]),
)
def test_any_text_is_read_and_every_anchor_stands(text, published):
    report = Report.of(title="x", text=text, published=published)
    mentions = read_times(divide(report, SENTENCES), WORDS)
    for mention in mentions:
        mention.anchor.check(report.body)
    starts = [mention.anchor.start for mention in mentions]
    assert starts == sorted(starts)


FAR_WORDS = [
    "last week",
    "999 centuries ago",
    "next year",
    "the past 9999 decades",
    "overnight",
    "tomorrow",
    "Christmas",
]


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from([*FAR_WORDS, "next Monday", "last winter"]))
def test_no_day_of_publication_breaks_the_calendar(day, words):
    for mention in times_of(f"Shells fell {words}.", day):
        assert (mention.earliest is None) == (mention.latest is None)
        assert mention.earliest is None or mention.earliest <= mention.latest
