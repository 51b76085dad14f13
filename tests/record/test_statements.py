"""Statements: rows go in and come back by key, however many keys are asked for, and in the words of any engine."""

import pytest
from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite

from accordingto.record.statements import SIZES, _given, _question, delete_each, delete_rows, find_rows, insert_rows
from accordingto.record.tables import copies, entries, pages

NAMES = ("key", "report", "event", "day")


@pytest.mark.parametrize("many", [0, 1, 3, 4, 5, 64, 65, SIZES[-1], SIZES[-1] + 3])
def test_each_row_of_the_keys_comes_once_however_many_are_asked_for(record: Connection, many: int) -> None:
    rows = [(key, 10 * key, 0, None) for key in range(many + 5)]
    insert_rows(record, entries, NAMES, rows)
    assert sorted(map(tuple, find_rows(record, entries.c.key, range(many)))) == rows[:many]
    delete_rows(record, entries.c.key, range(many))
    assert sorted(map(tuple, find_rows(record, entries.c.key, range(many + 5)))) == rows[many:]


def test_rows_are_told_by_several_columns(record: Connection) -> None:
    insert_rows(record, pages, ("kind", "report", "text"), [("names", 1, "a"), ("stands", 1, "b"), ("names", 2, "c")])
    assert [tuple(row) for row in find_rows(record, pages.c.report, [1], ("text",), kind="names")] == [("a",)]
    delete_rows(record, pages.c.report, [1, 2], kind="names")
    assert [tuple(row) for row in find_rows(record, pages.c.report, [1, 2])] == [("stands", 1, "b")]


def test_only_the_rows_with_all_of_the_values_go(record: Connection) -> None:
    insert_rows(record, entries, NAMES, [(1, 1, 0, 5), (1, 1, 1, 5), (1, 2, 0, None)])
    delete_each(record, entries, NAMES[:3], [(1, 1, 0), (1, 2, 1)])
    assert sorted(map(tuple, find_rows(record, entries.c.key, [1]))) == [(1, 1, 1, 5), (1, 2, 0, None)]


def test_a_noun_goes_in_and_comes_back_as_a_noun(record: Connection) -> None:
    record.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    insert_rows(record, copies, ("first", "second", "noun"), [("a", "b", {"overlap": 0.5, "reasons": ["ä"]})])
    (row,) = find_rows(record, copies.c.first, ["a"], ("noun",))
    assert list(row) == [{"overlap": 0.5, "reasons": ["ä"]}]
    delete_rows(record, copies.c.first, ["a"])


def test_an_engine_that_wants_names_gets_names() -> None:
    question = _question(postgresql.dialect(), pages.c.report, ("text",), 1, ("kind",))
    assert "%(key0)s" in question
    assert "%(kind)s" in question
    assert "?" in _question(sqlite.dialect(), pages.c.report, ("text",), 1, ("kind",))

    class Named:
        dialect = postgresql.dialect()

    assert _given(Named(), lambda: ("key0", "kind"), (1, "names")) == {"key0": 1, "kind": "names"}
