"""Layouts: a headline is known again wherever a text prints it."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.reconcile.layouts import _WORD, HEADLINE_START, Layout
from accordingto.terms.reports import Report

words = st.lists(st.sampled_from(("Shells", "shells", "hit", "Harrat's", "Harrats", "market", "''", "12")), max_size=12)


def test_a_headline_that_is_printed_again_without_its_marks_is_found():
    report = Report.of(title="Shells hit Harrat's market", text="Tuesday. SHELLS HIT HARRATS MARKET again.")
    again = [report.body[start:end] for start, end in Layout.of(report).headlines]
    assert again == ["Shells hit Harrat's market", "SHELLS HIT HARRATS MARKET"]


@given(words, words)
def test_the_headlines_are_all_stretches_that_begin_with_its_words(title, text):
    report = Report.of(title=" ".join(title), text=" ".join(text))
    found = list(_WORD.finditer(report.body))
    plain = [word.group().replace("'", "").lower() for word in found]
    size = len(_WORD.findall(report.title))
    first = plain[: min(size, HEADLINE_START)]
    starts = [at for at in range(len(plain)) if size and plain[at : at + len(first)] == first]
    spans = [(found[at].start(), found[min(at + size, len(found)) - 1].end()) for at in starts]
    assert list(Layout.of(report).headlines) == spans
