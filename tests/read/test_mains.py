"""Which of its events a report is about, from invented reports."""

from collections.abc import Callable

import pytest

from accordingto.read.events import EventWords, read_events
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.terms.events import Event
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.places import Place, Spot
from accordingto.terms.reports import Report

WORDS = EventWords.load()
SENTENCES = SentenceWords.load()
LEAD = (
    "Shelling killed three bakers in Marea on Monday. The mill of their village was closed at noon that day. "
    "It had stood there for more than a hundred years. Nobody in the old streets slept on that night."
)
ReportOf = Callable[..., Report]


def place_of(page: Page, words: str, *, admin1: str, kind: str = "city", title: bool = False) -> Place:
    start = page.body.index(words, 0 if title else len(page.report.title))
    spot = Spot(words, words, kind, "SY", admin1, 36.0, 37.0, 1000)
    return Place(page.anchor((start, start + len(words))), spot, 1)


def count_of(page: Page, words: str) -> Figure:
    start = page.body.index(words, len(page.report.title))
    anchor = page.anchor((start, start + len(words)))
    return Figure(anchor, 5, 5, Bound.EXACT, Who.CIVILIANS, Harm.KILLED)


def triggers(events: tuple[Event, ...]) -> list[tuple[str, bool]]:
    return [(event.trigger.exact, event.main) for event in events]


@pytest.mark.parametrize(
    ("title", "main"),
    [
        ("Shelling kills bakers in Marea and Homs", True),
        ("Shelling kills bakers in Marea", False),
    ],
)
def test_each_of_several_places_in_the_headline_has_what_the_report_is_about(
    report_of: ReportOf, title: str, main: bool
) -> None:
    page = divide(report_of(f"{LEAD} Rockets were fired at Rastan, and killed two more.", title=title), SENTENCES)
    places = [place_of(page, "Marea", admin1="Aleppo", title=True), place_of(page, "Marea", admin1="Aleppo")]
    if main:
        places.append(place_of(page, "Homs", admin1="Homs", kind="admin1", title=True))
    places.append(place_of(page, "Rastan", admin1="Homs"))
    figures = count_of(page, "three bakers"), count_of(page, "two more")
    events = read_events(page, (), figures, sorted(places, key=lambda place: place.anchor.start), (), WORDS)
    assert triggers(events) == [("Shelling", True), ("fired", main)]


def test_beside_an_assault_that_counts_people_one_that_does_not_is_its_scene(report_of: ReportOf) -> None:
    text = "Fighting raged around the mill on Monday. An air strike killed five people as they fled the old town."
    page = divide(report_of(text, title="A black Monday"), SENTENCES)
    counted = read_events(page, (), (count_of(page, "five people"),), (), (), WORDS)
    assert triggers(counted) == [("Fighting", False), ("air strike", True)]
    assert triggers(read_events(page, (), (), (), (), WORDS)) == [("Fighting", True), ("air strike", True)]
