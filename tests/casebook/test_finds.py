"""People look single finds over: what they say holds in every question, in what is compared, and over new readings."""

from dataclasses import replace

import pytest

from accordingto.casebook import Stake, open_case, value_asked
from accordingto.errors import BadReview, NothingFound, Overtaken
from accordingto.terms.claims import ClaimKind
from accordingto.terms.decisions import Standing
from accordingto.terms.figures import Who
from accordingto.terms.readings import ReaderName
from tests.casebook.conftest import hour

MIRA, OMAR = "Mira (invented)", "Omar (invented)"


class Renamed:
    """Another reader that finds the same."""

    def __init__(self, reader):
        self.name, self._reader = ReaderName("renamed", "1", "other"), reader

    def read(self, report):
        return replace(self._reader.read(report), reader=self.name)


@pytest.fixture
def thirty(case):
    """The count that the wire report gives."""
    return case.find("wire", "at least 30")


def figure(case, report="wire"):
    return next(r for r in case.readings() if r.report == case.report(report)).figures[0]


def killed(case, *refs):
    """The lowest and highest number of the toll of those killed, under the usual rule."""
    ids = {case.report(ref).id for ref in refs}
    (found,) = (one for one in case.incidents() if ids <= set(one.incident.report_ids))
    return [(toll.low, toll.high) for toll in found.under()]


def test_a_corrected_number_is_the_one_that_every_question_is_answered_with(case, thirty):
    done = case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
    assert figure(case).low == 32
    assert (done.review.author, done.review.subject) == (MIRA, thirty.item.id)
    assert any(hit.reading.figures[hit.claim.index].low == 32 for hit in case.claims(about="killed"))
    assert {toll.entries[0].low for found in case.incidents() for toll in found.tolls} >= {32}
    assert not case.reconcile().changed


def test_the_readers_own_reading_stays_as_it_was(case, thirty):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
    find = case.find("wire", thirty.item.id)
    assert find.own.figures[find.number].low == 30
    assert find.reading.figures[find.index].low == 32
    assert find.own == thirty.own


def test_a_rejected_count_enters_no_toll(case):
    before = killed(case, "wire", "post", "rival")
    done = case.reject("rival", "figure", 0, MIRA, "a street number", at=hour(1))
    assert (12, 12) not in {(e.low, e.high) for f in case.incidents() for t in f.tolls for e in t.entries}
    assert killed(case, "wire", "post", "rival") != before
    assert done.before


def test_accepting_changes_no_reading_and_is_kept(case):
    before = case.readings()
    done = case.accept("wire", "figure", 0, MIRA, "as the words say", at=hour(1))
    assert (done.before, done.after) == ((), ())
    assert case.readings() == before
    assert [kept.standing for kept in case.reviews()] == [Standing.IN_FORCE]


def test_accepting_brings_a_rejected_find_back_by_its_id(case):
    before, find = case.readings(), case.find("wire", 0, "figure")
    case.reject("wire", "figure", 0, MIRA, "no count", at=hour(1))
    assert case.find("wire", find.item.name).index is None
    case.accept("wire", None, find.item.id, OMAR, "it is one", at=hour(2))
    assert case.readings() == before
    assert [kept.standing for kept in case.reviews()] == [Standing.REPLACED, Standing.IN_FORCE]


def test_an_undo_takes_a_correction_back(case):
    before, incidents = case.readings(), case.incidents()
    made = case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1)).review
    undone = case.undo(made.name, OMAR, "another list", at=hour(2))
    assert case.readings() == before
    assert case.incidents() == incidents
    assert undone.after
    assert [kept.standing for kept in case.reviews()] == [Standing.UNDONE, Standing.IN_FORCE]
    case.undo(undone.review.name, MIRA, "it was the list", at=hour(3))
    assert figure(case).low == 32


def test_of_two_values_for_one_field_the_later_holds(case):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "her list", at=hour(1))
    case.correct("wire", "figure", 0, "who", "civilians", MIRA, "her list", at=hour(2))
    case.correct("wire", "figure", 0, "low", 33, OMAR, "his list", at=hour(3))
    assert (figure(case).low, figure(case).who) == (33, Who.CIVILIANS)
    assert [kept.standing for kept in case.reviews()] == [Standing.REPLACED, Standing.IN_FORCE, Standing.IN_FORCE]


def test_a_correction_holds_when_the_report_is_read_anew_and_by_the_first_reader_again(case, reader):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
    case.read(reader=Renamed(reader))
    assert figure(case).low == 32
    assert "renamed" in {reading.reader.name for reading in case.readings()}
    assert case.reconcile().changed
    case.read(reader=reader)
    case.reconcile()
    assert figure(case).low == 32
    assert {reading.reader.name for reading in case.readings()} == {reader.name.name}


def test_reading_again_changes_nothing(case, reader):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
    before = case.readings()
    assert case.read(reader=reader).new == 0
    assert case.readings() == before
    assert not case.reconcile().changed


def test_what_is_compared_grows_to_the_same_as_all_compared_at_once(case, reports, reader):
    case.correct("rival", "figure", 0, "high", 14, MIRA, "a slip of the pen", at=hour(1))
    case.correct("rival", "figure", 0, "low", 14, MIRA, "a slip of the pen", at=hour(2))
    case.reject("jets", "event", 0, MIRA, "a drill", at=hour(3))
    other = open_case(":memory:")
    other.ingest(*reports.values())
    other.read(reader=reader)
    for review in (("high", 14), ("low", 14)):
        other.correct("rival", "figure", 0, *review, MIRA, "a slip of the pen", at=hour(len(other.reviews()) + 1))
    other.reject("jets", "event", 0, MIRA, "a drill", at=hour(3))
    other.reconcile()
    assert case.comparison() == other.comparison()


def test_an_earlier_moment_has_the_reading_of_then(case):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
    past = case.as_of(hour(0), known=False)
    assert {reading.figures[0].low for reading in past.readings() if reading.report == case.report("wire")} == {32}
    assert [kept.standing for kept in past.reviews()] == [Standing.IN_FORCE]
    assert past.find("wire", 0, "figure").holding


def test_two_finds_on_the_same_words_are_told_apart(case, report_of, reader):
    text = "The army shelled the market on Monday and bombed the school on Tuesday, the Rescue League said."
    report = report_of(text, ref="twice")
    case.ingest(report)

    class Twice(Renamed):
        def read(self, report):
            found = super().read(report)
            return replace(found, events=found.events + found.events[:1]) if found.report.ref == "twice" else found

    case.read(reader=Twice(reader))
    first = case.find("twice", 0, "event")
    second = next(f for f in case.finds("twice") if f.item.kind is ClaimKind.EVENT and f.item.nth == 1)
    assert first.item.anchor == second.item.anchor
    case.reject("twice", "event", second.item.id, MIRA, "told once", at=hour(1))
    assert [case.find("twice", find.item.id).index for find in (first, second)] == [0, None]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("low", -1, "no whole number"),
        ("low", "many", "no whole number"),
        ("who", "martians", "none of civilians"),
        ("anchor", [3, 3], "no stretch"),
        ("event", [0, 2], "no event stands on"),
        ("colour", "red", "has no field 'colour'"),
        ("high", 3, "low 30 would be above high 3"),
    ],
)
def test_an_impossible_value_is_refused_and_nothing_is_kept(case, field, value, said):
    with pytest.raises(BadReview, match=said):
        case.correct("wire", "figure", 0, field, value, MIRA, "why", at=hour(1))
    assert case.reviews() == ()


def test_a_count_cannot_be_part_of_itself(case, thirty):
    anchor = thirty.item.anchor
    with pytest.raises(BadReview, match="part of itself"):
        case.correct("wire", "figure", 0, "part_of", [anchor.start, anchor.end], MIRA, "why", at=hour(1))


@pytest.mark.parametrize("date", ["2016-13-01", "yesterday", "2016-05-04/2016-05-02", 20160504])
def test_a_day_that_is_none_is_refused(case, date):
    with pytest.raises(BadReview, match="date"):
        case.correct("wire", "event", 0, "date", date, MIRA, "why", at=hour(1))


@pytest.mark.parametrize(
    ("kind", "find", "said"),
    [
        ("figure", 99, "no find figure 99"),
        ("figure", "ninety", "no find 'ninety'"),
        (None, 0, "no find 0"),
    ],
)
def test_a_find_that_is_not_there_is_named(case, kind, find, said):
    with pytest.raises(NothingFound, match=said):
        case.accept("wire", kind, find, MIRA, "why", at=hour(1))


def test_a_kind_that_is_none_is_named(case):
    with pytest.raises(BadReview, match="no kind of find"):
        case.accept("wire", "rumour", 0, MIRA, "why", at=hour(1))


@pytest.mark.parametrize(("author", "reason", "said"), [("", "why", "an author"), (MIRA, " ", "a reason")])
def test_a_review_needs_author_and_reason(case, author, reason, said):
    with pytest.raises(BadReview, match=said):
        case.accept("wire", "figure", 0, author, reason, at=hour(1))


def test_who_decides_on_what_somebody_else_has_changed_since_is_told_what(case, thirty):
    case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1), seen=thirty.seen)
    with pytest.raises(Overtaken, match=r"Mira .* corrected it: the wire's own list \(low is 32\)"):
        case.reject("wire", None, thirty.item.id, OMAR, "no count", at=hour(2), seen=thirty.seen)
    assert len(case.reviews()) == 1
    now = case.find("wire", thirty.item.id)
    case.reject("wire", None, thirty.item.id, OMAR, "no count", at=hour(2), seen=now.seen)
    assert len(case.reviews()) == 2


def test_two_people_may_decide_on_two_finds_in_one_moment(case, thirty):
    event = case.find("wire", 0, "event")
    case.accept("wire", None, thirty.item.id, MIRA, "as it says", at=hour(1), seen=thirty.seen)
    case.accept("wire", None, event.item.id, OMAR, "as it says", at=hour(1), seen=event.seen)
    assert [kept.standing for kept in case.reviews()] == [Standing.IN_FORCE] * 2


def test_in_a_file_held_by_two_the_second_is_refused_and_the_first_is_whole(tmp_path, reports, reader):
    first = open_case(tmp_path / "case.db")
    first.ingest(*reports.values())
    first.read(reader=reader)
    first.reconcile()
    with open_case(tmp_path / "case.db") as second:
        seen = second.find("wire", 0, "figure").seen
        first.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1))
        with pytest.raises(Overtaken):
            second.correct("wire", "figure", 0, "low", 40, OMAR, "another list", at=hour(2), seen=seen)
        assert figure(second).low == 32
    first.close()


def test_a_rejected_event_leaves_its_incident(case, told_by):
    told_by("wire", "post", "rival")
    for find in [f for f in case.finds("rival") if f.item.kind is ClaimKind.EVENT]:
        case.reject("rival", None, find.item.id, MIRA, "no attack", at=hour(len(case.reviews()) + 1))
    assert told_by("wire", "post")


def test_a_review_can_be_asked_why(case):
    made = case.correct("wire", "figure", 0, "low", 32, MIRA, "the wire's own list", at=hour(1)).review
    why = case.why(made.id)
    assert why.found.review == made
    assert set(why.readings) == {case.report("wire").id}


def test_the_queue_begins_with_what_is_disputed_and_loses_what_was_looked_over(case):
    queue = case.queue()
    stakes = list(Stake)
    assert [stakes.index(one.stake) for one in queue] == sorted(stakes.index(one.stake) for one in queue)
    assert queue[0].stake is Stake.SIDE
    assert {one.find.item.kind for one in queue if one.stake is Stake.SIDE} <= {ClaimKind.FIGURE, ClaimKind.BLAME}
    first = queue[0].find.item
    case.accept(first.report_id, None, first.id, MIRA, "as it says", at=hour(1))
    assert [one.find.item for one in case.queue()] == [one.find.item for one in queue[1:]]
    case.undo(case.reviews()[0].review.id, MIRA, "too quick", at=hour(2))
    assert len(case.queue()) == len(queue)


def test_among_finds_of_one_stake_the_least_certain_come_first(case, reader):
    class Unsure(Renamed):
        def read(self, report):
            found = super().read(report)
            sure = {"rival": 0.4, "wire": 0.6}.get(report.ref, 0.9)
            return replace(found, statements=tuple(replace(said, confidence=sure) for said in found.statements))

    case.read(reader=Unsure(reader))
    case.reconcile()
    queue = [one for one in case.queue() if one.stake is Stake.SIDE]
    assert [(one.find.own.report.ref, one.certainty) for one in queue] == [("rival", 0.4), ("wire", 0.6), ("post", 0.9)]


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        ("figure", "low", "1,200", 1200),
        ("figure", "high", "none", None),
        ("figure", "who", "civilians", "civilians"),
        ("figure", "event", "event 0", "hit"),
        ("event", "place", "Idlib", "Idlib"),
        ("event", "actor", "medics; the market", ["medics", "the market"]),
        ("event", "actor", "-", []),
        ("event", "main", "no", False),
        ("event", "place", "14-20", [14, 20]),
    ],
)
def test_a_value_may_be_written_as_people_write(case, kind, field, text, value):
    find = case.find("wire", 0, kind)
    body = find.own.report.body
    stretch = value_asked(find, field, text)
    words = [body[a:b] for a, b in stretch] if isinstance(value, list) and value and value != [14, 20] else value
    if isinstance(value, str) and isinstance(stretch, list):
        stretch = body[stretch[0] : stretch[1]]
    assert (words if isinstance(words, list) and words != [14, 20] else stretch) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("place", "Damascus", "does not stand in the report"),
        ("place", "e", r"stands \d+ times"),
        ("main", "perhaps", "neither yes nor no"),
        ("statement", "statement 77", "has no statement 77"),
    ],
)
def test_a_value_that_says_nothing_clear_is_refused(case, field, text, said):
    with pytest.raises(BadReview, match=said):
        value_asked(case.find("wire", 0, "event"), field, text)
