import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.gazetteer import Gazetteer
from accordingto.read.places import PlaceWords, read_places
from accordingto.read.sentences import SentenceWords, divide
from accordingto.terms.reports import Report

WORDS, SENTENCES, GAZETTEER = PlaceWords.load(), SentenceWords.load(), Gazetteer.load()


def places_of(text):
    report = Report.of(title="An invented report", text=text)
    return read_places(divide(report, SENTENCES), WORDS, GAZETTEER)


def names_of(text):
    return [place.anchor.exact for place in places_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shells fell on the town of Sarmin in Idlib province, Syria.", ["Sarmin", "Idlib", "Syria"]),
        ("Syria's army left Khan Sheikhoun.", ["Syria", "Khan Sheikhoun"]),
        ("Syrias Aleppo was shelled.", ["Syria", "Aleppo"]),
        ("In Syria raids hit Sarmin Saraqib and Binnish.", ["Syria", "Sarmin", "Saraqib", "Binnish"]),
        ("Shells fell in al-Waer in Homs, Syria.", ["al-Waer", "Homs", "Syria"]),
        ("In Syria fighters left the village of Kafr Nuran.", ["Syria", "Kafr Nuran"]),
        ("Clashes went on in northern Aleppo and east of Palmyra.", ["Aleppo", "Palmyra"]),
        ("A London-based group said so.", ["London"]),
        ("A Los Angeles-based group said so.", ["Los Angeles"]),
        ("The fire began in Homs Province, Syria.", ["Homs Province", "Syria"]),
        ("The wounded were taken in the night to the Harbour Hospital by bus.", ["Harbour Hospital"]),
        ("A woman was found in Abagan on the same evening.", ["Abagan"]),
    ],
)
def test_the_name_of_a_place_is_found_without_the_words_around_it(text, names):
    assert names_of(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Syrian and Russian jets flew over, an American said.",
        "They told us nothing in March.",
        "The Aleppo Media Center said nothing.",
        "President Lincoln met Mr Jackson.",
        "Islamic State in Iraq and the Levant said nothing.",
        "Ban Ki-moon and Samantha Power spoke.",
        "SANA and NATO reported nothing.",
        "US-led jets and Daesh-held ground.",
        "Please let us go.",
        "SANAs correspondent and the UN's bases",
        "The Observatory's town office said nothing.",
        "The SANA-One reporter and the NATO-area staff",
        "It went on in March, in April's area and since May.",
    ],
)
def test_peoples_persons_papers_and_plain_words_are_no_places(text):
    assert names_of(text) == []


def spot_of(text, name):
    [found] = [place for place in places_of(text) if place.anchor.exact == name][:1]
    return found


@pytest.mark.parametrize(
    ("text", "name", "country", "admin1"),
    [
        ("A fire broke out in Paris, Texas.", "Paris", "US", "Texas"),
        ("A fire broke out in Paris, France.", "Paris", "FR", None),
        ("Syrian troops entered Tripoli, Lebanon.", "Tripoli", "LB", None),
        ("Libyan fighters, all from Libya, entered Tripoli.", "Tripoli", "LY", None),
        ("In Homs, Syria, al-Zahraa was hit.", "al-Zahraa", "SY", "Homs"),
        ("In Aleppo, Syria, al-Zahraa was hit.", "al-Zahraa", "SY", "Aleppo"),
        ("In Damascus, Syria, al-Midan was hit.", "al-Midan", "SY", "Damascus"),
        ("Syrian shells fell in Idlib and Sarmin, near Binnish.", "Sarmin", "SY", "Idlib"),
    ],
)
def test_what_else_a_report_names_decides_between_places_of_one_name(text, name, country, admin1):
    spot = spot_of(text, name).spot
    assert spot is not None
    assert spot.country == country
    assert admin1 is None or spot.admin1 == admin1


@pytest.mark.parametrize(
    ("text", "name", "prec"),
    [
        ("Shells fell in Idlib city in Syria.", "Idlib city", 1),
        ("Shells fell near Idlib in Syria.", "Idlib", 2),
        ("Shells fell in Idlib province in Syria.", "Idlib", 4),
        ("Shells fell in the Hama countryside in Syria.", "Hama", 4),
        ("Shells fell in Eastern Ghouta.", "Eastern Ghouta", 5),
        ("Shells fell in northern Syria.", "Syria", 5),
        ("Shells fell in Syria.", "Syria", 6),
        ("A boat sank in the Black Sea.", "Black Sea", 7),
        ("In Syria shells fell on the village of Kafr Nuran.", "Kafr Nuran", None),
    ],
)
def test_a_place_is_never_drawn_finer_than_it_is_known(text, name, prec):
    assert spot_of(text, name).where_prec == prec


def test_a_short_form_of_a_unit_is_a_place_only_behind_a_town_and_a_comma():
    assert names_of("A fire broke out in Austin, Tex. on the same day.") == ["Austin", "Tex"]
    assert names_of("Ill and tired people left, Pa said.") == []


def test_a_first_level_unit_of_any_country_is_known():
    spot = spot_of("Floods hit the province of Limpopo in South Africa.", "Limpopo").spot
    assert (spot.kind, spot.country) == ("admin1", "ZA")


def test_a_name_no_gazetteer_knows_stays_unresolved():
    place = spot_of("In Syria shells fell on the village of Kafr Nuran.", "Kafr Nuran")
    assert (place.spot, place.name) == (None, "Kafr Nuran")


def test_a_little_known_town_is_not_looked_for_in_a_land_the_report_never_names():
    place = spot_of("In Syria shells fell on the town of Wagga.", "Wagga")
    assert place.spot is None


@given(st.text(alphabet=st.sampled_from("AaBbeilmnoprst -'’.,\nهل\x90"), max_size=120))
def test_any_text_is_read_and_every_anchor_stands(text):
    report = Report.of(title="x", text=text)
    places = read_places(divide(report, SENTENCES), WORDS, GAZETTEER)
    for place in places:
        place.anchor.check(report.body)
        assert place.anchor.exact.strip() == place.anchor.exact != ""
    ends = [0, *(place.anchor.end for place in places)]
    assert all(place.anchor.start >= end for place, end in zip(places, ends, strict=False))
