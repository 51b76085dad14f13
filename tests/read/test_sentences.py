from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.sentences import LONGEST_SENTENCE, SentenceWords, divide
from accordingto.terms.reports import Report

WORDS = SentenceWords.load()


def sentences_of(report: Report) -> list[str]:
    page = divide(report, WORDS)
    return [page.body[s.start : s.end] for s in page.sentences if s.paragraph > 0]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Shells fell. Nobody was hurt.", ["Shells fell.", "Nobody was hurt."]),
        ("Gen. Harun Tal spoke. He left.", ["Gen. Harun Tal spoke.", "He left."]),
        ("The U.S. envoy arrived.", ["The U.S. envoy arrived."]),
        ('"Leave now." He shouted.', ['"Leave now."', "He shouted."]),
        ("At 5.30am it began", ["At 5.30am it began"]),
        ("One\n\nTwo", ["One", "Two"]),
    ],
)
def test_a_paragraph_is_divided_where_sentences_end(
    report_of: Callable[..., Report], text: str, sentences: list[str]
) -> None:
    assert sentences_of(report_of(text)) == sentences


def test_the_title_is_paragraph_zero(report_of: Callable[..., Report]) -> None:
    page = divide(report_of("The bridge held.", title="Bridge holds"), WORDS)
    assert [(s.paragraph, page.body[s.start : s.end]) for s in page.sentences] == [
        (0, "Bridge holds"),
        (1, "The bridge held."),
    ]


def test_a_text_without_stops_is_cut_so_that_no_sentence_is_too_long(report_of: Callable[..., Report]) -> None:
    page = divide(report_of("word " * (3 * LONGEST_SENTENCE)), WORDS)
    assert max(len(s.words) for s in page.sentences) == LONGEST_SENTENCE


@given(st.text(), st.text())
def test_every_visible_character_lies_in_exactly_one_word(title: str, text: str) -> None:
    page = divide(Report.of(title=title, text=text), WORDS)
    words = [word for sentence in page.sentences for word in sentence.words]
    assert all(page.body[word.start : word.end] == word.text for word in words)
    assert all(first.end <= second.start for first, second in pairwise(words))
    assert "".join(word.text for word in words) == "".join(page.body.split())
