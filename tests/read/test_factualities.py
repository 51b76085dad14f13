"""How surely each voice of a chain holds what is told: the rule table, one invented sentence a row."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accordingto.read.claims import ClaimWords, read_claims
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.claims import ClaimKind
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

LEXICON = ClaimWords.load()
ReportOf = Callable[..., Report]


def at(report: Report, words: str) -> Anchor:
    start = report.body.index(words)
    return Anchor.at(report.id, report.body, (start, start + len(words)))


def said(report: Report, source: str | None, cue: str, content: str, act: str, hedge: str | None) -> Attribution:
    anchors = [at(report, words) if words else None for words in (source, cue, hedge)]
    return Attribution(anchors[0], (), anchors[1], at(report, content), Form.INDIRECT, Act(act), anchors[2])


def nine(report: Report, statement: int | None) -> Figure:
    return Figure(at(report, "nine"), 9, 9, Bound.EXACT, Who.PEOPLE, Harm.KILLED, None, statement, None)


# The sentence, what is said between bars; source, cue, hedge and act of the statement; what the source and the outlet
# hold of it as a whole, and what the source holds of the nine people it tells of.
ROWS = [
    # plain sayings: the source is certain, the outlet commits itself to nothing
    ("The mayor said |nine people died in the fire|.", "The mayor", "said", None, "assert", "CT+ Uu", "CT+"),
    ("The monitor counted |nine killed in the raid|.", "The monitor", "counted", None, "assert", "CT+ Uu", "CT+"),
    (
        "The clinic accused the militia, saying |it shot nine patients|.",
        "The clinic",
        "saying",
        None,
        "accuse",
        "CT+ Uu",
        "CT+",
    ),
    ("The clinic claimed |nine died|.", "The clinic", "claimed", None, "assert", "CT+ Uu", "CT+"),
    ("The envoy called |the loss of nine lives a disgrace|.", "The envoy", "called", None, "judge", "CT+ Uu", "CT+"),
    # verbs by which whoever passes it on holds it for true himself
    ("The army admitted |nine villagers died|.", "The army", "admitted", None, "assert", "CT+ CT+", "CT+"),
    (
        "The ministry acknowledged |that nine sailors drowned|.",
        "The ministry",
        "acknowledged",
        None,
        "assert",
        "CT+ CT+",
        "CT+",
    ),
    ("The inquiry revealed |nine names|.", "The inquiry", "revealed", None, "assert", "CT+ CT+", "CT+"),
    # cues that hold back
    ("The union believes |nine miners are dead|.", "The union", "believes", None, "assert", "PR+ Uu", "PR+"),
    ("The port thinks |nine boats sank|.", "The port", "thinks", None, "assert", "PR+ Uu", "PR+"),
    ("The agency estimates |nine died|.", "The agency", "estimates", None, "assert", "PR+ Uu", "PR+"),
    ("The office had reports of |nine killed|.", "The office", "had reports of", None, "assert", "PS+ Uu", "PS+"),
    ("The nurse heard |that nine men fell|.", "The nurse", "heard", None, "assert", "PS+ Uu", "PS+"),
    ("The union fears |nine miners are dead|.", "The union", "fears", None, "assert", "PS+ Uu", "PS+"),
    ("The council hopes |nine hostages live|.", "The council", "hopes", None, "assert", "Uu Uu", "Uu"),
    # hedges inside what is said
    ("The office said |it had reports of nine killed|.", "The office", "said", "reports of", "assert", "PS+ Uu", "PS+"),
    ("The guard said |nine had likely died|.", "The guard", "said", "likely", "assert", "PR+ Uu", "PR+"),
    ("The guard said |the blast may have killed nine|.", "The guard", "said", "may", "assert", "PS+ Uu", "PS+"),
    ("The guard said |a suspected bomb killed nine|.", "The guard", "said", "suspected", "assert", "PS+ Uu", "PS+"),
    ("The guard said |it was unclear who shot the nine|.", "The guard", "said", "unclear", "assert", "Uu Uu", "Uu"),
    ("The guard said |at least nine died|.", "The guard", "said", "at least", "assert", "CT+ Uu", "CT+"),
    ("The guard said |up to nine died|.", "The guard", "said", "up to", "assert", "CT+ Uu", "CT+"),
    ("The guard said |we hardly dare say nine died|.", "The guard", "said", "hardly dare", "assert", "PS+ Uu", "PS+"),
    # hidden sources
    ("|Nine boats and nine men were| reportedly |lost|.", None, "reportedly", None, "assert", "PS+ Uu", "PS+"),
    # denials
    ("The navy denied |killing nine fishermen|.", "The navy", "denied", None, "deny", "CT- Uu", "CT-"),
    ("The navy dismissed |the tale of nine dead|.", "The navy", "dismissed", None, "deny", "CT- Uu", "CT-"),
    ("The navy denied |it had probably hit nine boats|.", "The navy", "denied", "probably", "deny", "PR- Uu", "PR-"),
    ("The navy denied |reports of nine dead|.", "The navy", "denied", "reports of", "deny", "PS- Uu", "PS-"),
    # plans, warnings, demands and conditions
    ("The firm announced |a ferry for nine families|.", "The firm", "announced", None, "announce", "PR+ Uu", "CT+"),
    ("The firm warned |nine wells would run dry|.", "The firm", "warned", None, "warn", "PS+ Uu", "CT+"),
    ("The firm demanded |the release of nine men|.", "The firm", "demanded", None, "demand", "Uu Uu", "CT+"),
    ("The firm said |if the dam breaks nine villages drown|.", "The firm", "said", None, "assert", "Uu Uu", "Uu"),
    ("The firm said |unless it rains nine wells dry up|.", "The firm", "said", None, "assert", "Uu Uu", "Uu"),
    # questions, and those who know the answer
    ("The firm asked |whether nine men came|.", "The firm", "asked", None, "assert", "Uu Uu", "Uu"),
    ("The judge said |he knows who shot the nine|.", "The judge", "said", None, "assert", "CTu Uu", "CTu"),
]


@pytest.mark.parametrize(
    ("marked", "source", "cue", "hedge", "act", "whole", "count"), ROWS, ids=[row[0] for row in ROWS]
)
def test_a_claim_is_as_sure_as_its_weakest_word(
    report_of: ReportOf, marked: str, source: str | None, cue: str, hedge: str | None, act: str, whole: str, count: str
) -> None:
    report = report_of(marked.replace("|", ""), outlet="The Example (invented)")
    statement = said(report, source, cue, marked.split("|")[1], act, hedge)
    found = replace(
        Reading(report, ReaderName("rules", "1", "test")), statements=(statement,), figures=(nine(report, 0),)
    )
    claims = {claim.kind: claim for claim in read_claims(found, LEXICON)}
    assert " ".join(claims[ClaimKind.STATEMENT].held) == whole
    assert claims[ClaimKind.FIGURE].factuality == count


@pytest.mark.parametrize(
    ("sentence", "factuality"),
    [
        ("A wall fell and nine died.", "CT+"),
        ("An estimated nine died.", "PR+"),
        ("The flood may have drowned nine.", "PS+"),
        ("There were unconfirmed reports of nine dead.", "PS+"),
        ("It was impossible to verify that nine died.", "Uu"),
        ("Perhaps it rained. A wall fell and nine died.", "CT+"),
    ],
)
def test_in_its_own_voice_the_outlet_is_held_to_the_words_before_a_count(
    report_of: ReportOf, sentence: str, factuality: str
) -> None:
    report = report_of(sentence)
    found = replace(Reading(report, ReaderName("rules", "1", "test")), figures=(nine(report, None),))
    (claim,) = read_claims(found, LEXICON)
    assert (claim.factuality, claim.held) == (factuality, (factuality,))
