"""Blame in words: each cell of the matrix, and the same by side."""

from dataclasses import replace

import pytest

from accordingto.show.blame import cell_words, side_words
from accordingto.show.brief import brief
from accordingto.show.export.incidents import incident_form
from accordingto.show.terminal.incidents import incident_view
from accordingto.terms.blame import Stance
from accordingto.terms.findings import BlameCell, Side
from tests.show.invented import FINDINGS, READINGS, RIVAL, WIRE, words
from tests.show.test_tolls import flat

NAMED = Side(WIRE.id, words(WIRE, "government forces"), ("The league", "Meridian (invented)"))
DENIED = Side(RIVAL.id, words(RIVAL, "it"), ("The army",))
BLAMED = BlameCell("The league", "league", None, Stance.BLAMES, "the army", "the coast", False, (NAMED,))
DENIAL = BlameCell("The army", "army", "the coast", Stance.DENIES, "The army", "the coast", True, (DENIED,))
FOUND = replace(FINDINGS, blame=(BLAMED, DENIAL))


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (BLAMED, "the league blamed the army (the coast)"),
        (replace(BLAMED, by_side="the hills"), "the league (the hills) blamed the army (the coast)"),
        (replace(BLAMED, stance=Stance.CLAIMS, whom_side=None), "the league told of a claim by the army"),
        (replace(BLAMED, stance=Stance.DENIES, whom_side=None), "the league denied that it was the army"),
        (DENIAL, "the army (the coast) denied having done it"),
        (replace(DENIAL, stance=Stance.CLAIMS), "the army (the coast) claimed it as its own act"),
    ],
)
def test_a_cell_is_a_sentence(cell, said):
    assert cell_words(cell) == said


def test_sides_are_counted_by_voices_and_only_where_the_side_named_is_known():
    again = replace(BLAMED, by="Rana Odeh", voice="odeh")
    unknown = replace(BLAMED, voice="x", whom_side=None)
    assert side_words([BLAMED, again, again, unknown]) == ["those of no known side blamed the coast: 2 voices"]


def test_the_matrix_stands_with_its_words_on_the_screen():
    shown = flat(incident_view(FOUND, READINGS, ()))
    assert "WHO IS HELD RESPONSIBLE The league blamed the army (the coast) [wire-1]" in shown
    assert "“The league blamed government forces.”" in shown
    assert "By side: the coast denied the part of the coast: 1 voice" in shown


def test_the_brief_has_the_matrix_as_a_table_above_the_words():
    page = brief(FOUND, READINGS, ())
    held = page.split("## Who is held responsible\n")[1].split("\n## ")[0]
    assert "| The league blamed the army (the coast) | [1] |" in held
    assert held.index("| --- |") < held.index("“The league blamed government forces.”")


def test_the_json_has_every_cell_with_its_words():
    form = incident_form(FOUND, {WIRE.id: "wire-1"})
    first = form["blame"][0]
    assert (first["by"], first["stance"], first["whom"], first["whom_side"]) == (
        *("The league", "blames", "the army"),
        "the coast",
    )
    assert [side["text"] for side in first["sides"]] == ["government forces"]
    assert first["reports"] == ["wire-1"]
