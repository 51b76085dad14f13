"""A case knows when it took in what it holds, and each of its states has a name of its own."""

from datetime import UTC, datetime, timedelta

import pytest

from accordingto.casebook import open_case
from accordingto.terms.reports import Report

WIRE = Report.of(
    title="Shells hit a mill",
    text="At least 12 people were killed when shells hit a mill in Idlib on Monday, medics said.",
    outlet="The Lamp (invented)",
    ref="lamp-1",
)
LATER = Report.of(title="Toll rises", text="The toll has risen to 15, medics said.", outlet="The Lamp (invented)")


@pytest.fixture
def case():
    with open_case(":memory:") as case:
        case.ingest(WIRE)
        case.read()
        case.reconcile()
        yield case


def test_a_report_came_in_and_was_read_at_a_moment_in_utc(case):
    (arrival,) = case.arrivals([WIRE.id])
    assert arrival.report_id == WIRE.id
    assert arrival.came_in.tzinfo is UTC
    assert datetime.now(UTC) - arrival.came_in < timedelta(minutes=5)
    assert [(made.reader.name, made.decided) for made in arrival.readings] == [("accordingto", False)]


def test_what_people_decide_is_a_further_reading(case):
    case.correct("lamp-1", "figure", 0, "low", 13, "Mira (invented)", "recount", at=datetime.now(UTC))
    (arrival,) = case.arrivals([WIRE.id])
    assert [made.decided for made in arrival.readings] == [False, True]


def test_an_edition_changes_with_what_comes_in_or_is_decided_and_only_then(case):
    first = case.edition()
    assert case.edition() == first
    assert case.changed_at() == first.moment
    case.ingest(LATER)
    second = case.edition()
    case.reject("lamp-1", "figure", 0, "Mira (invented)", "no count", at=datetime.now(UTC))
    assert len({first.hash, second.hash, case.edition().hash}) == 3


def test_an_edition_is_the_same_on_any_machine(case):
    with open_case(":memory:") as other:
        other.ingest(LATER)
        other.ingest(WIRE)
        case.ingest(LATER)
        case.read()
        other.read()
        assert other.edition().hash == case.edition().hash


def test_a_case_seen_from_its_last_change_is_the_same_edition(case):
    now = case.edition()
    assert case.as_of(now.moment, known=True).edition() == now


def test_a_case_seen_earlier_is_another_edition_and_knows_no_arrival(case):
    early = case.as_of(case.edition().moment - timedelta(hours=1), known=True)
    assert early.edition().hash != case.edition().hash
    assert early.arrivals([WIRE.id]) == ()


def test_an_empty_case_has_an_edition_and_no_moment():
    with open_case(":memory:") as case:
        assert case.edition().moment is None
