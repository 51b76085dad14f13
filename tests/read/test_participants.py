"""How doers and those done to are read from the words around a trigger."""

from collections.abc import Callable

import pytest

from accordingto.read.doers import DoerNames
from accordingto.read.lexicons import load_lexicon
from accordingto.read.participants import ParticipantWords, find_actors, find_names, find_recipient
from accordingto.read.sentences import Sentence, SentenceWords, divide
from accordingto.read.triggers import TriggerWords, find_groups
from accordingto.terms.reports import Report

TABLE = load_lexicon("events")
TRIGGERS = TriggerWords.of(TABLE)
WORDS = ParticipantWords.of(TABLE, DoerNames.of())
SENTENCES = SentenceWords.load()
SentenceOf = Callable[[str], Sentence]


@pytest.fixture
def sentence_of(report_of: Callable[..., Report]) -> SentenceOf:
    return lambda text: divide(report_of(text), SENTENCES).sentences[-1]


def actors(sentence: Sentence) -> list[str]:
    groups = find_groups(sentence, TRIGGERS)
    names = find_names(sentence, (hit for group in groups for hit in group), WORDS)
    found = find_actors(sentence, groups[0], names, WORDS)
    return [" ".join(word.text for word in sentence.words[name.first : name.last]) for name in found]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Five people were killed by Turkish shelling.", ["Turkish"]),
        ("Regime jets killed five people in air raids.", ["Regime jets"]),
        ("Air strikes on the Islamic State group killed five.", []),
        ("Two soldiers were killed in an air strike.", []),
        ("The heavy air strikes of the Russian warplanes shook Marea.", ["Russian warplanes"]),
        ("The town is bombed by the army.", ["army"]),
        ("The army clashed with rebels.", ["army", "rebels"]),
        ("The US-led coalition carried out air strikes.", ["US-led coalition"]),
        ("Residents shelled the bakery.", []),
        ("Residents were evacuated.", ["Residents"]),
        ("The evacuation of civilians by the army began.", ["civilians"]),
        ("Peace talks between Russia and Turkey opened.", ["Russia", "Turkey"]),
        ("IS kidnapped a baker.", ["IS"]),
        ("There is shelling.", []),
        ("ISIS carried out an attack, killing five.", ["ISIS"]),
        ("Rebels killed 12 soldiers and seized the quarry.", ["Rebels"]),
        ("Boko Haram shelled the bakery.", ["Boko Haram"]),
    ],
)
def test_the_doer_stands_after_by_or_before_the_deed(sentence_of: SentenceOf, text: str, doers: list[str]) -> None:
    assert actors(sentence_of(text)) == doers


def test_those_done_to_are_told_after_the_verb_or_before_it(sentence_of: SentenceOf) -> None:
    for text, victim in (("Shelling killed two women.", "women"), ("Two children were killed.", "children")):
        sentence = sentence_of(text)
        number = find_recipient(sentence, find_groups(sentence, TRIGGERS)[0], (), WORDS)
        assert number is not None
        assert sentence.words[number].text == victim


@pytest.mark.parametrize(
    "text", ["The council is meeting over troops in town.", "A ceasefire has been agreed, people said."]
)
def test_a_meeting_or_a_deal_is_done_to_nobody(sentence_of: SentenceOf, text: str) -> None:
    sentence = sentence_of(text)
    [group] = find_groups(sentence, TRIGGERS)
    assert find_recipient(sentence, group, (), WORDS) is None


def test_a_deed_without_people_has_no_recipient(sentence_of: SentenceOf) -> None:
    sentence = sentence_of("Shelling hit a bakery.")
    assert find_recipient(sentence, find_groups(sentence, TRIGGERS)[0], (), WORDS) is None


def test_a_doer_is_not_done_to(sentence_of: SentenceOf) -> None:
    sentence = sentence_of("Harbour fighters shelled the bakery.")
    groups = find_groups(sentence, TRIGGERS)
    doers = find_actors(sentence, groups[0], find_names(sentence, groups[0], WORDS), WORDS)
    assert doers
    assert find_recipient(sentence, groups[0], doers, WORDS) is None
