"""Sides: runs of words that name a party to the fighting."""

import pytest

from accordingto.read.doers import DoerNames
from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import find_words
from accordingto.read.sides import SideWords, find_sides

TABLE = load_lexicon("blame")
LEXICON = SideWords.of_table(TABLE["actors"], TABLE["same"], DoerNames.of())


def sides(text: str) -> list[tuple[str, bool]]:
    words = tuple(find_words(text, 0, len(text)))
    return [(text[words[s.first].start : words[s.last - 1].end], s.weak) for s in find_sides(words, LEXICON)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The regime and Russian warplanes bombed it", [("regime and Russian warplanes", False)]),
        ("Turkish jets passed", [("Turkish jets", False)]),
        ("A Syrian baker spoke", [("Syrian", True)]),
        ("IS took the town but it is quiet", [("IS", False)]),
        ("The regime's planes and the rebels", [("regime's planes and the rebels", False)]),
        ("Bakers and teachers spoke", []),
    ],
)
def test_a_side_is_named_by_the_whole_run(text: str, found: list[tuple[str, bool]]) -> None:
    assert sides(text) == found


def test_two_names_of_one_side_compare_equal() -> None:
    words = tuple(find_words("Daesh fled and later ISIS came", 0, 30))
    first, second = find_sides(words, LEXICON)
    assert first.name == second.name
