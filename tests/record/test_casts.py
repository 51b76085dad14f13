from pathlib import Path

from sqlalchemy import Connection

from accordingto.record.casts import keep_cast, load_casts, load_own_cast
from accordingto.record.readings import choose_readings, keep_readings, load_latest_readings
from accordingto.record.reports import keep_reports
from accordingto.record.store import open_store
from accordingto.terms.casts import Actor, ActorKind, Cast, Sector
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from tests.record.olden import make_old_case

ONE = Cast((Actor("Harbour Brigade", aliases=("HB",), country="Syria", sector=Sector.REB, side="the coast"),))
OTHER = Cast((Actor("Coast Republic", ActorKind.STATE, code="CST", adjectives=("Coastal",)),))
REPORT = Report.of(title="A title", text="A bridge was hit.")


def test_a_case_without_a_cast_has_one_without_actors(record: Connection) -> None:
    assert load_own_cast(record) == Cast()
    assert load_casts(record) == ()


def test_the_last_cast_is_in_force_and_those_before_are_kept(record: Connection) -> None:
    assert [keep_cast(record, cast) for cast in (ONE, ONE, OTHER, ONE)] == [True, False, True, True]
    assert load_own_cast(record) == ONE
    assert [(kept.number, kept.cast) for kept in load_casts(record)] == [(1, ONE), (2, OTHER), (3, ONE)]


def test_a_cast_that_says_nothing_is_no_change_where_there_is_none(record: Connection) -> None:
    assert not keep_cast(record, Cast())
    assert load_casts(record) == ()


def test_an_earlier_reader_s_reading_is_asked_again_once_it_is_chosen(record: Connection) -> None:
    first, second = (Reading(REPORT, ReaderName("reader", "1", settings)) for settings in ("a", "b"))
    keep_reports(record, [REPORT])
    for reading in (first, second):
        keep_readings(record, [reading])
        assert load_latest_readings(record) == (reading,)
    assert choose_readings(record, first.reader) == 1
    assert load_latest_readings(record) == (first,)
    assert choose_readings(record, first.reader) == 0


def test_a_case_from_before_casts_keeps_asking_the_readings_it_asked(tmp_path: Path) -> None:
    reading = Reading(REPORT, ReaderName("reader", "1", "a"))
    make_old_case(
        tmp_path / "case.db",
        1,
        "INSERT INTO reports (seq, id, name, outlet, title, text, noun) "
        f"VALUES (1, '{REPORT.id}', 'x', '{REPORT.outlet}', '{REPORT.title}', '{REPORT.text}', '{{}}')",
        "INSERT INTO readings (seq, id, report, reader, version, settings, notes) "
        f"VALUES (1, '{reading.id}', 1, 'reader', '1', 'a', '[]')",
    )
    with open_store(tmp_path / "case.db").looking() as record:
        assert load_latest_readings(record) == (reading,)
        assert load_own_cast(record) == Cast()
