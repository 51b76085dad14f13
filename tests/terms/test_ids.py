"""Ids: the same content has the same id everywhere."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accordingto.terms.ids import content_id, speakable


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
