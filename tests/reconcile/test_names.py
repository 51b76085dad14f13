"""Names: one place under its spellings, and two places under alike ones."""

import pytest

from accordingto.reconcile.names import capitalised_names, read_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rashidin", "al-Rashideen"),
        ("Deir ez-Zor", "Deir Ezzor"),
        ("Raqqa", "the city of Raqa"),
        ("Douma", "Duma"),
        ("Maaret al-Numan", "Maarat al-Nouman"),
        ("Khan Sheikhun", "Khan Sheikhoun"),
        ("eastern Aleppo", "Aleppo city"),
        ("Kafraya", "Kefraya"),
    ],
)
def test_spellings_of_one_name_share_a_key(one, other):
    assert read_name(one).keys & read_name(other).keys


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Raqqa", "Iraq"), ("Douma", "Damascus"), ("Idlib", "Aleppo"), ("Daraa", "Daraya")],
)
def test_other_places_share_none(one, other):
    assert not read_name(one).keys & read_name(other).keys


@pytest.mark.parametrize("words", ["the city", "several neighbourhoods", "Syria", "a tiny area", "", "12"])
def test_words_that_say_nothing_of_which_place_have_no_keys(words):
    assert not read_name(words).keys


def test_the_two_halves_of_a_city_oppose_each_other():
    assert read_name("eastern Aleppo").opposes(read_name("the west of Aleppo"))
    assert not read_name("eastern Aleppo").opposes(read_name("Aleppo"))
    assert not read_name("northeastern Homs").opposes(read_name("eastern Homs"))


def test_capitalised_words_of_a_sentence_are_names():
    assert read_name("Harrat").keys <= capitalised_names("Shells fell on Harrat on Friday.")
