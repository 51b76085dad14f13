"""Incidents: what is one moment, what is not, and that nothing hangs on the order in which reports come."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.reconcile.accounts import compare_accounts
from tests.reconcile.invented import all_incidents, event, figure, invented


def told(outlet, text, trigger, place, **more):
    figures = more.pop("figures", [])
    return invented(text, outlet=outlet, events=[event(trigger, place=place, **more)], figures=figures)


MARKET = told(
    "Meridian (invented)",
    "Shells hit the vegetable market in Harrat on Friday and killed at least 31 people.",
    "Shells",
    "Harrat",
    figures=[figure("at least 31", 31, None)],
)
STALLS = told(
    "Courier (invented)",
    "At least 31 died when a shelling tore through stalls of the market of al-Harat, west of Qalat.",
    "shelling",
    "al-Harat",
    figures=[figure("At least 31", 31, None)],
)
LATER = told(
    "Valley Post (invented)",
    "A week on, shells hit the vegetable market in Harrat again.",
    "shells",
    "Harrat",
    date="2019-05-10",
)
BRIDGE = told(
    "Courier (invented)",
    "On Friday gunmen shot two drivers on the bridge at Tel Soda.",
    "shot",
    "Tel Soda",
    mode="shooting",
)
RAIDS = told(
    "Meridian (invented)",
    "Since April shells have fallen on Harrat, its market and its mills.",
    "shells",
    "Harrat",
    date="2019-04-01/2019-05-03",
    main=False,
)


def groups(*readings):
    """Which outlets tell of one incident."""
    outlets = {reading.report.id: reading.report.outlet.split(" (")[0] for reading in readings}
    return [{outlets[i] for i in found.report_ids} for found in all_incidents(*readings)]


def test_two_spellings_of_one_shelling_are_one_incident_with_reasons():
    (incident,) = all_incidents(MARKET, STALLS)
    (link,) = incident.links
    reasons = "; ".join(link.reasons)
    assert "also told as al-Harat" in reasons or "also told as Harrat" in reasons
    assert "both on 3 May 2019" in reasons
    assert "both say 31 killed" in reasons


@pytest.mark.parametrize("other", [LATER, BRIDGE, RAIDS], ids=["a week later", "another place", "a campaign"])
def test_another_moment_is_another_incident(other):
    assert len(groups(MARKET, other)) == 2


def test_opposite_sides_of_a_city_are_two_places():
    east = told("A (invented)", "Shells hit eastern Qalat and killed nine.", "Shells", "eastern Qalat")
    west = told("B (invented)", "Shells hit western Qalat and killed nine.", "Shells", "western Qalat")
    assert len(groups(east, west)) == 2


def test_two_events_of_one_report_are_two_incidents_and_draw_no_third_together():
    two = invented(
        "Shells hit the market in Harrat on Friday. Hours later shells hit a clinic in Harrat.",
        outlet="Two (invented)",
        events=[event("Shells", place="Harrat"), event("shells", place="Harrat", mode="airstrike")],
    )
    incidents = all_incidents(MARKET, two, STALLS)
    assert all(len({a.report_id for a in i.accounts}) == len(i.accounts) for i in incidents)


def test_a_background_mention_joins_the_incident_another_report_is_about():
    looking_back = invented(
        "Mourners in Harrat buried the dead of Friday's shelling of the vegetable market.",
        outlet="Back (invented)",
        events=[event("shelling", place="Harrat", main=False)],
    )
    (incident,) = all_incidents(MARKET, looking_back)
    assert incident.main
    assert len(incident.report_ids) == 2


def test_a_reprint_stays_with_its_original_even_where_a_day_was_misread():
    text = (
        "Shells hit the vegetable market in Harrat at noon and tore through the awnings where porters slept in shade. "
        "A baker said the second shell fell while he was pulling the first man from beneath a cart full of aubergines. "
        "The clinic ran out of thread before evening and sent a boy by bicycle to the tailors on the other bank."
    )
    original = told("Meridian (invented)", text, "Shells", "Harrat")
    reprint = told("Courier (invented)", text, "Shells", "Harrat", date="2019-04-12")
    (found,) = compare_accounts([original, reprint]).incidents
    assert len(found.incident.report_ids) == 2
    assert found.incident.links[0].reasons == ("the same words of one text",)


def test_a_background_event_of_one_report_alone_is_no_incident():
    assert compare_accounts([RAIDS]).incidents == ()


@pytest.mark.parametrize("order", list(permutations([MARKET, STALLS, LATER, BRIDGE]))[::5])
def test_the_order_of_reports_changes_nothing(order):
    assert compare_accounts(order) == compare_accounts([MARKET, STALLS, LATER, BRIDGE])


def test_a_report_given_twice_counts_once():
    assert compare_accounts([MARKET, STALLS, MARKET]) == compare_accounts([MARKET, STALLS])


PLACES = ["Harrat", "al-Harat", "Tel Soda", "eastern Qalat", "western Qalat", None]
DATES = ["2019-05-03", "2019-05-04", "2019-05", "2019-05-03/2019-05-05", None]
MODES = ["shelling", "airstrike", "shooting", "other", None]


@st.composite
def cases(draw):
    readings = []
    for number in range(draw(st.integers(2, 7))):
        place, day, mode = draw(st.sampled_from(PLACES)), draw(st.sampled_from(DATES)), draw(st.sampled_from(MODES))
        count = draw(st.integers(1, 40))
        text = f"Number {number}: an attack struck {place or 'the town'} and {count} died there."
        found = event("attack", place=place, date=day, mode=mode, main=draw(st.booleans()))
        readings.append(
            invented(
                text, outlet=f"Outlet {number} (invented)", events=[found], figures=[figure(f"{count}", count, count)]
            )
        )
    return readings, draw(st.permutations(readings))


@settings(max_examples=60, deadline=None)
@given(cases())
def test_any_set_of_reports_gives_the_same_comparison_in_any_order(case):
    readings, shuffled = case
    assert compare_accounts(readings) == compare_accounts(shuffled)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_main_event_belongs_to_exactly_one_incident(case):
    readings, _ = case
    accounts = [a for found in compare_accounts(readings).incidents for a in found.incident.accounts]
    mains = {(r.report.id, n) for r in readings for n, e in enumerate(r.events) if e.main}
    assert len(accounts) == len(set(accounts))
    assert mains <= {(a.report_id, a.event) for a in accounts}
