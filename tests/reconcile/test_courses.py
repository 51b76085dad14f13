"""Courses: how a sentence says that an announced thing went, and when it says nothing of that."""

import pytest

from accordingto.reconcile.courses import course_of, topics_of
from accordingto.terms.findings import OutcomeKind

KEPT, BEGUN, DELAYED, BROKEN = OutcomeKind.KEPT, OutcomeKind.BEGUN, OutcomeKind.DELAYED, OutcomeKind.BROKEN


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The wounded were evacuated from Harrat.", KEPT),
        ("The truce held overnight.", KEPT),
        ("The evacuation of Harrat has begun.", BEGUN),
        ("The evacuation, halted on Saturday, has resumed.", BEGUN),
        ("The first 20 of 45 buses left Harrat.", BEGUN),
        ("Six of the 24 trucks reached Burgush.", BEGUN),
        ("The first batch of prisoners was freed.", BEGUN),
        ("Some of the wounded were evacuated.", BEGUN),
        ("The vote was put off.", DELAYED),
        ("Trucks were held up at the bridge.", DELAYED),  # not "held"
        ("The evacuation has not begun.", DELAYED),
        ("No buses have left Harrat.", DELAYED),
        ("The army denied that the evacuation had begun.", DELAYED),
        ("The evacuation has yet to start.", DELAYED),
        ("The truce collapsed on Sunday.", BROKEN),
        ("The talks did not take place.", BROKEN),
        ("Shells fell on the port despite the truce.", BROKEN),
        ("The army denied that it had violated the truce.", KEPT),
        ("The truce has not been violated.", KEPT),
        ("The truce may collapse.", None),
        ("The evacuation could begin within days.", None),
        ("The evacuation is due to begin on Monday.", None),
        ("The rebels agreed to leave Harrat.", None),
        ("If the truce is broken, the talks end.", None),
        ("The mayor warned that the deal could fall apart.", None),
        ("The harbour was grey.", None),
    ],
)
def test_a_sentence_tells_how_it_went(sentence, kind):
    assert course_of(sentence) is kind


@pytest.mark.parametrize(
    ("words", "topics"),
    [
        ("buses will leave", {"evacuation"}),
        ("a ceasefire in the port", {"truce"}),
        ("aid trucks for the town", {"aid"}),
        ("the schools reopen", {"services"}),
        ("the harbour was grey", set()),
    ],
)
def test_words_name_a_sort_of_thing(words, topics):
    assert topics_of(words) == topics
