"""The whole sentence on the invented examples: what they are there to show does show."""

import pytest

import accordingto
from accordingto import About, AgreementKind, OutcomeKind

LATE = {OutcomeKind.DELAYED, OutcomeKind.BEGUN, OutcomeKind.KEPT}
WIRE = {"meridian-1", "harbour-1", "valley-1"}  # one agency's text, twice reprinted


@pytest.fixture(scope="module")
def case(examples):
    with accordingto.open(":memory:") as case:
        ingested = case.ingest(examples / "aleppo")
        assert len(ingested.new) == 8
        assert ingested.refused == ()
        case.read()
        case.reconcile()
        yield case


@pytest.fixture(scope="module")
def names(case):
    """What each report is called, by its id: the id its file gives it, or its title."""
    return {report.id: report.ref or report.title for report in case.reports()}


@pytest.fixture(scope="module")
def bakery(case, names):
    """The incident that the wire text is about: the shelling of the bakery."""
    found = [found for found in case.incidents() if _is_bakery(found.incident, names)]
    assert len(found) == 1
    return found[0]


def _is_bakery(incident, names):
    return incident.type == "ASSAULT" and "meridian-1" in {names[report] for report in incident.report_ids}


def test_the_two_reprints_are_copies_of_the_wire_text_and_the_rival_is_not(case, names):
    pairs = {frozenset((names[copy.first], names[copy.second])) for copy in case.comparison().copies}
    assert {frozenset(("meridian-1", "harbour-1")), frozenset(("meridian-1", "valley-1"))} <= pairs
    assert not any("citadel-1" in pair for pair in pairs)


def test_only_the_uncut_reprint_is_a_whole_copy(case, names):
    whole = {frozenset((names[copy.first], names[copy.second])) for copy in case.comparison().copies if copy.whole}
    assert frozenset(("meridian-1", "harbour-1")) in whole


def test_the_accounts_of_the_shelling_are_one_incident(bakery, names):
    told_by = {names[report] for report in bakery.incident.report_ids}
    assert WIRE | {"citadel-1", "meridian-2"} <= told_by
    assert told_by.isdisjoint({"northgate-1", "Buses turned back at Ramouseh"})


def test_the_wire_text_and_its_reprints_share_their_origins(bakery, names):
    carriers = [{names[report] for report in origin.report_ids} for origin in bakery.origins]
    assert any(carrier >= WIRE for carrier in carriers)
    assert not any(carrier & WIRE == {"harbour-1"} or carrier & WIRE == {"valley-1"} for carrier in carriers)


def test_the_ambulance_league_is_one_origin_in_both_of_the_agencys_reports_and_the_reprints(bakery, names):
    league = [origin for origin in bakery.origins if origin.name.endswith("Aleppo Ambulance League")]
    assert [{names[report] for report in origin.report_ids} for origin in league] == [WIRE | {"meridian-2"}]


def test_the_toll_is_updated(bakery):
    updates = [found for found in bakery.agreements if found.kind == AgreementKind.UPDATE]
    words = {side.anchor.exact for found in updates if found.about == About.KILLED for side in found.sides}
    assert any("82" in side for side in words)
    assert any("41" in side for side in words)


def test_the_armys_count_is_disputed(bakery):
    disputes = [found for found in bakery.agreements if found.kind == AgreementKind.CONTRADICTION]
    words = [{side.anchor.exact for side in found.sides} for found in disputes if found.about == About.KILLED]
    assert any({"23"} & sides and {"At least 41", "82"} & sides for sides in words)


def test_the_denial_stands_against_the_accusation(case, names):
    disputes = [found for found in case.comparison().agreements if found.kind == AgreementKind.CONTRADICTION]
    about_who = [found for found in disputes if found.about in (About.ACTOR, About.CAUSE, About.HAPPENED)]
    between = [{names[side.report_id] for side in found.sides} for found in about_who]
    assert any("citadel-1" in reports and reports & (WIRE | {"meridian-2"}) for reports in between)


def test_the_buses_left_late(case, names):
    outcomes = [found for found in case.comparison().outcomes if names[found.report_id] == "meridian-1"]
    buses = [found for found in outcomes if "uses" in found.what.exact]
    assert [found.kind in LATE and (found.hours_late or 0) > 24 for found in buses] == [True]
    assert [names[side.report_id] for side in buses[0].evidence][-1] == "northgate-1"
    assert "Buses turned back at Ramouseh" in {names[side.report_id] for side in buses[0].evidence}


def test_nothing_is_heard_yet_of_the_ambulances(case, names):
    outcomes = [found for found in case.comparison().outcomes if names[found.report_id] == "northgate-1"]
    assert [found.kind for found in outcomes if "mbulances" in found.what.exact] == [OutcomeKind.WAITING]


def test_each_verb_run_again_changes_nothing(case, examples):
    before = case.comparison()
    assert case.ingest(examples / "aleppo").new == ()
    assert case.read().new == 0
    assert not case.reconcile().changed
    assert case.comparison() == before
