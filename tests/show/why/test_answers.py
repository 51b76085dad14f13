"""Explanations: the rule in words, each step with its sentence, and nothing that the findings do not say."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from accordingto.casebook import Why
from accordingto.show.why.answers import explain
from accordingto.terms.blame import Stance
from accordingto.terms.decisions import KeptReview, Standing, change_of
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import (
    AgreementKind,
    BlameCell,
    LeftOut,
    Outcome,
    OutcomeKind,
    RunningTotal,
    Side,
    Toll,
    TollEntry,
)
from accordingto.terms.ids import Finding
from accordingto.terms.incidents import Account, Link, Ruling
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import TollRule
from tests.show.invented import (
    COMPARISON,
    FINDINGS,
    OUTCOME,
    READINGS,
    REPRINT,
    RIVAL,
    RIVAL_READING,
    WIRE,
    WIRE_READING,
    words,
)

NOON = datetime(2020, 5, 4, 12, tzinfo=UTC)
TRIGGERS = (WIRE_READING.events[0].trigger,), (RIVAL_READING.events[0].trigger,)
REVIEW = Review("5" * 32, Verdict.MERGE, "Mira Haddad", NOON, "one market", change_of(*TRIGGERS))
KEPT = KeptReview(REVIEW, Standing.IN_FORCE)


def told(found, *, incidents=(FINDINGS,), readings=READINGS, reviews=()):
    return explain(Why(found, incidents, readings, reviews, 3.25))


def steps(explanation, title):
    return [step for part in explanation.parts if part.title == title for step in part.steps]


def test_every_quotation_is_the_words_that_stand_there():
    everything = [FINDINGS, KEPT, OUTCOME, *FINDINGS.incident.links, *FINDINGS.origins, *FINDINGS.copies]
    everything += [*FINDINGS.tolls, *COMPARISON.agreements]
    quoted = [
        one
        for thing in everything
        for part in told(thing, reviews=(KEPT,)).parts
        for step in part.steps
        for one in step.words
    ]
    assert len(quoted) > 20
    for one in quoted:
        body = READINGS[one.report_id].report.body
        assert body[one.start : one.end] == one.exact
        assert one.sentence in body
        assert one.exact in one.sentence


def test_a_link_gives_each_point_the_sum_and_the_words_of_both_reports():
    (plain,) = FINDINGS.incident.links
    link = replace(plain, score=3.75, points=(2.25, 1.5))
    explanation = told(link)
    assert (explanation.id, explanation.kind) == (link.id, "link")
    assert explanation.title == f"wire-1 and {RIVAL.name} are held to tell of one incident"
    assert "from 3.25 on" in explanation.rule
    points = steps(explanation, "Points")
    assert [(step.says, step.points) for step in points[:-1]] == [
        ("both tell of Qalat", 2.25),
        ("both on 2016-05-03", 1.5),
    ]
    assert points[-1].says == "together 3.75, where 3.25 is enough"
    own = steps(explanation, "The words of wire-1")
    assert [step.says for step in own] == [
        "what: assault (shelling)",
        "when: 2016-05-03; the report is of 3 May 2016",
        "where: “Qalat”",
        "who: “government forces”",
        "how many: “four” and “At least 30”",
    ]
    assert own[0].words[0].sentence.startswith("At least 30 people, including four children, were killed when shells")
    assert steps(explanation, f"The words of {RIVAL.name}")


def test_a_link_that_a_person_made_says_who_when_and_why():
    (plain,) = FINDINGS.incident.links
    link = replace(plain, score=0.8, reasons=(REVIEW.words, *plain.reasons), points=(0, 0.5, 0.3), review=REVIEW.id)
    explanation = told(link, reviews=(KEPT,))
    (decision,) = steps(explanation, "Decision")
    assert decision.says.startswith("Mira Haddad put them together: one market [review ")
    assert "2020-05-04 12:00 UTC" in decision.says
    assert (
        steps(explanation, "Points")[-1].says == "together put together by a person; likeness alone gives 0.8 of 3.25"
    )


def test_a_link_kept_before_points_were_kept_still_has_its_reasons():
    (plain,) = FINDINGS.incident.links
    assert [step.points for step in steps(told(plain), "Points")] == [None, None, None]


def test_an_origin_gives_each_hop_with_its_sentence_and_who_copies_whom():
    league = FINDINGS.origins[0]
    explanation = told(league)
    assert explanation.title.endswith("2 reports, 1 origin")
    assert "who passes it on is none of its own" in explanation.rule
    voice, page = steps(explanation, "Chain")
    assert voice.says == "voice: the rescue league"
    assert "the rescue league said" in " ".join(voice.words[0].sentence.split())
    assert (page.says, page.words) == ("passed on by Meridian (invented), on its own page", ())
    carried, copy = steps(explanation, "Reports")
    assert carried.says == "carried by wire-1 and h-1"
    assert copy.says.startswith("h-1 repeats wire-1: 100%")
    assert FINDINGS.copies[0].spoken in copy.says


def test_several_chains_are_numbered():
    league = replace(FINDINGS.origins[0], chains=FINDINGS.origins[0].chains * 2)
    assert [part.title for part in told(league).parts] == ["Chain 1", "Chain 2", "Reports"]


def test_a_copy_shows_sentences_that_stand_in_both():
    explanation = told(FINDINGS.copies[0])
    assert [step.says for step in steps(explanation, "Why")] == ["published a day later"]
    for step in steps(explanation, "In both"):
        first, second = step.words
        assert (first.report_id, second.report_id) == (REPRINT.id, WIRE.id)
        assert first.exact == second.exact


def test_a_toll_gives_its_rule_each_figure_and_the_range():
    (toll,) = FINDINGS.tolls
    explanation = told(replace(toll, rule=TollRule.ALL))
    assert explanation.title == "12 to 30 or more people killed, by the rule “all figures”"
    assert TollRule.ALL.meaning in explanation.rule
    assert "never added up" in explanation.rule
    first, *_ = steps(explanation, "Figures")
    assert first.says == "12 (“12”), as of 4 May 2016, The governor <- an outlet that is not named"
    assert first.words[0].sentence == "The governor put the dead at 12."
    assert steps(explanation, "Result")[0].says == f"12 to 30 or more: {toll.why}"
    assert steps(explanation, "Left out") == []


def test_a_toll_says_what_it_leaves_out_and_why():
    (whole,) = FINDINGS.tolls
    governor, league, _ = whole.entries
    left = LeftOut(governor, "the governor shares a link")
    narrow = replace(whole, rule=TollRule.INDEPENDENT, entries=(replace(league, flag="look at it"),), left_out=(left,))
    explanation = told(narrow)
    assert TollRule.INDEPENDENT.meaning in explanation.rule
    (step,) = steps(explanation, "Left out")
    assert step.says.startswith("12 (“12”), as of 4 May 2016, The governor")
    assert step.says.endswith("; the governor shares a link")
    assert step.words[0].report_id == RIVAL.id
    assert steps(explanation, "Figures")[0].says.endswith("; look at it")


def test_a_running_total_says_what_it_is_counted_over_and_that_it_is_no_toll():
    entry = TollEntry(RIVAL.id, 0, words(RIVAL, "12"), 12, 12, "The governor", None)
    explanation = told(RunningTotal(Harm.KILLED, Who.PEOPLE, entry, "since March"))
    assert explanation.title == "12 people killed, counted over “since March”"
    assert "never enters it" in explanation.rule
    assert steps(explanation, "Figure")[0].words[0].exact == "12"


def test_blame_says_who_says_what_of_whom_in_which_words():
    side = Side(WIRE.id, words(WIRE, "government forces"), ("the rescue league", "Meridian (invented)"))
    voice = ("the rescue league", "rescue league", None, Stance.BLAMES, "government forces", None, False)
    explanation = told(BlameCell(*voice, (side,)))
    assert explanation.title == "The rescue league blamed government forces"
    assert "nobody's word is weighed" in explanation.rule
    assert steps(explanation, "Words")[0].words[0].exact == "government forces"


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (AgreementKind.CONTRADICTION, "Disputed"),
        (AgreementKind.UPDATE, "Told later"),
        (AgreementKind.CORROBORATION, "Agreed"),
        (AgreementKind.COMPATIBLE, "Only looks disputed"),
    ],
)
def test_an_agreement_sets_both_sentences_side_by_side(kind, label):
    explanation = told(replace(FINDINGS.agreements[0], kind=kind))
    assert explanation.title == f"{label}: how many were killed"
    assert explanation.kind == kind.value
    assert explanation.rule
    thirty, twelve = steps(explanation, "Side by side")
    assert thirty.says == (
        "wire-1: “At least 30” people killed, the rescue league <- Meridian (invented), as of 3 May 2016"
    )
    assert thirty.words[0].sentence.startswith("At least 30 people")
    assert twelve.words[0].sentence == "The governor put the dead at 12."
    assert steps(explanation, "Result")[0].says == "30 or more cannot be 12"


@pytest.mark.parametrize("kind", OutcomeKind)
def test_an_outcome_says_what_was_announced_and_what_tells_of_it(kind):
    side = FINDINGS.agreements[0].sides[0]
    explanation = told(replace(OUTCOME, kind=kind, evidence=(side,), hours_late=3.0))
    assert kind.value in explanation.title
    assert explanation.rule
    coming, due = steps(explanation, "Announced")
    assert coming.says == "wire-1: according to an army source, via the Meridian agency"
    assert "04:00 UTC" in due.says
    assert len(steps(explanation, "What became of it")) == 1
    assert steps(explanation, "Result")[0].says.startswith(f"{kind.value}, 3 hours late: it was due")


def test_an_outcome_of_a_report_that_was_read_anew_keeps_its_words():
    gone = {WIRE.id: replace(WIRE_READING, announcements=())}
    explanation = told(OUTCOME, readings=gone)
    assert steps(explanation, "Announced")[0].says == f"“{OUTCOME.what.exact}”"


def test_an_incident_gives_its_accounts_ties_and_decisions():
    accounts = FINDINGS.incident.accounts
    found = replace(
        FINDINGS, incident=replace(FINDINGS.incident, rulings=(Ruling(REVIEW, (accounts[0], accounts[2])),))
    )
    explanation = told(found, incidents=(found,))
    assert [step.words[0].exact for step in steps(explanation, "Accounts")] == [
        READINGS[account.report_id].events[0].trigger.exact for account in accounts
    ]
    (tie,) = steps(explanation, "Ties")
    assert tie.says == f"wire-1 and {RIVAL.name}: 0.8, where 3.25 is enough [why {found.incident.links[0].spoken}]"
    assert "held together: Mira Haddad put them together" in steps(explanation, "Decisions")[0].says


def test_an_account_that_was_read_anew_says_so():
    found = replace(FINDINGS, incident=replace(FINDINGS.incident, accounts=(Account(WIRE.id, 7),)))
    assert steps(told(found), "Accounts")[0].says == "wire-1: read anew since it was compared"


def test_a_review_says_who_when_why_and_of_which_words():
    explanation = told(KEPT, reviews=(KEPT,))
    assert explanation.title.startswith("Mira Haddad put them together: one market [review ")
    assert [step.says for step in steps(explanation, "Decision")][1] == "now in force"
    assert steps(explanation, "Decision")[2].says.startswith(f"shapes {FINDINGS.incident.name}: ")
    assert steps(explanation, "These accounts")[0].words[0].exact == "shells hit the market"
    assert steps(explanation, "and these")[0].words[0].exact == "shelled the market"


def test_an_undo_is_explained_without_accounts():
    back = KeptReview(Review(REVIEW.id, Verdict.UNDO, "Omar Said", NOON, "two markets"), Standing.IN_FORCE)
    explanation = told(back, incidents=())
    assert [part.title for part in explanation.parts] == ["Decision"]
    assert steps(explanation, "Decision")[0].says == f"review {REVIEW.name}"


def test_a_report_that_is_not_at_hand_is_not_quoted():
    explanation = told(FINDINGS.agreements[0], readings={WIRE.id: WIRE_READING})
    assert [len(step.words) for step in steps(explanation, "Side by side")] == [1, 0]


@dataclass(frozen=True, slots=True)
class Rumour(Finding):
    """A finding of a kind that nobody explains yet."""

    anchors: tuple[Anchor, ...]
    why: str


def test_a_finding_of_another_kind_shows_every_word_it_stands_on():
    rumour = Rumour((words(WIRE, "a school was hit too"), words(RIVAL, "12")), "so they say")
    explanation = told(rumour)
    assert (explanation.kind, explanation.rule) == ("rumour", "so they say")
    assert [step.words[0].exact for step in steps(explanation, "Words")] == ["a school was hit too", "12"]


def test_ids_tell_findings_apart_and_explaining_words_change_none():
    things = [*FINDINGS.incident.links, *FINDINGS.origins, *FINDINGS.copies, *FINDINGS.tolls, *COMPARISON.agreements]
    things.append(OUTCOME)
    assert len({thing.id for thing in things}) == len(things)
    (toll,) = FINDINGS.tolls
    assert replace(toll, why="in other words").id == toll.id
    assert replace(toll, harm=Harm.INJURED).id != toll.id
    assert replace(toll, entries=toll.entries[:2]).id != toll.id
    assert replace(OUTCOME, kind=OutcomeKind.KEPT, why="").id == OUTCOME.id
    assert isinstance(OUTCOME, Outcome)
    assert isinstance(toll, Toll)
    (link,) = FINDINGS.incident.links
    assert Link(link.first, link.second, 9.0, ()).id == link.id
