"""How phrases of a lexicon are found in words."""

import pytest

from accordingto.read.phrases import Phrases, spelled_out
from accordingto.read.sentences import find_words


def test_a_stroke_in_a_lexicon_stands_for_several_wordings() -> None:
    assert list(spelled_out("air strike/strikes")) == [("air", "strike"), ("air", "strikes")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Air strikes hit", [(0, 2, "whole")]),
        ("The strikes hit", [(1, 2, "part")]),
        ("air strikes air strike", [(0, 2, "whole"), (2, 4, "whole")]),
        ("no such words", []),
        ("", []),
        ("air", []),
    ],
)
def test_the_longest_wording_is_found_and_none_overlap(text: str, found: list[tuple[int, int, str]]) -> None:
    phrases = Phrases.of([("strike/strikes", "part"), ("air strike/strikes", "whole")])
    assert list(phrases.find(tuple(find_words(text, 0, len(text))))) == found


def test_the_first_meaning_given_to_a_wording_stands() -> None:
    phrases = Phrases.of([("raid", "first"), ("raid", "second")])
    assert [meaning for _, _, meaning in phrases.find(tuple(find_words("raid", 0, 4)))] == ["first"]


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("the air strikes hit", 1, (3, "whole")),
        ("the strikes hit", 1, (2, "part")),
        ("the strikes hit", 0, None),
        ("air", 0, None),
    ],
)
def test_the_longest_wording_that_starts_at_a_word_is_told(text: str, at: int, found: tuple[int, str] | None) -> None:
    phrases = Phrases.of([("strike/strikes", "part"), ("air strike/strikes", "whole")])
    assert phrases.at(tuple(find_words(text, 0, len(text))), at) == found
