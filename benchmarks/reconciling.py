"""How reconciling grows: `python -m benchmarks.reconciling --size 10000`; prints a line for each size on the way.

The first case is the reports themselves, compared in one go and one at a time. The others are readings made from theirs
(benchmarks/variants.py), kept in a case file portion by portion; at each size some are then added one at a time.
"""

import argparse
import gc
import math
import pickle
import sys
import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from accordingto.casebook import Casebook, open_case
from accordingto.read.reader import Reader
from accordingto.reconcile.accounts import compare_accounts
from accordingto.record.readings import keep_readings
from accordingto.record.reports import keep_reports
from accordingto.terms.readings import Reading
from benchmarks.corpora import load_corpus
from benchmarks.memory import peak
from benchmarks.variants import vary

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
PORTION = 500  # readings kept, and unless more are asked for reconciled, together while the case grows
SINGLE = 100  # readings added one at a time at each size
STEP = 5_000  # reports between two lines that say how it goes


@dataclass(frozen=True, slots=True)
class Single:
    """Milliseconds that adding one report took, of the processor and by the clock."""

    spent: tuple[float, ...]
    waited: tuple[float, ...]

    @property
    def words(self) -> str:
        ordered = sorted(self.spent)
        late = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
        waited = median(self.waited)
        return f"median {median(ordered):.1f} ms, 95 % under {late:.1f} ms of CPU; {waited:.1f} ms by the clock"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reconciling", description=__doc__)
    parser.add_argument("--reports", type=int, default=607, help="real reports to start from (607)")
    parser.add_argument("--size", type=int, default=3_000, help="reports that the case grows to (3,000)")
    parser.add_argument("--readings", type=Path, help="where the readings are kept between runs")
    parser.add_argument("--portion", type=int, default=PORTION, help="readings reconciled together on the way (500)")
    parser.add_argument("--case", type=Path, help="the case file to keep; one that is there grows on")
    asked = parser.parse_args()
    readings = _read(asked.reports, asked.readings)
    gc.freeze()  # what the variants are made from is the measurement's, and not to be looked through again and again
    if not (asked.case and asked.case.exists()):
        _whole(readings)
        _by_one(readings)
    with tempfile.TemporaryDirectory() as folder:
        grow(readings, asked.size, asked.case or Path(folder) / "case.db", asked.portion)


def _read(size: int, kept: Path | None) -> Sequence[Reading]:
    """The readings of the real reports; read once, where a file for them is named."""
    if kept and kept.exists():
        found: Sequence[Reading] = pickle.loads(kept.read_bytes())
        return found
    reader = Reader()
    readings = {r.report.id: r for r in map(reader.read, load_corpus(size).reports)}
    if kept:
        kept.write_bytes(pickle.dumps(tuple(readings.values())))
    return tuple(readings.values())


def _whole(readings: Sequence[Reading]) -> None:
    began = process_time()
    found = compare_accounts(readings)
    seconds = process_time() - began
    rate = f"{len(readings) / seconds:,.0f} reports per CPU second"
    _say(
        "in one go",
        f"{len(readings)} reports, {len(found.incidents)} incidents: {rate}, {seconds:.1f} s, {peak():.0f} MB",
    )


def _by_one(readings: Sequence[Reading]) -> None:
    with open_case(":memory:") as case:
        single = _add_singly(case, readings)
        _say("one at a time", f"{len(readings)} reports: {single.words}; {len(case.incidents())} incidents")


def grow(readings: Sequence[Reading], size: int, path: Path, portion: int = PORTION) -> None:
    """A case in this file grows to the size, and says at each size on the way what one more report costs."""
    made, single_at = vary(readings, size + SINGLE * len(SIZES)), sorted({size, *(n for n in SIZES if n < size)})
    costs: dict[int, float] = {}
    with open_case(path) as case:
        left, have = _skip(made, {report.id for report in case.reports()})
        for mark in (n for n in single_at if n > have):
            began, before = perf_counter(), have
            spent = _grow_to(case, left, have, mark, portion)
            rate, have = 1000 * spent / (mark - before), mark
            single = _add_singly(case, islice(left, SINGLE))
            costs[mark] = median(single.spent)
            megabytes = path.stat().st_size / 1e6
            wall = perf_counter() - began
            _say(
                f"{mark:,}",
                f"in portions {rate:.1f} ms of CPU a report; one more: {single.words}; {peak():.0f} MB, "
                f"file {megabytes:,.0f} MB, {wall:.0f} s",
            )
    if len(costs) > 1:
        first, last = min(costs), max(costs)
        exponent = math.log(costs[last] / costs[first]) / math.log(last / first)
        _say("growth", f"one more report costs as the case to the power of {exponent:.2f}")


def _skip(made: Iterator[Reading], known: Collection[str]) -> tuple[Iterator[Reading], int]:
    """The readings that the case does not have yet, and how many come before them."""
    for number, reading in enumerate(made):
        if reading.report.id not in known:
            return chain([reading], made), number
    return iter(()), len(known)


def _grow_to(case: Casebook, left: Iterator[Reading], have: int, mark: int, portion: int) -> float:
    """CPU seconds of reconciling portion by portion up to a size; a line every `STEP` says how it goes."""
    spent, since, before = 0.0, defaultdict[str, float](float), have
    while have < mark:
        size = min(portion, mark - have)
        since["making and keeping variants"] += _kept(case, left, size)
        seconds, have = _reconciled(case), have + size
        since["reconciling"] += seconds
        spent += seconds
        gc.freeze()  # what the case keeps at hand is not to be looked through while variants are made
        if have - before >= STEP:
            words = ", ".join(f"{what} {1000 * cost / (have - before):.1f}" for what, cost in since.items())
            _say(f"  at {have:,}", f"ms of CPU a report since the line before: {words}; {peak():.0f} MB")
            since.clear()
            before = have
    return spent


def _kept(case: Casebook, left: Iterator[Reading], size: int) -> float:
    """CPU seconds of making so many readings and keeping them, few at a time."""
    began = process_time()
    while size > 0 and (some := list(islice(left, min(size, PORTION)))):
        _keep(case, some)
        size -= len(some)
    return process_time() - began


def _add_singly(case: Casebook, readings: Sequence[Reading] | Iterator[Reading]) -> Single:
    spent, waited = [], []
    for reading in readings:
        _keep(case, [reading])
        began = perf_counter()
        spent.append(1000 * _reconciled(case))
        waited.append(1000 * (perf_counter() - began))
    return Single(tuple(spent), tuple(waited))


def _reconciled(case: Casebook) -> float:
    """CPU seconds of one run."""
    began = process_time()
    case.reconcile()
    return process_time() - began


def _keep(case: Casebook, readings: Sequence[Reading]) -> None:
    with case._store.writing() as record:
        keep_reports(record, [reading.report for reading in readings])
        keep_readings(record, readings)


def _say(what: str, words: str) -> None:
    print(f"{what:14} {words}", flush=True)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
