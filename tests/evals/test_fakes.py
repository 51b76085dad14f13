"""FA-KES's slots: what a report is about, filled by the reader and by two baselines. All texts are invented."""

from collections.abc import Mapping

import pytest

from accordingto.read.reader import Reader
from accordingto.read.taggers import LexiconTagger
from evals.fakes import Slots, find_value, free_rows, reader_filler, score_fakes, told_most
from evals.fakes_baselines import fill_by_pattern, fill_by_window

READER = Reader(tagger=LexiconTagger.load())
GAS = "chemical and toxic gases"


def row(text: str, title: str = "Shells hit a market in Idlib") -> Mapping[str, str]:
    return {
        "id": "invented-1",
        "outlet": "The Example (invented)",
        "published": "2016-03-02",
        "title": title,
        "text": text,
    }


def test_the_count_told_most_often_is_the_reports_own():
    assert told_most([4, 12, 4]) == 4
    assert told_most([12, 4]) == 12
    assert told_most([]) == 0


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("Assad's army", "actors", "syrian government or russian troops"),
        ("Daesh", "actors", "the organization of the islamic state in iraq and the levant - isis"),
        ("the harbour master", "actors", None),
        ("Ar Raqqah", "provinces", "raqqa"),
        ("a chlorine attack", "causes", GAS),
    ],
)
def test_words_stand_for_one_value_of_the_slots(words, kind, value):
    assert find_value(words, kind) == value


@pytest.mark.parametrize("fill", [fill_by_pattern, fill_by_window, reader_filler(READER)])
def test_a_plain_report_is_filled_alike_by_all(fill):
    slots = fill(row("Shelling killed 12 civilians in Idlib. The shelling killed 3 soldiers, a mayor said."))
    assert (slots.civilians, slots.noncivilians, slots.province, slots.cause) == (12, 3, "idlib", "shelling")


def test_the_dead_of_an_earlier_war_are_not_the_reports_own():
    slots = reader_filler(READER)(row("Shelling killed 12 people in Idlib. The war has killed 90,000 people."))
    assert slots.civilians == 12


def test_the_score_is_the_share_of_slots_filled_exactly():
    right = Slots(12, 3, "idlib", "shelling", "unknown")
    wrong = Slots(12, 0, "homs", "shelling", "unknown")
    scores = score_fakes(lambda _: right, [(row(""), right), (row(""), wrong)])
    assert scores == {
        "civilians killed": 100.0,
        "noncivilians killed": 50.0,
        "both killed": 50.0,
        "province": 50.0,
        "cause": 100.0,
        "actor": 100.0,
    }


def test_no_report_of_a_gold_set_is_scored(shared):
    assert 300 < len(free_rows()) < 400
