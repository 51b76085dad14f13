"""Statements: what a ledger asks and writes many times over, in SQL that is written out once for each engine.

SQLAlchemy writes it, from the tables, in the words of whichever engine holds the record; what it would do anew for each
call, naming each key, takes longer than the engine takes to answer.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from sqlalchemy import JSON, Column, Connection, Dialect, Table, and_, bindparam, delete, insert, select
from sqlalchemy.sql.base import Executable

SIZES = (1, 4, 16, 64, 256, 1024)  # keys in one question: few forms of each, so that engines know them again
WRITTEN = 5000  # rows handed to the engine at a time: a crowd of new reports makes millions

Shape = Callable[[Any], Any] | None


def find_rows(
    record: Connection, column: Column[Any], keys: Collection[Any], names: tuple[str, ...] = (), **where: Any
) -> Iterator[Sequence[Any]]:
    """The rows of a table where this column is one of the keys and others are as told; all of each, or the names."""
    names = names or tuple(one.name for one in column.table.c)
    texts = _as_texts(record.dialect, column.table, names)
    for asked in _in_sizes(keys):
        words = _question(record.dialect, column, names, len(asked), tuple(where))
        rows = _asked(record, words, _given(record, partial(_names, len(asked), where), (*asked, *where.values())))
        yield from _with_nouns(rows, texts) if texts and rows else rows


def _with_nouns(rows: Sequence[Sequence[Any]], texts: Iterable[int]) -> Iterator[Sequence[Any]]:
    """The rows with what the texts in these columns say in JSON, read all at once: there are hundreds, each short."""
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for number in texts:
        columns[number] = json.loads(f"[{','.join('null' if text is None else text for text in columns[number])}]")
    return zip(*columns, strict=True)


def find_unshaped(
    record: Connection, column: Column[Any], keys: Collection[Any], names: tuple[str, ...], **where: Any
) -> Iterator[Sequence[Any]]:
    """The same rows as the engine gives them: JSON may still be text, which `shape_of` reads."""
    for asked in _in_sizes(keys):
        words = _question(record.dialect, column, names, len(asked), tuple(where))
        yield from _asked(record, words, _given(record, partial(_names, len(asked), where), (*asked, *where.values())))


def all_rows(record: Connection, table: Table, names: tuple[str, ...]) -> Sequence[Sequence[Any]]:
    """These columns of every row, as the engine gives them."""
    return _asked(record, _written(select(*(table.c[name] for name in names)), record.dialect), ())


def shape_of(record: Connection, column: Column[Any]) -> Callable[[Any], Any]:
    """What reads the JSON that the engine gives for this column."""
    return json.loads if _as_texts(record.dialect, column.table, (column.name,)) else lambda value: value


def delete_rows(record: Connection, column: Column[Any], keys: Collection[Any], **where: Any) -> None:
    """No row is left where this column is one of the keys, and others are as told."""
    for asked in _in_sizes(keys):
        words = _deletion(record.dialect, column, len(asked), tuple(where))
        given = _given(record, partial(_names, len(asked), where), (*asked, *where.values()))
        record.exec_driver_sql(words, given)


def insert_rows(record: Connection, table: Table, names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """These rows are in the table; each has the values of the columns named, in this order."""
    left, shapes = iter(rows), _to_engine(record.dialect, table, names)
    words = _insertion(record.dialect, table, names)
    while some := [tuple(row) for row in islice(left, WRITTEN)]:
        if shapes:
            some = [tuple(s(v) if s else v for s, v in zip(shapes, row, strict=True)) for row in some]
        record.exec_driver_sql(words, [_given(record, lambda: names, row) for row in some])


def add_rows(record: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """These rows are in the table; all have the same columns."""
    if rows:
        insert_rows(record, table, tuple(rows[0]), (tuple(row.values()) for row in rows))


def delete_each(record: Connection, table: Table, names: tuple[str, ...], rows: Iterable[Sequence[Any]]) -> None:
    """No row is left of which the columns named have the values of one of these."""
    if some := [tuple(row) for row in rows]:
        words, those = _deletion_of_one(record.dialect, table, names), [f"that_{name}" for name in names]
        record.exec_driver_sql(words, [_given(record, lambda: those, row) for row in some])


def _names(size: int, also: Iterable[str]) -> Sequence[str]:
    return (*(f"key{number}" for number in range(size)), *also)


def _given(record: Connection, names: Callable[[], Sequence[str]], values: tuple[Any, ...]) -> Any:
    """The values as the engine's driver wants them: by their place in the statement, or by name."""
    return values if record.dialect.positional else dict(zip(names(), values, strict=True))


def _asked(record: Connection, words: str, given: Any) -> Sequence[Any]:
    """The rows that answer a question. It is put to the driver itself: there are dozens for each new report."""
    cursor = record.connection.cursor()
    try:
        cursor.execute(words, given)
        return cursor.fetchall()
    finally:
        cursor.close()


def _in_sizes(keys: Collection[Any]) -> Iterator[Sequence[Any]]:
    """The keys in lists that are as long as one of `SIZES`; the last is filled up with one of its own."""
    left = iter(keys)
    while some := list(islice(left, SIZES[-1])):
        size = next(size for size in SIZES if size >= len(some))
        yield (*some, *some[-1:] * (size - len(some)))


@lru_cache(maxsize=512)
def _question(dialect: Dialect, column: Column[Any], names: tuple[str, ...], size: int, also: tuple[str, ...]) -> str:
    return _written(select(*(column.table.c[name] for name in names)).where(*_fits(column, size, also)), dialect)


@lru_cache(maxsize=512)
def _deletion(dialect: Dialect, column: Column[Any], size: int, also: tuple[str, ...]) -> str:
    return _written(delete(column.table).where(*_fits(column, size, also)), dialect)


def _fits(column: Column[Any], size: int, also: tuple[str, ...]) -> Iterator[Any]:
    yield column.in_([bindparam(f"key{number}", type_=column.type) for number in range(size)])
    yield from (column.table.c[name] == bindparam(name) for name in also)


@lru_cache(maxsize=512)
def _insertion(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    return _written(insert(table).values({name: bindparam(name) for name in names}), dialect)


@lru_cache(maxsize=512)
def _deletion_of_one(dialect: Dialect, table: Table, names: tuple[str, ...]) -> str:
    return _written(delete(table).where(and_(*(table.c[name] == bindparam(f"that_{name}") for name in names))), dialect)


def _written(statement: Executable, dialect: Dialect) -> str:
    return str(statement.compile(dialect=dialect))  # type: ignore[attr-defined]


@lru_cache(maxsize=512)
def _as_texts(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[int, ...]:
    """The columns whose JSON this engine gives as text. Numbers and words come as they are, with any engine."""
    kinds = [table.c[name].type for name in names]
    own = {n: kind.dialect_impl(dialect) for n, kind in enumerate(kinds) if isinstance(kind, JSON)}
    return tuple(n for n, kind in own.items() if kind.result_processor(dialect, None))


@lru_cache(maxsize=512)
def _to_engine(dialect: Dialect, table: Table, names: tuple[str, ...]) -> tuple[Shape, ...]:
    shapes = tuple(table.c[name].type.dialect_impl(dialect).bind_processor(dialect) for name in names)
    return shapes if any(shapes) else ()
