"""Clues on where an event took place: what stands around the places of one sentence. Every sentence is invented."""

import pytest

from accordingto.read.place_clues import find_clues, find_grounds
from accordingto.read.place_odds import PlaceOdds
from accordingto.read.reader import Lexicons, Reader
from accordingto.read.sentences import Page, divide
from accordingto.read.surroundings import Found
from accordingto.terms.places import Place, Spot

LEXICONS, READER = Lexicons.load(), Reader()
WORDS = LEXICONS.events.tellings.clues
KINDS = {"Syria": "country", "Idlib": "admin1"}


def place_of(page: Page, words: str) -> Place:
    """A place of Idlib, but for Moscow."""
    start, country = page.body.index(words), "RU" if words == "Moscow" else "SY"
    spot = Spot(words, words, KINDS.get(words, "city"), country, "Idlib" if country == "SY" else None, 36.0, 37.0, 1000)
    return Place(page.anchor((start, start + len(words))), spot, 1)


def clues_of(report_of, text: str, trigger: str, *names: str) -> dict[str, dict[str, float]]:
    """For each of the names, in a text of one sentence, its clues on the event that the trigger names."""
    page = divide(report_of(text), LEXICONS.sentences)
    places = [place_of(page, name) for name in names]
    start, grounds = page.body.index(trigger), find_grounds(page.body, Found(places=places))
    found = find_clues((start, start + len(trigger)), range(len(places)), page.sentences[-1], grounds, WORDS)
    return {name: dict(clues) for name, clues in zip(names, found, strict=True)}


@pytest.mark.parametrize(
    ("text", "trigger", "names", "place", "clue"),
    [
        ("Shells hit Sarmin in rural Idlib.", "Shells", "Sarmin Idlib", "Idlib", "after_name"),
        ("Shells hit Sarmin and Binnish in Idlib province.", "Shells", "Sarmin Binnish Idlib", "Idlib", "after_row"),
        ("Shells hit Sarmin, Syria.", "Shells", "Sarmin Syria", "Sarmin", "holder_follows"),
        ("Shells hit Syria's Sarmin.", "Shells", "Syria Sarmin", "Sarmin", "holder_before"),
        ("Damascus forces shelled Sarmin.", "shelled", "Damascus Sarmin", "Damascus", "doer"),
        ("Shells hit Sarmin near Binnish, Moscow said.", "Shells", "Sarmin Binnish Moscow", "Moscow", "foreign"),
        ("In Saraqib all heard that shells hit Sarmin.", "shells", "Saraqib Sarmin", "Sarmin", "first_after"),
        ("Shells hit Sarmin in Syria.", "Shells", "Sarmin Syria", "Sarmin", "finest"),
    ],
)
def test_a_clue_stands_beside_the_place_that_it_tells_of(report_of, text, trigger, names, place, clue):
    clues = clues_of(report_of, text, trigger, *names.split())
    assert [name for name, told in clues.items() if clue in told] == [place]


def test_a_row_is_as_long_as_its_names_and_no_longer_than_its_joints(report_of):
    text = "Shells hit Sarmin, Binnish and Saraqib while families left Marea."
    clues = clues_of(report_of, text, "Shells", "Sarmin", "Binnish", "Saraqib", "Marea")
    assert [name for name, told in clues.items() if "row" in told] == ["Sarmin", "Binnish", "Saraqib"]


def test_a_place_that_another_is_told_by_is_not_the_finest(report_of):
    clues = clues_of(report_of, "Shells hit Sarmin, east of Binnish.", "Shells", "Sarmin", "Binnish")
    assert [name for name, told in clues.items() if "finest" in told] == ["Sarmin"]


def test_a_place_inside_the_words_for_a_source_is_told_as_such(report_of):
    report = report_of("A medic from Binnish said shells fell on the town of Sarmin in Syria.")
    reading = READER.read(report)
    grounds = find_grounds(report.body, Found(reading.statements, places=reading.places))
    assert [reading.places[index].anchor.exact for index in grounds.voiced] == ["Binnish"]


def test_a_clue_without_a_weight_weighs_nothing_and_of_equal_places_the_first_told_is_chosen():
    odds = PlaceOdds({"finest": 1.0, "doer": -2.0})
    assert odds.likeliest([{"doer": 1.0, "finest": 1.0}, {"unheard": 9.0}, {}]) == 1
    assert odds.likeliest([{}, {"finest": 1.0}, {"finest": 1.0}]) == 1


def test_every_clue_that_is_found_has_its_weight_and_no_other_has_one(report_of):
    told = [
        clues_of(report_of, "Damascus forces shelled Sarmin, Moscow said.", "shelled", "Damascus", "Sarmin", "Moscow"),
        clues_of(report_of, "Shells hit Sarmin and Binnish in Idlib.", "Shells", "Sarmin", "Binnish", "Idlib"),
        clues_of(report_of, "Shells hit Syria's Sarmin in Idlib.", "Shells", "Syria", "Sarmin", "Idlib"),
    ]
    found = {clue for clues in told for one in clues.values() for clue in one}
    assert found | {"in_source"} == set(PlaceOdds.load().weights)
