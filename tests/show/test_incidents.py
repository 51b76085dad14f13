"""Incidents in words: their order, their voices, and who copied whom."""

from dataclasses import replace
from datetime import date

import pytest

from accordingto.show.incidents import (
    copy_words,
    incident_outcomes,
    incident_title,
    is_thin,
    main_first,
    named_voices,
    origin_words,
    outcome_families,
    report_order,
    telling_copies,
    voices_words,
)
from accordingto.terms.events import EventType
from accordingto.terms.findings import Hop, Origin
from accordingto.terms.incidents import Account, Direction
from tests.show.invented import FINDINGS, OUTCOME, READINGS, REPRINT, WIRE, WIRE_READING

NAMES = {report_id: reading.report.name for report_id, reading in READINGS.items()}


def with_incident(**changes):
    return replace(FINDINGS, incident=replace(FINDINGS.incident, **changes))


def test_what_reports_are_about_comes_before_what_they_mention_and_the_most_told_first():
    passing = with_incident(main=False)
    lone = with_incident(accounts=(Account(WIRE.id, 0),))
    assert main_first([passing, lone, FINDINGS]) == [FINDINGS, lone, passing]


def test_only_what_one_report_mentions_in_passing_is_thin():
    alone = (Account(WIRE.id, 0),)
    assert is_thin(with_incident(main=False, accounts=alone))
    assert not is_thin(with_incident(accounts=alone))
    assert not is_thin(with_incident(main=False))


def test_a_title_says_what_where_and_when_or_that_it_is_not_known():
    assert incident_title(FINDINGS) == "Assault (shelling), Qalat, 3 May 2016"
    assert (
        incident_title(with_incident(mode="other", place=None, date=None)) == "Assault, place not named, day not known"
    )


def test_an_origin_is_named_with_the_links_that_carried_it_and_not_with_the_page_it_stood_on():
    words = WIRE_READING.statements[2]
    hops = (Hop("an army source", words.source), Hop("the Meridian agency", words.via[0]), Hop("Harbour Post", None))
    origin = Origin("army", "an army source", "source", (WIRE.id,), (hops, hops))
    assert origin_words(origin) == "an army source, via the Meridian agency"
    assert (
        named_voices(replace(FINDINGS, origins=(origin,)))
        == "3 reports, 1 origin: an army source, via the Meridian agency"
    )


def test_many_origins_are_counted_and_only_the_first_are_named():
    many = replace(FINDINGS, origins=FINDINGS.origins * 4)
    assert named_voices(many).endswith("; and 4 others")


@pytest.mark.parametrize(
    ("sides", "ending"),
    [
        (("the river",), "1 origin"),
        (("the river", "the river"), "2 origins, both of one side (the river)"),
        (("the river", "the river", "the river"), "3 origins, all of one side (the river)"),
        (("the river", "the coast"), "2 origins"),
        (("the river", None), "2 origins"),
        ((None, None), "2 origins"),
    ],
)
def test_origins_of_one_side_are_told_as_that(sides, ending):
    origins = tuple(replace(FINDINGS.origins[0], key=str(number), side=side) for number, side in enumerate(sides))
    assert voices_words(replace(FINDINGS, origins=origins)) == f"3 reports, {ending}"


def test_without_origins_only_reports_are_counted():
    assert voices_words(replace(FINDINGS, origins=())) == "3 reports"


@pytest.mark.parametrize(
    ("direction", "whole", "start"),
    [
        (Direction.FIRST_FROM_SECOND, True, "h-1 repeats wire-1: 100%"),
        (Direction.SECOND_FROM_FIRST, False, "wire-1 repeats part of h-1: 100%"),
        (Direction.UNKNOWN, True, "h-1 and wire-1 share their wording"),
    ],
)
def test_who_took_whose_words_is_said_only_where_it_is_known(direction, whole, start):
    assert copy_words(replace(FINDINGS.copies[0], direction=direction, whole=whole), NAMES).startswith(start)


def test_two_reprints_of_one_report_need_no_word_about_each_other():
    (copy,) = FINDINGS.copies
    known = replace(copy, first="a", second="wire", direction=Direction.FIRST_FROM_SECOND)
    other = replace(copy, first="b", second="wire", direction=Direction.FIRST_FROM_SECOND)
    between = replace(copy, first="a", second="b", direction=Direction.UNKNOWN)
    assert telling_copies([known, other, between]) == [known, other]
    assert telling_copies([known, between]) == [known, between]


def test_an_announcement_belongs_to_the_incident_its_event_is_an_account_of():
    assert incident_outcomes(FINDINGS, READINGS, (OUTCOME,)) == (OUTCOME,)
    elsewhere = replace(WIRE_READING, announcements=(replace(WIRE_READING.announcements[0], event=7),))
    assert incident_outcomes(FINDINGS, READINGS | {WIRE.id: elsewhere}, (OUTCOME,)) == ()


def test_what_is_announced_of_no_event_in_particular_belongs_to_deals_and_evacuations_and_to_no_attack():
    unbound = replace(WIRE_READING, announcements=(replace(WIRE_READING.announcements[0], event=None),))
    readings = READINGS | {WIRE.id: unbound}
    assert incident_outcomes(FINDINGS, readings, (OUTCOME,)) == ()
    assert incident_outcomes(with_incident(type=EventType.RETREAT), readings, (OUTCOME,)) == (OUTCOME,)


def test_a_reprint_announces_what_its_original_does_though_its_own_event_was_read_otherwise():
    readings = READINGS | {REPRINT.id: replace(READINGS[REPRINT.id], announcements=WIRE_READING.announcements)}
    reprinted = replace(OUTCOME, report_id=REPRINT.id)
    cut = with_incident(accounts=(Account(WIRE.id, 0), Account(WIRE.id, 1)))
    assert incident_outcomes(cut, readings, (reprinted, OUTCOME)) == (reprinted, OUTCOME)
    assert outcome_families((reprinted, OUTCOME), readings) == [[OUTCOME, reprinted]]


def test_a_report_without_a_day_of_publication_stands_where_its_text_dates_it():
    dated = replace(WIRE, published=None, written=date(2016, 5, 4))
    undated = replace(WIRE, published=None)
    assert sorted([undated, dated, WIRE], key=report_order) == [WIRE, dated, undated]
