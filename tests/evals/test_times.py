"""The scorer of times: what counts as found, and TIMEX2's convention. All sentences here are invented."""

import pytest

from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.times import TimeWords, read_times
from accordingto.terms.reports import Report
from evals.times import Tally, score_times, tally
from evals.timex2 import Timex, in_timex2

WORDS, SENTENCES = TimeWords.load(), SentenceWords.load()


def in_timex2_of(text):
    page = divide(Report.of(title="Notes", text=text), SENTENCES)
    return [(page.body[time.start : time.end], time.value) for time in in_timex2(page.body, read_times(page, WORDS))]


def test_an_expression_is_found_strictly_loosely_and_with_its_value():
    gold = [Timex(0, 4, "1914"), Timex(10, 20, "1914-05"), Timex(30, 40, None), Timex(50, 55, "P1D")]
    found = [Timex(0, 4, "1914"), Timex(12, 20, "1914-05"), Timex(30, 40, "P2D"), Timex(60, 65, "P1D")]
    assert tally(gold, found) == Tally(gold=4, found=4, strict=2, relaxed=3, value=2, strict_value=1)


def test_each_expression_is_matched_once_and_exact_ones_first():
    gold = [Timex(0, 10, "P1D"), Timex(4, 10, "P2D")]
    assert tally(gold, [Timex(4, 10, "P2D")]) == Tally(gold=2, found=1, strict=1, relaxed=1, value=1, strict_value=1)


def test_f1_is_in_percent_and_nothing_found_is_nothing():
    assert Tally(gold=4, found=4, strict=2).table["strict F1"] == 50.0
    assert Tally().table["strict F1"] == 0.0


def test_a_text_is_scored_in_characters_of_its_own():
    text = "The town fell on 4 May 1914."
    row = {"dct": "2009-12-19", "text": text, "timexes": [{"start": 17, "end": 27, "value": "1914-05-04"}]}
    assert score_times([row]).table["strict value F1"] == 100.0


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It fell on 6-7 May 1914.", [("6", "1914-05-06"), ("7 May 1914", "1914-05-07")]),
        ("It fell in 1914-15.", [("1914", "1914"), ("15", "1915")]),
        ("It lasted two weeks of heavy rain.", [("two weeks of heavy rain", "P2W")]),
        ("It fell at 5am local time.", [("5am", "XXXX-XX-XXT05:00")]),
        ("The former mayor left.", [("former", "PAST_REF")]),
        ("It took forty shells a day.", [("a day", "XXXX-XX-XX")]),
        ("It fell in May 1914 and rose in the winter.", [("May 1914", "1914-05"), ("the winter", "1915-WI")]),
    ],
)
def test_timex2_cuts_ranges_takes_in_clauses_and_counts_more_words(text, times):
    assert in_timex2_of(text) == times
