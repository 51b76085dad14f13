"""The sentence of the report that an account stands on."""

import pytest

from accordingto.terms.sentences import WORDS_SHOWN, sentence_around
from tests.show.invented import words


@pytest.mark.parametrize(
    ("text", "exact", "sentence"),
    [
        ("It was calm. Shells fell on Tuesday. It rained.", "Shells fell", "Shells fell on Tuesday."),
        ('He left. "Nobody came." She stayed.', "Nobody came", '"Nobody came."'),
        ("First line\nSecond line without an end", "Second line", "Second line without an end"),
        ("At 5.00am buses left the town. Later more.", "buses left", "At 5.00am buses left the town."),
    ],
)
def test_a_sentence_is_found_around_its_words(report_of, text, exact, sentence):
    report = report_of(text)
    assert sentence_around(report.body, words(report, exact)) == sentence


def test_words_of_the_title_give_the_title(report_of):
    report = report_of("It rained.", title="Bridge shelled again")
    assert sentence_around(report.body, words(report, "shelled")) == "Bridge shelled again"


def test_a_text_without_an_end_of_sentence_is_cut_around_the_words(report_of):
    report = report_of("word " * 5000 + "shelled " + "word " * 5000)
    found = sentence_around(report.body, words(report, "shelled"))
    assert "shelled" in found
    assert len(found) <= 2 * WORDS_SHOWN + len("shelled")
