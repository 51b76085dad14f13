"""Finds in words: what was read in them, without a number where none was given."""

from dataclasses import replace

from accordingto.show.finds import ACTS, FORMS, read_as
from accordingto.terms.attributions import Act, Form
from accordingto.terms.claims import ClaimKind
from tests.show.invented import WIRE_READING


def test_a_count_without_a_number_says_so_and_is_no_number_of_people():
    figures = tuple(replace(figure, low=None, high=None) for figure in WIRE_READING.figures)
    told = read_as(replace(WIRE_READING, figures=figures), ClaimKind.FIGURE, 1)
    assert told == "people killed, no number given"
    assert read_as(WIRE_READING, ClaimKind.FIGURE, 1) == "30 or more people killed"


def test_a_statement_says_what_was_done_by_it_and_whose_the_words_are():
    assert read_as(WIRE_READING, ClaimKind.STATEMENT, 0) in {
        f"{act}, {form}" for act in ACTS.values() for form in FORMS.values()
    }
    assert set(ACTS) == set(Act)
    assert set(FORMS) == set(Form)
