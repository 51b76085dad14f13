"""A reading as people have looked it over: rejected finds are gone, corrected ones have the person's value."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from accordingto.errors import BadReview
from accordingto.read.corrections import correct
from accordingto.read.reader import Reader
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import change_of_find, corrections_of
from accordingto.terms.figures import Harm, Who
from accordingto.terms.items import Item, item_of
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor

REPORT = Report.of(
    title="Market shelled in Idlib",
    text=(
        "At least 30 people, including four children, were killed when shells hit the market in Idlib on Tuesday, the "
        "Rescue League said. The league blamed government forces for the shelling."
    ),
    outlet="Harbour Post (invented)",
)
START = datetime(2016, 5, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def reading():
    return Reader().read(REPORT)


@pytest.fixture(scope="module")
def whole(reading):
    """The number of the figure "At least 30"."""
    return next(n for n, figure in enumerate(reading.figures) if figure.anchor.exact == "At least 30")


class Desk:
    """Makes reviews a minute apart."""

    def __init__(self, reading):
        self.reading, self.made = reading, []

    def says(self, verdict, kind, index, field=None, value=None):
        item = item_of(self.reading, kind, index)
        moment = START + timedelta(minutes=len(self.made))
        change = change_of_find(item, field, value)
        self.made.append(Review(item.id, verdict, "Mira Haddad", moment, "looked at it", change))
        return self.made[-1]

    def undoes(self, review):
        moment = START + timedelta(minutes=len(self.made))
        self.made.append(Review(review.id, Verdict.UNDO, "Mira Haddad", moment, "wrongly"))

    def result(self, reading=None):
        return correct(reading or self.reading, corrections_of(self.made))


@pytest.fixture
def desk(reading):
    return Desk(reading)


def stretch(words):
    start = REPORT.body.index(words)
    return [start, start + len(words)]


def test_a_reading_that_nobody_reviewed_is_the_readers_own(reading):
    assert correct(reading, ()).reading is reading


def test_a_corrected_number_has_the_persons_value(desk, whole):
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "low", 32)
    found = desk.result()
    assert found.reading.figures[whole].low == 32
    assert [one.value for one in found.heard] == [32]


def test_a_rejected_find_is_gone_and_what_counted_on_it_is_counted_anew(desk, whole, reading):
    child = next(n for n, figure in enumerate(reading.figures) if figure.part_of == whole)
    desk.says(Verdict.REJECT, ClaimKind.FIGURE, whole)
    found = desk.result().reading
    assert len(found.figures) == len(reading.figures) - 1
    kept = next(figure for figure in found.figures if figure.anchor == reading.figures[child].anchor)
    assert kept.part_of is None
    figures = [claim for claim in found.claims if claim.kind is ClaimKind.FIGURE]
    assert [claim.anchor for claim in figures] == [figure.anchor for figure in found.figures]


def test_without_a_statement_what_it_carried_is_the_outlets(desk, reading, whole):
    carrier = reading.figures[whole].statement
    assert carrier is not None
    desk.says(Verdict.REJECT, ClaimKind.STATEMENT, carrier)
    found = desk.result().reading
    assert found.figures[whole].statement is None
    for figure in found.figures:
        assert figure.statement is None or figure.statement < len(found.statements)


def test_the_later_word_holds(desk, whole):
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "low", 32)
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "low", 33)
    assert desk.result().reading.figures[whole].low == 33


def test_an_undone_correction_is_as_if_it_had_never_been(desk, whole, reading):
    desk.undoes(desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "low", 32))
    assert desk.result().reading is reading


def test_accepting_takes_an_earlier_rejection_back(desk, whole, reading):
    desk.says(Verdict.REJECT, ClaimKind.FIGURE, whole)
    desk.says(Verdict.ACCEPT, ClaimKind.FIGURE, whole)
    assert desk.result().reading.figures == reading.figures


def test_a_correction_holds_when_the_report_is_read_anew(desk, whole, reading):
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "who", "civilians")
    wider = Anchor.at(REPORT.id, REPORT.body, tuple(stretch("At least 30 people")))
    figures = [f for f in reading.figures if f != reading.figures[whole]]
    anew = replace(reading, figures=(*figures, replace(reading.figures[whole], anchor=wider, part_of=None)))
    assert desk.result(anew).reading.figures[-1].who is Who.CIVILIANS


def test_a_correction_of_words_that_are_no_find_any_more_rests(desk, whole, reading):
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "low", 32)
    anew = replace(reading, figures=())
    found = desk.result(anew)
    assert found.reading is anew
    assert len(found.resting) == 1


def test_a_find_can_be_hung_on_another_by_its_words(desk, whole, reading):
    event = next(n for n, e in enumerate(reading.events) if e.trigger.exact in ("hit", "killed"))
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, "event", stretch(reading.events[event].trigger.exact))
    assert desk.result().reading.figures[whole].event == event


def test_a_place_that_is_corrected_is_no_longer_the_gazetteers(desk, reading):
    event = next(n for n, e in enumerate(reading.events) if e.place)
    desk.says(Verdict.CORRECT, ClaimKind.EVENT, event, "place", stretch("market"))
    found = desk.result().reading.events[event]
    assert found.place is not None
    assert (found.place.exact, found.spot) == ("market", None)


def test_a_voice_can_be_linked_to_another_name(desk, reading, whole):
    carrier = reading.figures[whole].statement
    desk.says(Verdict.CORRECT, ClaimKind.STATEMENT, carrier, "entity", "The Harbour Rescue League")
    found = desk.result().reading
    assert found.entities[found.statements[carrier].entity].name == "The Harbour Rescue League"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("low", -3, "no whole number"),
        ("low", True, "no whole number"),
        ("who", "martians", "none of civilians"),
        ("anchor", None, "cannot be empty"),
        ("anchor", [5, 5], "no stretch"),
        ("anchor", [0, 10_000], "no stretch"),
        ("anchor", "all of it", "no stretch"),
        ("colour", "red", "has no field"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_the_reason(desk, whole, field, value, said):
    desk.says(Verdict.CORRECT, ClaimKind.FIGURE, whole, field, value)
    with pytest.raises(BadReview, match=said):
        desk.result()


def test_a_find_that_is_not_there_cannot_be_reviewed(reading):
    with pytest.raises(BadReview, match="has no figure number 99"):
        item_of(reading, ClaimKind.FIGURE, 99)


def test_an_item_is_told_by_its_words(reading, whole):
    item = item_of(reading, ClaimKind.FIGURE, whole)
    assert item.id == Item(REPORT.id, ClaimKind.FIGURE, reading.figures[whole].anchor).id
    assert item.id != Item(REPORT.id, ClaimKind.EVENT, reading.figures[whole].anchor).id
    assert reading.figures[whole].harm is Harm.KILLED
