"""Wholes: a share points to a whole that can hold it, and what does not add up is noted."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.read.figures import FigureWords, read_figures
from accordingto.read.reader import Reader
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger
from accordingto.read.wholes import excess_notes
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

LEXICON = FigureWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def notes_of(text: str) -> tuple[str, ...]:
    return excess_notes(read_figures(divide(Report.of(title="", text=text), SENTENCES), LEXICON))


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("Strikes killed 82 people, including 11 women and 13 children.", ()),
        ("Strikes killed at least 5 people, including 9 children.", ()),
        (
            "Strikes killed 5 people, including 9 children.",
            ('"9" is told as a part of "5" and is more than the whole',),
        ),
        (
            "Strikes killed 12 people, including 8 women and 7 children.",
            ('the parts of "12" add up to 15: some are counted twice, or one is misread',),
        ),
    ],
)
def test_parts_that_their_whole_cannot_hold_are_noted(text: str, notes: tuple[str, ...]) -> None:
    assert notes_of(text) == notes


def test_a_reading_carries_the_note(report_of: ReportOf) -> None:
    report = report_of("Strikes killed 5 people, including 9 children.")
    (note,) = Reader(tagger=LexiconTagger.load()).read(report).notes
    assert "more than the whole" in note


COUNTS = st.integers(min_value=0, max_value=99)


def figure(low: int, part_of: int | None) -> Figure:
    anchor = Anchor.at("invented", str(low), (0, len(str(low))))
    return Figure(anchor, low, low, Bound.EXACT, Who.PEOPLE, Harm.KILLED, part_of)


@given(COUNTS, st.lists(COUNTS, max_size=4))
def test_parts_are_noted_exactly_when_they_exceed_their_whole(whole: int, parts: list[int]) -> None:
    figures = [figure(whole, None), *(figure(part, 0) for part in parts)]
    assert bool(excess_notes(figures)) == (sum(parts) > whole)
