"""How the triggers of a sentence are told apart into events."""

from collections.abc import Callable

import pytest

from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import Sentence, SentenceWords, divide
from accordingto.read.triggers import TriggerWords, find_groups, find_tools, same_kind
from accordingto.terms.reports import Report

WORDS = TriggerWords.of(load_lexicon("events"))
SENTENCES = SentenceWords.load()
SentenceOf = Callable[[str], Sentence]


@pytest.fixture
def sentence_of(report_of: Callable[..., Report]) -> SentenceOf:
    return lambda text: divide(report_of(text), SENTENCES).sentences[-1]


def worded(sentence: Sentence) -> list[list[str]]:
    groups = find_groups(sentence, WORDS)
    return [[" ".join(w.text for w in sentence.words[hit.first : hit.last]) for hit in group] for group in groups]


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Five were killed in air strikes.", [["air strikes", "killed"]]),
        ("Air strikes and shelling killed five.", [["Air strikes", "shelling", "killed"]]),
        (
            "Air strikes came to the town of Marea on the very day that a car bomb killed five.",
            [["Air strikes"], ["car bomb", "killed"]],
        ),
        ("The war has killed thousands.", [["war", "killed"]]),
        ("Residents were evacuated after clashes.", [["evacuated"], ["clashes"]]),
        ("It rained.", []),
    ],
)
def test_each_group_is_one_event_with_its_best_name_first(
    sentence_of: SentenceOf, text: str, groups: list[list[str]]
) -> None:
    assert worded(sentence_of(text)) == groups


def test_tools_speak_for_a_mode(sentence_of: SentenceOf) -> None:
    sentence = sentence_of("Helicopters and mortars")
    assert [mode for _, mode in find_tools(sentence, WORDS)] == ["airstrike", "shelling"]


def test_a_suicide_bombing_is_a_bombing_and_no_shelling() -> None:
    assert same_kind("suicide-bombing", "bombing", WORDS)
    assert not same_kind("suicide-bombing", "shelling", WORDS)
