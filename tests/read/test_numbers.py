"""Numbers are read with their bounds, in digits and in words, and nothing is read that counts nobody."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.numbers import Number, NumberWords, find_numbers
from accordingto.read.sentences import Word, find_words
from accordingto.terms.figures import Bound

LEXICON = NumberWords.load()
SCRAPS = [
    "at least",
    "12",
    "1,200",
    "200 000",
    "two",
    "hundred",
    "and",
    "between",
    "to",
    "dozens",
    "of",
    "-",
    "+",
    "2016",
]


def read(text: str) -> list[tuple[str, int | None, int | None, Bound]]:
    words = tuple(find_words(text, 0, len(text)))
    numbers = [number for number in find_numbers(words, LEXICON) if not number.article]
    return [(shown(text, words, number), number.low, number.high, number.bound) for number in numbers]


def shown(text: str, words: tuple[Word, ...], number: Number) -> str:
    return text[words[number.first].start : words[number.last - 1].end]


@pytest.mark.parametrize(
    ("text", "exact", "low", "high", "bound"),
    [
        ("17 sailors", "17", 17, 17, Bound.EXACT),
        ("at least 17 sailors", "at least 17", 17, None, Bound.AT_LEAST),
        ("No fewer than twenty-five sailors", "No fewer than twenty-five", 25, None, Bound.AT_LEAST),
        ("17 or more sailors", "17 or more", 17, None, Bound.AT_LEAST),
        ("more than 1,700 sailors", "more than 1,700", 1700, None, Bound.MORE_THAN),
        ("+30,000 islanders", "+30,000", 30000, None, Bound.MORE_THAN),
        ("as many as 90 sailors", "as many as 90", None, 90, Bound.UP_TO),
        ("fewer than ten sailors", "fewer than ten", None, 10, Bound.UP_TO),
        ("nearly 60 sailors", "nearly 60", 60, 60, Bound.ABOUT),
        ("An estimated 40000 islanders", "An estimated 40000", 40000, 40000, Bound.ABOUT),
        ("between 40 and 50 sailors", "between 40 and 50", 40, 50, Bound.RANGE),
        ("40 to 50 sailors", "40 to 50", 40, 50, Bound.RANGE),
        ("40-50 sailors", "40-50", 40, 50, Bound.RANGE),
        ("dozens of sailors", "dozens", 24, None, Bound.VAGUE),
        ("tens of thousands of islanders", "tens of thousands", 20000, None, Bound.VAGUE),
        ("several hundred islanders", "several hundred", 300, None, Bound.VAGUE),
        ("many islanders", "many", None, None, Bound.VAGUE),
        ("half a million islanders", "half a million", 500000, 500000, Bound.EXACT),
        ("one hundred and five sailors", "one hundred and five", 105, 105, Bound.EXACT),
        ("1.5 million islanders", "1.5 million", 1500000, 1500000, Bound.EXACT),
        ("200 000 islanders", "200 000", 200000, 200000, Bound.EXACT),
        ("No one died", "No one", 0, 0, Bound.EXACT),
        ("a dozen sailors", "a dozen", 12, 12, Bound.EXACT),
    ],
)
def test_a_number_is_read_with_the_words_that_bound_it(
    text: str, exact: str, low: int | None, high: int | None, bound: Bound
) -> None:
    assert read(text) == [(exact, low, high, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "on 28-04-2016",
        "at 10:07",
        "in 2013",
        "Brigade 93",
        "40 percent",
        "a 60-year-old",
        "17 March",
        "March 142019",
        "Mar 042019",
        "5.00am",
        "how many",
    ],
)
def test_dates_clocks_labels_ages_and_shares_count_nobody(text: str) -> None:
    assert read(text) == []


def test_a_toll_that_rose_is_two_counts_and_no_range() -> None:
    assert [low for _, low, _, _ in read("the toll rose from 12 to 15")] == [12, 15]


def test_a_lost_comma_does_not_join_two_counts() -> None:
    assert [low for _, low, _, _ in read("killing 14 rebels 5 farmers")] == [14, 5]


def test_a_number_left_from_another_line_is_no_count() -> None:
    assert read("67 At least 45 people") == [("At least 45", 45, None, Bound.AT_LEAST)]


def test_two_and_three_are_two_counts() -> None:
    assert [low for _, low, _, _ in read("two and three sailors")] == [2, 3]


@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=6), max_size=20).map(" ".join))
def test_numbers_never_overlap_and_low_is_never_above_high(text: str) -> None:
    words = tuple(find_words(text, 0, len(text)))
    numbers = list(find_numbers(words, LEXICON))
    assert all(0 <= number.first < number.last <= len(words) for number in numbers)
    assert all(one.last <= then.first for one, then in pairwise(numbers))
    assert all(n.low <= n.high for n in numbers if n.low is not None and n.high is not None)
