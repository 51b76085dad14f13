"""Whatever goes by an id is found by it, by its name and by the start of it."""

import re

import pytest

from accordingto.errors import NothingFound
from accordingto.terms.decisions import KeptReview
from tests.casebook.conftest import hour
from tests.casebook.test_reviews import MIRA, Renamed


@pytest.fixture
def market(told_by):
    return told_by("wire", "post", "rival")


def findings(market):
    return [*market.incident.links, *market.origins, *market.copies, *market.tolls, *market.agreements]


def test_every_finding_of_an_incident_is_found_by_its_id_and_its_name(case, market):
    assert len(findings(market)) > 8
    for finding in findings(market):
        for asked in (finding.id, finding.spoken):
            why = case.why(asked)
            assert why.found == finding
            assert why.incidents == (market,)


def test_an_incident_goes_by_its_id_name_and_the_start_of_its_id(case, market):
    for asked in (market.incident.id, market.incident.name, market.incident.id[:12]):
        assert case.why(asked).found == market


def test_a_why_has_what_an_explanation_stands_on(case, market):
    why = case.why(market.incident.id)
    assert set(why.readings) == {case.report(ref).id for ref in ("wire", "post", "rival")}
    assert why.enough == pytest.approx(3.25)
    assert why.reviews == ()


def test_every_thing_comes_with_the_readings_of_the_reports_it_speaks_of(case, market):
    for finding in findings(market):
        quoted = set(re.findall(r"\b[0-9a-f]{32}\b", repr(finding)))
        assert quoted <= set(case.why(finding.id).readings)


def test_what_was_compared_is_explained_by_the_readings_it_was_compared_in(case, market, reader):
    link = market.incident.links[0]
    before = case.why(link.id).readings
    case.read(reader=Renamed(reader, "blind", blind=True))
    assert case.why(link.id).readings == before


def test_a_decision_is_found_with_the_incidents_that_it_shapes(case, market, told_by):
    review = case.split(market.incident.id, ["rival"], MIRA, "another market", at=hour(1)).review
    why = case.why(review.name)
    assert isinstance(why.found, KeptReview)
    assert why.found.review == review
    assert {found.incident.id for found in why.incidents} == {
        told_by("rival").incident.id,
        told_by("wire", "post").incident.id,
    }


def test_what_became_of_an_announcement_keeps_its_id_whatever_the_clock_says(case, reader):
    from datetime import UTC, date, datetime

    from accordingto.terms.reports import Report

    promise = "Buses will leave Homs at 6am on Friday, the governor said."
    case.ingest(Report.of(title="Buses to leave", text=promise, published=date(2016, 5, 5), ref="promise"))
    case.read(reader=reader)
    case.reconcile()
    (waiting,) = case.comparison().outcomes
    later = case.why(waiting.id, now=datetime(2016, 5, 20, tzinfo=UTC)).found
    assert (waiting.kind.value, later.kind.value) == ("no report yet", "overdue, no report")
    assert later.id == waiting.id


def test_the_past_explains_what_was_found_then(case, market):
    from datetime import date

    past = case.as_of(date(2016, 5, 3))
    (then,) = past.incidents()
    assert past.why(then.tolls[0].id).found == then.tolls[0]
    with pytest.raises(NothingFound, match="nothing goes by"):
        case.why(then.incident.id)


def test_what_nothing_goes_by_is_said_with_what_to_do(case):
    with pytest.raises(NothingFound, match="nothing goes by 'bobus-kijom'; `incident ID` and `brief ID` show"):
        case.why("bobus-kijom")
    with pytest.raises(NothingFound, match="nothing goes by ''"):
        case.why("")


def test_what_several_things_begin_with_is_listed_with_their_kinds(case, market):
    ids = [finding.id for finding in findings(market)]
    shared = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    with pytest.raises(NothingFound, match=rf"things begin with '{shared}' \(.*(toll|link|origin|agreement|copy)"):
        case.why(shared)
