"""One case file: opened, checked, brought up to date, and handed out one transaction at a time.

A case is SQLite in WAL mode: whoever asks never waits for whoever writes, and a process killed at any moment leaves
the last whole transaction. Writers queue: each takes the file when it begins, so none finds it changed half-way.
"""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError

from accordingto.errors import Busy, NewerCase, NotACase, RecordError

APPLICATION_ID = 0x4163546F  # "AcTo": how a case is told from any other SQLite file
SCHEMA = 9  # the number of the last migration, kept in the file as its user_version
MAGIC = b"SQLite format 3\x00"
CACHE_KIB = 65536  # of the file in memory: keys are hashes, so what is looked up lies all over it
LOG_PAGES = 4000  # of the write-ahead log before it is folded into the file; one report writes some 350
WAIT_S = 60.0  # for another writer; one that takes longer than this is stuck
MEMORY = ":memory:"
# JSON as short as it goes, with letters as letters, so that a noun can also be searched as it stands.
Record = Connection  # an open transaction, under a name that `casebook` may say
AS_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Store:
    """An open case file. Only `casebook` begins its transactions."""

    def __init__(self, path: str, engine: Engine) -> None:
        self._path = path
        self._engine = engine
        self._held: ContextVar[Connection | None] = ContextVar("held", default=None)

    def close(self) -> None:
        """Let go of the file; the last to leave folds the write-ahead log into it."""
        self._engine.dispose()

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """The case as it stands at this moment, or since `holding` began, whatever others write meanwhile."""
        if held := self._held.get():
            yield held
        else:
            with self._transaction(writing=False) as connection:
                yield connection

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Whoever looks within this, in this thread, sees one and the same moment of the case."""
        with self.looking() as connection:
            before = self._held.set(connection)
            try:
                yield
            finally:
                self._held.reset(before)

    @contextmanager
    def writing(self, *, wait: float | None = None) -> Iterator[Connection]:
        """The case held for one writer: all that is written is kept together, or none of it when an error comes.

        Who waits longer than `wait` seconds for another writer, or than WAIT_S where it is None, is told Busy.
        """
        with self._transaction(writing=True, wait=wait) as connection:
            yield connection

    def keep_log(self) -> None:
        """The file keeps a write-ahead log from now on. SQLite does not wait by itself when two ask for it at once."""
        deadline = time.monotonic() + WAIT_S
        with closing(self._engine.raw_connection()) as raw:
            while True:
                try:
                    raw.cursor().execute("PRAGMA journal_mode = WAL")
                    return
                except sqlite3.OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > deadline:
                        raise RecordError(f"{self._path}: {error}; {_remedy(error)}") from error
                time.sleep(0.01)

    @contextmanager
    def _transaction(self, *, writing: bool, wait: float | None = None) -> Iterator[Connection]:
        try:
            with self._engine.execution_options(writing=writing, wait=wait).begin() as connection:
                yield connection
        except IntegrityError:
            raise  # rows that do not fit each other are a mistake of ours, not of the file
        except DBAPIError as error:
            kind = Busy if _is_held(error.orig) else RecordError
            raise kind(f"{self._path}: {error.orig}; {_remedy(error.orig)}") from error
        except self._engine.dialect.loaded_dbapi.Error as error:  # of a question put to the driver itself
            kind = Busy if _is_held(error) else RecordError
            raise kind(f"{self._path}: {error}; {_remedy(error)}") from error


def open_store(path: str | Path) -> Store:
    """The case in this file, new or up to date. A file that is no case, or a later version's, is left as it is."""
    name = str(path)
    if name != MEMORY:
        _check_file(Path(path))
    store = Store(name, _make_engine(name))
    try:
        _prepare(store, name)
    except BaseException:
        store.close()
        raise
    return store


def _check_file(path: Path) -> None:
    """Nothing is at this path, or a file that may be a case."""
    if path.is_dir():
        raise NotACase(f"{path} is a folder; name a file in it, such as {path / 'case.db'}")
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not path.exists():
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(MAGIC))
    except OSError as error:
        raise RecordError(f"{path}: {error.strerror}; check who may read and write it") from error
    if head and head != MAGIC:
        raise NotACase(f"{path} is not a case: it is no SQLite file; name another, a new case is made where none is")


def _make_engine(name: str) -> Engine:
    url = URL.create("sqlite", database=name)
    # The connection used last is used next: what it has in memory is what was asked for last.
    pool = {"poolclass": StaticPool} if name == MEMORY else {"pool_use_lifo": True}
    connect = {"timeout": WAIT_S, "check_same_thread": False}
    engine = create_engine(url, connect_args=connect, json_serializer=AS_TEXT, **pool)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # the driver begins nothing on its own: `_begin` does
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {LOG_PAGES}")
    connection.execute("PRAGMA synchronous = FULL")  # what was committed also outlives a power cut


def _begin(connection: Connection) -> None:
    asked = connection.get_execution_options()
    wait = WAIT_S if asked.get("wait") is None else asked["wait"]
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(wait * 1000)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if asked.get("writing", False) else "BEGIN")


def _prepare(store: Store, name: str) -> None:
    with store.looking() as record:
        version = _version(record, name)
    if version == SCHEMA:
        return
    if name != MEMORY:
        store.keep_log()
    with store.writing() as record:
        if _version(record, name) < SCHEMA:  # else another process was quicker
            _migrate(record)


def _version(record: Connection, name: str) -> int:
    """The migration the case stands at; 0 for an empty file."""
    made_by = record.exec_driver_sql("PRAGMA application_id").scalar_one()
    version: int = record.exec_driver_sql("PRAGMA user_version").scalar_one()
    empty = not record.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if made_by != APPLICATION_ID and not (empty and made_by == 0):
        raise NotACase(f"{name} is not a case: another program's database; name another file")
    if version > SCHEMA:
        raise NewerCase(f"{name} was written by a later version (tables {version}, known up to {SCHEMA}); upgrade")
    return version


def _migrate(record: Connection) -> None:
    from alembic import command  # late: most files are up to date
    from alembic.config import Config

    config = Config(attributes={"connection": record})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    command.upgrade(config, "head")
    record.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    record.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _is_held(error: BaseException | None) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _remedy(error: BaseException | None) -> str:
    words = str(error)
    if _is_held(error):
        return "another program holds the case; try again when it is done"
    if "malformed" in words or "not a database" in words:
        return "the file is damaged; copy it aside and take your last good copy"
    return "check that the disk has room and that the file and its folder may be written"
