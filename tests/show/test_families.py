"""Families: which count hangs on which, and every whole with those alone who gave it."""

from dataclasses import replace

import pytest

from accordingto.show.families import strands_words, toll_families, toll_headlines
from accordingto.terms.figures import Bound, Harm, Who
from accordingto.terms.tolls import TollRule
from tests.show.invented import FINDINGS

(TOLL,) = FINDINGS.tolls
ENTRY = TOLL.entries[0]


def entry(low, high, origin="the rescue league", *, inside=None, **changes):
    return replace(ENTRY, low=low, high=high, origin=origin, voice=origin, inside=inside, **changes)


def toll(*entries, who=Who.PEOPLE, harm=Harm.KILLED, low=None, high=None, rule=TollRule.ALL):
    """A toll of these figures; without a range of its own it goes from the lowest to the highest."""
    lows = [one.low for one in entries]
    tops = [one.high for one in entries]
    ends = (min(lows), None if None in tops else max(tops)) if low is None else (low, high)
    return replace(TOLL, harm=harm, who=who, low=ends[0], high=ends[1], rule=rule, entries=entries)


def part(low, high, who=Who.CHILDREN, inside=Who.PEOPLE, **changes):
    return toll(entry(low, high, inside=inside), who=who, **changes)


ALONE = toll(entry(4, 4), who=Who.CHILDREN)
CIVILIANS = toll(entry(15, 15), who=Who.CIVILIANS)


@pytest.mark.parametrize(
    ("tolls", "lines"),
    [
        ([TOLL, part(4, 4)], ["12 to 30 or more people killed, of them 4 children"]),
        ([part(4, 4), TOLL, replace(TOLL, rule=TollRule.LATEST)],
         ["12 to 30 or more people killed, of them 4 children"]),
        ([TOLL, part(9, 9, harm=Harm.INJURED)], ["12 to 30 or more people killed", "9 children injured"]),
        ([CIVILIANS, toll(entry(3, 3), who=Who.SOLDIERS)], ["15 civilians killed", "3 soldiers killed"]),
        ([toll(entry(2, 2)), CIVILIANS, part(11, 11, inside=Who.CIVILIANS)],
         ["2 people killed", "15 civilians killed, of them 11 children"]),
        ([TOLL, ALONE], ["12 to 30 or more people killed", "4 children killed"]),
        ([TOLL, toll(entry(4, 4, inside=Who.PEOPLE), entry(9, 9), who=Who.CHILDREN)],
         ["12 to 30 or more people killed", "4 to 9 children killed"]),
        ([TOLL, toll(entry(4, 4, inside=Who.PEOPLE), entry(4, 4), who=Who.CHILDREN)],
         ["12 to 30 or more people killed, of them 4 children"]),
        ([TOLL, CIVILIANS, toll(entry(4, 4, inside=Who.PEOPLE), entry(5, 5, inside=Who.CIVILIANS), who=Who.CHILDREN)],
         ["12 to 30 or more people killed", "15 civilians killed", "4 to 5 children killed"]),
        ([toll(entry(12, 20)), part(15, 15)], ["12 to 20 people killed", "15 children killed"]),
        ([toll(entry(15, None)), part(76, 76)], ["15 or more people killed", "76 children killed"]),
        ([toll(entry(20, 20)), part(15, 15, Who.CIVILIANS), part(5, 5, inside=Who.CIVILIANS)],
         ["20 people killed, of them 15 civilians and 5 children"]),
        ([toll(entry(20, 20, inside=Who.CIVILIANS)), toll(entry(20, 20, inside=Who.PEOPLE), who=Who.CIVILIANS)],
         ["20 people killed", "20 civilians killed"]),
    ],
    ids=[
        "a part inside its whole",
        "each once, in any order",
        "two harms",
        "two kinds apart",
        "a part on the whole of its own sentence",
        "what no sentence ties to a whole",
        "another number that no sentence ties to it",
        "the same number told bare",
        "told inside two wholes",
        "larger than the least of its whole",
        "larger than an open whole is known to be",
        "a part of a part",
        "each inside the other",
    ],
)  # fmt: skip
def test_a_part_hangs_on_the_whole_that_its_own_report_gives_and_is_never_larger(tolls, lines):
    assert toll_headlines(tolls) == lines


def test_a_part_that_one_rule_makes_larger_than_its_whole_stands_apart_beside_the_others():
    narrow = toll(entry(12, 12), low=12, high=12, rule=TollRule.CONSERVATIVE)
    shares = [part(14, 14, rule=rule) for rule in (TollRule.ALL, TollRule.CONSERVATIVE)]
    whole = toll(entry(14, 14), entry(20, 20))
    assert [len(parts) for _, parts in toll_families([whole, shares[0]])] == [1]
    assert [len(parts) for _, parts in toll_families([whole, narrow, *shares])] == [0, 0]


@pytest.mark.parametrize(
    ("tolls", "words"),
    [
        (
            [toll(entry(2, 2, "the police")), toll(entry(15, 15, "the league"), who=Who.CIVILIANS)],
            "2 people reported killed, according to the police; 15 civilians reported killed, according to the league",
        ),
        (
            [toll(entry(23, 23, "The army"), entry(41, None, "the league"), entry(82, 82, "the league"))],
            "23 to 82 or more people reported killed (23 according to the army; 41 to 82 according to the league)",
        ),
        (
            [toll(entry(5, 5, "the league"), entry(5, 5, "the clinic"), harm=Harm.INJURED)],
            "5 people reported injured, according to the league and the clinic",
        ),
        (
            [toll(*(entry(5, 5, f"voice {n}") for n in range(6)))],
            "5 people reported killed, according to voice 0, voice 1, voice 2, voice 3 and 2 others",
        ),
        ([TOLL, part(4, 4)], "12 to 30 or more people reported killed (12 according to the governor; 30 or more "
         "according to the rescue league)"),
        (
            [toll(entry(20, None, "the clinic", bound=Bound.VAGUE), low=10, high=10)],
            "10 people reported killed (20 or more according to the clinic)",
        ),
        ([toll(entry(5, 5, "the league"), low=0, high=5)], "0 to 5 people reported killed (5 according to the league)"),
    ],
    ids=[
        "two wholes, each with its own voice", "each its own number", "both the same", "many", "no part",
        "a vague word", "contested",
    ],
)  # fmt: skip
def test_in_a_sentence_every_whole_stands_with_those_alone_who_gave_it(tolls, words):
    assert strands_words(tolls, TollRule.ALL) == words


def test_a_vague_word_beside_a_number_of_the_same_origin_gives_nothing():
    told = toll(entry(41, None, "the league"), entry(24, None, "the league", bound=Bound.VAGUE), low=41, high=None)
    assert strands_words([told], TollRule.ALL) == "41 or more people reported killed, according to the league"


def test_who_gives_another_number_than_the_rule_takes_is_not_named():
    lowest = toll(entry(5, 5, "the league"), entry(9, 9, "the clinic"), low=5, high=5)
    assert strands_words([lowest], TollRule.ALL) == "5 people reported killed, according to the league"
