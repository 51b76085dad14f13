"""Two opinions on an act: each weighs what it has been worth. The counts are invented."""

from math import log

import pytest

from accordingto.read.act_odds import ActOdds
from accordingto.terms.attributions import Act

# The rules say "assert" for nearly everything, and are right when they say anything else.
ODDS = ActOdds.of({"assert": {"assert": 95, "judge": 1}, "judge": {"assert": 60, "judge": 30}, "deny": {"deny": 20}})


def heard(**chances: float) -> tuple[tuple[Act, float], ...]:
    rest = (1 - sum(chances.values())) / (len(Act) - len(chances))
    return tuple((act, log(chances.get(act.value, rest))) for act in Act)


@pytest.mark.parametrize(
    ("told", "chances", "act"),
    [
        (Act.ASSERT, {"assert": 0.6, "judge": 0.3}, Act.ASSERT),
        (Act.ASSERT, {"judge": 0.9}, Act.JUDGE),  # the rules miss two judgements of three: their "assert" says little
        (Act.JUDGE, {"assert": 0.6, "judge": 0.3}, Act.JUDGE),
        (Act.DENY, {"assert": 0.7, "deny": 0.2}, Act.DENY),
    ],
)
def test_the_likeliest_act_is_that_of_both_together(told: Act, chances: dict[str, float], act: Act) -> None:
    assert ODDS.likeliest(told, heard(**chances)) is act


def test_where_nothing_was_heard_the_rules_decide() -> None:
    assert ODDS.likeliest(Act.WARN, ()) is Act.WARN


def test_what_was_never_counted_is_not_impossible() -> None:
    assert ActOdds.of({}).likeliest(Act.ASSERT, heard(warn=0.99)) is Act.WARN
