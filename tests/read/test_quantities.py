"""Quantities: shares in percent belong to the claim that tells them and are never figures. All texts are invented."""

from collections.abc import Callable

import pytest

from accordingto.read.quantities import quantity_pattern
from accordingto.read.reader import Reader
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.claims import ClaimKind
from accordingto.terms.reports import Report

READER = Reader(tagger=LexiconTagger.load())
PATTERN = quantity_pattern()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army holds 98 % of the districts.", ["98 % of the districts"]),
        ("It took 60 percent of the port's quays.", ["60 percent of the port's quays"]),
        ("Ninety-eight per cent of it is rubble.", ["Ninety-eight per cent of it"]),
        ("Prices rose by 7.5% in May.", ["7.5%"]),
        ("Some 98 people left.", []),
    ],
)
def test_a_share_is_found_with_what_it_is_a_share_of(text: str, found: list[str]) -> None:
    assert [match.group() for match in PATTERN.finditer(text)] == found


def test_the_statement_that_tells_a_share_has_it_and_no_figure_is_made(report_of: Callable[..., Report]) -> None:
    reading = READER.read(report_of("The mayor said the army had captured 98 % of the districts."))
    told = {claim.kind: claim.quantity.exact for claim in reading.claims if claim.quantity}
    assert told == {ClaimKind.STATEMENT: "98 % of the districts"}
    assert reading.figures == ()


def test_in_the_outlets_own_voice_the_event_beside_it_has_the_share(report_of: Callable[..., Report]) -> None:
    reading = READER.read(report_of("The army captured 98 % of the districts. Nothing else is known."))
    assert [claim.quantity.exact for claim in reading.claims if claim.quantity] == ["98 % of the districts"]
