"""Sites: two towns cannot both be where it was; a village and its province can, and so can two spellings."""

from dataclasses import replace

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.names import read_name
from accordingto.reconcile.sites import Site, relate_sites
from accordingto.terms.findings import About, AgreementKind
from accordingto.terms.places import Place, Spot
from accordingto.terms.spans import Anchor
from tests.reconcile.invented import event, figure, invented, said

AGAINST, BOTH, AGREE = AgreementKind.CONTRADICTION, AgreementKind.COMPATIBLE, AgreementKind.CORROBORATION

# An invented country, on a map of its own: one degree of latitude is 111 km.
MAP = {
    "Harrat": ("city", "Tel Soda", 35.00, 37.00),
    "Harrath": ("city", "Tel Soda", 35.00, 37.00),
    "Old Quay": ("district", "Tel Soda", 35.01, 37.01),
    "Qalat": ("city", "Tel Soda", 35.30, 37.00),  # 33 km north
    "Burgush": ("city", "Tel Soda", 35.40, 37.00),  # 44 km north
    "Minya": ("city", "Tel Soda", 35.15, 37.00),  # 17 km north
    "Tel Soda": ("city", "Tel Soda", 35.60, 37.30),  # the city that the province is called after
    "Tel Soda province": ("admin1", "Tel Soda", 35.50, 37.20),
    "Wadira": ("admin1", "Wadira", 34.00, 38.00),
    "Wadira plain": ("region", "Wadira", 34.00, 38.00),
    "Ain Harrat": ("city", "Tel Soda", 35.00, 37.00),
    "Kobrin": ("city", "Tel Soda", 35.00, 37.00),  # the other name of Harrat
}
SAME_SPOT = {"Harrat": "harrat", "Harrath": "harrat", "Kobrin": "harrat"}


def spot(name):
    kind, province, lat, lon = MAP[name]
    return Spot(SAME_SPOT.get(name, name), name, kind, "XX", province, lat, lon, 0)


def site(words, name=None, *, body="", rough=False, located=True):
    known = spot(name or words) if (name or words) in MAP else None
    return Site(words, read_name(words), known, rough, located, body)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (site("Harrat"), site("Qalat"), AGAINST),
        (site("Harrat"), site("Burgush"), AGAINST),
        (site("Old Quay"), site("Qalat"), AGAINST),
        (site("Minya"), site("Burgush"), AGAINST),
        (site("eastern Harrat", "Harrat"), site("western Harrat", "Harrat"), AGAINST),
        (site("northern Minya", "Minya"), site("southern Minya", "Minya"), AGAINST),
        (site("Qalat", rough=True), site("Tel Soda camp", "Wadira plain"), None),
        (site("Harrat", located=False), site("Qalat"), None),  # "a bus from Harrat"
        (site("Harrat"), site("Qalat", located=False), None),
        (site("Harrat"), site("Tel Soda province"), BOTH),  # told more finely
        (site("Qalat"), site("Tel Soda province"), BOTH),
        (site("Harrat"), site("Tel Soda"), BOTH),  # the province is called like its city
        (site("Minya"), site("Tel Soda"), BOTH),
        (site("Harrat"), site("Minya"), BOTH),  # the next village
        (site("Harrat"), site("Old Quay"), BOTH),
        (site("Harrat"), site("Kobrin"), BOTH),  # another name
        (site("Harrat", rough=True), site("Qalat"), BOTH),  # "on the road to Harrat"
        (site("Harrat"), site("Burgush", rough=True), BOTH),
        (site("Harrat"), site("Harrath"), AGREE),  # another spelling
        (site("Qalat"), site("Qalat"), AGREE),
        (site("the town of Qalat", "Qalat"), site("Qalat"), AGREE),
        (site("Harrat"), site("Tel Soda province", body="In Harrat, in Tel Soda province"), BOTH),
        (site("Harrat", body="Harrat in Tel Soda province"), site("Tel Soda province"), None),  # it names both
        (site("Harrat", body="Harrat, near Qalat"), site("Qalat"), None),
        (site("Harrat"), site("Wadira"), None),  # a province's middle says little
        (site("Harrat"), site("a village nobody maps"), None),
        (site("Zurba"), site("Mirsa"), None),  # on no map
        (site("Tel Soda province"), site("Wadira"), None),
    ],
)
def test_two_places_of_one_incident(one, other, kind):
    for first, second in ((one, other), (other, one)):
        found = relate_sites(first, second)
        assert (found.kind if found else None) is kind


def test_the_distance_and_the_map_are_told():
    assert relate_sites(site("Harrat"), site("Qalat")).why == "the two lie 33 km apart"
    assert "lies in Tel Soda province" in relate_sites(site("Tel Soda province"), site("Harrat")).why
    assert "one place under both names" in relate_sites(site("Harrat"), site("Kobrin")).why


def told(place, source, outlet, before="in", toll=23):
    words = f"A truck of melons blew up {before} {place} on Friday and {toll} people queueing for bread were killed"
    text = f"{words}, {source} said."
    reading = invented(
        text,
        outlet=outlet,
        statements=[said(source, "said", words)],
        events=[event("blew up", mode="bombing", place=place, statement=0)],
        figures=[figure(str(toll), toll, toll, statement=0)],
    )
    start = reading.report.body.index(place)
    where = Place(Anchor.at(reading.report.id, reading.report.body, (start, start + len(place))), spot(place), 1)
    return replace(reading, places=(where,), events=(replace(reading.events[0], spot=0),))


def places(*readings):
    found = [a for incident in compare_accounts(readings).incidents for a in incident.agreements]
    return [a for a in found if a.about is About.PLACE]


def test_one_toll_in_two_towns_stands_side_by_side():
    readings = told("Harrat", "the mayor", "A (invented)"), told("Qalat", "the Ferrymen's League", "B (invented)")
    (found,) = places(*readings)
    assert found.kind is AGAINST
    assert {side.anchor.exact for side in found.sides} == {"Harrat", "Qalat"}
    assert found.why.endswith("the two lie 33 km apart")


@pytest.mark.parametrize("before", ["on a road from", "with residents of", "after leaving"])
def test_where_people_came_from_is_not_where_it_was(before):
    readings = told("Harrat", "the mayor", "A (invented)", before), told("Qalat", "the League", "B (invented)")
    (incident,) = compare_accounts(readings).incidents
    assert not [a for a in incident.agreements if (a.kind, a.about) == (AGAINST, About.PLACE)]


def test_one_voice_does_not_bear_itself_out():
    one, other = (told("Harrat", "the Ferrymen's League", outlet) for outlet in ("A (invented)", "B (invented)"))
    assert places(one, other) == []
