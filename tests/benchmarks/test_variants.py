"""Variants: readings of any number whose words stand where they say, the same at every run."""

from itertools import islice

import pytest

from benchmarks.variants import vary
from tests.reconcile.growing import LEADS, OUTLETS, telling


@pytest.fixture(scope="module")
def readings():
    return [telling(outlet, "Harrat", 0, "shelling", 12, LEADS[0], True, "", 2) for outlet in OUTLETS]


def test_every_word_of_a_variant_stands_where_its_reading_says(readings):
    for reading in vary(readings, 40):
        anchors = [event.trigger for event in reading.events] + [figure.anchor for figure in reading.figures]
        for anchor in (*anchors, *(said.content for said in reading.statements)):
            anchor.check(reading.report.body)


def test_variants_are_reports_of_their_own_and_made_when_asked_for(readings):
    made = list(islice(vary(readings, 10**9), 60))
    assert len({reading.report.id for reading in made}) == 60
    assert len({reading.report.day for reading in made}) > 20
    assert any(reading.report.outlet.startswith("Reprint") for reading in made)


def test_the_same_variants_are_made_again(readings):
    assert list(vary(readings, 12)) == list(vary(readings, 12))
    assert list(vary(readings, 12)) != list(vary(readings, 12, seed=1))


def test_a_figure_says_the_number_that_its_words_say(readings):
    figures = [figure for reading in vary(readings, 40) for figure in reading.figures]
    assert all(str(figure.low) in figure.anchor.exact for figure in figures)
    assert len({figure.low for figure in figures}) > 5
