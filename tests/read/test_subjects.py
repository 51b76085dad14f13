"""Who stands before a verb of saying. Every sentence here is invented."""

from collections.abc import Callable

import pytest

from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger
from accordingto.terms.reports import Report

TAGGER = LexiconTagger.load()
LEXICON = AttributionWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def told(report: Report) -> list[tuple[str | None, str]]:
    page = divide(report, SENTENCES)
    found = read_attributions(page, TAGGER.tag(page), LEXICON)
    return [(said.source.exact if said.source else None, said.content.exact) for said in found]


@pytest.mark.parametrize(
    ("content", "source"),
    [
        ("Six people were killed in Aleppo", "the Ambulance League"),
        ("Six people were hurt in Harim, Syria", "the Ambulance League"),
        ("Six people were hurt in the city of Aleppo", "a spokesman"),
        ("Shells hit Aleppo", "the Ambulance League"),
        ("Fighters will leave on Wednesday at 6am GMT", "the governor"),
        ("Shells fell on Harim", "Maha Darwish"),
    ],
)
def test_a_place_or_an_hour_that_closes_what_is_said_is_no_part_of_its_source(
    report_of: ReportOf, content: str, source: str
) -> None:
    assert told(report_of(f"{content}, {source} said.")) == [(source, content)]


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("The corps", "The corps"),
        ("The league, which sends crews into the city,", "The league"),
        ("The league which sends crews into the city", "The league"),
        ("The league, which sends crews to Aleppo, Homs and Idlib,", "The league"),
        ("The guild, whose members run the ovens,", "The guild"),
        ("The guild, based in Harim,", "The guild"),
        ("The clinic in Harim which treats burns", "The clinic in Harim"),
        ("The corps, a volunteer rescue service,", "The corps, a volunteer rescue service"),
        ("The corps a rescue service", "The corps a rescue service"),
        ("The corps, in a statement,", "The corps"),
        ("The corps in a statement on Sunday", "The corps"),
        ("In Harim the corps", "the corps"),
        ("After the raid the corps", "the corps"),
        ("The shells hit a mill and the guild", "the guild"),
        ("The doctor in Harim, a surgeon,", "The doctor in Harim, a surgeon"),
    ],
)
def test_whoever_accuses_is_a_source_whatever_stands_between(report_of: ReportOf, opening: str, source: str) -> None:
    charge = "government forces of shelling the bakery"
    assert told(report_of(f"{opening} accused {charge}.")) == [(source, charge)]


@pytest.mark.parametrize(
    "text",
    [
        "The group accused of shelling the bakery left the city.",
        "The raid blamed on the army hit a bakery.",
    ],
)
def test_those_who_are_accused_accuse_nobody(report_of: ReportOf, text: str) -> None:
    assert told(report_of(text)) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The army, accused by the corps of a raid, denied the charge.", "The army", "the charge"),
        ("The siege, begun in May, killed six, the league, based in Aleppo, said.", "the league", None),
        ("The siege, which began in May, killed six, the league said.", "the league", None),
    ],
)
def test_an_aside_hides_neither_the_one_who_speaks_nor_a_clause(
    report_of: ReportOf, text: str, source: str, content: str | None
) -> None:
    ((found, words),) = told(report_of(text))
    assert found == source
    assert words == content or (content is None and words.endswith("killed six"))
