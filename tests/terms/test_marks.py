"""Marks: a text with what was found in it, for a notebook."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from accordingto.terms.marks import STYLES, marked_text
from accordingto.terms.spans import Anchor


def test_words_are_escaped_and_marked_with_every_kind_that_covers_them():
    body = "<b>82</b> killed"
    html = marked_text(body, [("figure", Anchor.at("r", body, (3, 5))), ("statement", Anchor.at("r", body, (0, 16)))])
    assert "&lt;b&gt;" in html
    assert 'title="figure, statement"' in html


def test_a_figure_inside_a_statement_keeps_its_own_background():
    body = "82 were killed"
    html = marked_text(body, [("figure", Anchor.at("r", body, (0, 2))), ("statement", Anchor.at("r", body, (0, 14)))])
    figure = html[: html.index("82")]
    assert figure.rindex(STYLES["figure"]) > figure.rindex(STYLES["statement"])


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(sorted(STYLES)))))
def test_marking_adds_and_loses_no_character(body, wanted):
    ranges = [(min(a, b, len(body)), min(max(a, b), len(body)), kind) for a, b, kind in wanted]
    html = marked_text(body, [(kind, Anchor.at("r", body, (a, b))) for a, b, kind in ranges])
    assert unescape(re.sub(r"<[^>]*>", "", html)) == body
