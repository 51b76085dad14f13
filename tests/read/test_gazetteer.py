import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.gazetteer import Gazetteer, key_of, skeleton

GAZETTEER = Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "kind", "country", "lat", "lon"),
    [
        ("Aleppo", "city", "SY", 36.2, 37.16),
        ("Eastern Ghouta", "region", "SY", 33.5, 36.4),
        ("Castello Road", "site", "SY", 36.26, 37.13),
        ("Rif Dimashq", "admin1", "SY", 33.6, 36.9),
        ("حلب", "city", "SY", 36.2, 37.16),
        ("Mosul", "city", "IQ", 36.3, 43.1),
        ("Kiev", "city", "UA", 50.45, 30.5),
        ("U.S.", "country", "US", 39.8, -98.5),
        ("Syria", "country", "SY", 35, 38),
        ("Texas", "admin1", "US", 31, -99),
    ],
)
def test_a_name_in_general_use_leads_to_its_spot(name, kind, country, lat, lon):
    spot = GAZETTEER.find(key_of(name))[0]
    assert (spot.kind, spot.country) == (kind, country)
    assert (spot.lat, spot.lon) == (pytest.approx(lat, abs=1.5), pytest.approx(lon, abs=1.5))


def test_the_best_known_spot_of_a_name_comes_first():
    assert [spot.country for spot in GAZETTEER.find("paris")][:2] == ["FR", "US"]


def test_a_name_nobody_bears_has_no_spot():
    assert GAZETTEER.find(key_of("Qwertyville")) == ()
    assert GAZETTEER.find("") == ()


@pytest.mark.parametrize(
    "spellings",
    [
        ("Khan Sheikhoun", "Khan Shaykhun", "Khan Sheikhun", "khan-shaikhoon"),
        ("Deir ez-Zor", "Deir al-Zour", "Deir Ezzor", "Dayr az-Zawr", "Der-Ezzor"),
        ("Maarat al-Numan", "Ma'arat al-Nu'man", "Maaret Alnouman", "Maarrat an-Numan"),
        ("Qamishli", "al-Qamishli", "Kamishly"),
    ],
)
def test_all_spellings_of_an_arabic_name_share_their_consonants(spellings):
    assert len({skeleton(name) for name in spellings}) == 1
    assert {GAZETTEER.find_spelled(name)[0].id for name in spellings} == {GAZETTEER.find_spelled(spellings[0])[0].id}


def test_short_consonants_are_not_looked_up_since_they_fit_too_many_names():
    assert GAZETTEER.find_spelled("Hama") == ()


def test_a_longer_name_is_announced_by_its_first_words():
    assert GAZETTEER.continues("khan")
    assert not GAZETTEER.continues("khan sheikhoun")


def test_loading_is_quick_and_says_the_same_version_each_time():
    start = time.process_time()
    again = Gazetteer.load()
    assert time.process_time() - start < 1.0  # some 0.1 s on a laptop of 2020
    assert again.version == GAZETTEER.version


@given(st.text(max_size=40))
def test_any_words_can_be_looked_up(words):
    key = key_of(words)
    assert key_of(key) == key
    assert all(spot.name for spot in GAZETTEER.find(key) + GAZETTEER.find_spelled(words))
