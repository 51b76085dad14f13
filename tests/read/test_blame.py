"""Blame: an author is named where the words say so, and fighters' losses in fighting blame nobody."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.read.authors import BlameWords
from accordingto.read.blame import read_blame
from accordingto.read.sentences import Page, SentenceWords, divide
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

LEXICON = BlameWords.load()
SENTENCES = SentenceWords.load()
SCRAPS = [
    "the regime",
    "Russian",
    "rebels",
    "air strikes",
    "killed",
    "by",
    "civilians",
    "denied",
    "claimed",
    ".",
    "responsibility",
    "on",
]
ReportOf = Callable[..., Report]


def blamed(
    report: Report, statements: tuple[Attribution, ...] = (), events: tuple[Event, ...] = ()
) -> tuple[Blame, ...]:
    return read_blame(divide(report, SENTENCES), statements, events, LEXICON)


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Regime air strikes killed nine civilians.", "Regime air"),
        ("Nine civilians died in shelling by rebel groups.", "rebel groups"),
        ("The raids on the market were carried out by Russian warplanes.", "Russian warplanes"),
        ("Rebels have fired rockets at the town.", "Rebels"),
        ("Militants positioned in the old port shelled a school.", "Militants"),
        ("Nine people were executed by ISIS.", "ISIS"),
        ("The mayor held the regime responsible for starving the town.", "regime"),
        ("Residents said Israeli jets were behind the raid.", "Israeli jets"),
        ("Pro-government forces killing civilians were seen.", "Pro-government forces"),
        ("The Syrian regime carried out the attack, the mayor said.", "Syrian regime"),
        ("The opposition says regime planes dropped the gas.", "regime planes"),
        ("IS killed 30 people in the village.", "IS"),
        ("Regime and Russian forces bombed a hospital.", "Regime and Russian forces"),
        ("The raid that killed nine has been widely blamed on Syrian forces.", "Syrian forces"),
        ("The mayor blamed the attack on Damascus.", "Damascus"),
        ("Rapid Support Forces shelled the market, killing nine people.", "Rapid Support Forces"),
        ("Nine civilians died in shelling by M23 rebels.", "M23 rebels"),
    ],
)
def test_an_author_of_harm_to_people_is_blamed(report_of: ReportOf, text: str, author: str) -> None:
    (blame,) = blamed(report_of(text))
    assert (blame.actor.exact, blame.stance, blame.by) == (author, Stance.BLAMES, None)


@pytest.mark.parametrize(
    "charge",
    ["accused the regime", "has blamed rebels", "accuses insurgents", "blamed “insurgents”", 'blamed the "insurgents"'],
)
def test_a_charge_is_never_the_outlets_own(report_of: ReportOf, charge: str) -> None:
    report = report_of(f"The league {charge} over the shelling of a bakery that killed six civilians.")
    page = divide(report, SENTENCES)
    side = page.body.index(charge.split()[-1])
    content = page.anchor((side, len(page.body) - 1))
    said = Attribution(None, (), page.anchor((side - 2, side - 1)), content, Form.INDIRECT, Act.ACCUSE, None)
    assert [blame.by for blame in blamed(report, (said,))] == [0]
    assert blamed(report) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The army killed 40 militants.",
        "Regime air strikes on rebel positions killed 12 fighters.",
        "Twenty rebels were killed in clashes.",
        "Nine civilians were killed in a strike.",
        "The regime met the envoy.",
        "It was unclear whether the regime was behind the strike on the school.",
        "Shells hit regime positions near the town.",
    ],
)
def test_losses_of_fighters_and_unnamed_authors_blame_nobody(report_of: ReportOf, text: str) -> None:
    assert blamed(report_of(text)) == ()


@pytest.mark.parametrize("text", ["ISIS claimed responsibility for the bombing.", "The bombing was claimed by ISIS."])
def test_a_claim_of_responsibility_is_told_from_blame(report_of: ReportOf, text: str) -> None:
    (blame,) = blamed(report_of(text))
    assert (blame.actor.exact, blame.stance) == ("ISIS", Stance.CLAIMS)


def test_taking_lives_is_no_claim_of_responsibility(report_of: ReportOf) -> None:
    found = blamed(report_of("A strike of the coalition has claimed lives of civilians."))
    assert Stance.CLAIMS not in [blame.stance for blame in found]


def test_a_denial_is_told_from_blame(report_of: ReportOf) -> None:
    (blame,) = blamed(report_of("Russia has denied the charge."))
    assert (blame.actor.exact, blame.stance) == ("Russia", Stance.DENIES)


def test_blame_is_held_by_the_statement_that_names_the_author(report_of: ReportOf) -> None:
    report = report_of("The clinic said regime shelling killed nine civilians.")
    page = divide(report, SENTENCES)
    (blame,) = blamed(report, (statement(page, "The clinic", "regime shelling killed nine civilians"),))
    assert blame.by == 0


def test_a_denial_is_held_by_the_statement_of_the_one_who_denies(report_of: ReportOf) -> None:
    report = report_of("Russia denied that its planes bombed the port.")
    page = divide(report, SENTENCES)
    (blame,) = blamed(report, (statement(page, "Russia", "that its planes bombed the port"),))
    assert (blame.by, blame.stance) == (0, Stance.DENIES)


def test_a_source_that_names_no_side_can_deny_a_deed(report_of: ReportOf) -> None:
    report = report_of("The harbour ministry denied it had shelled the town.")
    page = divide(report, SENTENCES)
    said = replace(statement(page, "The harbour ministry", "it had shelled the town"), cue=anchor(page, "denied"))
    (blame,) = blamed(report, (said,))
    assert (blame.actor.exact, blame.by, blame.stance) == ("The harbour ministry", 0, Stance.DENIES)


def test_saying_that_it_was_not_behind_it_claims_nothing(report_of: ReportOf) -> None:
    found = blamed(report_of("The coalition said it was not behind the strike."))
    assert Stance.CLAIMS not in [blame.stance for blame in found]


def test_the_outlet_names_an_author_once_for_one_event(report_of: ReportOf) -> None:
    report = report_of("The regime bombed a school. Assad forces bombed the school at noon.")
    assert len(blamed(report)) == 1


def test_blame_is_for_the_event_of_its_sentence(report_of: ReportOf) -> None:
    report = report_of("A blast hit the port. Later rebels shelled a school.")
    page = divide(report, SENTENCES)
    events = (happened(page, "blast"), happened(page, "shelled"))
    assert [blame.event for blame in blamed(report, (), events)] == [1]


def anchor(page: Page, words: str) -> Anchor:
    start = page.body.index(words)
    return page.anchor((start, start + len(words)))


def statement(page: Page, source: str, content: str) -> Attribution:
    return Attribution(anchor(page, source), (), None, anchor(page, content), Form.INDIRECT, Act.ASSERT, None)


def happened(page: Page, words: str) -> Event:
    return Event(EventType.ASSAULT, None, anchor(page, words), Status.OCCURRED)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SCRAPS) | st.text(max_size=8), max_size=30).map(" ".join))
def test_on_any_text_the_actor_stands_where_it_says(text: str) -> None:
    report = Report.of(title="", text=text)
    found = blamed(report)
    assert found == blamed(report)
    for blame in found:
        blame.actor.check(report.body)


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The mayor accused the harbour guild of shelling the market.", "harbour guild"),
        ("The league blamed Norland for the deaths of nine pupils.", "Norland"),
    ],
)
def test_whoever_is_charged_with_harm_is_blamed_by_the_one_who_charges(
    report_of: ReportOf, text: str, accused: str
) -> None:
    report = report_of(text)
    page = divide(report, SENTENCES)
    start = page.body.index(accused)
    content = page.anchor((start, len(page.body) - 1))
    said = Attribution(None, (), page.anchor((start - 2, start - 1)), content, Form.INDIRECT, Act.ACCUSE, None)
    assert [(blame.actor.exact, blame.by) for blame in blamed(report, (said,))] == [(accused, 0)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor accused the harbour guild of greed.",
        "The mayor accused it of shelling the market.",
        "The mayor blamed the harbour guild.",
        "At least 18 jihadists killed in the battle for the school, nine civilians hurt.",
        "The village with many children is regularly bombarded by government forces.",
        "Rebels seized a village of 300 people.",
    ],
)
def test_greed_habits_and_the_counted_dead_blame_nobody(report_of: ReportOf, text: str) -> None:
    assert blamed(report_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Nine villagers died in a strike of the coalition.", "coalition"),
        ("Six jets of ours slept. Six Russian jets bombed a school.", "Russian jets"),
        ("Regime jets hit the bridge. Nine people were killed.", "Regime jets"),
    ],
)
def test_the_words_around_an_attack_name_its_author(report_of: ReportOf, text: str, author: str) -> None:
    (blame,) = blamed(report_of(text))
    assert blame.actor.exact == author


def test_who_denies_a_deed_of_its_own_force_names_that_force(report_of: ReportOf) -> None:
    report = report_of("Norland denied its aircraft had bombed the school.")
    page = divide(report, SENTENCES)
    source, cue = page.body.index("Norland"), page.body.index("denied")
    said = Attribution(
        page.anchor((source, source + 7)),
        (),
        page.anchor((cue, cue + 6)),
        page.anchor((cue + 7, len(page.body) - 1)),
        Form.INDIRECT,
        Act.DENY,
        None,
    )
    (blame,) = blamed(report, (said,))
    assert (blame.actor.exact, blame.by, blame.stance) == ("its aircraft", 0, Stance.DENIES)


@pytest.mark.parametrize(
    "text",
    [
        "IS claimed responsibility for a bombing that killed nine people.",
        "The Islamic State militants (IS) on Monday claimed responsibility for a bombing of the port.",
    ],
)
def test_a_claim_is_one_also_where_more_is_said_of_the_deed(report_of: ReportOf, text: str) -> None:
    (one,) = blamed(report_of(text))
    assert (one.actor.exact, one.stance) == ("IS", Stance.CLAIMS)


@pytest.mark.parametrize(
    "text",
    [
        "IS claimed that the bombing had killed nine.",
        "A bombing claimed the lives of nine.",
        "IS claimed to have no role in the bombing that killed nine.",
        "The Syrian army claimed to have taken no part in the attack.",
    ],
)
def test_what_is_only_claimed_to_be_so_is_no_claim_of_a_deed(report_of: ReportOf, text: str) -> None:
    assert Stance.CLAIMS not in {one.stance for one in blamed(report_of(text))}
