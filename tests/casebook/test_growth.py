"""Growth of a case: the record holds what comparing all of its readings at once finds, however they came into it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.casebook import Casebook, open_case
from accordingto.casebook.looks import latest_publication
from accordingto.reconcile import growth
from accordingto.reconcile.accounts import compare_accounts
from accordingto.record.readings import keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.casts import Actor, ActorKind, Cast
from accordingto.terms.reports import Report
from tests.reconcile.growing import LEADS, OUTLETS, cases, read_anew, telling
from tests.record.olden import make_old_case


def keep(case: Casebook, readings) -> None:
    with case._store.writing() as record:
        keep_reports(record, [reading.report for reading in readings])
        keep_readings(record, readings)


def at_once(case: Casebook):
    readings = case.readings()
    now = latest_publication(reading.report for reading in readings)
    return compare_accounts(readings, now=now, cast=case.cast())


@given(cases(8), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_record_holds_what_all_at_once_finds_after_every_run(told, chance):
    with open_case(":memory:") as case:
        left = list(told)
        while left:
            some = [left.pop() for _ in range(min(len(left), chance.randrange(1, 4)))]
            keep(case, some)
            assert case.reconcile().changed
            assert not case.reconcile().changed
        assert case.comparison() == at_once(case)
        keep(case, [read_anew(reading) for reading in told[::2]])
        case.reconcile()
        assert case.comparison() == at_once(case)


@given(cases(6))
@settings(max_examples=10)
def test_a_cast_that_names_sides_is_heard_by_what_was_compared_before_it(told):
    with open_case(":memory:") as case:
        keep(case, told)
        case.reconcile()
        case.keep_cast(Cast((Actor("Meridian (invented)", side="the coast"),)))
        case.reconcile()
        assert case.comparison() == at_once(case)


def test_an_agency_that_joins_the_cast_is_credited_by_what_was_compared_before(reader):
    text = "HARRAT (Quay Wire) - Shells hit the market in Harrat on Tuesday and killed 30 people."
    with open_case(":memory:") as case:
        case.ingest(Report.of(title="Market", text=text, outlet="Courier (invented)", published=date(2016, 5, 3)))
        case.read(reader=reader)
        case.reconcile()
        assert [origin.name for one in case.incidents() for origin in one.origins] == ["Courier (invented)"]
        case.keep_cast(Cast((Actor("Quay Wire", ActorKind.OUTLET),)))
        assert case.reconcile().changed
        assert [origin.name for one in case.incidents() for origin in one.origins] == ["Quay Wire"]
        assert case.comparison() == at_once(case)


@given(cases(6))
@settings(max_examples=10)
def test_what_other_rules_worked_out_is_worked_out_anew(told):
    with open_case(":memory:") as case:
        keep(case, told)
        case.reconcile()
        before = case.comparison()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(growth, "RULES", 0)
            assert case.reconcile().changed
        assert case.reconcile().changed
        assert not case.reconcile().changed
        assert case.comparison() == before


def test_a_case_of_an_earlier_version_is_compared_by_the_next_reconcile(tmp_path: Path):
    make_old_case(
        tmp_path / "case.db",
        2,
        "INSERT INTO comparisons (id) VALUES ('c')",
        "INSERT INTO incidents (comparison, idx, id, type, main, noun) VALUES ('c', 0, 'i', 'ASSAULT', 1, '{}')",
    )
    with open_case(tmp_path / "case.db") as case:
        assert case.incidents() == ()
        assert case.reconcile().incidents == 0


def test_a_run_that_fails_leaves_what_was_before(monkeypatch):
    told = of_one_attack()
    with open_case(":memory:") as case:
        keep(case, told[:1])
        case.reconcile()
        before = case.comparison()
        keep(case, told[1:])
        monkeypatch.setattr(growth, "_findings", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            case.reconcile()
        monkeypatch.undo()
        assert replace(case.comparison(), outcomes=()) == replace(before, outcomes=())
        assert case.reconcile().changed
        assert case.comparison() == at_once(case)


def of_one_attack():
    return [telling(outlet, "Harrat", 0, "shelling", 9, LEADS[0], False, "", 1) for outlet in OUTLETS[:2]]
