"""The ledger of a case: which readings are new to it, however many others the case has."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, event

from accordingto.record.ledgers import RecordLedger
from accordingto.record.readings import choose_readings, keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.readings import ReaderName, Reading

OTHER = ReaderName("rules", "2", "abc")


@pytest.fixture
def ledger(record: Connection, full_reading: Reading) -> RecordLedger:
    """One whose case has two readings of one report, the second chosen last."""
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    keep_readings(record, [replace(full_reading, reader=OTHER)])
    return RecordLedger(record)


def readers(ledger: RecordLedger) -> list[ReaderName]:
    return [reading.reader for reading in ledger.new_readings()]


def test_of_each_report_the_reading_chosen_last_is_new(
    ledger: RecordLedger, record: Connection, full_reading: Reading
) -> None:
    assert readers(ledger) == [OTHER]
    ledger.keep_state("{}")
    ledger.catch_up()
    assert readers(ledger) == []
    choose_readings(record, full_reading.reader)
    assert readers(ledger) == [full_reading.reader]


def test_what_is_new_is_found_without_a_look_at_all_that_was_before(ledger: RecordLedger, record: Connection) -> None:
    asked: list[tuple[str, tuple[object, ...]]] = []
    event.listen(record, "before_cursor_execute", lambda _c, _cursor, words, given, *_: asked.append((words, given)))
    readers(ledger)
    (question,) = [one for one in asked if "FROM choices" in one[0]]
    plan = record.exec_driver_sql(f"EXPLAIN QUERY PLAN {question[0]}", question[1]).all()
    assert plan
    assert [step[3] for step in plan if "SCAN" in step[3]] == []
