"""Causes: barrel bombs are no shelling, a rocket may come from a plane, and what it carried is asked apart."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.causes import read_cause
from accordingto.terms.findings import About, AgreementKind
from tests.reconcile.invented import event, figure, invented, said

AGAINST, BOTH, AGREE = AgreementKind.CONTRADICTION, AgreementKind.COMPATIBLE, AgreementKind.CORROBORATION
LEAGUE, MAYOR = "the Ferrymen's League", "the mayor Salma Idris"


def told(words, source=LEAGUE, outlet="A (invented)", toll=9, mode="other", **more):
    text = f"Nine people were killed in Harrat on Friday {words}, {source} said. The quay was closed."
    return invented(
        text,
        outlet=outlet,
        statements=[
            said(source, "said", f"Nine people were killed in Harrat on Friday {words}", **more),
        ],
        events=[event("killed", mode=mode, place="Harrat", statement=0)],
        figures=[figure("Nine", toll, toll, statement=0)] if toll else [],
    )


def causes(*readings):
    found = [a for incident in compare_accounts(readings).incidents for a in incident.agreements]
    return [a for a in found if a.about is About.CAUSE]


def kind_of(one, other):
    found = causes(told(one), told(other, MAYOR, "B (invented)"))
    assert len(found) <= 1
    return found[0].kind if found else None


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("by barrel bombs dropped on the market", "when shelling hit the market", AGAINST),
        ("in an air strike", "by mortar shells", AGAINST),
        ("by a suicide car bomb", "by a rocket", AGAINST),
        ("by a car bomb", "in a mortar attack on the square", AGAINST),
        ("when a truck bomb went off", "in an airstrike", AGAINST),
        ("by a roadside bomb", "in sniper fire", AGAINST),
        ("when a gas leak set the hall alight", "by a car-bomb", AGAINST),
        ("in an accident at the depot", "in air strikes on the depot", AGAINST),
        ("by a suicide bomber", "by a planted bomb", AGAINST),
        ("in artillery fire", "by a drone", AGAINST),
        ("beheaded with a knife", "in an air raid", AGAINST),
        ("by a landmine", "in a drone strike", AGAINST),
        ("in a chemical attack", "by conventional munitions", AGAINST),
        ("by sarin", "and no chemical agent was found", AGAINST),
        ("by chlorine gas", "but not by toxic gas", AGAINST),
        ("by barrel bombs", "but no barrel bombs were dropped", AGAINST),
        ("by a car bomb", "not by a car bomb but by a rocket", AGAINST),
        ("by air strikes", "by barrel bombs", BOTH),  # the coarser word holds the finer
        ("by shelling", "by mortars", BOTH),
        ("by a suicide bomber", "by a suicide car bomb", BOTH),
        ("in a bombing", "by a suicide bomber who blew himself up", BOTH),
        ("by bombardment", "by grad rockets", BOTH),
        ("by rockets", "by warplanes", BOTH),  # planes fire rockets too
        ("by missiles", "in shelling", BOTH),
        ("by barrel bombs", "by vacuum bombs", BOTH),  # one raid drops both
        ("by mortars", "by grad rockets", BOTH),
        ("by sarin", "in an air strike", BOTH),  # what was in it, and how it came
        ("by chlorine", "by a barrel bomb", BOTH),
        ("by a car bomb", "by an explosive device", BOTH),
        ("executed", "beheaded", BOTH),
        ("by barrel bombs", "by a barrel bomb", AGREE),
        ("by airstrikes", "by war planes", AGREE),
        ("by sarin", "by poison gas", AGREE),
        ("in a car-bomb blast", "by a car bomb", AGREE),
        ("by warplanes and artillery", "by artillery", None),  # nobody takes the one to deny the other
        ("by bombing", "by a bomb", None),  # too coarse to bear anybody out
        ("in an explosion", "by a car bomb", None),
        ("in an attack", "in air strikes", None),
        ("but it was unclear whether by a car bomb or a rocket", "in an air strike", None),
        ("near the chemical weapons watchdog", "by conventional munitions", None),
    ],
)
def test_two_causes_told_of_one_toll(one, other, kind):
    assert kind_of(one, other) is kind
    assert kind_of(other, one) is kind


def test_both_words_stand_side_by_side_with_the_reason():
    (found,) = causes(told("by barrel bombs"), told("when shelling hit the market", MAYOR, "B (invented)"))
    assert {side.anchor.exact for side in found.sides} == {"barrel bombs", "shelling"}
    assert "leave no way in common" in found.why
    assert "“barrel bombs” (the Ferrymen's League, 3 May 2019)" in found.why
    assert "“shelling” (the mayor Salma Idris, 3 May 2019)" in found.why


def test_a_town_is_bombed_and_shelled_on_one_day():
    one = told("in air strikes", toll=None)
    (found,) = causes(one, told("in mortar fire", MAYOR, "B (invented)", toll=None))
    assert found.kind is BOTH
    assert "not of one toll" in found.why


def test_in_a_battle_any_weapon_is_used_beside_any_other():
    one = told("by artillery", mode="ground-fighting")
    assert causes(one, told("by suicide car bombs", MAYOR, "B (invented)", mode="ground-fighting")) == []


TWO_VOICES = (
    "Nine people were killed in Harrat on Friday. A nurse said the blast was caused by a rocket. The army said {}."
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the blast was caused by a car bomb", AGAINST),
        ("the explosion was the result of a gas leak", AGAINST),
        ("the blast was caused by a grad rocket", BOTH),
        ("a car bomb was found in Qalat", None),  # of something else
        ("it had used no rockets in Qalat", None),
    ],
)
def test_two_voices_of_one_report(words, kind):
    reading = invented(
        TWO_VOICES.format(words),
        statements=[
            said("A nurse", "said", "the blast was caused by a rocket"),
            said("The army", "said", words),
        ],
        events=[event("killed", mode="other", place="Harrat")],
        figures=[figure("Nine", 9, 9)],
    )
    found = causes(reading)
    assert [a.kind for a in found] == ([kind] if kind else [])


def test_a_voice_that_corrects_itself_is_an_update():
    later = invented(
        "Nine people were killed in Harrat on Friday by a car bomb, the Ferrymen's League said.",
        outlet="B (invented)",
        published=told("x").report.published.replace(day=4),
        statements=[said(LEAGUE, "said", "Nine people were killed in Harrat on Friday by a car bomb")],
        events=[event("killed", mode="other", place="Harrat", statement=0)],
        figures=[figure("Nine", 9, 9, statement=0)],
    )
    (found,) = causes(told("by a mortar shell"), later)
    assert found.kind is AgreementKind.UPDATE


def test_at_most_one_note_for_two_voices():
    one = told("by air strikes with chlorine")
    found = causes(one, told("by barrel bombs and mustard gas", MAYOR, "B (invented)"))
    assert len(found) == 1


def test_a_copy_bears_out_nobody():
    text = "by barrel bombs while the school by the quay was full of families who had fled the fighting further north"
    assert causes(told(text), told(text, outlet="B (invented)")) == []


@pytest.mark.parametrize(
    ("words", "kinds", "chemical"),
    [
        ("surface-to-surface missiles", ("rocket from the ground",), None),
        ("aerial shelling of the town", ("airstrike",), None),  # "shelling" is not read by itself there
        ("explosive-laden truck", ("car bomb",), None),
        ("explosives-packed barrel", ("barrel bomb",), None),
        ("a suicide car bomb", ("suicide car bomb",), None),
        ("chlorine barrel bombs", ("barrel bomb",), True),
        ("without any toxic gas", (), False),
        ("the chemical weapons stockpile", None, None),
    ],
)
def test_words_that_name_a_cause(words, kinds, chemical):
    found = read_cause(words)
    if kinds is None:
        assert found is None
    else:
        assert (found[0].kinds, found[0].chemical) == (kinds, chemical)


@pytest.mark.parametrize(
    ("words", "kind"),
    [("a car bomb killed nine people", BOTH), ("the blast was caused by a car bomb", AGAINST)],
)
def test_two_weapons_of_one_report_clash_where_one_is_told_outright(words, kind):
    reading = invented(
        f"Nine people were killed in Harrat on Friday. A nurse said {words}. The army said jets killed nine people.",
        statements=[said("A nurse", "said", words), said("The army", "said", "jets killed nine people")],
        events=[event("killed", mode="other", place="Harrat")],
        figures=[figure("Nine", 9, 9, statement=0), figure("nine", 9, 9, statement=1)],
    )
    assert [found.kind for found in causes(reading)] == [kind]
