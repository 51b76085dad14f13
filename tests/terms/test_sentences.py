"""Where sentences end: not at the full stop of a shortened word."""

import pytest

from accordingto.terms.sentences import find_sentence_ends, find_sentences, sentence_around
from accordingto.terms.spans import Anchor

DECLARED = "At least 359 have died since Sept. 19 when the army declared the end of the truce."
DRONE = "It was hit by a jet or a U.S. drone on Aug. 7, Gen. J. Smith said."


@pytest.mark.parametrize("sentence", [DECLARED, DRONE])
def test_the_sentence_around_a_find_is_not_cut_at_a_shortened_word(sentence):
    body = f"An earlier one. {sentence} A later one.\nAnother line."
    for words in (sentence[:12], sentence[-12:-1], sentence[30:40]):
        start = body.index(words)
        assert sentence_around(body, Anchor.at("report", body, (start, start + len(words)))) == sentence


def test_sentences_are_found_one_after_the_other_without_their_marks():
    body = f"A title\n\n{DECLARED} {DRONE} Was it? No! It ended on Dec.\nThe last 3.5 miles"
    found = [body[first:last].strip() for first, last in find_sentences(body)]
    assert found == [
        "A title",
        DECLARED.removesuffix("."),
        DRONE.removesuffix("."),
        "Was it",
        "No",
        "It ended on Dec",
        "The last 3.5 miles",
    ]


def test_no_is_shortened_before_a_number_alone():
    body = "He stood at gate No. 5 of the port. The mayor said no. The boats left."
    found = [body[first:last].strip() for first, last in find_sentences(body)]
    assert found == ["He stood at gate No. 5 of the port", "The mayor said no", "The boats left"]


def test_the_ends_of_sentences_are_told_in_order():
    body = f"{DECLARED} {DRONE} "
    assert list(find_sentence_ends(body)) == [len(DECLARED) + 1, len(body)]


def test_a_text_of_nothing_but_shortened_words_is_one_sentence():
    body = ("Sept. " * 20_000).rstrip()
    assert len(list(find_sentences(body))) == 1
