"""Measures: a scorer's table becomes one number a measure."""

from evals.measures import flat, origin_shares


def test_f1_stands_for_spans_and_accuracy_for_kinds():
    table = {"reports": 3, "blame": {"p": 50.0, "r": 25.0, "f1": 33.3, "n": 4}, "act": {"acc": 75.0, "n": 8}}
    assert flat(table) == {"blame F1": 33.3, "act accuracy": 75.0}


def test_a_measure_without_gold_is_left_out():
    assert flat({"via": {"p": 0.0, "r": 0.0, "f1": 0.0, "n": 0}, "act": {"acc": None, "n": 0}}) == {}


def test_of_origins_the_shares_of_all_incidents_are_kept_and_neither_the_mean_error_nor_the_baseline():
    table = {"origin of a claim accuracy": 0.7512, "origins across incidents pair F1": None}
    table |= {"number of origins, mean error": -0.5}
    ways = ("gold readings", "end to end", "each outlet")
    scores = {way: {"all incidents": table, "of two reports or more": {}} for way in ways}
    assert origin_shares(scores) == {
        "april17b: origins, gold readings": {"origin of a claim accuracy": 75.1},
        "april17b: origins, end to end": {"origin of a claim accuracy": 75.1},
    }
