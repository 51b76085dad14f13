"""The scorer of places: what counts as recognised, what as placed, and what counts for nothing."""

import pytest

from accordingto.terms.places import Place, Spot
from accordingto.terms.spans import Anchor
from evals.places import score_article

TITLE = "An invented title"
TEXT = "Harbour Town was quiet, Northland said."
BODY = f"{TITLE}\n\n{TEXT}"


def toponym(words, kind, lat=None, lon=None):
    start = TEXT.index(words)
    point = {} if lat is None else {"lat": lat, "lon": lon}
    return {"start": start, "end": start + len(words), "text": words, "type": kind, **point}


def place(words, lat=None, lon=None):
    start = BODY.index(words)
    spot = Spot("own:x", words, "city", None, None, lat, lon, 0) if lat is not None else None
    return Place(Anchor.at("report", BODY, (start, start + len(words))), spot, None)


def score(toponyms, places):
    return score_article({"title": TITLE, "text": TEXT, "toponyms": toponyms}, places)


def test_a_literal_toponym_is_recognised_by_half_of_its_characters_and_once():
    scores = score([toponym("Harbour Town", "Literal")], [place("Harbour")])
    assert (scores.gold, scores.right, scores.wrong) == (1, 1, 0)
    assert score([toponym("Harbour Town", "Literal")], [place("Town")]).right == 0


def test_a_find_on_a_government_is_neither_right_nor_wrong_unless_asked_strictly():
    scores = score([toponym("Northland", "Metonymic")], [place("Northland")])
    assert (scores.gold, scores.wrong, scores.other) == (0, 0, 1)
    assert scores.recognised(strict=True)[0] == 0.0


def test_a_find_on_no_toponym_is_wrong():
    assert score([toponym("Northland", "Non_Toponym")], [place("quiet")]).wrong == 1


@pytest.mark.parametrize(("lon", "near"), [(1.0, 1), (2.0, 0)])
def test_end_to_end_counts_only_what_is_found_and_put_within_a_hundred_miles(lon, near):
    scores = score([toponym("Harbour Town", "Literal", 0.0, 0.0)], [place("Harbour Town", 0.0, lon)])
    assert (scores.placed, scores.near) == (1, near)
    assert scores.table() == {"literal recognised F1": 100.0, "within 161 km": 100.0 * near, "end to end": 100.0 * near}


def test_nothing_to_find_scores_nothing():
    assert set(score([], []).table().values()) == {0.0}
