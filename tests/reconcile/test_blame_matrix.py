"""The matrix of blame: who blames, claims or denies whom, by whom and by side, each cell with its words."""

import pytest

from accordingto.reconcile.accounts import compare_accounts
from accordingto.reconcile.camps import Camps
from accordingto.terms.blame import Stance
from accordingto.terms.casts import Actor, ActorKind, Cast
from tests.reconcile.invented import blame, event, invented, said

CAST = Cast(
    (
        Actor("Coast Army", aliases=("the army",), side="the coast"),
        Actor("Free Coast Army", side="the hills"),
        Actor("Hill Brigade", aliases=("the brigade",), affiliation="Free Coast Army"),
        Actor("Valmia", kind=ActorKind.STATE, adjectives=("Valmian",), side="the coast"),
        Actor("Harrat Rescue Corps"),
    )
)


def telling(outlet, source, actor, stance="blames"):
    return invented(
        f"Shells fell on the clinic of Harrat on Friday. {source} spoke of {actor} and of shells on the clinic.",
        outlet=outlet,
        statements=[said(source, "spoke of", actor, act="accuse")],
        events=[event("Shells", place="Harrat")],
        blame=[blame(actor, 0, stance)],
    )


def cells(*readings, cast=CAST):
    (found,) = compare_accounts(readings, cast=cast).incidents
    return found.blame


def test_a_cell_says_who_by_whom_how_and_on_which_sides():
    reading = telling("A (invented)", "Salma Idris", "Valmian jets")
    (cell,) = cells(reading)
    assert (cell.by, cell.stance, cell.whom, cell.whom_side) == (
        "Salma Idris",
        Stance.BLAMES,
        "Valmian jets",
        "the coast",
    )
    (side,) = cell.sides
    assert side.anchor.exact == "Valmian jets"
    side.anchor.check(reading.report.body)


def test_one_voice_in_two_reports_is_one_cell_with_both_words():
    (cell,) = cells(
        telling("A (invented)", "Salma Idris", "the army"), telling("B (invented)", "Salma Idris", "the army")
    )
    assert len(cell.report_ids) == len(cell.sides) == 2


def test_one_who_is_named_under_two_names_is_one():
    (cell,) = cells(
        telling("A (invented)", "Salma Idris", "Assad's artillery"),
        telling("B (invented)", "Salma Idris", "the Syrian army"),
    )
    assert {side.anchor.exact for side in cell.sides} == {"Assad's artillery", "the Syrian army"}


def test_who_speaks_of_itself_is_named_as_the_voice():
    (cell,) = cells(telling("A (invented)", "The Hill Brigade", "The Hill Brigade", "denies"))
    assert cell.of_itself
    assert cell.whom == cell.by == "The Hill Brigade"


def test_blame_and_denial_stand_in_cells_of_their_own():
    blamed = telling("A (invented)", "Salma Idris", "the army")
    denied = telling("B (invented)", "The army", "The army", "denies")
    assert [(cell.by, cell.stance) for cell in cells(blamed, denied)] == [
        ("Salma Idris", Stance.BLAMES),
        ("The army", Stance.DENIES),
    ]


def test_two_who_are_named_as_one_or_the_other_have_no_one_side():
    reading = invented(
        "Shells fell on the clinic of Harrat. Salma Idris blamed Valmian jets or the Hill Brigade.",
        statements=[said("Salma Idris", "blamed", "Valmian jets or the Hill Brigade", act="accuse")],
        events=[event("Shells", place="Harrat")],
        blame=[blame("Valmian jets", 0), blame("the Hill Brigade", 0)],
    )
    (cell,) = cells(reading)
    assert cell.whom == "Valmian jets or the Hill Brigade"
    assert cell.whom_side is None
    assert [side.anchor.exact for side in cell.sides] == ["Valmian jets", "the Hill Brigade"]


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("the Coast Army", "the coast"),
        ("Free Coast Army", "the hills"),
        ("the army", "the coast"),
        ("army jets", "the coast"),
        ("the Turkish army", None),
        ("gunners of the Hill Brigade", "the hills"),
        ("Valmian warplanes", "the coast"),
        ("a Valmian hospital", None),
        ("Valmia's missiles", "the coast"),
        ("the Coast Army and the Hill Brigade", None),
        ("the Harrat Rescue Corps", None),
        ("unknown persons", None),
        ("...", None),
    ],
)
def test_the_cast_tells_on_which_side_they_stand_who_are_named(words, side):
    assert Camps.of(CAST).side_of(words) == side


@pytest.mark.parametrize(
    ("name", "side"), [("Free Coast Army", "the hills"), ("Coast Army Daily", None), ("Hill Brigade", "the hills")]
)
def test_an_outlet_stands_where_the_actor_of_its_whole_name_does(name, side):
    assert Camps.of(CAST).side_of_name(name) == side
