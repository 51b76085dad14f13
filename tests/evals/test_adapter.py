"""The adapter: codebook annotations become readings whose anchors stand on the report's own words."""

import pytest

from accordingto.terms.reports import Report
from evals.adapter import gold_readings, locate, reading_of
from evals.shared import TRAIN_SETS

BODY = "The mill burned, he said. Later the mill by the river burned again, he said."


@pytest.mark.parametrize(
    ("words", "occurrence", "found"),
    [
        ("the mill", 1, "the mill"),
        ("he said", 2, "he said"),
        ("The mill ... said", 1, "The mill burned, he said"),
        ("mill ... burned", 2, "mill by the river burned"),
        ("granary", 1, None),
        ("The mill", 2, None),
        ("The mill ... collapsed", 1, None),
    ],
)
def test_short_forms_and_occurrences_are_found(words, occurrence, found):
    place = locate(BODY, words, occurrence)
    assert (BODY[slice(*place)] if place else None) == found


def test_an_item_whose_words_are_absent_keeps_its_number():
    report = Report.of(title="Mill", text=BODY)
    events = [
        {"type": "ASSAULT", "mode": None, "trigger": "granary", "status": "occurred"},
        {"type": "ASSAULT", "mode": None, "trigger": "burned", "trigger@": 2, "status": "occurred"},
    ]
    absent, found = reading_of(report, {"events": events}).events
    assert absent.trigger.exact == ""
    assert report.body[found.trigger.start :].startswith("burned again")


def test_every_anchor_of_the_training_gold_stands_in_its_report(shared):
    for name in TRAIN_SETS:
        for reading in gold_readings(name):
            for anchor in [f.anchor for f in reading.figures] + [s.content for s in reading.statements]:
                anchor.check(reading.report.body)
                assert anchor.exact
