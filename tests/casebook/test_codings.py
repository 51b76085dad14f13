"""Rounds of blind coding: what is drawn, what coders may say and see, and what becomes of their answers."""

import pytest

from accordingto.casebook import open_case
from accordingto.casebook.coded import Concord
from accordingto.errors import BadReview, NothingFound, StillBlind
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import Level
from accordingto.terms.decisions import Standing
from accordingto.terms.reviews import Verdict
from tests.casebook.conftest import hour

ANN, BEN, ZOE = "Ann (invented)", "Ben (invented)", "Zoe (invented)"
WORDS = "as the words say"


@pytest.fixture
def coding(case):
    return case.coding


@pytest.fixture
def figures(coding):
    """A round of all four counts of the case."""
    return coding.start("toll", (ANN, BEN), ZOE, "a trial", sample=4, kinds=["figures"], at=hour(1))


def ids(made):
    return [one.item.id for one in made.items]


def code_both(coding, item, *, at=2):
    """Ann accepts and Ben sets another number."""
    coding.code("toll", item, "accept", ANN, WORDS, at=hour(at))
    coding.code("toll", item, "correct", BEN, "his list", values={"low": 31, "high": 31}, at=hour(at))


def finish(coding, name="toll", at=5):
    for coder in (ANN, BEN):
        coding.finish(name, coder, "done", at=hour(at))


def test_the_same_seed_draws_the_same_finds_whatever_order_reports_came_in(reports, reader):
    drawn = []
    for some in (list(reports.values()), list(reports.values())[::-1]):
        with open_case(":memory:") as case:
            case.ingest(*some)
            case.read(reader=reader)
            made = [
                case.coding.start(f"r{seed}", (ANN, BEN), ZOE, "a trial", sample=5, seed=seed, at=hour(1))
                for seed in (1, 2)
            ]
            drawn.append([set(ids(one)) for one in made])
    assert drawn[0] == drawn[1]
    assert drawn[0][0] != drawn[0][1]
    assert all(len(one) == 5 for one in drawn[0])


def test_whole_reports_are_drawn_with_all_their_finds_of_the_kinds(case, coding):
    made = coding.start(
        "whole", (ANN, BEN), ZOE, "all", sample=2, kinds=["figure", "event"], by_reports=True, at=hour(1)
    )
    names = {one.item.report_id for one in made.items}
    assert len(names) == 2
    every = [find for name in names for find in case.finds(name) if find.item.kind in ("figure", "event")]
    assert {find.item.id for find in every} == set(ids(made))


def test_only_the_kinds_that_were_asked_for_are_drawn(figures):
    assert {one.item.kind for one in figures.items} == {ClaimKind.FIGURE}
    assert len(figures.items) == 4


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sample": 99}, "has 4 finds of these kinds, and 99"),
        ({"sample": 0}, "draw 1 or more"),
        ({"coders": [ANN]}, "2 coders or more"),
        ({"coders": [ANN, ANN]}, "each named once"),
        ({"kinds": ["tolls"]}, "no kind of find"),
        ({"name": " "}, "names no round"),
        ({"name": "a/b"}, "names no round"),
        ({"author": " "}, "needs an author"),
        ({"name": "toll"}, "already"),
    ],
)
def test_a_round_that_cannot_be_is_refused_with_the_reason(coding, figures, change, words):
    asked = {"name": "next", "coders": [ANN, BEN], "author": ZOE, "reason": "why", "sample": 2, "kinds": ["figure"]}
    with pytest.raises(BadReview, match=words):
        coding.start(**{**asked, **change}, at=hour(1))
    assert len(coding.rounds()) == 1


def test_nobody_sees_anothers_code_before_the_last_has_finished(coding, figures):
    item = ids(figures)[0]
    code_both(coding, item)
    assert [code.coder for code in coding.item("toll", item, ANN).codes] == [ANN]
    assert [code.coder for code in coding.item("toll", item, ZOE).codes] == []
    assert {code.coder for code in coding.codes("toll", BEN)} == {BEN}
    coding.finish("toll", ANN, "done", at=hour(3))
    assert [code.coder for code in coding.item("toll", item, ANN).codes] == [ANN]
    for ask in (
        lambda: coding.reliabilities("toll", ZOE),
        lambda: coding.apply("toll", ZOE, at=hour(3)),
        lambda: coding.adjudicate("toll", item, ZOE, "mine", pick=ANN, at=hour(3)),
    ):
        with pytest.raises(StillBlind, match=r"Ben \(invented\) codes still"):
            ask()
    coding.finish("toll", BEN, "done", at=hour(4))
    assert [code.coder for code in coding.item("toll", item, ANN).codes] == [ANN, BEN]


def test_an_editor_who_closes_the_round_opens_the_codes_and_ends_the_coding(coding, figures):
    item = ids(figures)[0]
    code_both(coding, item)
    coding.close("toll", ZOE, "time is up", at=hour(3))
    assert [code.coder for code in coding.item("toll", item, ZOE).codes] == [ANN, BEN]
    with pytest.raises(BadReview, match="is closed"):
        coding.code("toll", item, "reject", ANN, WORDS, at=hour(4))


def test_how_far_coders_are_can_be_seen_and_nothing_of_what_they_say(coding, figures):
    first, second, *_ = ids(figures)
    code_both(coding, first)
    coding.code("toll", second, "accept", ANN, WORDS, at=hour(2))
    code = coding.code("toll", second, "reject", ANN, WORDS, at=hour(3))
    assert coding.round("toll").coded == {ANN: 2, BEN: 1}
    coding.undo("toll", code.id, ANN, "a slip", at=hour(4))
    assert coding.item("toll", second, ANN).codes[0].verdict is Verdict.ACCEPT
    assert coding.round("toll").coded == {ANN: 2, BEN: 1}


def test_the_last_word_of_a_coder_counts_and_can_be_taken_back(coding, figures):
    item = ids(figures)[0]
    first = coding.code("toll", item, "accept", ANN, WORDS, at=hour(2))
    coding.undo("toll", first.id, ANN, "a slip", at=hour(3))
    assert coding.item("toll", item, ANN).codes == ()
    with pytest.raises(NothingFound, match="may take back"):
        coding.undo("toll", first.id, BEN, "not his", at=hour(3))


@pytest.mark.parametrize(
    ("verdict", "values", "words"),
    [
        ("praise", {}, "no verdict"),
        ("undo", {}, "no verdict"),
        ("correct", {}, "nothing is corrected"),
        ("accept", {"low": 3}, "corrected, not accepted"),
        ("correct", {"entity": "WHO"}, "has no field 'entity' to code"),
        ("correct", {"low": "many"}, "no whole number"),
        ("correct", {"low": 50, "high": 40}, "would be above high"),
        ("correct", {"harm": "praised"}, "none of killed"),
        ("correct", {"event": [0, 3]}, "no event stands on"),
    ],
)
def test_a_code_that_cannot_be_is_refused_with_the_reason(coding, figures, verdict, values, words):
    item = ids(figures)[0]
    with pytest.raises(BadReview, match=words):
        coding.code("toll", item, verdict, ANN, WORDS, values=values, at=hour(2))
    assert coding.codes("toll", ANN) == ()


def test_who_does_not_code_in_the_round_or_has_finished_cannot(coding, figures):
    item = ids(figures)[0]
    with pytest.raises(BadReview, match="does not code in"):
        coding.code("toll", item, "accept", ZOE, WORDS, at=hour(2))
    coding.finish("toll", ANN, "done", at=hour(3))
    with pytest.raises(BadReview, match="has finished"):
        coding.code("toll", item, "accept", ANN, WORDS, at=hour(4))
    coding.resume("toll", ANN, "one more", at=hour(5))
    coding.code("toll", item, "accept", ANN, WORDS, at=hour(6))
    finish(coding, at=7)
    with pytest.raises(BadReview, match="nobody codes on"):
        coding.resume("toll", ANN, "one more", at=hour(8))


def test_all_of_a_file_of_codes_is_kept_or_none_of_it(coding, figures):
    first, second, *_ = ids(figures)
    with pytest.raises(BadReview):
        coding.code_all("toll", [(first, "accept", {}, "ok"), (second, "correct", {}, "ok")], ANN, at=hour(2))
    assert coding.codes("toll", ANN) == ()


def test_coders_see_the_readers_own_reading_whatever_people_or_readers_say_meanwhile(case, coding, figures):
    sampled = figures.items[0]
    before = coding.item("toll", sampled.item.id, ANN)
    case.correct(sampled.item.report_id, None, sampled.item.id, "low", 7, ZOE, "her list", at=hour(2))
    after = coding.item("toll", sampled.item.id, ANN)
    assert after.read == before.read
    assert after.reading == before.reading


def test_an_adjudicated_answer_is_a_review_and_holds_when_the_report_is_read_again(case, coding, figures):
    item = figures.items[0].item
    code_both(coding, item.id)
    finish(coding)
    assert coding.item("toll", item.id, ZOE).concord is Concord.DIFFERENT
    assert coding.item("toll", item.id, ZOE).differing[:2] == ("low", "high")
    final = coding.adjudicate("toll", item.id, ZOE, "the list has 31", pick=BEN, at=hour(6))
    assert (final.coder, final.picked, final.values) == (ZOE, BEN, (("high", 31), ("low", 31)))
    kept = [one.review for one in case.reviews()]
    assert {(one.author, one.verdict.value, one.reason) for one in kept} == {
        (ZOE, "correct", "the list has 31 (coding round toll)")
    }
    find = case.find(item.report_id, item.id)
    assert (find.reading.figures[find.index].low, find.reading.figures[find.index].high) == (31, 31)
    case.read(reader=_OtherReader())
    find = case.find(item.report_id, item.id)
    assert find.own.reader.version == "anew"
    assert find.reading.figures[find.index].low == 31


class _OtherReader:
    """The reader that ships under another version."""

    def __init__(self):
        from dataclasses import replace

        from accordingto.read.reader import Reader

        self._reader = Reader()
        self.name = replace(self._reader.name, version="anew")

    def read(self, report):
        from dataclasses import replace

        return replace(self._reader.read(report), reader=self.name)


def test_a_third_answer_may_hold_and_be_taken_back_with_its_reviews(case, coding, figures):
    item = figures.items[0].item
    code_both(coding, item.id)
    finish(coding)
    final = coding.adjudicate("toll", item.id, ZOE, "a street number", verdict="reject", at=hour(6))
    assert case.find(item.report_id, item.id).index is None
    coding.undo("toll", final.id, ZOE, "it is one", at=hour(7))
    assert case.find(item.report_id, item.id).index is not None
    assert [one.standing for one in case.reviews()] == [Standing.UNDONE, Standing.IN_FORCE]
    assert coding.item("toll", item.id, ZOE).concord is Concord.DIFFERENT
    again = coding.adjudicate("toll", item.id, ZOE, "she is right", pick=ANN, at=hour(8))
    assert coding.item("toll", item.id, ZOE).final == again


def test_nobody_decides_about_their_own_answer_unless_they_say_so(coding, figures):
    item = ids(figures)[0]
    code_both(coding, item)
    finish(coding)
    with pytest.raises(BadReview, match="would decide about their own answer"):
        coding.adjudicate("toll", item, ANN, "I am right", pick=ANN, at=hour(6))
    assert coding.adjudicate("toll", item, ANN, "we talked", pick=BEN, own=True, at=hour(6)).picked == BEN


def test_where_coders_agree_there_is_nothing_to_adjudicate(coding, figures):
    item = ids(figures)[0]
    for coder in (ANN, BEN):
        coding.code("toll", item, "accept", coder, WORDS, at=hour(2))
    finish(coding)
    with pytest.raises(BadReview, match="the item is agreed"):
        coding.adjudicate("toll", item, ZOE, "mine", pick=ANN, at=hour(6))
    other = ids(figures)[1]
    with pytest.raises(NothingFound, match="has not coded"):
        coding.adjudicate("toll", other, ZOE, "mine", pick=ANN, at=hour(6))


def test_agreed_answers_become_reviews_once_and_can_be_taken_back_together(case, coding, figures):
    kept, changed, none, differing = (one.item for one in figures.items)
    for coder in (ANN, BEN):
        coding.code("toll", kept.id, "accept", coder, WORDS, at=hour(2))
        coding.code("toll", changed.id, "correct", coder, WORDS, values={"who": "women"}, at=hour(2))
        coding.code("toll", none.id, "reject", coder, WORDS, at=hour(2))
    code_both(coding, differing.id)
    coding.close("toll", ZOE, "done", at=hour(3))
    done = coding.apply("toll", ZOE, at=hour(4))
    assert (done.items, len(done.reviews), [one.sampled.item.id for one in done.open]) == (3, 3, [differing.id])
    assert {one.review.verdict.value for one in case.reviews()} == {"accept", "correct", "reject"}
    assert {one.review.reason for one in case.reviews()} == {f"{ANN} and {BEN} agreed, coding round toll"}
    assert case.find(none.report_id, none.id).index is None
    find = case.find(changed.report_id, changed.id)
    assert find.reading.figures[find.index].who == "women"
    again = coding.apply("toll", ZOE, at=hour(5))
    assert (again.items, again.before, again.reviews) == (0, 3, ())
    assert len(coding.take_back("toll", ZOE, "too early", at=hour(6))) == 3
    assert case.find(none.report_id, none.id).index is not None
    assert len(coding.apply("toll", ZOE, at=hour(7)).reviews) == 3


def test_what_somebody_decided_since_is_not_overruled_unseen(case, coding, figures):
    item = figures.items[0].item
    case.reject(item.report_id, None, item.id, "Omar (invented)", "no count", at=hour(2))
    for coder in (ANN, BEN):
        coding.code("toll", item.id, "accept", coder, WORDS, at=hour(3))
    coding.close("toll", ZOE, "done", at=hour(4))
    done = coding.apply("toll", ZOE, at=hour(5))
    assert (done.reviews, [one.sampled.item.id for one in done.since]) == ((), [item.id])
    assert case.find(item.report_id, item.id).index is None


def test_an_answer_says_what_holds_whatever_people_had_said_before_the_round(case, coding):
    figure = next(find for find in case.finds("rival") if find.item.kind == "figure")
    case.correct("rival", None, figure.item.id, "low", 3, ZOE, "a guess", at=hour(1))
    case.reject("rival", None, figure.item.id, ZOE, "a slip", at=hour(2))
    made = coding.start("toll", (ANN, BEN), ZOE, "a trial", sample=4, kinds=["figure"], at=hour(3))
    assert figure.item.id in ids(made)
    for coder in (ANN, BEN):
        coding.code("toll", figure.item.id, "accept", coder, WORDS, at=hour(4))
    coding.close("toll", ZOE, "done", at=hour(5))
    coding.apply("toll", ZOE, at=hour(6))
    now = case.find("rival", figure.item.id)
    assert now.reading.figures[now.index].low == figure.own.figures[figure.number].low == 12


def test_agreement_is_told_for_the_verdict_and_every_field(coding, figures):
    first, second, third, fourth = ids(figures)
    for item in (first, second):
        for coder in (ANN, BEN):
            coding.code("toll", item, "accept", coder, WORDS, at=hour(2))
    code_both(coding, third)
    coding.code("toll", fourth, "reject", ANN, WORDS, at=hour(2))
    finish(coding)
    found = {one.field: one.reliability for one in coding.reliabilities("toll", ZOE, draws=50)}
    assert (found["verdict"].units, found["verdict"].agreed, found["verdict"].level) == (3, 2, Level.ORDINAL)
    assert (found["low"].units, found["low"].agreed, found["low"].level) == (3, 2, Level.RATIO)
    assert found["low"].alpha < 1
    assert found["harm"].alpha is None
    assert found["harm"].percent == 100
    assert found["low"].seed == 0
    nominal = coding.reliabilities("toll", ZOE, draws=50, seed=9, levels={"verdict": Level.NOMINAL})
    assert (nominal[0].reliability.level, nominal[0].reliability.seed) == (Level.NOMINAL, 9)
    with pytest.raises(BadReview, match="they are nominal"):
        coding.reliabilities("toll", ZOE, levels={"harm": Level.RATIO})
    with pytest.raises(BadReview, match="nothing measured"):
        coding.reliabilities("toll", ZOE, levels={"luck": Level.RATIO})


def test_every_kind_of_find_can_be_coded_and_measured(case, coding):
    made = coding.start("all", (ANN, BEN), ZOE, "all of it", sample=len(case.reports()), by_reports=True, at=hour(1))
    assert {one.item.kind for one in made.items} >= {ClaimKind.STATEMENT, ClaimKind.EVENT, ClaimKind.FIGURE}
    for coder in (ANN, BEN):
        coding.code_all("all", [(item, "accept", {}, WORDS) for item in ids(made)], coder, at=hour(2))
    finish(coding, "all")
    found = coding.reliabilities("all", ZOE, draws=20)
    fields = {(one.kind.value, one.field) for one in found}
    assert {("statement", "hedged"), ("event", "date, first day"), ("figure", "high given")} <= fields
    assert all(one.reliability.alpha in (None, 1) for one in found)
    assert all(one.reliability.percent in (None, 100) for one in found)


def test_a_round_nobody_knows_is_named(coding, figures):
    with pytest.raises(NothingFound, match="no coding round 'tolls'; it has toll"):
        coding.round("tolls")
    with pytest.raises(NothingFound, match="go by 'zzz'"):
        coding.item("toll", "zzz", ANN)


def test_a_code_is_no_other_state_of_the_case_and_what_is_taken_over_is(case, coding, figures):
    before = case.stamp()
    for coder in (ANN, BEN):
        coding.code("toll", ids(figures)[0], "reject", coder, WORDS, at=hour(2))
    coding.close("toll", ZOE, "done", at=hour(3))
    assert case.stamp() == before
    coding.apply("toll", ZOE, at=hour(4))
    assert case.stamp() != before
