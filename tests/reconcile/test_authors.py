"""Authors: who is blamed, by whom, who denies it, and whether it happened at all."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.parties import one_side, parties_named, side_of
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import blame, event, invented, said


def telling(outlet, source, actor, stance="blames", **more):
    return invented(
        f"Shells fell on the clinic of Harrat on Friday. {source} spoke of {actor} and of shells on the clinic.",
        outlet=outlet,
        statements=[said(source, "spoke of", actor, act="accuse")],
        events=[event("Shells", place="Harrat", **more)],
        blame=[blame(actor, 0, stance)],
    )


def found(*readings):
    (incident,) = compare_accounts(readings).incidents
    return {(a.kind, a.about): a for a in incident.agreements}


DISPUTED = (AgreementKind.CONTRADICTION, About.ACTOR)
AGREED = (AgreementKind.CORROBORATION, About.ACTOR)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("rebel gunmen", "the regime", DISPUTED),
        ("Assad's artillery", "government forces", AGREED),
        ("Russian jets", "the Syrian army", None),  # they fight on one side: a detail, no dispute
        ("Daesh", "Islamic State", AGREED),
        ("unknown persons", "the regime", None),
    ],
)
def test_two_authors_named_for_one_event(one, other, kind):
    readings = telling("A (invented)", "Salma Idris", one), telling("B (invented)", "Omar Said", other)
    assert set(found(*readings)) == ({kind} if kind else set())


def test_a_denial_meets_what_it_denies():
    dispute = found(
        telling("A (invented)", "Salma Idris", "the army"),
        telling("B (invented)", "Colonel Omar Said", "the army", "denies"),
    ).get(DISPUTED)
    assert dispute is None  # which army is not said, and a party without a name is nobody's
    dispute = found(
        telling("A (invented)", "Salma Idris", "the Syrian army"),
        telling("B (invented)", "Colonel Omar Said", "Syrian forces", "denies"),
    )[DISPUTED]
    assert "denies that it was Syrian forces" in dispute.why
    assert len(dispute.sides) == 2


def test_one_statement_that_names_two_holds_one_position():
    both = invented(
        "Shells fell on the clinic of Harrat on Friday. Omar Said blamed Russian or Syrian guns for the clinic.",
        outlet="B (invented)",
        statements=[said("Omar Said", "blamed", "Russian or Syrian guns")],
        events=[event("Shells", place="Harrat")],
        blame=[blame("Russian", 0), blame("Syrian guns", 0)],
    )
    assert DISPUTED not in found(telling("A (invented)", "Salma Idris", "the regime"), both)


def test_an_event_that_one_reports_and_another_denies_is_disputed():
    denied = telling("B (invented)", "Omar Said", "nobody at all", status="denied")
    dispute = found(telling("A (invented)", "Salma Idris", "the regime"), denied)
    assert (AgreementKind.CONTRADICTION, About.HAPPENED) in dispute


def test_parties_are_known_under_many_names_and_unknown_ones_by_their_own():
    assert parties_named("Assad's jets") == parties_named("regime warplanes")
    assert parties_named("the Red Sun Brigade") == parties_named("Red Sun Brigade")
    assert parties_named("unknown persons") == frozenset()
    assert side_of("the Russian defence ministry") == "the government and its allies"
    assert side_of("the Ferrymen's League") is None
    assert one_side("anybody", "the regime")
