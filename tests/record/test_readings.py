from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Connection, text

from accordingto.record.readings import find_claims, keep_readings, load_latest_readings, unread_reports
from accordingto.record.reports import keep_reports
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report

ReportOf = Callable[..., Report]
OTHER = ReaderName("rules", "2", "abc")


@pytest.fixture
def kept(record: Connection, full_reading: Reading) -> Connection:
    keep_reports(record, [full_reading.report])
    assert keep_readings(record, [full_reading]) == 1
    return record


def test_a_reading_with_every_noun_comes_back_as_it_was(kept: Connection, full_reading: Reading) -> None:
    assert load_latest_readings(kept) == (full_reading,)


def test_a_reading_kept_again_changes_nothing(kept: Connection, full_reading: Reading) -> None:
    changes = kept.execute(text("SELECT total_changes()")).scalar_one()
    assert keep_readings(kept, [full_reading, full_reading]) == 0
    assert kept.execute(text("SELECT total_changes()")).scalar_one() == changes


def test_a_reading_of_nothing_is_a_reading(record: Connection, report_of: ReportOf) -> None:
    report = report_of("Nothing happened.")
    keep_reports(record, [report])
    keep_readings(record, [Reading(report, OTHER)])
    assert load_latest_readings(record) == (Reading(report, OTHER),)
    assert unread_reports(record, OTHER) == ((), 1)


def test_another_reader_has_read_nothing_yet(kept: Connection, full_reading: Reading) -> None:
    assert unread_reports(kept, full_reading.reader) == ((), 1)
    for name in (OTHER, ReaderName("other", "1", "abc"), ReaderName("rules", "1", "abd")):
        assert unread_reports(kept, name) == ((full_reading.report,), 0)


def test_the_latest_reading_counts_and_the_first_is_still_there(kept: Connection, full_reading: Reading) -> None:
    later = Reading(full_reading.report, OTHER, events=full_reading.events)
    keep_readings(kept, [later])
    assert load_latest_readings(kept) == (later,)
    assert kept.execute(text("SELECT count(*) FROM readings")).scalar_one() == 2
    assert kept.execute(text("SELECT count(*) FROM figures")).scalar_one() == len(full_reading.figures)
    assert find_claims(kept, source=None, about=None, place=None) == ()


def test_readings_come_in_the_order_of_their_reports(record: Connection, report_of: ReportOf) -> None:
    first, second = (Reading(report_of(words), OTHER) for words in ("One was hit.", "Two were hit."))
    keep_reports(record, [first.report, second.report])
    keep_readings(record, [second])
    keep_readings(record, [first])
    assert load_latest_readings(record) == (first, second)


def test_key_columns_can_be_asked_in_sql(kept: Connection) -> None:
    rows = kept.execute(text("SELECT who, low, high, harm FROM figures ORDER BY idx")).all()
    assert rows == [("people", 12, None, "killed"), ("medics", 3, 3, "killed")]
    row = kept.execute(text('SELECT type, mode, "trigger", place, date, main FROM events WHERE idx = 0')).one()
    assert row == ("ASSAULT", "shelling", "shells", "Qarra", "2016-12-12", 1)
    assert kept.execute(text("SELECT source FROM statements ORDER BY idx")).scalars().all() == [
        "The mayor of Qarra, Leïla Haddad",
        "She",
        None,
    ]


@pytest.mark.parametrize(
    ("source", "about", "place", "numbers"),
    [
        (None, None, None, [0, 1, 2, 3, 4, 5]),
        ("haddad", None, None, [0, 1, 2, 3]),  # "She" is the mayor, who is Leïla Haddad
        ("Leila Haddad", None, None, [0, 1, 2, 3]),
        ('"the mayor"', None, None, [0, 1, 2, 3]),
        ("Harbour Post", None, None, []),  # a link, not the one who says
        ("the example", None, None, [5]),
        (None, "killed", None, [0, 2]),
        (None, "medics", None, [2]),
        (None, "gunners", None, [3]),
        (None, "shell*", None, [0, 1, 2, 3]),
        (None, "leave", None, [4, 5]),
        (None, None, "qarra", [0, 1, 2, 3]),
        (None, None, "Syria", [0, 1, 2, 3]),
        (None, None, "the market", [0]),
        (None, None, "syr", []),
        (None, None, "sy", [0, 1, 2, 3]),
        (None, None, "Lebanon", []),
        ("haddad", "medics", "dimashq", [2]),
        ("haddad", "leave", None, []),
        ("%", None, None, []),
        ("_", None, None, []),
        ("", None, None, []),
    ],
)
def test_claims_are_found_by_voice_words_and_place(
    kept: Connection,
    full_reading: Reading,
    source: str | None,
    about: str | None,
    place: str | None,
    numbers: list[int],
) -> None:
    found = find_claims(kept, source=source, about=about, place=place)
    assert [full_reading.claims.index(claim) for _, claim in found] == numbers
    assert all(reading == full_reading for reading, _ in found)


def test_a_reading_of_a_report_that_is_not_there_is_refused(record: Connection, full_reading: Reading) -> None:
    with pytest.raises(KeyError):
        keep_readings(record, [replace(full_reading)])
