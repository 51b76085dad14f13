"""What the encoder hears and what the rules find, weighed against each other. Every sentence is invented."""

from collections.abc import Callable
from dataclasses import replace
from math import log

import pytest

from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.consensus import confidence, overlap
from accordingto.read.encoders import Heard
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.read.taggers import LexiconTagger, Tags
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.reports import Report

TAGGER = LexiconTagger.load()
LEXICON = AttributionWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def heard(page: Page, *, cue: str, content: str, source: str | None = None, chance: float = 0.95) -> Heard:
    """What an encoder would hand over, by the words."""
    found = {words: (page.body.rindex(words), page.body.rindex(words) + len(words)) for words in (cue, content)}
    spoken = (page.body.index(source), page.body.index(source) + len(source)) if source else None
    return Heard(
        source=(spoken,) if spoken else (),
        cue=(found[cue],),
        content=(found[content],),
        via=(),
        acts=tuple((act, log(1 / len(Act))) for act in Act),
        chance=chance,
        pivot=found[cue][0],
    )


def read(page: Page, *items: Heard) -> tuple[Attribution, ...]:
    tags: Tags = replace(TAGGER.tag(page), heard=items)
    return read_attributions(page, tags, LEXICON)


def test_what_the_encoder_is_sure_of_stands_where_no_rule_knows_the_cue(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor hinted darkly at a siege."), SENTENCES)
    [said] = read(page, heard(page, cue="hinted darkly", content="at a siege", source="The mayor"))
    assert said.source is not None
    assert (said.source.exact, said.content.exact) == ("The mayor", "at a siege")


def test_what_only_the_rules_find_needs_some_chance_from_the_encoder(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor said the road was open."), SENTENCES)
    faint = heard(page, cue="said", content="the road was open", source="The mayor", chance=0.2)
    assert [said.content.exact for said in read(page, faint)] == ["the road was open"]
    assert read(page) == ()


def test_a_tagger_that_has_not_listened_leaves_the_rules_alone(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor said the road was open."), SENTENCES)
    [said] = read_attributions(page, TAGGER.tag(page), LEXICON)
    assert said.confidence is None


def test_the_rules_name_the_source_that_the_encoder_missed(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor said the road was open."), SENTENCES)
    [said] = read(page, heard(page, cue="said", content="the road was open"))
    assert said.source is not None
    assert said.source.exact == "The mayor"


def test_the_surer_reading_of_one_cue_stands_alone(report_of: ReportOf) -> None:
    page = divide(report_of("The road was open the mayor said in the town hall that morning."), SENTENCES)
    found = read(page, heard(page, cue="said", content="The road was open", source="the mayor"))
    assert [said.content.exact for said in found] == ["The road was open"]


def test_the_act_comes_from_the_words_of_the_cue(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor denied that the road was open."), SENTENCES)
    [said] = read(page, heard(page, cue="denied", content="the road was open", source="The mayor"))
    assert said.act is Act.DENY


@pytest.mark.parametrize(
    ("first", "second", "share"),
    [
        (((0, 10),), ((0, 10),), 1.0),
        (((0, 10),), ((5, 15),), 1 / 3),
        (((0, 4), (6, 10)), ((0, 10),), 0.8),
        (((0, 4),), ((4, 8),), 0.0),
        ((), (), 0.0),
    ],
)
def test_overlap_is_the_share_of_characters_in_both(
    first: tuple[tuple[int, int], ...], second: tuple[tuple[int, int], ...], share: float
) -> None:
    assert overlap(first, second) == pytest.approx(share)


def test_confidence_rises_with_the_chance_and_never_reaches_certainty() -> None:
    rising = [confidence(chance, 0.0) for chance in (0.1, 0.5, 0.9, 0.99, 1.0)]
    assert rising == sorted(rising)
    assert 0 < rising[0] < rising[-1] < 1


@pytest.mark.parametrize("source", ["Rana Haddad, the port's envoy", "The port's envoy, Rana Haddad"])
def test_words_set_off_beside_a_name_belong_to_the_source(report_of: ReportOf, source: str) -> None:
    page = divide(report_of(f"{source}, said that the road was open."), SENTENCES)
    [said] = read(page, heard(page, cue="said", content="the road was open", source="Rana Haddad"))
    assert said.source is not None
    assert said.source.exact == source
