"""The roll at hand is that of the case as it stands, however little of it was looked up again."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.casebook import open_case
from accordingto.record import rolls
from accordingto.record.ledgers import RecordLedger
from accordingto.record.rolls import Roll, Told, load_roll, renew_roll
from accordingto.record.tables import summaries
from accordingto.record.titles import list_titled
from accordingto.record.turns import ALL, bucket_of, ends_of, last_turn, note_turn, turned_since
from accordingto.terms.summaries import Summary, Wanted
from tests.casebook.test_growth import keep
from tests.reconcile.growing import cases, read_anew

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "aleppo"


def assert_same(one: Roll, other: Roll) -> None:
    for field in fields(Roll):
        mine, theirs = getattr(one, field.name), getattr(other, field.name)
        if isinstance(mine, Told):
            assert [mine.values[n] for n in mine.numbers] == [theirs.values[n] for n in theirs.numbers]
        else:
            assert np.array_equal(mine, theirs), field.name


@given(cases(8), st.randoms(use_true_random=False))
@settings(max_examples=15, deadline=None)
def test_a_renewed_roll_is_the_roll(told, chance):
    with open_case(":memory:") as case:
        roll, left = None, list(told)
        while left:
            keep(case, [left.pop() for _ in range(min(len(left), chance.randrange(1, 4)))])
            case.reconcile()
            with case._store.looking() as record:
                now = load_roll(record)
                roll = renew_roll(record, roll) if roll else now
                assert_same(roll, now)
        keep(case, [read_anew(reading) for reading in told[::2]])
        case.reconcile()
        with case._store.looking() as record:
            assert_same(renew_roll(record, roll), load_roll(record))


@pytest.fixture(scope="module")
def example():
    with open_case(":memory:") as case:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        yield case


def test_a_roll_of_which_nothing_changed_is_the_same(example):
    with example._store.looking() as record:
        roll = load_roll(record)
        assert renew_roll(record, roll) is roll


def watched(monkeypatch):
    """The buckets of which rows are read from now on."""
    asked, rows = [], rolls._rows
    monkeypatch.setattr(rolls, "_rows", lambda record, buckets: asked.append(buckets) or rows(record, buckets))
    return asked


def test_only_the_buckets_that_changed_are_looked_up_again(example, monkeypatch):
    with example._store.writing() as record:
        roll, asked = load_roll(record), watched(monkeypatch)
        name = roll.named(np.array([1]))[0]
        note_turn(record, [name])
        assert_same(renew_roll(record, roll), load_roll(record))
    assert asked == [{bucket_of(name)}, ()]


def test_of_many_changes_all_is_read_in_one_go(example, monkeypatch):
    monkeypatch.setattr(rolls, "MOST_BUCKETS", 0)
    with example._store.writing() as record:
        roll, asked = load_roll(record), watched(monkeypatch)
        note_turn(record, roll.named(np.array([0])))
        assert_same(renew_roll(record, roll), load_roll(record))
    assert asked == [(), ()]


def test_what_another_connection_writes_is_in_the_next_answer(tmp_path):
    path = tmp_path / "case.db"
    with open_case(path) as case, open_case(path) as other:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        catalogue = case.catalogue()
        before = catalogue.summaries(Wanted(all=True), 0, 1000)
        with other._store.writing() as record:
            record.execute(summaries.update().where(summaries.c.incident == before.items[0].id).values(place="Nowhere"))
            note_turn(record, [before.items[0].id])
        assert catalogue.summaries(Wanted(place="nowhere", all=True), 0, 5).total == 1


def test_a_case_compared_anew_has_every_bucket_changed(example):
    with example._store.looking() as record:
        before = last_turn(record)
    with example._store.writing() as record:
        RecordLedger(record).clear()
    example.reconcile()
    with example._store.looking() as record:
        assert ALL in turned_since(record, before)


def test_a_bucket_holds_the_ids_between_its_ends():
    low, high = ends_of(bucket_of("0ffa3" + "0" * 27))
    assert low <= "0ff" + "0" * 29 < "0ff" + "f" * 29 < high
    assert not low <= "100" + "0" * 29 < high


def test_an_incident_is_found_by_a_part_of_its_short_name(example):
    every = example.catalogue().summaries(Wanted(all=True), 0, 1000).items
    with example._store.looking() as record:
        roll = load_roll(record)
        for name in every:
            for part in (name.name, name.name[3:8], name.name[:2]):
                found = list_titled(record, roll, [part], lambda kind, mode: "", lambda date: "", 1000)
                assert name in found
                assert all(part in one.name or part in (one.place or "").casefold() for one in found)


def test_of_many_titles_the_first_in_the_order_of_the_case_are_found(example):
    def dated(one: Summary) -> tuple[str, str, str]:
        return one.dated

    every = sorted(example.catalogue().summaries(Wanted(all=True), 0, 1000).items, key=dated)
    with example._store.looking() as record:
        roll = load_roll(record)
        for most in range(1, len(every) + 2):
            found = list_titled(record, roll, ["told"], lambda kind, mode: "told", lambda date: "", most)
            assert list(found) == every[:most]
