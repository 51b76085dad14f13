from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from accordingto.record.comparisons import load_compared, load_comparison
from accordingto.record.ledgers import RecordLedger
from accordingto.record.readings import keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.findings import Comparison
from accordingto.terms.readings import ReaderName, Reading


@pytest.fixture
def read(record: Connection, full_reading: Reading) -> Connection:
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    return record


def keep(read: Connection, found: Comparison) -> RecordLedger:
    """The ledger, with this found: what no incident has is of the report that it begins with."""
    ledger = RecordLedger(read)
    ledger.keep_incidents(found.incidents)
    ledger.keep_copies(found.copies)
    inside = [agreement for one in found.incidents for agreement in one.agreements]
    for rank, agreement in enumerate(agreement for agreement in found.agreements if agreement not in inside):
        ledger.keep_agreements(rank, {agreement.sides[0].report_id: [agreement]})
    return ledger


def test_a_comparison_comes_back_as_it_was(read: Connection, comparison: Comparison) -> None:
    keep(read, comparison)
    assert load_comparison(read) == comparison


def test_an_incident_that_is_none_any_more_is_gone_with_all_that_was_found_of_it(
    read: Connection, comparison: Comparison
) -> None:
    keep(read, comparison).drop_incidents([found.incident.id for found in comparison.incidents])
    assert load_comparison(read).incidents == ()
    assert read.execute(text("SELECT count(*) FROM accounts")).scalar_one() == 0
    assert read.execute(text("SELECT count(*) FROM findings")).scalar_one() == 0


def test_an_incident_told_in_other_words_keeps_what_was_found_of_it(read: Connection, comparison: Comparison) -> None:
    (found, *others) = comparison.incidents
    renamed = replace(found.incident, place="Old Qarra")
    keep(read, comparison).renew_incidents([renamed])
    assert replace(found, incident=renamed) in load_comparison(read).incidents
    assert set(others) < set(load_comparison(read).incidents)


def test_of_a_report_read_anew_the_later_reading_is_compared(read: Connection, full_reading: Reading) -> None:
    ledger = RecordLedger(read)
    assert [reading.report.id for reading in ledger.new_readings()] == [full_reading.report.id]
    ledger.keep_readings([full_reading])
    later = replace(full_reading, reader=ReaderName("rules", "2", "abc"))
    keep_readings(read, [later])
    ledger.keep_readings([later])
    assert [reading.reader.version for reading in load_compared(read, [later.report.id])] == ["2"]


def test_before_the_first_comparison_there_is_nothing(record: Connection) -> None:
    assert load_comparison(record) == Comparison((), (), (), ())


def test_accounts_can_be_asked_in_sql(read: Connection, comparison: Comparison) -> None:
    keep(read, comparison)
    question = text(
        'SELECT i.place, e."trigger" FROM incidents i JOIN accounts a ON a.incident = i.id '
        "JOIN reports r ON r.id = a.report JOIN readings g ON g.report = r.seq "
        "JOIN events e ON e.reading = g.seq AND e.idx = a.event ORDER BY e.idx"
    )
    assert read.execute(question).all() == [("Qarra", "shells"), ("Qarra", "leave")]
