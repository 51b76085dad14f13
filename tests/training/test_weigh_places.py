"""How clues on places are weighed. Every example is invented."""

from collections.abc import Mapping

from accordingto.read.place_odds import PlaceOdds
from training.weigh_places import Example, weigh


def example(*places: Mapping[str, float], right: int) -> Example:
    return Example("invented", places, frozenset([right]), 0)


EXAMPLES = [
    example({"finest": 1.0}, {"doer": 1.0}, right=0),
    example({"doer": 1.0}, {}, right=1),
    example({"finest": 1.0, "doer": 1.0}, {"finest": 1.0}, {}, right=1),
]


def test_what_marks_the_right_places_weighs_for_and_what_marks_the_wrong_ones_against() -> None:
    weights = weigh(EXAMPLES)
    assert weights["finest"] > 0 > weights["doer"]


def test_the_weights_choose_the_places_that_they_were_learned_from() -> None:
    odds = PlaceOdds(weigh(EXAMPLES))
    assert all(odds.likeliest(one.clues) in one.right for one in EXAMPLES)


def test_the_same_examples_always_give_the_same_weights() -> None:
    assert weigh(EXAMPLES) == weigh(EXAMPLES)
