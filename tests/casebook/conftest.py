"""A case of three invented reports of one shelling and one of another, and hours to decide in."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from accordingto.casebook import Casebook, open_case
from accordingto.read.reader import Reader
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.reports import Report

TEXTS = {
    "wire": (date(2016, 5, 3), "Shells hit the market in Idlib on Tuesday and killed at least 30 people, medics said."),
    "post": (
        date(2016, 5, 4),
        "At least 30 people died when shells hit the market in Idlib on Tuesday, the Rescue League said.",
    ),
    "rival": (
        datetime(2016, 5, 4, 18, tzinfo=UTC),
        "The army said that shells hit the market in Idlib on Tuesday and killed 12 people.",
    ),
    "jets": (date(2016, 5, 5), "Jets bombed a school in Homs on Thursday and killed 4 people, teachers said."),
}


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def reports() -> dict[str, Report]:
    """The reports by the names that their own files give them."""
    return {
        ref: Report.of(title=f"News of {ref}", text=text, outlet=f"{ref.title()} (invented)", published=when, ref=ref)
        for ref, (when, text) in TEXTS.items()
    }


@pytest.fixture
def case(reports: dict[str, Report], reader: Reader) -> Casebook:
    """The case in memory, read and reconciled."""
    case = open_case(":memory:")
    case.ingest(*reports.values())
    case.read(reader=reader)
    case.reconcile()
    return case


@pytest.fixture
def told_by(case: Casebook) -> Callable[..., IncidentFindings]:
    """The incident that these reports tell of, and no other report: `told_by("wire", "post")`."""

    def found(*refs: str) -> IncidentFindings:
        ids = {case.report(ref).id for ref in refs}
        (one,) = (one for one in case.incidents() if set(one.incident.report_ids) == ids)
        return one

    return found


def hour(number: int) -> datetime:
    return datetime(2020, 5, 4, tzinfo=UTC) + timedelta(hours=number)
