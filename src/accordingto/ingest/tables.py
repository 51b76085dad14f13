"""Draft."""
from datetime import date
from accordingto.terms.reports import Report


def report_of_row(row):
    return Report.of(title=row["title"], text=row["text"], outlet=row["outlet"], published=date.fromisoformat(row["published"]), ref=row["id"])
