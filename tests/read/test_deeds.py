"""How deeds are read: what a sentence does in PLOVER's terms, by word or by deed."""

from collections.abc import Callable

import pytest

from accordingto.read.deeds import Deed, DeedWords, read_deeds
from accordingto.read.sentences import SentenceWords, divide
from accordingto.terms.events import EventType
from accordingto.terms.reports import Report

WORDS = DeedWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def deeds_of(report: Report) -> tuple[Deed, ...]:
    return read_deeds(divide(report, SENTENCES), WORDS)[-1]


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The two bakers' unions agreed to share one mill.", EventType.AGREE),
        ("The island will send grain to the mainland.", EventType.AGREE),
        ("The envoys of both islands met in the harbour.", EventType.CONSULT),
        ("The council praised the new harbour master.", EventType.SUPPORT),
        ("The islands held joint naval exercises off the cape.", EventType.COOPERATE),
        ("The mainland sent food aid to the island.", EventType.AID),
        ("The governor lifted the curfew in the harbour.", EventType.CONCEDE),
        ("The army withdrew from the mill.", EventType.RETREAT),
        ("The league demanded that the mill be closed.", EventType.REQUEST),
        ("The league called on the governor to speak.", EventType.REQUEST),
        ("The governor accused the millers of fraud.", EventType.ACCUSE),
        ("The millers refused to meet the governor.", EventType.REJECT),
        ("The general threatened to flatten the mill.", EventType.THREATEN),
        ("The island may cut off relations if the mill burns.", EventType.THREATEN),
        ("Thousands of bakers marched through the harbour.", EventType.PROTEST),
        ("The island expelled two diplomats of the mainland.", EventType.SANCTION),
        ("The island put its navy on high alert.", EventType.MOBILIZE),
        ("Police arrested nine bakers near the mill.", EventType.COERCE),
        ("Gunmen killed nine bakers near the mill.", EventType.ASSAULT),
    ],
)
def test_each_type_of_plover_has_its_words(report_of: ReportOf, sentence: str, type_: EventType) -> None:
    assert deeds_of(report_of(sentence))[0].type is type_


@pytest.mark.parametrize(
    ("sentence", "type_"),
    [
        ("The general threatened to bomb the mill.", EventType.THREATEN),
        ("The league blamed the army for the bombing of the mill.", EventType.ACCUSE),
        ("After the raid killed nine bakers, the envoys met at the harbour.", EventType.CONSULT),
        ("The general, who vowed to fight on, met the envoys.", EventType.CONSULT),
        ("The envoys met over the bombing.", EventType.CONSULT),
    ],
)
def test_what_a_sentence_tells_comes_before_what_it_tells_in_passing(
    report_of: ReportOf, sentence: str, type_: EventType
) -> None:
    assert deeds_of(report_of(sentence))[0].type is type_


@pytest.mark.parametrize(
    "sentence",
    [
        "The bakery opens at noon.",
        "The general rejected accusations that his men had bombed the mill.",
        "The governor sent his condolences to the bakers.",
    ],
)
def test_where_nothing_is_done_no_type_is_answered(report_of: ReportOf, sentence: str) -> None:
    assert next((deed.type for deed in deeds_of(report_of(sentence))), None) is None


def test_an_appeal_is_milder_than_a_demand(report_of: ReportOf) -> None:
    assert deeds_of(report_of("The league called for calm."))[0].mild
    assert not deeds_of(report_of("The league demanded calm."))[0].mild


def test_a_deed_stands_on_the_words_that_tell_it(report_of: ReportOf) -> None:
    report = report_of("Nine boats sailed. The mainland sent five ships of food aid.")
    deed = deeds_of(report)[0]
    assert report.body[deed.start : deed.end] == "sent five ships of food aid"
