import sqlite3
import struct
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from accordingto.errors import NewerCase, NotACase, RecordError
from accordingto.record import store as store_module
from accordingto.record.reports import keep_reports, load_reports
from accordingto.record.statements import find_rows
from accordingto.record.store import APPLICATION_ID, SCHEMA, Store, open_store
from accordingto.record.tables import META, crowds
from accordingto.terms.reports import Report

REPORT = Report.of(title="A title", text="A bridge was hit.")


def pragma(store: Store, name: str) -> object:
    with store.looking() as record:
        return record.execute(text(f"PRAGMA {name}")).scalar_one()


def test_a_new_case_keeps_a_log_and_its_references_and_says_what_it_is(tmp_path: Path) -> None:
    store = open_store(tmp_path / "new.db")
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "synchronous") == 2
    assert pragma(store, "application_id") == APPLICATION_ID
    assert pragma(store, "user_version") == SCHEMA
    store.close()


def test_what_was_written_is_there_when_the_case_is_opened_again(tmp_path: Path) -> None:
    for _ in range(2):
        store = open_store(tmp_path / "case.db")
        with store.writing() as record:
            keep_reports(record, [REPORT])
        store.close()
    with open_store(tmp_path / "case.db").looking() as record:
        assert load_reports(record) == (REPORT,)


def test_a_closed_case_is_one_file(tmp_path: Path) -> None:
    store = open_store(tmp_path / "case.db")
    with store.writing() as record:
        keep_reports(record, [REPORT])
    store.close()
    assert [path.name for path in tmp_path.iterdir()] == ["case.db"]


def test_an_error_leaves_nothing_half_written(tmp_path: Path) -> None:
    store = open_store(tmp_path / "case.db")

    def fail() -> None:
        with store.writing() as record:
            keep_reports(record, [REPORT])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    with store.looking() as record:
        assert load_reports(record) == ()
    store.close()


def test_who_looks_sees_one_state_while_another_writes(tmp_path: Path) -> None:
    one, other = open_store(tmp_path / "case.db"), open_store(tmp_path / "case.db")
    with one.looking() as looking:
        assert load_reports(looking) == ()
        with other.writing() as record:
            keep_reports(record, [REPORT])
        assert load_reports(looking) == ()
    with one.looking() as looking:
        assert load_reports(looking) == (REPORT,)
    one.close()
    other.close()


def test_a_writer_that_waits_too_long_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_module, "WAIT_S", 0.05)
    store = open_store(tmp_path / "case.db")
    holder = sqlite3.connect(tmp_path / "case.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="another program holds the case"), store.writing():
        pass
    with store.looking() as record:
        assert load_reports(record) == ()
    holder.close()
    store.close()


def test_the_migrations_end_at_the_tables(tmp_path: Path) -> None:
    store = open_store(tmp_path / "case.db")
    ours = set(META.tables)
    with store.looking() as record:
        context = MigrationContext.configure(
            record, opts={"include_name": lambda name, kind, _: kind != "table" or name in ours}
        )
        assert compare_metadata(context, META) == []
    store.close()


def test_the_schema_number_is_that_of_the_last_migration() -> None:
    script = ScriptDirectory(str(Path(store_module.__file__).parent / "migrations"))
    assert script.get_current_head() == f"{SCHEMA:04}"


def _text_file(path: Path) -> None:
    path.write_text("A report that somebody took for a case.", encoding="utf-8")


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def _marked_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 42")
    connection.close()


@pytest.mark.parametrize("make", [_text_file, _other_database, _marked_database])
def test_a_file_that_is_no_case_is_refused_and_left_as_it_was(make, tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(NotACase, match="not a case"):
        open_store(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["case.db"]


def test_a_case_of_a_later_version_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    open_store(path).close()
    with path.open("r+b") as file:
        file.seek(60)  # where SQLite keeps user_version
        file.write(struct.pack(">I", SCHEMA + 1))
    before = path.read_bytes()
    with pytest.raises(NewerCase, match="written by a later version"):
        open_store(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match="is a folder"):
        open_store(tmp_path)


def test_a_case_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="does not exist"):
        open_store(tmp_path / "missing" / "case.db")


def test_a_damaged_case_says_so(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    store = open_store(path)
    with store.writing() as record:
        keep_reports(record, [Report.of(title=f"{n}", text="words " * 50) for n in range(300)])
    store.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(byte ^ 0x55 for byte in data[4096:]))
    with pytest.raises(RecordError, match="damaged"):
        open_store(path)


def test_an_empty_file_becomes_a_case(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    path.touch()
    open_store(path).close()
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_a_question_put_to_the_driver_itself_says_what_is_wrong_as_any_other(tmp_path: Path) -> None:
    store = open_store(tmp_path / "case.db")
    with store.writing() as record:
        record.execute(text("DROP TABLE crowds"))
    with pytest.raises(RecordError, match="no such table: crowds; check that"), store.looking() as record:
        list(find_rows(record, crowds.c.key, [1]))
