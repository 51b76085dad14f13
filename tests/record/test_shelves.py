"""Shelves: a reading that was loaded lately is the same when it is asked for again, and old ones make room."""

import pytest
from sqlalchemy import Connection, delete

from accordingto.record import shelves
from accordingto.record.readings import keep_readings, load_readings_at
from accordingto.record.reports import keep_reports
from accordingto.record.shelves import Shelf
from accordingto.record.tables import events
from accordingto.terms.readings import Reading


@pytest.fixture
def kept(record: Connection, full_reading: Reading) -> Connection:
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    return record


def test_a_reading_on_the_shelf_is_not_loaded_again(kept: Connection, full_reading: Reading) -> None:
    shelf = Shelf()
    assert load_readings_at(kept, [1], shelf=shelf) == {1: full_reading}
    kept.execute(delete(events))
    assert load_readings_at(kept, [1], shelf=shelf) == {1: full_reading}
    assert not load_readings_at(kept, [1])[1].events


def test_what_was_not_asked_for_longest_makes_room(monkeypatch: pytest.MonkeyPatch, full_reading: Reading) -> None:
    monkeypatch.setattr(shelves, "READINGS", 2)
    shelf = Shelf()
    shelf.put([("first", full_reading), ("second", full_reading)])
    assert shelf.get("first")
    shelf.put([("third", full_reading)])
    assert [bool(shelf.get(name)) for name in ("first", "second", "third")] == [True, False, True]
