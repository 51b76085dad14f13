"""Who is said to have said what. Every sentence here is invented; the bodies and outlets named are real ones."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accordingto.ingest.tables import report_of_row
from accordingto.read.attributions import AttributionWords, read_attributions
from accordingto.read.reader import Reader
from accordingto.read.sentences import SentenceWords, divide
from accordingto.read.taggers import LexiconTagger
from accordingto.show.export.exchange import exchange_form
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.reports import Report
from accordingto.terms.spans import GAP
from evals.shared import gold_annotations, gold_rows, load_scorer

TAGGER = LexiconTagger.load()
LEXICON = AttributionWords.load()
SENTENCES = SentenceWords.load()
ReportOf = Callable[..., Report]


def statements_of(report: Report) -> tuple[Attribution, ...]:
    page = divide(report, SENTENCES)
    return read_attributions(page, TAGGER.tag(page), LEXICON)


def plain(said: Attribution) -> tuple[str | None, str | None, str]:
    source, cue = said.source, said.cue
    return source.exact if source else None, cue.exact if cue else None, said.content.exact


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge was closed.", "The mayor", "said", "the bridge was closed"),
        ("The mayor said on Sunday the bridge was closed.", "The mayor", "said", "the bridge was closed"),
        # the everyday case: every comma is lost
        (
            "Three shells hit the market in Harim killing a baker the Observatory said on Sunday.",
            "the Observatory",
            "said",
            "Three shells hit the market in Harim killing a baker",
        ),
        ("Nine men were freed a security source said.", "a security source", "said", "Nine men were freed"),
        (
            "Six houses burned according to residents of Tal Noor.",
            "residents of Tal Noor",
            "according to",
            "Six houses burned",
        ),
        (
            "According to the governor, six houses burned.",
            "the governor",
            "According to",
            "six houses burned",
        ),
        ("'' We are hungry, '' said Maha Darwish.", "Maha Darwish", "said", "We are hungry"),
        ("“We are hungry,” said Maha Darwish.", "Maha Darwish", "said", "We are hungry"),
        ('"We are hungry" Maha Darwish said.', "Maha Darwish", "said", "We are hungry"),
        (
            'The road is cut and we are hungry" Maha Darwish said.',
            "Maha Darwish",
            "said",
            "The road is cut and we are hungry",
        ),
        (
            "The envoy, who arrived on Monday, said the talks had failed.",
            "The envoy",
            "said",
            "the talks had failed",
        ),
        (
            "The Observatory which relies on a network of activists says nine people died.",
            "The Observatory",
            "says",
            "nine people died",
        ),
        (
            "Rami Haddad head of the relief office said the trucks were empty.",
            "Rami Haddad head of the relief office",
            "said",
            "the trucks were empty",
        ),
        ("Col. Omar Saleh said the hill was taken.", "Col. Omar Saleh", "said", "the hill was taken"),
        ("The ministry denied the report.", "The ministry", "denied", "the report"),
        ("Footage showed a burning truck.", "Footage", "showed", "a burning truck"),
        ("The raid was confirmed by the ministry.", "the ministry", "was confirmed", "The raid"),
        ("The mayor put the death toll at nine.", "The mayor", "put", "the death toll at nine"),
        (
            "The Harbour Relief, a charity, tweeted: “No bread is left in town.”",
            "The Harbour Relief, a charity",
            "tweeted",
            "No bread is left in town.",
        ),
    ],
)
def test_a_statement_has_its_source_its_cue_and_its_content(
    report_of: ReportOf, text: str, source: str, cue: str, content: str
) -> None:
    [said] = statements_of(report_of(text))
    assert plain(said)[:2] == (source, cue)
    assert plain(said)[2].rstrip(".") == content.rstrip(".")


@pytest.mark.parametrize(
    ("text", "source", "via"),
    [
        (
            "A ceasefire was agreed, a military source told the Reuters news agency.",
            "a military source",
            ["the Reuters news agency"],
        ),
        ("The guard told reporters that nobody had left.", "The guard", ["reporters"]),
        ("The guard told the meeting that nobody had left.", "The guard", []),
        ("SANA quoted a police source as saying that two shops burned.", "a police source", ["SANA"]),
        ("Two shops burned, SANA reported citing a police source.", "a police source", ["SANA"]),
        ("The mayor said in a statement to AFP that two shops burned.", "The mayor", ["AFP"]),
    ],
)
def test_the_links_that_carry_words_on_are_kept(report_of: ReportOf, text: str, source: str, via: list[str]) -> None:
    [said] = statements_of(report_of(text))
    assert said.source
    assert (said.source.exact, [link.exact for link in said.via]) == (source, via)


@pytest.mark.parametrize(
    ("text", "sources", "contents"),
    [
        (
            "The doctor said nine people died adding that two were children.",
            ["The doctor", "The doctor"],
            ["nine people died", "two were children"],
        ),
        (
            "The rebels blamed the army for the fire and said they would answer.",
            ["The rebels", "The rebels"],
            ["the army for the fire", "they would answer"],
        ),
        (
            "The army said the hill was taken while the rebels said it was not.",
            ["The army", "the rebels"],
            ["the hill was taken", "it was not"],
        ),
    ],
)
def test_one_sentence_can_hold_two_statements(
    report_of: ReportOf, text: str, sources: list[str], contents: list[str]
) -> None:
    said = statements_of(report_of(text))
    assert [one.source.exact for one in said if one.source] == sources
    assert [one.content.exact for one in said] == contents


def test_what_another_is_said_to_have_said_goes_through_the_one_who_says_it(report_of: ReportOf) -> None:
    outer, inner = statements_of(report_of("The mayor said the army had told reporters that the road was open."))
    assert outer.source
    assert inner.source
    assert (outer.source.exact, inner.source.exact) == ("The mayor", "the army")
    assert [link.exact for link in inner.via] == ["reporters", "The mayor"]


@pytest.mark.parametrize(
    ("text", "cue", "pieces"),
    [
        ("The army has reportedly left the town.", "reportedly", ["The army has", "left the town"]),
        ("Ten men are believed to be missing.", "are believed", ["Ten men", "to be missing"]),
        ("The hall was full amid reports of looting in the old town.", "reports", ["looting in the old town"]),
    ],
)
def test_a_hidden_source_stays_unknown(report_of: ReportOf, text: str, cue: str, pieces: list[str]) -> None:
    [said] = statements_of(report_of(text))
    assert said.source is None
    assert said.cue
    assert (said.cue.exact, said.content.exact) == (cue, GAP.join(pieces))
    assert said.hedge


@pytest.mark.parametrize(
    ("title", "source", "content"),
    [
        ("43 dead in Harim market blast - monitor", "monitor", "43 dead in Harim market blast"),
        ("Harim market blast kills six Norlandian state TV", "Norlandian state TV", "Harim market blast kills six"),
        ("Ministry: market blast killed six", "Ministry", "market blast killed six"),
    ],
)
def test_a_headline_can_carry_its_source_as_a_tag(report_of: ReportOf, title: str, source: str, content: str) -> None:
    [said] = statements_of(report_of("The market is large.", title=title))
    assert plain(said) == (source, None, content)


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the market and nine people died.",
        "The minister declined to comment.",
        "The army has not confirmed the raid.",
        "The blast claimed the lives of six.",
        "Washington and the United States were mentioned.",
        "No group has claimed responsibility for the blast.",
    ],
)
def test_where_nobody_says_anything_there_is_no_statement(report_of: ReportOf, text: str) -> None:
    assert statements_of(report_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('"The road is open now," the mayor said.', Form.DIRECT),
        ("The mayor said the road was open.", Form.INDIRECT),
        ('The mayor said the road was "wide open" again.', Form.MIXED),
    ],
)
def test_the_form_tells_verbatim_words_from_others(report_of: ReportOf, text: str, form: Form) -> None:
    [said] = statements_of(report_of(text))
    assert said.form is form


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The mayor said nine people died.", Act.ASSERT),
        ("The army denied shelling the town.", Act.DENY),
        ("The mayor accused the army of shelling the town.", Act.ACCUSE),
        ("The mayor vowed to rebuild the town.", Act.ANNOUNCE),
        ("The mayor urged both sides to stop.", Act.DEMAND),
        ("The mayor warned of hunger in the town.", Act.WARN),
        ("The mayor condemned the raid.", Act.JUDGE),
        ('The mayor said: "No one is planning to touch the convoy."', Act.DENY),
    ],
)
def test_the_act_is_what_the_source_does_by_saying_it(report_of: ReportOf, text: str, act: Act) -> None:
    [said] = statements_of(report_of(text))
    assert said.act is act


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("The mayor said the toll could rise.", "could rise"),
        ("The mayor said they had reports of looting.", "had reports"),
        ("The mayor said the raid was probably over.", "probably"),
        ("The mayor said nothing had moved since May.", None),
    ],
)
def test_the_words_that_hold_back_are_kept(report_of: ReportOf, text: str, hedge: str | None) -> None:
    [said] = statements_of(report_of(text))
    assert (said.hedge.exact if said.hedge else None) == hedge


def test_a_quotation_interrupted_by_its_cue_is_one_statement(report_of: ReportOf) -> None:
    [said] = statements_of(report_of('"The well is dry," the farmer said. "We will have to leave by night."'))
    assert [span.start for span in said.content.spans] == sorted(span.start for span in said.content.spans)
    assert said.content.exact == "The well is dry ... We will have to leave by night"


def test_a_quotation_left_open_goes_on_in_the_next_paragraph(report_of: ReportOf) -> None:
    [said] = statements_of(report_of('The farmer told him: "The well is dry now.\n\n"We will have to leave."'))
    assert len(said.content.spans) == 2


def test_what_a_broken_encoding_left_of_a_mark_still_marks_a_quotation(report_of: ReportOf) -> None:
    [said] = statements_of(report_of("_\x90_â\x90_The well is dry_\x90_â\x90_ said Maha Darwish."))
    assert (plain(said), said.form) == (("Maha Darwish", "said", "The well is dry"), Form.DIRECT)


def test_a_bare_quotation_in_a_new_paragraph_is_given_to_the_last_speaker(report_of: ReportOf) -> None:
    first, second = statements_of(report_of('"The well is dry," the farmer said.\n\n"We will have to leave by night."'))
    assert second.cue is None
    assert second.source == first.source
    assert second.form is Form.DIRECT


def test_the_first_case_comes_out_right(shared: Path) -> None:
    """The report the project began with, scored against its gold: found with the right source, 85 of 100 or more."""
    assert shared.is_dir()
    rows, golds = gold_rows("seed"), gold_annotations("seed")
    readings = [exchange_form(Reader().read(report_of_row(row))) for row in rows]
    scores = load_scorer("eval_reading").score(rows, golds, readings)
    assert scores["statement linked"]["f1"] >= 95


def test_a_bracket_opened_in_a_content_is_closed_in_it(report_of: ReportOf) -> None:
    [said] = statements_of(report_of("Trucks will leave at 6am (4am GMT), a port official said."))
    assert said.content.exact == "Trucks will leave at 6am (4am GMT)"


def test_a_tagger_that_knows_less_finds_less(report_of: ReportOf) -> None:
    page = divide(report_of("The mayor said the road was open."), SENTENCES)
    tags = TAGGER.tag(page)
    blind = replace(tags, cues=tuple(() for _ in tags.cues))
    assert read_attributions(page, tags, LEXICON)
    assert read_attributions(page, blind, LEXICON) == ()


PIECES = st.sampled_from(  # words that frames are made of, in any order
    [
        "said",
        '"',
        "”",
        "“",
        "''",
        "army",
        "He",
        ",",
        ".",
        "told",
        "according",
        "to",
        "Reuters",
        "reportedly",
        "citing",
        "that",
        "quoted",
        "as",
        "saying",
        "and",
        "which",
        "-",
        ":",
        "by",
        "was",
        "adding",
        "in",
        "statement",
        "الجيش",
        "軍",
        "\n\n",
        "\x00",
        "\x85",
    ]
)


@settings(deadline=None)
@given(st.text(max_size=300) | st.lists(PIECES, max_size=60).map(" ".join), st.text(max_size=40))
@example('"', '"')
@example("sAID' SAID", "")
@example("said", "said said")
@example("\x1c\x1d said \x1e he", "")
def test_any_text_is_read_and_every_anchor_holds_the_words_at_its_place(text: str, title: str) -> None:
    report = Report.of(title=title, text=text)
    for said in statements_of(report):
        for anchor in (said.source, said.cue, said.content, said.hedge, *said.via):
            if anchor:
                anchor.check(report.body)
                assert anchor.exact.strip()
