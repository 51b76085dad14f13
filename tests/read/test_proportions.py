"""How percentages of a place are read, and what is none."""

from collections.abc import Callable

import pytest

from accordingto.read.claims import ClaimWords
from accordingto.read.proportions import find_proportions
from accordingto.terms.reports import Report

LEXICON = ClaimWords.load().proportions
ReportOf = Callable[..., Report]


@pytest.mark.parametrize(
    ("sentence", "exact", "low", "high"),
    [
        ("The army holds 98 % of the neighbourhoods.", "98 % of the neighbourhoods", 98, 98),
        ("They took at least 60 percent of the old city.", "at least 60 percent of the old city", 60, None),
        ("They lost up to 12.5% of their territory.", "up to 12.5% of their territory", None, 12.5),
        ("About 40 per cent of the province is dry.", "About 40 per cent of the province", 40, 40),
        ("Rebels left 20 to 30 percent of the district.", "20 to 30 percent of the district", 20, 30),
        ("More than 90% of the island burned.", "More than 90% of the island", 90, None),
    ],
)
def test_a_bound_leaves_its_open_side_unknown(
    report_of: ReportOf, sentence: str, exact: str, low: float | None, high: float | None
) -> None:
    (found,) = find_proportions(report_of(sentence), LEXICON)
    assert (found.anchor.exact, found.low, found.high) == (exact, low, high)


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 60 percent of voters stayed away.",
        "Prices rose 12 %.",
        "He gave 110 % of the land away.",
        "The 98 districts.",
    ],
)
def test_shares_of_people_and_prices_are_no_parts_of_a_place(report_of: ReportOf, sentence: str) -> None:
    assert find_proportions(report_of(sentence), LEXICON) == ()
