"""Courses: how a sentence says that an announced thing went, and when it says nothing of that."""

import pytest

from accordingto.reconcile.courses import course_of, courses_of, topics_announced, topics_of
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


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The truce in Harrat held overnight.", {"truce": KEPT}),
        ("Two boys were killed in areas of the ceasefire since it began this week.", {"truce": BEGUN}),
        (
            "The shelling follows the collapse of a fragile week-long ceasefire in place since Monday.",
            {"truce": BROKEN},
        ),
        ("The army declared the week-long ceasefire over.", {"truce": BROKEN}),
        ("Jets hit aid trucks late on Monday after the ceasefire ended.", {"truce": BROKEN}),
        (
            "The army launched a new assault on Harrat after the truce collapsed.",
            {"offensive": BEGUN, "truce": BROKEN},
        ),
        ("The evacuation, halted on Saturday, has resumed.", {"evacuation": BEGUN}),
        ("The buses haven't left Harrat.", {"evacuation": DELAYED}),
        ("The convoy that set out from Harrat was hit.", {"evacuation": BEGUN}),
        ("Rebels press on with an assault to break a siege of the old town that began in July.", {}),
        ("Jets carried out strikes hours after a truce was announced.", {}),
        ("Several attempts at securing a long-lasting truce have failed.", {}),
        ("Earlier ceasefires have not held.", {}),
        ("A truce was reached in Harrat.", {}),
        ("Raids left 15 people dead in rebel-held Harrat.", {}),
        ("Worshippers were leaving mosques when the shell fell.", {}),
        ("They ate rice, and few vegetables were left.", {}),
        ("The pits were left from the explosions of the operation.", {}),
        ("Talks on a ceasefire resumed.", {"talks": BEGUN}),
    ],
)
def test_a_word_of_how_tells_of_the_thing_whose_word_it_stands_by(sentence, told):
    assert dict(courses_of(sentence)) == told


def test_what_an_announcement_is_for_is_not_what_it_is_about():
    assert topics_announced("a three-hour halt of fighting to allow aid convoys in") == {"truce"}
    assert topics_announced("the road will open to let aid in") == {"crossing"}
    assert topics_announced("in order to evacuate the sick") == {"evacuation"}
