"""Doers: the cast's names of those who bear arms, as they stand in a sentence."""

import pytest

from accordingto.read.doers import DoerNames
from accordingto.read.sentences import find_words
from accordingto.terms.casts import Actor, Cast, Sector

CAST = Cast(
    (
        Actor("Free Coast Front", sector=Sector.REB),
        Actor("Harbour Brigade", aliases=("HB", "the brigade"), affiliation="Free Coast Front"),
        Actor("Meridian Charity", sector=Sector.NGO),
    )
)
NAMES = DoerNames.of(CAST)


def named(text: str) -> list[tuple[str, str]]:
    words = tuple(find_words(text, 0, len(text)))
    found = ((at, NAMES.at(words, at)) for at in range(len(words)))
    return [(" ".join(word.text for word in words[at : one[0]]), one[1]) for at, one in found if one]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Free Coast Front shelled it", [("Free Coast Front", "free-coast-front")]),
        ("shells of the Harbour Brigade", [("Harbour Brigade", "harbour-brigade")]),
        ("the Harbour Brigade's shells", [("Harbour Brigade's", "harbour-brigade")]),
        ("HB fired", [("HB", "harbour-brigade")]),
        ("the brigade fired", [("the brigade", "harbour-brigade")]),
        ("a brigade fired and Hb slept", []),
        ("the harbour brigade of the fire service", []),
        ("Meridian Charity came", []),
    ],
)
def test_only_names_of_those_who_bear_arms_are_found(text: str, names: list[tuple[str, str]]) -> None:
    assert named(text) == names


def test_the_general_cast_names_doers_of_other_wars() -> None:
    words = tuple(find_words("Boko Haram attacked", 0, len("Boko Haram attacked")))
    assert DoerNames.of().at(words, 0) == (2, "boko-haram")
