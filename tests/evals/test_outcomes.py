"""The scorer of outcomes: its cases are whole, and it counts what is right beside the commonest kind alone."""

from collections import Counter

import pytest

from accordingto.read.reader import Reader
from accordingto.terms.findings import Outcome, OutcomeKind
from accordingto.terms.spans import Anchor, Span
from evals.outcomes import CASES, Judged, judge_cases, outcomes_table, score_outcomes
from evals.shared import load_lines


def judged(right, kind, *, late=None, hours=None, name="dev"):
    what = Anchor("r", (Span(0, 4),), "what")
    return Judged("a case", name, right, Outcome("r", 0, what, OutcomeKind(kind), (), hours, "why"), late)


def test_kinds_and_hours_are_counted_beside_the_commonest_kind():
    some = [
        judged("kept", "kept", late=3.5, hours=3.5),
        judged("kept", "begun", late=2.0, hours=1.0),
        judged("broken", "broken"),
        judged("kept", "kept"),
    ]
    assert score_outcomes(some) == {"kind accuracy": 75.0, "commonest kind": 75.0, "hours late right": 50.0}


def test_each_set_has_a_table_of_its_own():
    table = outcomes_table([judged("kept", "kept"), judged("kept", "begun", name="held")])
    assert (table["dev"]["kind accuracy"], table["held"]["kind accuracy"]) == (100.0, 0.0)


def test_every_case_is_invented_and_has_its_announcement():
    cases = load_lines(CASES)
    assert len({case["id"] for case in cases}) == len(cases) >= 30
    assert Counter(case["kind"] for case in cases).keys() == {kind.value for kind in OutcomeKind}
    for case in cases:
        assert all(row["outlet"].endswith("(invented)") for row in case["reports"])
        assert any(case["what"] in row["text"] for row in case["reports"])


@pytest.mark.parametrize("name", ["evac-first-of-many", "truce-denied", "copy-is-no-news", "evac-told-before"])
def test_a_case_is_read_and_followed(name):
    (case,) = [case for case in load_lines(CASES) if case["id"] == name]
    (found,) = judge_cases(Reader(), [case])
    assert found.is_right
