"""Growth: the same reports give the same findings in any order and however they came, and one more touches few."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.reconcile import growth
from accordingto.reconcile.accounts import compare_accounts, read_ledger
from accordingto.reconcile.copies import Text
from accordingto.reconcile.copying import copy_pair
from accordingto.reconcile.desks import Desk, ends_of
from accordingto.reconcile.growth import grow
from accordingto.reconcile.incidents import Judge
from accordingto.reconcile.keys import number_of
from accordingto.reconcile.ledgers import MemoryLedger
from accordingto.reconcile.likeness import ENOUGH
from accordingto.reconcile.linking import NOBODY
from accordingto.terms.decisions import Decisions, change_of
from accordingto.terms.reviews import Review, Verdict
from tests.reconcile.growing import LEADS, OUTLETS, cases, grown, read_anew, telling
from tests.reconcile.invented import event, invented


@pytest.fixture(autouse=True)
def low_lines(monkeypatch):
    """Lines so low that cases of a few reports cross them."""
    monkeypatch.setattr("accordingto.reconcile.linking.OFTEN_NAMED", 3)
    monkeypatch.setattr("accordingto.reconcile.linking.CROWD", 4)
    monkeypatch.setattr("accordingto.reconcile.copying.BOILERPLATE", 4)
    monkeypatch.setattr("accordingto.reconcile.shingles.BOILERPLATE", 4)


@given(cases(14), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_reports_that_come_in_any_order_and_portions_are_found_as_all_at_once(case, chance):
    order = chance.sample(case, len(case))
    cuts = sorted(chance.sample(range(len(case) + 1), min(2, len(case))))
    batches = [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(case)], strict=True)]
    assert grown(*batches) == compare_accounts(case)


@given(cases(10), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_reports_that_come_one_by_one_are_found_as_all_at_once(case, chance):
    order = chance.sample(case, len(case))
    assert grown(*([reading] for reading in order)) == compare_accounts(case)


@given(cases(10), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_however_few_are_looked_at_together_the_same_is_found(case, chance):
    order = chance.sample(case, len(case))
    anew = [read_anew(reading) for reading in order[::2]]
    gone = [reading.report.id for reading in order[:2]]
    found = grown(case, anew, case, gone=gone), grown(case, anew)
    with pytest.MonkeyPatch.context() as few:
        for name, number in (("AT_ONCE", 3), ("TOUCHED", 2), ("AT_HAND", 1)):
            few.setattr(growth, name, number)
        assert (grown(order, anew, order, gone=gone), grown(order, anew)) == found


@given(cases(10), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_a_tie_has_the_score_that_its_accounts_have_now_however_they_came(case, chance):
    ledger = MemoryLedger()
    for reading in chance.sample(case, len(case)):
        grow(ledger, [reading])
    grow(ledger, [read_anew(reading) for reading in case[::3]])
    desk = Desk(ledger)
    ties = [(*ends_of(tie), tie.score) for tie in ledger.ties({number_of(r.report.id) for r in case})]
    told = desk.at({node for one, other, _ in ties for node in (one, other)})
    copies = desk.copies([reading.report.id for reading in case])
    judge = Judge(told.values(), desk.usual_among(told.values()), map(copy_pair, copies), NOBODY)
    for one, other, score in ties:
        pair = told[one].account, told[other].account
        assert score == judge.between(pair).score == judge.score_of(pair) >= ENOUGH


def test_an_incident_is_kept_up_where_another_that_hangs_together_with_it_was_looked_at_first(monkeypatch):
    def told(days, mode, standing=False, more=0):
        return telling(OUTLETS[0], "Harrat", days, mode, 2, LEADS[0], standing, "", more)

    strikes = [told(1, "airstrike"), told(2, "airstrike")]
    silenced = [told(30, "shelling"), told(0, "shelling", more=1), told(0, "shelling", standing=True)]
    anew = [read_anew(reading) for reading in silenced]  # so few name Harrat then that it is no usual place any more
    case = [*silenced, told(0, "shelling"), *strikes]
    monkeypatch.setattr(growth, "TOUCHED", 2)
    assert grown(case, anew) == compare_accounts([*anew, case[3], *strikes])


@given(cases(10), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_reports_that_go_leave_nothing_behind(case, chance):
    gone = chance.sample(case, len(case) // 2)
    left = [reading for reading in case if reading not in gone]
    assert grown(case, gone=[reading.report.id for reading in gone]) == compare_accounts(left)


@given(cases(10), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_a_report_read_anew_takes_the_place_of_what_was_read_before(case, chance):
    some = chance.sample(case, (len(case) + 1) // 2)
    anew = [read_anew(reading) for reading in some]
    others = [reading for reading in case if reading not in some]
    assert grown(case, anew) == compare_accounts([*others, *anew])
    assert grown(case, anew, some) == compare_accounts(case)


@given(cases(8))
@settings(max_examples=20)
def test_a_report_that_comes_again_changes_nothing(case):
    ledger = MemoryLedger()
    assert grow(ledger, case)
    before = read_ledger(ledger)
    assert not grow(ledger, case)
    assert read_ledger(ledger) == before


@given(cases(8), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_what_people_decide_holds_whenever_the_reports_come_and_is_undone_without_a_trace(case, chance):
    triggers = [reading.events[0].trigger for reading in case]
    change = change_of(chance.sample(triggers, 1), chance.sample(triggers, 1))
    verdict = chance.choice((Verdict.MERGE, Verdict.SPLIT))
    made = Decisions.of([Review("x", verdict, "Mira (invented)", datetime(2020, 1, 1, tzinfo=UTC), "why", change)])
    order = chance.sample(case, len(case))
    assert grown(*([reading] for reading in order), decisions=made) == compare_accounts(case, decisions=made)
    ledger = MemoryLedger()
    grow(ledger, order, decisions=made)
    grow(ledger, ())
    assert read_ledger(ledger) == compare_accounts(case)


class Counting(MemoryLedger):
    """A ledger that counts what it gives out."""

    __slots__ = ("given",)

    def _count(self, found):
        self.given += sum(len(some) if isinstance(some, tuple) else 1 for some in found.values())
        return found

    def entries(self, keys):
        return self._count(super().entries(keys))

    def pages(self, kind, reports):
        return self._count(super().pages(kind, reports))

    def readings(self, report_ids):
        return self._count(super().readings(report_ids))

    def ties(self, reports):
        found = super().ties(reports)
        self.given += len(found)
        return found


def elsewhere(number):
    """A report of its own day and place."""
    day = date(2019, 5, 3) + timedelta(days=9 * number)
    place = "".join("bdfgklmnrt"[int(digit)] + "a" for digit in f"{number:04}").title()
    words = " ".join(f"{place.lower()}{letter}" for letter in "abcdefghijklmnop")
    return invented(
        f"Shells fell on {place} and {words}.",
        published=day,
        events=[event("Shells", place=place, date=day.isoformat())],
    )


def given_out(size):
    """How much a ledger of so many reports gives out when two more come of one incident."""
    ledger = Counting()
    ledger.given = 0
    grow(ledger, map(elsewhere, range(size)))
    grow(ledger, [telling(OUTLETS[0], "Harrat", 0, "shelling", 9, LEADS[0], False, "", 0)])
    ledger.given = 0
    grow(ledger, [telling(OUTLETS[1], "Harrat", 0, "shelling", 9, LEADS[1], False, "", 0)])
    return ledger.given


def test_one_more_report_looks_up_its_candidates_however_many_others_there_are():
    assert 0 < given_out(400) <= given_out(20) + 10


def test_a_text_is_cut_into_the_same_samples_on_any_machine():
    text = Text.of(telling(OUTLETS[0], "Harrat", 0, "shelling", 9, LEADS[0], False, "", 0).report)
    assert len(text.samples) == len(text.sampled) > 5
    assert min(text.samples) == -7987929592853366376
