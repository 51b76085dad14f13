"""Which words of a mention name a person, and which names may be one person's."""

import pytest

from accordingto.read.mention_parts import find_cuts
from accordingto.read.mention_words import MentionWords, find_tokens
from accordingto.read.person_names import find_person, may_be_one, surname

WORDS = MentionWords.load()


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("The head of the council of elders, Maha Darwish", "maha darwish"),
        ("President of the Syrian Coalition Anas al-Abdah", "anas al-abdah"),
        ("the governor of Hatay Ercan Topaca", "ercan topaca"),
        ("the Observatory's Rami Nader", "rami nader"),
        ("Ahmed, 27", "ahmed"),
        ("Mayor Nader", "nader"),
        ("a spokesman at the hospital in Kafr Noor", ""),
        ("the Eastern Harbour local council", ""),
        ("Karim Nader's office", ""),
        ("the United States", ""),
        ("Activists", ""),
    ],
)
def test_a_name_is_no_place_and_no_body(mention: str, name: str) -> None:
    tokens = find_tokens(mention)
    found = find_person(tokens, find_cuts(tokens, WORDS), frozenset(), WORDS)
    assert " ".join(found) == name


def test_a_word_that_the_text_also_writes_small_is_no_name() -> None:
    tokens = find_tokens("Guards")
    assert find_person(tokens, frozenset(), frozenset(), WORDS) == ("guards",)
    assert find_person(tokens, frozenset(), frozenset(["guards"]), WORDS) == ()


def test_a_surname_is_the_same_with_and_without_its_article() -> None:
    assert surname(("anas", "al-abdah")) == surname(("abdah",)) == "abdah"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("karim", "nader"), ("nader",), True),
        (("rami", "abdel", "rahman"), ("abdel", "rahman"), True),
        (("karim", "nader"), ("maha", "nader"), False),
    ],
)
def test_two_first_names_are_two_people(one: tuple[str, ...], other: tuple[str, ...], same: bool) -> None:
    assert may_be_one(one, other) is same
