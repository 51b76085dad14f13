"""A process killed (SIGKILL) at any moment loses nothing committed and leaves a file that opens."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text

from accordingto.casebook import Casebook, open_case
from accordingto.read.reader import Reader
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes the way Unix does")
FORK = multiprocessing.get_context("fork" if sys.platform != "win32" else None)
REPORTS = tuple(
    Report.of(
        title=f"Market hit, report {n}",
        text=f"At least {n + 2} people were killed when shells hit a market in Idlib on Monday, medics said. " * 3,
        outlet=f"Outlet {n} (invented)",
        ref=f"r{n}",
    )
    for n in range(12)
)
VERBS: dict[str, Callable[[Casebook, Reader], Any]] = {
    "ingest": lambda case, reader: case.ingest(*REPORTS),
    "read": lambda case, reader: case.read(reader=reader),
    "reconcile": lambda case, reader: case.reconcile(),
}


class Remembering(Reader):
    """Reads each report once: what is killed here is the record, over and over."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Reading] = {}
        self._name = super().name

    @property
    def name(self) -> Any:
        return self._name

    def read(self, report: Report) -> Reading:
        if report.id not in self._known:
            self._known[report.id] = super().read(report)
        return self._known[report.id]


@pytest.fixture(scope="module")
def reader() -> Reader:
    reader = Remembering()
    for report in REPORTS:
        reader.read(report)
    return reader


def in_a_process(work: Callable[[], Any]) -> int | None:
    """Runs this in a process of its own; its exit code, minus nine where it was killed."""
    process = FORK.Process(target=work)
    process.start()
    process.join(120)
    return process.exitcode


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_at_step(case: Casebook, step: int) -> None:
    """The process is killed at this step of what it does next with the file: a statement, a commit."""
    left = [step]

    def count(*_: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            die()

    engine = case._store._engine
    for moment in ("before_cursor_execute", "after_cursor_execute", "commit"):
        event.listen(engine, moment, count)


def rows_of(path: Path) -> dict[str, list[Any]]:
    """All that the file holds, but for when it was written."""
    connection = sqlite3.connect(path)
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
    found = {}
    for name in names:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{name}')") if row[1] != "recorded_at"]
        if not name.startswith("report_words"):
            listed = ", ".join(f'"{column}"' for column in columns)
            found[name] = connection.execute(f"SELECT {listed} FROM {name} ORDER BY {listed}").fetchall()
    connection.close()
    return found


def check_whole(path: Path) -> None:
    """The file is a sound case."""
    with open_case(path) as case, case._store.looking() as record:
        assert record.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        assert record.execute(text("PRAGMA foreign_key_check")).all() == []
        bodies = record.execute(text("SELECT count(*) FROM reports")).scalar_one()
        assert record.execute(text("SELECT count(*) FROM report_words_docsize")).scalar_one() == bodies
    with open_case(path) as case, case._store.writing() as record:
        record.execute(text("INSERT INTO report_words(report_words) VALUES ('integrity-check')"))


def run_before(path: Path, verb: str, reader: Reader) -> None:
    """The case as it is when the verb's turn comes."""
    with open_case(path) as case:
        for earlier in list(VERBS)[: list(VERBS).index(verb)]:
            VERBS[earlier](case, reader)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_killed_at_any_step_is_done_whole_or_not_at_all(verb: str, tmp_path: Path, reader: Reader) -> None:
    def run(path: Path, step: int) -> None:
        with open_case(path) as case:
            die_at_step(case, step)
            VERBS[verb](case, reader)

    waiting, whole = tmp_path / "waiting.db", tmp_path / "whole.db"
    run_before(waiting, verb, reader)
    shutil.copy(waiting, whole)
    before = rows_of(whole)
    with open_case(whole) as case:
        VERBS[verb](case, reader)
    after = rows_of(whole)
    assert before != after
    seen = []
    for step in range(1000):
        path = tmp_path / f"{step}.db"
        shutil.copy(waiting, path)
        code = in_a_process(lambda path=path, step=step: run(path, step))
        check_whole(path)
        assert rows_of(path) in (before, after)
        seen.append(rows_of(path) == after)
        with open_case(path) as case:
            VERBS[verb](case, reader)
        assert rows_of(path) == after
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert seen == sorted(seen), "once it is whole it stays whole"
    assert seen.count(False) >= 5, "it was killed inside the transaction"


def test_a_case_killed_while_it_is_made_can_be_made(tmp_path: Path) -> None:
    def run(path: Path, delay: float) -> None:
        signal.setitimer(signal.ITIMER_REAL, delay)
        signal.signal(signal.SIGALRM, lambda *_: die())
        open_case(path).close()
        signal.setitimer(signal.ITIMER_REAL, 0)

    codes = set()
    for n in range(25):
        path = tmp_path / f"{n}.db"
        codes.add(in_a_process(lambda path=path, n=n: run(path, 0.002 + 0.004 * n)))
        check_whole(path)
        with open_case(path) as case:
            assert case.ingest(*REPORTS).new == REPORTS
    assert -signal.SIGKILL in codes


def test_a_run_killed_at_random_moments_gets_done_in_the_end(tmp_path: Path, reader: Reader) -> None:
    """The timer strikes in the midst of a statement as well as between two."""

    def run(path: Path) -> None:
        with open_case(path) as case:
            for verb in VERBS.values():
                verb(case, reader)

    path, whole = tmp_path / "case.db", tmp_path / "whole.db"
    run(whole)
    chance = random.Random(7)
    reports = 0
    for _ in range(30):
        process = FORK.Process(target=run, args=(path,))
        process.start()
        time.sleep(chance.uniform(0.0, 0.12))
        process.kill()
        process.join()
        check_whole(path)
        with open_case(path) as case:
            assert len(case.reports()) >= reports
            reports = len(case.reports())
    run(path)
    assert rows_of(path) == rows_of(whole)


def ingest_many(path: Path, some: tuple[Report, ...]) -> None:
    for report in some:
        with open_case(path) as case:
            case.ingest(report)


def test_processes_that_write_at_once_wait_for_each_other(tmp_path: Path, reader: Reader) -> None:
    """They make the file together, each brings its own reports and two that all bring, and all read."""

    def run(number: int) -> None:
        ingest_many(tmp_path / "case.db", (*REPORTS[number::4], *REPORTS[:2]))
        with open_case(tmp_path / "case.db") as case:
            case.read(reader=reader)
            case.reconcile()

    processes = [FORK.Process(target=run, args=(number,)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(120)
    assert [process.exitcode for process in processes] == [0] * 4
    check_whole(tmp_path / "case.db")
    with open_case(tmp_path / "case.db") as case:
        assert {report.id for report in case.reports()} == {report.id for report in REPORTS}
        assert case.read(reader=reader).skipped == len(case.readings()) == len(REPORTS)
