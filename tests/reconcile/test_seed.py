"""The first case: the disputes inside one report of December 2016 show, and what is none is told so."""

from datetime import UTC, datetime

import pytest

from accordingto.read.reader import Reader
from accordingto.reconcile.accounts import compare_accounts
from accordingto.terms.findings import About, AgreementKind, OutcomeKind
from accordingto.terms.tolls import TollRule
from evals.adapter import gold_readings
from evals.score import read_set

KIND = AgreementKind


@pytest.fixture(scope="module", params=["from the gold", "from the text"])
def reading(shared, request):
    (reading,) = gold_readings("seed") if request.param == "from the gold" else read_set("seed", Reader())
    return reading


@pytest.fixture(scope="module")
def comparison(reading):
    return compare_accounts([reading], now=datetime(2016, 12, 15, tzinfo=UTC))


def voices(comparison, kind, about):
    """For each such agreement the first voices of its sides, in one line."""
    return [
        " | ".join(s.chain[0] for s in a.sides) for a in comparison.agreements if (a.kind, a.about) == (kind, about)
    ]


def test_over_stands_against_relentless_and_under_heavy_attack(comparison):
    (sides,) = voices(comparison, KIND.CONTRADICTION, About.ONGOING)
    assert all(name in sides for name in ("Russia", "White Helmets", "UNICEF"))
    assert "ambassador" in sides or "Churkin" in sides


def test_only_fighters_stands_against_rebels_and_civilians(comparison):
    (found,) = [a for a in comparison.agreements if a.about is About.WHO]
    assert "Churkin" in found.sides[0].chain[0]
    assert any("civilians" in side.anchor.exact for side in found.sides[1:])


def test_nobody_is_harmed_stands_against_the_82(comparison):
    (found,) = [a for a in comparison.agreements if a.about is About.HAPPENED]
    assert "Churkin" in found.sides[0].chain[0]
    assert any("82" in s.anchor.exact and "human rights office" in s.chain[0] for s in found.sides[1:])


def test_tens_of_thousands_and_more_than_a_hundred_thousand_are_no_contradiction(comparison):
    (found,) = [a for a in comparison.agreements if a.about is About.TRAPPED]
    assert found.kind is KIND.COMPATIBLE
    assert "no upper limit" in found.why


def test_fake_news_is_linked_to_what_it_attacks(comparison):
    attacks = voices(comparison, KIND.CONTRADICTION, About.TRUTHFULNESS)
    assert any(sides.startswith(("The Russian ambassador", "Vitaly Churkin")) and "Power" in sides for sides in attacks)


def test_the_buses_are_overdue_once_their_hour_is_past(comparison, reading):
    kinds = {o.what.exact: o.kind for o in comparison.outcomes}
    assert kinds["buses will start to take people out"] is OutcomeKind.OVERDUE
    before = compare_accounts([reading], now=datetime(2016, 12, 14, 1, tzinfo=UTC)).outcomes
    assert {o.kind for o in before} == {OutcomeKind.WAITING}


def test_82_are_82_and_not_106(shared):
    comparison = compare_accounts(gold_readings("seed"))
    tolls = [toll for found in comparison.incidents for toll in found.tolls if toll.harm == "killed"]
    civilians = {toll.rule: (toll.low, toll.best, toll.high) for toll in tolls if toll.who == "civilians"}
    assert civilians.pop(TollRule.CONSERVATIVE) == (82, 82, 82)  # a recorder who codes one number
    assert {(low, high) for low, _, high in civilians.values()} == {(82, None)}
