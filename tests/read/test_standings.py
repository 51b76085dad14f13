"""How the standing of an event is read from the words around its trigger."""

from collections.abc import Callable

import pytest

from accordingto.read.lexicons import load_lexicon
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.standings import StandingWords, is_past, read_status
from accordingto.read.triggers import TriggerWords, find_groups
from accordingto.terms.events import Status
from accordingto.terms.reports import Report

TABLE = load_lexicon("events")
TRIGGERS = TriggerWords.of(TABLE)
WORDS = StandingWords.of(TABLE["status"])
SENTENCES = SentenceWords.load()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Residents were evacuated.", Status.OCCURRED),
        ("Residents will be evacuated.", Status.PLANNED),
        ("Residents could be evacuated.", Status.HYPOTHETICAL),
        ("Residents were not evacuated.", Status.DENIED),
        ("There were no deaths from the shelling.", Status.OCCURRED),
        ("The shelling continues.", Status.ONGOING),
        ("Military actions in the east are over.", Status.DENIED),
        ("Military actions go on.", Status.ONGOING),
        ("A block under heavy attack.", Status.ONGOING),
        ("The fighting has killed 40 people.", Status.ONGOING),
        ("Infighting between rebel groups that has killed 40 people.", Status.ONGOING),
        ("The fighting in the city is said to have killed 40 people.", Status.ONGOING),
        ("Clashes in and around the city have killed 40 people.", Status.OCCURRED),
    ],
)
def test_the_words_around_a_trigger_give_its_standing(
    report_of: Callable[..., Report], text: str, status: Status
) -> None:
    sentence = divide(report_of(text), SENTENCES).sentences[-1]
    best = find_groups(sentence, TRIGGERS)[-1][0]
    assert read_status(sentence, best, WORDS) is status


@pytest.mark.parametrize(("text", "past"), [("A raid last year.", True), ("A raid on Monday.", False)])
def test_history_is_told_by_words_such_as_last_year(report_of: Callable[..., Report], text: str, past: bool) -> None:
    assert is_past(divide(report_of(text), SENTENCES).sentences[-1], WORDS) is past
