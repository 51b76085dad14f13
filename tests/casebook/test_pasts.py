"""A case as it stood: nothing that came later shows, whether by publication or by what the record held."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import text

from accordingto.casebook import PastCase, latest_publication
from accordingto.errors import NothingFound
from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.casts import Actor, Cast
from accordingto.terms.decisions import Standing
from accordingto.terms.reports import Report
from tests.casebook.conftest import hour
from tests.casebook.test_reviews import MIRA, Renamed

FOURTH = date(2016, 5, 4)


def refs(case):
    return {report.ref for report in case.reports()}


def record_at(case, table, when, where="1"):
    """As if these rows had been recorded at this moment."""
    with case._store.writing() as record:
        record.execute(text(f"UPDATE {table} SET recorded_at = '{when:%Y-%m-%d %H:%M:%S}' WHERE {where}"))


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (date(2016, 5, 2), set()),
        (date(2016, 5, 3), {"wire"}),
        (datetime(2016, 5, 4, 17, 59), {"wire"}),
        (datetime(2016, 5, 4, 18, tzinfo=UTC), {"wire", "rival"}),
        (FOURTH, {"wire", "post", "rival"}),
        (date(2016, 5, 6), {"wire", "post", "rival", "jets"}),
    ],
)
def test_a_report_is_there_once_it_was_surely_published(case, moment, shown):
    past = case.as_of(moment)
    assert refs(past) == shown
    assert {reading.report.ref for reading in past.readings()} == shown
    assert {report.ref for report in past.later} == refs(case) - shown


def test_a_report_whose_day_nobody_knows_is_left_out_and_counted(case, reader):
    case.ingest(Report.of(title="Undated", text="A school in Homs was bombed.", ref="undated"))
    case.read(reader=reader)
    past = case.as_of(date(2100, 1, 1))
    assert "undated" not in refs(past)
    assert [report.ref for report in past.undated] == ["undated"]
    assert past.later == ()


def test_a_report_is_there_from_the_day_that_its_text_bears_where_the_archive_has_another(case, reader):
    late = Report.of(
        title="Late",
        text="A school in Homs was bombed.",
        ref="late",
        published=date(2016, 5, 1),
        written=date(2016, 5, 9),
    )
    case.ingest(late)
    case.read(reader=reader)
    assert "late" not in refs(case.as_of(date(2016, 5, 8)))
    assert "late" in refs(case.as_of(date(2016, 5, 9)))
    assert latest_publication([late]) == case.catalogue().clock == datetime(2016, 5, 9, tzinfo=UTC)


def test_what_comparing_finds_then_is_what_comparing_those_reports_finds(case):
    past = case.as_of(FOURTH)
    assert past.comparison().incidents == compare_accounts(past.readings(), cast=case.cast()).incidents
    assert past.incidents() == past.comparison().incidents


def test_no_word_of_a_later_report_shows_anywhere(case):
    past = case.as_of(date(2016, 5, 3))
    later = {report.id for report in case.reports()} - {report.id for report in past.reports()}
    shown = repr((past.comparison(), past.readings(), past.claims(), past.search("Idlib OR Homs"), past.reviews()))
    assert not [report_id for report_id in later if report_id in shown]


def test_asking_of_the_past_changes_nothing(case):
    before = (case.reports(), case.readings(), case.comparison())
    case.as_of(FOURTH).comparison()
    assert (case.reports(), case.readings(), case.comparison()) == before
    assert not any(hasattr(PastCase, verb) for verb in ("ingest", "read", "reconcile", "split", "keep_cast"))


def test_the_clock_of_announcements_stands_at_the_moment(case, reader):
    promise = "Buses will leave Homs at 6am on Friday, the governor said."
    case.ingest(Report.of(title="Buses to leave", text=promise, published=date(2016, 5, 5), ref="promise"))
    case.read(reader=reader)
    kinds = {}
    for moment in (date(2016, 5, 5), date(2016, 5, 9)):
        (outcome,) = case.as_of(moment).comparison().outcomes
        kinds[moment.day] = outcome.kind.value
    assert kinds == {5: "no report yet", 9: "overdue, no report"}


def test_claims_and_finds_are_those_of_the_reports_of_then(case):
    past = case.as_of(date(2016, 5, 3))
    assert {hit.report.ref for hit in past.claims(about="market")} == {"wire"}
    assert {hit.report.ref for hit in past.search("market")} == {"wire"}
    assert {hit.report.ref for hit in case.search("market")} == {"wire", "post", "rival"}
    assert len(case.as_of(FOURTH).search("market", limit=2)) == 2


def test_a_report_of_later_is_not_there(case):
    with pytest.raises(NothingFound, match="report jets was not there by 2016-05-04"):
        case.as_of(FOURTH).report("jets")
    assert case.as_of(FOURTH).report("wire").ref == "wire"


def test_an_incident_goes_by_the_name_that_it_had_and_by_the_one_that_it_has(case, told_by):
    past = case.as_of(date(2016, 5, 3))
    (then,) = past.incidents()
    today = told_by("wire", "post", "rival")
    assert then.incident.id != today.incident.id
    assert past.incident(then.incident.name) == then
    assert past.incident(today.incident.name) == then


def test_an_incident_of_which_nothing_was_told_then_is_named(case, told_by):
    with pytest.raises(NothingFound, match="was told by then"):
        case.as_of(FOURTH).incident(told_by("jets").incident.id)
    with pytest.raises(NothingFound, match="no incident goes by 'nowhere'"):
        case.as_of(FOURTH).incident("nowhere")


def test_what_were_several_incidents_then_is_named(case, told_by):
    record_at(case, "reports", hour(0))
    record_at(case, "readings", hour(0))
    record_at(case, "choices", hour(0))
    both = case.merge(
        told_by("wire", "post", "rival").incident.id, told_by("jets").incident.id, MIRA, "one", at=hour(2)
    )
    with pytest.raises(NothingFound, match="was 2 incidents then"):
        case.as_of(hour(1), known=True).incident(both.after[0].incident.id)


def test_by_publication_every_decision_of_today_holds(case, told_by):
    case.split(told_by("wire", "post", "rival").incident.id, ["rival"], MIRA, "another market", at=hour(1))
    past = case.as_of(FOURTH)
    assert sorted(len(found.incident.report_ids) for found in past.incidents()) == [1, 2]
    assert [kept.standing for kept in past.reviews()] == [Standing.IN_FORCE]


def test_known_is_what_the_case_held_by_then_whenever_it_was_published(case, told_by, reader):
    record_at(case, "reports", hour(0))
    record_at(case, "reports", hour(5), "ref = 'wire'")  # published first, ingested last
    for table in ("readings", "choices"):
        record_at(case, table, hour(5))
    assert refs(case.as_of(hour(4), known=True)) == {"post", "rival", "jets"}
    assert case.as_of(hour(4), known=True).readings() == ()
    assert refs(case.as_of(hour(5), known=True)) == {"wire", "post", "rival", "jets"}
    assert case.as_of(hour(5), known=True).comparison().incidents == case.comparison().incidents


def test_known_counts_reports_whose_day_nobody_knows(case, reader):
    case.ingest(Report.of(title="Undated", text="A school in Homs was bombed.", ref="undated"))
    record_at(case, "reports", hour(0))
    past = case.as_of(hour(1), known=True)
    assert "undated" in refs(past)
    assert past.undated == ()


def test_known_has_the_readings_the_cast_and_the_decisions_of_then(case, told_by, reader):
    first = case.readings()
    incident = told_by("wire", "post", "rival").incident
    for table in ("reports", "readings", "choices"):
        record_at(case, table, hour(0))
    case.keep_cast(Cast((Actor("Harbour Brigade", country="Syria"),)))
    record_at(case, "casts", hour(2))
    case.split(incident.id, ["rival"], MIRA, "another market", at=hour(3))
    record_at(case, "reviews", hour(3))
    case.read(reader=Renamed(reader, "later"))
    record_at(case, "readings", hour(4), "reader = 'renamed'")
    with case._store.writing() as record:
        last = "reading IN (SELECT seq FROM readings WHERE reader = 'renamed')"
        record.execute(text(f"UPDATE choices SET recorded_at = '{hour(4):%Y-%m-%d %H:%M:%S}' WHERE {last}"))
    told = {}
    for number in range(1, 5):
        past = case.as_of(hour(number), known=True)
        told[number] = (
            past.readings() == first,
            "harbour-brigade" in past.cast().by_key(),
            len(past.reviews()),
            sorted(len(found.incident.report_ids) for found in past.incidents()),
        )
    assert told == {
        1: (True, False, 0, [1, 3]),
        2: (True, True, 0, [1, 3]),
        3: (True, True, 1, [1, 1, 2]),
        4: (False, True, 1, [1, 1, 2]),
    }
    assert {hit.reading.reader for hit in case.as_of(hour(1), known=True).claims()} == {first[0].reader}
