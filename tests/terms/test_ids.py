"""Ids: the same content has the same id everywhere."""

import re
from dataclasses import dataclass, make_dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.terms.ids import Finding, beginning_of, content_id, goes_by, may_be_spoken, speakable


@given(st.lists(st.one_of(st.none(), st.text())))
def test_an_id_depends_on_content_alone(parts):
    assert content_id("report", *parts) == content_id("report", *parts)
    assert re.fullmatch(r"[0-9a-f]{32}", content_id("report", *parts))


def test_where_one_part_ends_and_the_next_begins_matters():
    assert content_id("report", "ab", "c") != content_id("report", "a", "bc")
    assert content_id("report", "a") != content_id("event", "a")
    assert content_id("report", None) != content_id("report", "")


def test_a_speakable_id_is_two_words_of_five_letters():
    assert speakable("7f000001" + "0" * 24) == "lusab-babad"  # the published example for 127.0.0.1


@given(st.integers(0, 2**128 - 1))
def test_a_speakable_id_says_how_the_id_begins(number):
    long_id = f"{number:032x}"
    assert beginning_of(speakable(long_id)) == long_id[:8]
    assert beginning_of(long_id[:5]) == long_id[:5]


@pytest.mark.parametrize("asked", ["", "lusab", "lusab-babe", "lusab-babadx", "LUSAB-BABAD", "7g", "0" * 33])
def test_what_can_be_no_id_begins_none(asked):
    assert beginning_of(asked) is None


@dataclass(frozen=True, slots=True)
class Sighting(Finding):
    """An invented finding."""

    what: str
    when: date | None
    why: str = ""


FIELDS = [("what", str), ("when", date), ("why", str, ""), ("where", str, "")]
GROWN = make_dataclass("Sighting", FIELDS, bases=(Finding,), frozen=True)


def test_the_id_of_a_finding_is_a_hash_of_what_it_is_and_not_of_why():
    seen = Sighting("smoke", date(2020, 5, 4), "a trader says so")
    assert re.fullmatch(r"[0-9a-f]{32}", seen.id)
    assert seen.spoken == speakable(seen.id)
    assert Sighting("smoke", date(2020, 5, 4), "others say so").id == seen.id
    assert Sighting("fire", date(2020, 5, 4)).id != seen.id
    assert Sighting("smoke", None).id != seen.id


def test_a_finding_that_gains_a_field_keeps_its_id_where_the_field_says_nothing():
    assert GROWN("smoke", None).id == Sighting("smoke", None).id
    assert GROWN("smoke", None, where="Harrat").id != Sighting("smoke", None).id


def test_somebody_who_gives_a_name_or_the_start_of_an_id_means_it():
    long_id = content_id("report", "x")
    assert goes_by(long_id, long_id)
    assert goes_by(long_id, long_id[:3])
    assert goes_by(long_id, speakable(long_id))
    assert not goes_by(long_id, "")
    assert not goes_by(long_id, long_id[1:5] + "zz")


@pytest.mark.parametrize(
    ("part", "may"),
    [("lusab-babad", True), ("ab-ba", True), ("b", True), ("-", True), ("homs", False), ("cat", False), ("", True)],
)
def test_most_words_are_no_part_of_a_short_name(part, may):
    assert may_be_spoken(part) is may
    assert not may_be_spoken(f"{part}{'b' * 12}")
