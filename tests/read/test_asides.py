"""Asides: places that a sentence names without an event taking place there."""

import pytest

from accordingto.read.events import EventWords
from accordingto.read.reader import Reader

READER = Reader()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Shelling killed two people in the town of Sarmin in Syria, a source in Binnish said.", "Sarmin"),
        ("Fighters positioned in Binnish shelled the town of Sarmin in Syria, killing two people.", "Sarmin"),
        ("Shells killed two people in Sarmin, east of Binnish, in Syria.", "Sarmin"),
    ],
)
def test_an_event_takes_place_where_it_lands_not_where_somebody_speaks_or_fires_from(report_of, text, place):
    [event, *_] = READER.read(report_of(text)).events
    assert event.place is not None
    assert event.place.exact == place


def test_the_lexicon_of_asides_is_read_with_that_of_events():
    assert "positioned" in EventWords.load().tellings.clues.asides.doers
