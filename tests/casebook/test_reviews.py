"""A person's decisions: kept and followed in one transaction, taken back by name, sticking whatever comes after."""

from datetime import UTC, datetime, timedelta

import pytest

from accordingto.casebook import Casebook, open_case
from accordingto.errors import BadReview, NothingFound, RecordError
from accordingto.read.reader import Reader
from accordingto.terms.decisions import Standing
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Verdict
from tests.casebook.conftest import hour

MIRA = "Mira (invented)"


class Renamed:
    """Another reader that finds the same, or nothing at all."""

    def __init__(self, reader: Reader, settings: str, *, blind: bool = False) -> None:
        self.name = ReaderName("renamed", "1", settings)
        self._reader, self._blind = reader, blind

    def read(self, report: Report) -> Reading:
        from dataclasses import replace

        found = self._reader.read(report)
        return Reading(report, self.name) if self._blind else replace(found, reader=self.name)


def test_an_account_that_a_person_takes_out_is_an_incident_of_its_own(case, told_by):
    before = told_by("wire", "post", "rival")
    done = case.split(before.incident.name, ["rival"], MIRA, "another market", at=hour(1))
    assert done.before == (before,)
    assert {found.incident.id for found in done.after} == {
        told_by("rival").incident.id,
        told_by("wire", "post").incident.id,
    }
    assert (done.review.author, done.review.reason, done.review.made_at) == (MIRA, "another market", hour(1))


def test_what_was_decided_is_what_reconcile_finds_from_then_on(case, told_by):
    case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "another market", at=hour(1))
    assert not case.reconcile().changed


def test_two_incidents_that_a_person_puts_together_are_one(case, told_by):
    first, second = told_by("wire", "post", "rival").incident, told_by("jets").incident
    done = case.merge(first.name, second.name, MIRA, "one campaign", at=hour(1))
    assert [found.incident.id for found in done.after] == [told_by("wire", "post", "rival", "jets").incident.id]


def test_an_account_may_be_given_itself(case, told_by):
    incident = told_by("wire", "post", "rival").incident
    (rival,) = (a for a in incident.accounts if a.report_id == case.report("rival").id)
    case.split(incident.id, [rival], MIRA, "another market", at=hour(1))
    assert told_by("rival")


def test_an_undo_brings_back_what_was_and_an_undo_of_it_what_was_decided(case, told_by):
    before = told_by("wire", "post", "rival")
    made = case.split(before.incident.id, ["rival"], MIRA, "another market", at=hour(1)).review
    undone = case.undo(made.name, MIRA, "one market", at=hour(2))
    assert undone.after == (before,)
    again = case.undo(undone.review.id, MIRA, "two markets", at=hour(3))
    assert told_by("rival")
    assert [kept.standing for kept in case.reviews()] == [Standing.IN_FORCE, Standing.UNDONE, Standing.IN_FORCE]
    assert case.reviews()[1].undone_by == again.review


def test_a_decision_sticks_when_reports_are_added_and_in_whatever_order_they_came(reports, reader):
    names = list(reports)
    found = set()
    for order in (names, names[::-1], names[2:] + names[:2]):
        case = open_case(":memory:")
        case.ingest(*(reports[name] for name in order if name != "post"))
        case.read(reader=reader)
        case.reconcile()
        (incident,) = (f.incident for f in case.incidents() if len(f.incident.report_ids) == 2)
        case.split(incident.id, ["rival"], MIRA, "another market", at=hour(1))
        case.ingest(reports["post"])
        case.read(reader=reader)
        case.reconcile()
        rival, wire = (
            next(f.incident.id for f in case.incidents() if reports[name].id in f.incident.report_ids)
            for name in ("rival", "wire")
        )
        assert rival != wire
        found.add(tuple(one.incident.id for one in case.incidents()))
    assert len(found) == 1


def test_a_decision_sticks_when_the_reports_are_read_anew(case, told_by, reader):
    case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "another market", at=hour(1))
    case.read(reader=Renamed(reader, "same"))
    case.reconcile()
    assert told_by("rival")
    assert [kept.standing for kept in case.reviews()] == [Standing.IN_FORCE]


def test_a_decision_whose_accounts_are_read_no_more_is_kept_and_rests(case, told_by, reader):
    case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "another market", at=hour(1))
    case.read(reader=Renamed(reader, "blind", blind=True))
    case.reconcile()
    (kept,) = case.reviews()
    assert kept.standing is Standing.RESTING
    assert {anchor.report_id for anchor in kept.waiting} == {case.report(name).id for name in ("wire", "post", "rival")}
    case.read(reader=reader)
    case.reconcile()
    assert told_by("rival")


def test_a_decision_is_about_what_was_compared_also_when_a_report_was_read_anew_since(case, told_by, reader):
    incident = told_by("wire", "post", "rival").incident
    case.read(reader=Renamed(reader, "blind", blind=True))
    done = case.split(incident.id, ["rival"], MIRA, "another market", at=hour(1))
    assert done.after == ()
    case.read(reader=reader)
    case.reconcile()
    assert told_by("rival")


@pytest.mark.parametrize("accounts", [[], ["wire", "post", "rival"]], ids=["none", "all"])
def test_a_split_that_takes_nothing_or_leaves_nothing_is_refused(case, told_by, accounts):
    incident = told_by("wire", "post", "rival").incident
    with pytest.raises(BadReview, match="name some of its accounts"):
        case.split(incident.id, accounts, MIRA, "why", at=hour(1))
    assert case.reviews() == ()


def test_a_split_of_an_account_that_is_not_there_is_refused(case, told_by):
    incident = told_by("wire", "post", "rival").incident
    with pytest.raises(NothingFound, match=f"{incident.name} has no account in 'jets'"):
        case.split(incident.id, ["jets"], MIRA, "why", at=hour(1))


def test_an_incident_is_not_merged_with_itself(case, told_by):
    incident = told_by("jets").incident
    with pytest.raises(BadReview, match="name two incidents"):
        case.merge(incident.id, incident.name, MIRA, "why", at=hour(1))


@pytest.mark.parametrize(("author", "reason", "said"), [(" ", "why", "an author"), (MIRA, "\n", "a reason")])
def test_a_decision_without_author_or_reason_is_refused(case, told_by, author, reason, said):
    with pytest.raises(BadReview, match=said):
        case.split(told_by("wire", "post", "rival").incident.id, ["rival"], author, reason, at=hour(1))


def test_a_decision_is_later_than_the_one_before_it(case, told_by):
    made = case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "why", at=hour(1)).review
    for when in (hour(1), hour(0)):
        with pytest.raises(BadReview, match="set the clock right"):
            case.undo(made.id, MIRA, "why", at=when)


def test_a_moment_without_a_zone_is_in_utc(case, told_by):
    incident = told_by("wire", "post", "rival").incident
    made = case.split(incident.id, ["rival"], MIRA, "why", at=datetime(2020, 5, 4, 1)).review
    assert made.made_at == datetime(2020, 5, 4, 1, tzinfo=UTC)


def test_what_is_undone_is_not_undone_twice(case, told_by):
    made = case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "why", at=hour(1)).review
    back = case.undo(made.id, MIRA, "why", at=hour(2)).review
    with pytest.raises(BadReview, match=f"undo {back.name} to bring it back"):
        case.undo(made.id, MIRA, "why", at=hour(3))


def test_an_unknown_or_ambiguous_review_is_named(case, told_by):
    with pytest.raises(NothingFound, match="no review goes by 'tabud-kuzom'; list them"):
        case.undo("tabud-kuzom", MIRA, "why", at=hour(1))
    review = case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "why", at=hour(1)).review
    number, taken = 2, [review.id]
    while len({long_id[0] for long_id in taken}) == len(taken):  # until two ids begin alike
        taken.append(case.undo(taken[-1], MIRA, "why", at=hour(number)).review.id)
        number += 1
    with pytest.raises(NothingFound, match="2 reviews begin with"):
        case.undo(taken[-1][0], MIRA, "why", at=hour(number))


def test_a_decision_made_while_somebody_else_decides_is_not_kept(case, told_by, monkeypatch):
    incident = told_by("wire", "post", "rival").incident
    made = Casebook._made

    def slow(self):
        kept = made(self)
        monkeypatch.setattr(Casebook, "_made", made)
        self.split(incident.id, ["wire"], "Omar (invented)", "quicker", at=hour(1))
        return kept

    monkeypatch.setattr(Casebook, "_made", slow)
    with pytest.raises(RecordError, match="look at it and decide again"):
        case.split(incident.id, ["rival"], MIRA, "slower", at=hour(1) + timedelta(minutes=1))
    assert [kept.review.author for kept in case.reviews()] == ["Omar (invented)"]
    assert case.reviews()[0].review.verdict is Verdict.SPLIT


def scratch(case):
    """What comparing the same readings, cast and decisions finds without anything worked out before."""
    from accordingto.reconcile.accounts import compare_accounts
    from accordingto.terms.decisions import Decisions

    reviews = Decisions.of(kept.review for kept in case.reviews())
    return compare_accounts(case.readings(), cast=case.cast(), decisions=reviews).incidents


def of(case, ref):
    """The incident that this report tells of."""
    report_id = case.report(ref).id
    return next(one.incident.name for one in case.incidents() if report_id in one.incident.report_ids)


def test_what_is_kept_step_by_step_is_what_comparing_from_scratch_finds(reports, reader):
    case = open_case(":memory:")
    steps = [
        lambda at: case.split(of(case, "rival"), ["rival"], MIRA, "two markets", at=at),
        lambda at: case.merge(of(case, "rival"), of(case, "jets"), MIRA, "one raid", at=at),
        lambda at: case.merge(of(case, "wire"), of(case, "rival"), MIRA, "one day", at=at),
        lambda at: case.split(of(case, "wire"), ["rival", "jets"], MIRA, "two days", at=at),
        lambda at: case.undo(case.reviews()[1].review.id, MIRA, "two raids", at=at),
        lambda at: case.undo(case.reviews()[4].review.id, MIRA, "one raid", at=at),
    ]
    case.ingest(*(reports[ref] for ref in ("wire", "rival", "jets")))
    case.read(reader=reader)
    case.reconcile()
    for number, step in enumerate(steps, 1):
        step(hour(number))
        assert case.incidents() == scratch(case), number
        if number == 2:
            case.ingest(reports["post"])
            case.read(reader=reader)
            case.reconcile()
            assert case.incidents() == scratch(case)
    again = open_case(":memory:")
    again.ingest(*reversed(list(reports.values())))
    again.read(reader=reader)
    again.reconcile()
    with again._store.writing() as record:
        from accordingto.record.reviews import keep_reviews

        keep_reviews(record, [kept.review for kept in case.reviews()])
    again.reconcile()
    assert again.incidents() == case.incidents()
