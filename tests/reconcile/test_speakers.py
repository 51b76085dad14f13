"""Speakers: one voice under all that a report calls it. The sentences are invented, the public bodies are real."""

import pytest

from accordingto.reconcile.speakers import find_speakers
from accordingto.reconcile.strangers import is_stranger
from tests.reconcile.invented import invented, said

OBSERVATORY = "the Syrian Observatory for Human Rights"


def keys(*sources, land=None):
    text = " ".join(f"{source} said that {n} barges sank." for n, source in enumerate(sources))
    reading = invented(text, statements=[said(s, "said", f"{n} barges sank") for n, s in enumerate(sources)])
    return [speaker.key for speaker in find_speakers(reading, "home", land)]


@pytest.mark.parametrize(
    "other",
    [
        "The Britain-based monitor",
        "the London based monitor",
        "The British-based monitoring group",
        "the head of the Britain-based group",
        "A Syrian war monitoring group",
        "the group",
        "It",
    ],
)
def test_a_description_is_the_body_that_the_report_names(other):
    assert len(set(keys(OBSERVATORY, other))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Damascus", "The Syrian government"),
        ("The Assad regime", "the Assad regimes UN representative Omar Said"),
        ("Ankara", "Turkish President Omar Said"),
        ("Daesh", "the Islamic State group"),
        ("the Syrian Interior Ministry", "The interior ministry"),
        ("The opposition Syrian National Coalition", "President of the Syrian Coalition Omar Said"),
        ("The UN", "UN humanitarian adviser Omar Said"),
        ("activists", "local activists"),
        ("SANA", "SANAs correspondent"),
        ("the army", "The Syrian army"),
        ("the military", "Syria's armed forces"),
        ("the regime", "Damascus"),
        ("State media", "Syrian state television"),
        ("The Syrian Civil Defence", "rescue workers of the Civil Defence"),
        ("The Syrian Civil Defence", "the same source"),
        ("a hospital source", "the same source"),
    ],
)
def test_two_names_of_one_voice(one, other):
    assert len(set(keys(one, other, land="the Syrian government"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Syrian Civil Defence", "a civil defence official"),
        ("The Syrian government", "Syrian state television"),
        ("The Syrian government", "the Syrian army"),
        ("the Turkish army", "the Syrian army"),
        ("an official", "another official"),
        ("The UN", "a United Nations official"),
        ("Moscow", "US Secretary of State Omar Said and Russian Foreign Minister Salma Idris"),
        ("Syria", "Omar Said the president of Syria's football federation"),
        (OBSERVATORY, "The coalition"),
    ],
)
def test_two_voices(one, other):
    assert len(set(keys(one, other))) == 2


@pytest.mark.parametrize("source", ["the army", "state media", "the regime", "an army official"])
def test_of_no_land_an_army_stays_in_its_report(source):
    (key,) = keys(source)
    assert key.startswith("unnamed:home:")


@pytest.mark.parametrize(
    "source", ["Activists in Harrat", "Initial reports", "Jihadist rebels", "A source at Harrat Police"]
)
def test_who_has_no_name_stays_in_the_report_however_the_sentence_begins(source):
    (key,) = keys(source)
    assert key.startswith("unnamed:home:")


def test_hidden_sources_of_one_report_are_one_voice():
    reading = invented(
        "Six reportedly died. A mill reportedly burned.",
        statements=[said(None, "reportedly", "Six"), said(None, "reportedly", "A mill") | {"cue@": 2}],
    )
    one, other = find_speakers(reading, "home")
    assert one.key == other.key
    assert one.hidden


@pytest.mark.parametrize(
    ("name", "stranger"),
    [
        ("an army official", True),
        ("a member of the harbour council", True),
        ("rebels in northern Harrat", True),
        ("Member of the harbour council Salma Idris", False),
        ("activist Salma Idris", False),
        ("Salma Idris a local activist", False),
        ("the Ferrymen's League", False),
    ],
)
def test_a_stranger_is_called_by_what_he_is_and_by_no_name(name, stranger):
    assert is_stranger(name) is stranger


def test_the_same_source_is_the_last_one_called_so_and_else_who_spoke_last():
    called, _, same = keys("a port source", "the Syrian Civil Defence", "the same source")
    assert same == called
    _, last, same = keys("a port official", "the Syrian Civil Defence", "the same source")
    assert same == last
