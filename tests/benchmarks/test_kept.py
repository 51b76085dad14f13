"""Kept: two case files are told apart by any row, and not by when it was written."""

from accordingto.casebook import open_case
from benchmarks.kept import compare_files
from tests.casebook.test_growth import keep
from tests.reconcile.growing import LEADS, OUTLETS, telling


def grown(path, toll):
    with open_case(path) as case:
        for outlet in OUTLETS[:2]:
            keep(case, [telling(outlet, "Harrat", 0, "shelling", toll, LEADS[0], False, "", 1)])
            case.reconcile()
    return path


def test_files_are_compared_row_by_row(tmp_path):
    one, same, other = (grown(tmp_path / f"{name}.db", toll) for name, toll in (("a", 9), ("b", 9), ("c", 12)))
    assert {table for table, (_, *differ) in compare_files(one, same).items() if any(differ)} == set()
    found = compare_files(one, other)
    assert found["incidents"] == (0, 1, 1)
    assert found["catalogue"] == (1, 0, 0)
