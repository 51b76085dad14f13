"""The codebook's exchange form: every text value with its place in the report."""

import json

import pytest

from accordingto.show.export.claims import claim_form
from accordingto.show.export.exchange import due_iso, exchange_form
from tests.show.invented import READINGS, RIVAL_READING, WIRE_READING


def texts(value):
    if isinstance(value, dict):
        return [value] if {"start", "end", "text"} <= set(value) else [t for v in value.values() for t in texts(v)]
    return [t for v in value for t in texts(v)] if isinstance(value, list) else []


@pytest.mark.parametrize("reading", READINGS.values(), ids=lambda reading: reading.report.name)
def test_every_text_value_stands_where_it_says(reading):
    form = json.loads(json.dumps(exchange_form(reading)))
    found = texts(form)
    assert len(found) > 5
    assert all(reading.report.body[t["start"] : t["end"]] == t["text"] for t in found)


def test_the_five_lists_keep_their_indexes():
    form = exchange_form(WIRE_READING)
    assert form["id"] == "wire-1"
    assert form["figures"][0]["part_of"] == 1
    assert form["statements"][2]["via"][0]["text"] == "the Meridian agency"
    assert form["blame"][0].items() >= {"event": 0, "by": 1, "stance": "blames"}.items()
    assert form["announcements"][0]["due_iso"] == "2016-05-04T04:00:00Z"


def test_a_report_without_a_name_of_its_own_goes_by_its_id():
    assert exchange_form(RIVAL_READING)["id"] == RIVAL_READING.report.id


def test_what_is_due_at_no_known_moment_has_no_iso():
    from dataclasses import replace

    undated = replace(WIRE_READING.announcements[0], due_at=None)
    assert due_iso(replace(WIRE_READING, announcements=(undated,)), 0) is None


def test_a_claim_keeps_its_chain_its_hedge_and_its_place():
    form = json.loads(json.dumps(claim_form(WIRE_READING, WIRE_READING.claims[0])))
    assert form["report"] == "wire-1"
    assert form["chain"][0] == "Rana Odeh"
    assert form["hedge"]["text"] == "We hear that"
    assert form["factuality"] == "Uu"
