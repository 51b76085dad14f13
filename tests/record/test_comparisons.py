from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from accordingto.record.comparisons import keep_comparison, load_comparison
from accordingto.record.readings import keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.findings import Comparison
from accordingto.terms.readings import ReaderName, Reading


@pytest.fixture
def read(record: Connection, full_reading: Reading) -> Connection:
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    return record


def test_a_comparison_comes_back_as_it_was(read: Connection, full_reading: Reading, comparison: Comparison) -> None:
    assert keep_comparison(read, [full_reading], comparison)
    assert load_comparison(read) == comparison


def test_the_same_comparison_again_changes_nothing(
    read: Connection, full_reading: Reading, comparison: Comparison
) -> None:
    keep_comparison(read, [full_reading], comparison)
    changes = read.execute(text("SELECT total_changes()")).scalar_one()
    assert not keep_comparison(read, [full_reading], comparison)
    assert read.execute(text("SELECT total_changes()")).scalar_one() == changes


def test_a_new_comparison_takes_the_place_of_the_old(
    read: Connection, full_reading: Reading, comparison: Comparison
) -> None:
    keep_comparison(read, [full_reading], comparison)
    smaller = replace(comparison, incidents=(), agreements=comparison.agreements[1:])
    assert keep_comparison(read, [full_reading], smaller)
    assert load_comparison(read) == smaller


def test_the_readings_it_came_from_are_kept_and_make_it_another(
    read: Connection, full_reading: Reading, comparison: Comparison
) -> None:
    keep_comparison(read, [full_reading], comparison)
    later = replace(full_reading, reader=ReaderName("rules", "2", "abc"))
    keep_readings(read, [later])
    assert keep_comparison(read, [later], comparison)
    rows = read.execute(text("SELECT version FROM compared JOIN readings ON seq = reading")).scalars().all()
    assert rows == ["2"]


def test_before_the_first_comparison_there_is_nothing(record: Connection) -> None:
    assert load_comparison(record) == Comparison((), (), (), ())


def test_accounts_can_be_asked_in_sql(read: Connection, full_reading: Reading, comparison: Comparison) -> None:
    keep_comparison(read, [full_reading], comparison)
    question = text(
        'SELECT i.place, e."trigger" FROM incidents i JOIN accounts a ON a.incident = i.idx '
        "JOIN reports r ON r.id = a.report JOIN readings g ON g.report = r.seq "
        "JOIN events e ON e.reading = g.seq AND e.idx = a.event ORDER BY e.idx"
    )
    assert read.execute(question).all() == [("Qarra", "shells"), ("Qarra", "leave")]
