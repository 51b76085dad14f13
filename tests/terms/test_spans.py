"""Spans and anchors: where words stand."""

import pytest

from accordingto.errors import MissingAnchor
from accordingto.terms.spans import Anchor, Span

BODY = 'Title\n\n"We leave," he said. "Tomorrow."'


def test_a_span_never_runs_backwards():
    with pytest.raises(ValueError, match="runs forward"):
        Span(5, 4)


@pytest.mark.parametrize(
    ("first", "second", "touching"),
    [((0, 5), (4, 9), True), ((0, 5), (5, 9), False), ((3, 4), (0, 9), True), ((2, 2), (0, 9), True)],
)
def test_spans_touch_when_they_share_a_character(first, second, touching):
    assert Span(*first).touches(Span(*second)) is touching


def test_an_anchor_keeps_the_words_of_each_of_its_pieces():
    anchor = Anchor.at("r", BODY, (8, 16), (29, 38))
    assert anchor.exact == "We leave ... Tomorrow."
    assert (anchor.start, anchor.end) == (8, 38)
    anchor.check(BODY)


def test_an_anchor_says_which_words_it_misses():
    anchor = Anchor.at("r", BODY, (8, 16))
    with pytest.raises(MissingAnchor, match=r"expected 'We leave' at 8, found .*; ingest it again"):
        anchor.check("Another text, another day, another place")


def test_anchors_of_two_reports_never_touch():
    here, there = Anchor.at("one", BODY, (0, 5)), Anchor.at("two", BODY, (0, 5))
    assert not here.touches(there)
    assert not here.holds(there)
    assert here.touches(Anchor.at("one", BODY, (4, 8)))
