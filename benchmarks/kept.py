"""What two case files keep, row by row: `python -m benchmarks.kept one.db other.db` says where they differ.

Two versions that claim to find the same grow a case each from the same readings, in the same order, and with one
`PYTHONHASHSEED`.
"""

import argparse
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

from accordingto.record.tables import META

BESIDE = frozenset({"recorded_at", "seq"})  # when a row was written, and as which


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kept", description=__doc__)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    asked = parser.parse_args()
    found = compare_files(asked.one, asked.other)
    for table, (rows, only_one, only_other) in found.items():
        print(f"{table:14} {rows:10,} rows in both, {only_one:,} only in the one, {only_other:,} only in the other")
    sys.exit(any(only_one or only_other for _, only_one, only_other in found.values()))


def compare_files(one: Path, other: Path) -> dict[str, tuple[int, int, int]]:
    """For each table of a case how many rows the two files share, and how many only one of them has."""
    with closing(sqlite3.connect(one)) as first, closing(sqlite3.connect(other)) as second:
        return {table: _compared(_rows(first, table), _rows(second, table)) for table in sorted(META.tables)}


def _compared(one: Counter[str], other: Counter[str]) -> tuple[int, int, int]:
    return (one & other).total(), (one - other).total(), (other - one).total()


def _rows(case: sqlite3.Connection, table: str) -> Counter[str]:
    names = [f'"{column.name}"' for column in META.tables[table].c if column.name not in BESIDE]
    return Counter(map(repr, case.execute(f"SELECT {', '.join(names)} FROM {table}")))


if __name__ == "__main__":
    main()
