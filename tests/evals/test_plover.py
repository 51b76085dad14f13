"""The scorer of deeds: accuracy, macro F1 and the quad class. All sentences here are invented."""

import pytest

from evals import plover
from evals.plover import Typist, accuracy, class_f1, macro_f1, score_types

PAIRS = [("AID", "AID"), ("AID", "none"), ("ASSAULT", "ASSAULT"), ("ASSAULT", "AID")]
QUADS = {"REQUEST": "verbal_conflict", "ASSAULT": "material_conflict", "none": "neutral"}


def test_accuracy_counts_the_right_answers():
    assert accuracy(PAIRS) == 50.0


def test_the_f1_of_a_class_is_hurt_by_misses_and_by_false_answers():
    assert class_f1(PAIRS, "AID") == pytest.approx(0.5)
    assert class_f1(PAIRS, "ASSAULT") == pytest.approx(2 / 3)


def test_macro_f1_is_the_mean_over_the_classes_of_the_gold():
    assert macro_f1(PAIRS) == 58.3


def test_no_fit_is_an_answer():
    assert Typist().answer("The bakery opens at noon.") == "none"


@pytest.mark.parametrize(
    ("sentence", "quad"),
    [
        ("The league demanded calm.", "verbal_conflict"),
        ("The league appealed for calm.", "neutral"),
        ("Gunmen killed nine bakers.", "material_conflict"),
        ("The bakery opens at noon.", "neutral"),
    ],
)
def test_an_appeal_and_a_quiet_day_are_neutral(sentence, quad):
    assert Typist().quad(sentence, QUADS) == quad


def test_a_type_told_second_is_found_though_it_is_not_the_answer(monkeypatch, tmp_path):
    row = '{"event": "COERCE", "text": "Gunmen killed nine bakers and police arrested two."}\n'
    (tmp_path / "some.jsonl").write_text(row, encoding="utf-8")
    monkeypatch.setattr(plover, "PLOVER", tmp_path)
    assert score_types("some") == {"type accuracy": 0.0, "type macro F1": 0.0, "type found": 100.0}
