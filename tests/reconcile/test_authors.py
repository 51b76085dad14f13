"""Authors: who is blamed, by whom, who denies it, and whether it happened at all."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.parties import STATE, homes_of, one_side, parties_named, side_of
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import blame, event, figure, invented, said


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
    about = (About.ACTOR, About.HAPPENED)
    return {(a.kind, a.about): a for a in incident.agreements if a.about in about}


DISPUTED = (AgreementKind.CONTRADICTION, About.ACTOR)
AGREED = (AgreementKind.CORROBORATION, About.ACTOR)
BOTH = (AgreementKind.COMPATIBLE, About.ACTOR)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("rebel gunmen", "the regime", DISPUTED),
        ("Assad's artillery", "the Syrian army", AGREED),
        ("Assad's artillery", "government forces", BOTH),  # whose government is not said
        ("the army", "government forces", AGREED),
        ("rebel gunmen", "the army", DISPUTED),
        ("Sudanese troops", "the Ethiopian army", DISPUTED),
        ("Russian jets", "the Syrian army", BOTH),  # they fight on one side: a detail, no dispute
        ("terrorists", "Islamic State", BOTH),  # the looser word may mean the same
        ("rebel gunmen", "Islamic State", DISPUTED),
        ("Daesh", "Islamic State", AGREED),
        ("unknown persons", "the regime", None),
    ],
)
def test_two_authors_named_for_one_event(one, other, kind):
    readings = telling("A (invented)", "Salma Idris", one), telling("B (invented)", "Omar Said", other)
    assert set(found(*readings)) == ({kind} if kind else set())


@pytest.mark.parametrize(
    ("blamed", "denied"),
    [
        ("the Syrian army", "Syrian forces"),
        ("the army", "the army"),
        ("government forces", "its soldiers"),
        ("Sudanese troops", "the Sudanese military"),
        ("the Red Sun Brigade", "the brigade"),
        ("the brigade", "its brigade"),
    ],
)
def test_a_denial_meets_what_it_denies(blamed, denied):
    dispute = found(
        telling("A (invented)", "Salma Idris", blamed),
        telling("B (invented)", "Colonel Omar Said", denied, "denies"),
    )[DISPUTED]
    assert f"denied that it was {denied}" in dispute.why
    assert len(dispute.sides) == 2


@pytest.mark.parametrize(
    ("blamed", "denied"),
    [
        ("rebel gunmen", "the army"),
        ("Sudanese troops", "the Ethiopian army"),
        ("the Red Sun Brigade", "the harbour guard"),
    ],
)
def test_a_denial_of_another_meets_nothing(blamed, denied):
    readings = telling("A (invented)", "Salma Idris", blamed), telling("B (invented)", "Omar Said", denied, "denies")
    assert DISPUTED not in found(*readings)


def test_blaming_and_denying_the_army_in_one_report_clash():
    reading = invented(
        "Shells fell on the clinic of Harrat on Friday. Salma Idris blamed the army. The army denied it fired.",
        statements=[said("Salma Idris", "blamed", "the army"), said("The army", "denied", "it fired", act="deny")],
        events=[event("Shells", place="Harrat")],
        blame=[blame("the army", 0), blame("The army", 1, "denies")],
    )
    dispute = found(reading)[DISPUTED]
    assert dispute.why == "Salma Idris held the army responsible, while the army denied having done it"


def test_two_who_deny_their_own_part_do_not_bear_each_other_out():
    own = [telling(f"{who} (invented)", who, who.lower(), "denies") for who in ("The army", "Government forces")]
    assert AGREED not in found(*own)
    others = [telling(f"{who} (invented)", who, "the army", "denies") for who in ("Salma Idris", "Omar Said")]
    assert AGREED in found(*others)


def test_what_one_voice_holds_twice_in_a_report_is_one_side():
    reading = invented(
        "Shells fell on the clinic of Harrat on Friday. The army blamed rebel gunmen. An army spokesman spoke of "
        "rebels. Salma Idris blamed the army.",
        statements=[
            said("The army", "blamed", "rebel gunmen", act="accuse"),
            said("An army spokesman", "spoke of", "rebels"),
            said("Salma Idris", "blamed", "the army", act="accuse"),
        ],
        events=[event("Shells", place="Harrat")],
        blame=[blame("rebel gunmen", 0), blame("rebels", 1), blame("the army", 2)],
    )
    assert [side.anchor.exact for side in found(reading)[DISPUTED].sides] == ["rebel gunmen", "the army"]


def test_a_denial_is_of_whoever_makes_it():
    reading = invented(
        "Shells fell on the clinic of Harrat on Friday. Salma Idris blamed the Red Sun Brigade. "
        "The Red Sun Brigade spoke of lies: it had not fired.",
        statements=[said("Salma Idris", "blamed", "the Red Sun Brigade"), said("The Red Sun Brigade", "spoke", "lies")],
        events=[event("Shells", place="Harrat")],
        blame=[blame("the Red Sun Brigade", 0), blame("The Red Sun Brigade", 1, "denies")],
    )
    assert DISPUTED in found(reading)


def test_the_army_is_the_army_of_the_land_that_the_report_speaks_of():
    sudan = invented("Shells fell on Harrat. Sudanese troops have held it since May.", events=[event("Shells")])
    syria = invented(
        "Shells fell on Qalat. The Syrian army and the Russian military met there, and Syrian soldiers ate."
    )
    nowhere = invented("Shells fell on the clinic.")
    homes = homes_of([sudan, syria])
    assert parties_named("the army", homes[sudan.report.id]) == parties_named("the Sudanese army")
    assert parties_named("regime jets", homes[syria.report.id]) == parties_named("Assad's jets")
    assert homes_of([nowhere]) == {nowhere.report.id: None}
    assert parties_named("the army") == parties_named("government forces") == {STATE}


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
    assert parties_named("Assad's jets") == parties_named("Syrian warplanes")
    assert parties_named("the Red Sun Brigade") == parties_named("Red Sun Brigade")
    assert parties_named("unknown persons") == parties_named("Those men") == frozenset()
    assert side_of("the Russian defence ministry") == "the government and its allies"
    assert side_of("the Ferrymen's League") is None
    assert side_of("The Syrian Coalition") == side_of("the rebels") != side_of("the US-led coalition")
    assert one_side(parties_named("anybody"), parties_named("the regime"))


@pytest.mark.parametrize(
    ("source", "own", "clash"),
    [
        ("Russia", "its aircraft", True),
        ("Russia", "it", True),
        ("The Russian defence ministry", "their jets", True),
        ("Russia", "its Syrian army allies", False),  # the denial is for somebody else, whom nobody charges here
        ("Turkey", "its aircraft", False),
    ],
)
def test_a_denial_of_what_is_its_own_meets_the_charge_against_the_one_who_denies(source, own, clash):
    charged = telling("A (invented)", "Salma Idris", "Russian warplanes")
    denying = invented(
        f"Shells fell on the clinic of Harrat on Friday. {source} denied {own} had a part in it.",
        outlet="B (invented)",
        statements=[said(source, "denied", f"{own} had a part in it", act="deny")],
        events=[event("Shells", place="Harrat")],
        blame=[blame(own, 0, "denies")],
    )
    dispute = found(charged, denying).get(DISPUTED)
    assert (dispute is not None) is clash
    if dispute:
        assert f"denied that it was {own}" in dispute.why


def test_whoever_blames_another_s_forces_by_their_forces_does_not_speak_of_itself():
    blaming = invented(
        "Shells fell on the clinic of Harrat on Friday. Russia blamed the rebels and their guns.",
        outlet="B (invented)",
        statements=[said("Russia", "blamed", "the rebels and their guns", act="accuse")],
        events=[event("Shells", place="Harrat")],
        blame=[blame("their guns", 0)],
    )
    assert DISPUTED not in found(telling("A (invented)", "Salma Idris", "rebel gunmen"), blaming)
    assert AGREED not in found(telling("A (invented)", "Salma Idris", "Russian guns"), blaming)


@pytest.mark.parametrize(
    ("theirs", "mode", "act", "kind"),
    [
        (7, "shelling", "assert", None),  # of another blow of that day
        (9, "shelling", "assert", DISPUTED),  # of one toll, so of one blow
        (7, "bombing", "assert", DISPUTED),  # one bomb went off
        (7, "shelling", "accuse", DISPUTED),  # a charge is made against somebody
    ],
)
def test_authors_told_in_passing_clash_over_one_blow(theirs, mode, act, kind):
    def told(outlet, source, actor, number):
        words = {7: "Seven", 9: "Nine"}[number]
        return invented(
            f"{words} people died at the clinic of Harrat on Friday in shells by {actor}, {source} said.",
            outlet=outlet,
            statements=[said(source, "said", f"by {actor}", act=act)],
            events=[event("shells", place="Harrat", mode=mode)],
            figures=[figure(words, number, number)],
            blame=[blame(actor, 0, "blames")],
        )

    readings = told("A (invented)", "Salma Idris", "rebels", 9), told("B (invented)", "Omar Said", "the army", theirs)
    assert set(found(*readings)) == ({kind} if kind else set())
