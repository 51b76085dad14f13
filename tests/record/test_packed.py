"""A packed reading is the reading, and makes nouns only of what is looked at."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection

from accordingto.record import packed
from accordingto.record.packed import load_packed
from accordingto.record.readings import NOUNS, keep_readings, load_readings_at
from accordingto.record.reports import keep_reports
from accordingto.terms.readings import Reading


@pytest.fixture
def kept(record: Connection, full_reading: Reading) -> Reading:
    keep_reports(record, [full_reading.report])
    keep_readings(record, [full_reading])
    return load_packed(record, [1])[1]


def test_it_equals_the_reading_from_either_side(kept: Reading, full_reading: Reading, record: Connection) -> None:
    assert kept == full_reading
    assert full_reading == kept
    assert load_packed(record, [1]) == load_readings_at(record, [1])
    assert kept != replace(full_reading, notes=("other",))
    assert kept != "a reading"
    assert (kept.id, hash(kept)) == (full_reading.id, hash(full_reading))
    assert all(getattr(full_reading, name) for name in NOUNS)


def test_what_is_made_of_it_is_a_reading(kept: Reading, full_reading: Reading) -> None:
    assert replace(kept, figures=()) == replace(full_reading, figures=())


def test_a_list_is_put_together_once_when_it_is_looked_at(kept: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[type] = []
    make = packed.from_json
    monkeypatch.setattr(packed, "from_json", lambda kind, noun: made.append(kind) or make(kind, noun))
    assert kept.report.title
    assert not made
    assert kept.figures == kept.figures
    assert made == [NOUNS["figures"]] * len(kept.figures)


def test_it_has_nothing_that_a_reading_has_not(kept: Reading) -> None:
    with pytest.raises(AttributeError, match="confidence"):
        kept.confidence  # type: ignore[attr-defined]  # noqa: B018


def test_a_reading_that_is_not_there_is_left_out(kept: Reading, record: Connection) -> None:
    assert list(load_packed(record, [1, 7])) == [1]
    assert load_packed(record, []) == {}
