"""Whom a pronoun means. Every sentence here is invented; the bodies and outlets named are real ones."""

from collections.abc import Callable

import pytest

from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.mentions import MentionWords, read_mentions
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.reports import Report

TAGGER = LexiconTagger.load()
ATTRIBUTIONS = AttributionWords.load()
MENTIONS = MentionWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Karim Nader said it was over. Activists said it was not. He said nobody left.", "Karim Nader"),
        ("Maha Darwish said it was over. Karim Nader said it was not. She said nobody left.", "Maha Darwish"),
        ("Samar Haddad said her house burned. Najm Odeh said his had not. She said nobody left.", "Samar Haddad"),
        ("Maha Darwish said her husband had vowed to stay. She said nobody left.", "Maha Darwish"),
        ("Residents said it was over. Buses waited at the gate. They said nobody left.", "Residents"),
        ("Local officials said it was over. UNICEF said it was not. They said nobody left.", "Local officials"),
        ("The Russian defence ministry said it was over. It said nobody left.", "The Russian defence ministry"),
        ("The United States said it was over. It said nobody left.", "The United States"),
    ],
)
def test_a_pronoun_is_the_nearest_that_fits_in_number_and_gender(report_of: ReportOf, text: str, meant: str) -> None:
    assert _meant(report_of(text)) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Syria rejected the plan on Monday, Reuters reported. It said nobody had left.", "Syria"),
        (
            "President Karim Nader opened the bridge, state television reported. He said it was safe.",
            "President Karim Nader",
        ),
        (
            "Sweden said it was over. Norway and Denmark sent letters in which they said it was not.",
            "Norway and Denmark",
        ),
    ],
)
def test_one_who_is_spoken_about_may_be_meant_before_the_one_who_spoke(
    report_of: ReportOf, text: str, meant: str
) -> None:
    assert _meant(report_of(text)) == meant


def _meant(report: Report) -> str:
    """The name of the voice of the last statement."""
    page = divide(report, SENTENCES)
    entities, statements = read_mentions(page, read_attributions(page, TAGGER.tag(page), ATTRIBUTIONS), MENTIONS)
    assert statements[-1].entity is not None
    return entities[statements[-1].entity].name
