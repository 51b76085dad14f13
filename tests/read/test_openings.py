"""Where a report says that it was filed."""

from collections.abc import Callable

import pytest

from accordingto.read.openings import find_openings
from accordingto.read.sentences import SentenceWords, divide
from accordingto.terms.reports import Report

SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("BEIRUT (Reuters) - Shells hit a bakery.", "BEIRUT (Reuters) -"),
        ("AMMAN, Dec 13 (Reuters) – Shells hit a bakery.", "AMMAN, Dec 13 (Reuters) –"),
        ("By our reporter\n\nUNITED NATIONS / GENEVA (AP) — Shells hit a bakery.", "UNITED NATIONS / GENEVA (AP) —"),
        ("Damascus, (SANA)-Shells hit a bakery.", "Damascus, (SANA)-"),
        ("Beirut- Shells hit a bakery.", "Beirut-"),
        ("DAMASCUS (Sputnik) __â Shells hit a bakery.", "DAMASCUS (Sputnik)"),
        ("Shells hit a bakery - and a school.", None),
        ("The Army-run bakery was hit.", None),
        ("Harim", None),
    ],
)
def test_a_dateline_is_names_days_and_an_agency_before_a_dash(
    report_of: ReportOf, text: str, opening: str | None
) -> None:
    page = divide(report_of(text), SENTENCES)
    assert [page.body[start:end] for start, end in find_openings(page)] == ([opening] if opening else [])


def test_a_row_of_names_deep_in_the_text_is_no_dateline(report_of: ReportOf) -> None:
    page = divide(report_of("Shells fell again. " * 9 + "\n\nHARIM (AP) - Shells fell."), SENTENCES)
    assert find_openings(page) == ()
