"""Whether a report is in English. Every text is invented."""

from collections.abc import Callable

import pytest

from accordingto.ingest.tables import report_of_row
from accordingto.read.languages import LanguageWords, language_notes
from accordingto.read.reader import Reader
from accordingto.read.sentences import SentenceWords, divide
from accordingto.terms.reports import Report
from evals.shared import TRAIN_SETS, gold_rows

LEXICON, SENTENCES = LanguageWords.load(), SentenceWords.load()
GERMAN = (
    "Bei einem Angriff auf den Markt der Stadt sind nach Angaben der Rettungskräfte neun Menschen getötet worden. " * 2
)
FRENCH = "Neuf personnes ont été tuées dans une attaque contre le marché de la ville, selon les secours présents. " * 2
ARABIC = "قتل تسعة أشخاص في هجوم على سوق المدينة بحسب ما أعلنته فرق الإنقاذ التي وصلت إلى المكان صباح اليوم " * 2
ENGLISH = (
    "Nine people were killed in an attack on the market of the town, according to the rescuers who came first. " * 2
)


@pytest.mark.parametrize("text", [GERMAN, FRENCH, ARABIC])
def test_another_language_is_said_so_and_read_all_the_same(report_of: Callable[..., Report], text: str) -> None:
    reading = Reader().read(report_of(text))
    assert any("not to be English" in note for note in reading.notes)


@pytest.mark.parametrize("text", [ENGLISH, "Tote in Aleppo", ""])
def test_english_and_what_is_too_short_to_tell_are_let_be(report_of: Callable[..., Report], text: str) -> None:
    assert language_notes(divide(report_of(text), SENTENCES), LEXICON) == ()


def test_no_report_of_the_gold_is_taken_for_another_language(shared: object) -> None:
    rows = [row for name in TRAIN_SETS for row in gold_rows(name)]
    assert not [row["id"] for row in rows if language_notes(divide(report_of_row(row), SENTENCES), LEXICON)]
