"""Tables as CSV: comma-separated, one header line, and no cell that a spreadsheet would take for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what spreadsheets act on at the start of a cell (OWASP, CSV injection)


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows, the header first, as CSV (RFC 4180)."""
    made = io.StringIO()
    csv.writer(made).writerows([_cell(value) for value in row] for row in rows)
    return made.getvalue()


def _cell(value: object) -> object:
    """Numbers as they are; words that begin like a formula behind an apostrophe, as spreadsheets write text."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
