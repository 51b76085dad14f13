"""Measures: a scorer's table becomes one number a measure."""

from evals.measures import flat


def test_f1_stands_for_spans_and_accuracy_for_kinds():
    table = {"reports": 3, "blame": {"p": 50.0, "r": 25.0, "f1": 33.3, "n": 4}, "act": {"acc": 75.0, "n": 8}}
    assert flat(table) == {"blame F1": 33.3, "act accuracy": 75.0}


def test_a_measure_without_gold_is_left_out():
    assert flat({"via": {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 0}, "act": {"acc": None, "n": 0}}) == {}
