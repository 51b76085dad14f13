"""Tables as CSV hold what they are given, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from accordingto.show.export.tables import csv_text


def test_rows_come_back_as_they_went_in():
    rows = [("name", "reports"), ("a, b and “c”", 3), ("two\nlines", None)]
    assert list(csv.reader(io.StringIO(csv_text(rows), newline=""))) == [
        ["name", "reports"],
        ["a, b and “c”", "3"],
        ["two\nlines", ""],
    ]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\tx"])
def test_words_that_begin_like_a_formula_stay_words(words):
    assert next(csv.reader(io.StringIO(csv_text([(words,)])))) == [f"'{words}"]
