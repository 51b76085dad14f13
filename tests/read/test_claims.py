"""Claims: who carries each thing said, outwards to the outlet, and how surely."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from accordingto.read.claims import ClaimWords, read_claims
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import Claim, ClaimKind, Factuality
from accordingto.terms.commitments import Commitment
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor

LEXICON = ClaimWords.load()
TEXT = (
    "A strike hit the quay and at least 40 fell. "
    "The port office told Harbour Radio it had reports of at least 82 dead in a raid. The navy denied the raid. "
    "Boats will leave on Friday. Nine people reportedly drowned."
)
ReportOf = Callable[..., Report]


@pytest.fixture
def report(report_of: ReportOf) -> Report:
    return report_of(TEXT, outlet="The Example (invented)")


def at(report: Report, words: str) -> Anchor:
    start = report.body.index(words)
    return Anchor.at(report.id, report.body, (start, start + len(words)))


def said(
    report: Report, source: str | None, cue: str | None, content: str, act: Act = Act.ASSERT, hedge: str | None = None
) -> Attribution:
    return Attribution(
        at(report, source) if source else None,
        (),
        at(report, cue) if cue else None,
        at(report, content),
        Form.INDIRECT,
        act,
        at(report, hedge) if hedge else None,
    )


def office(report: Report, hedge: str | None = "had reports of") -> Attribution:
    return said(report, "The port office", "told", "it had reports of at least 82 dead in a raid", hedge=hedge)


def reading(report: Report, **lists: object) -> Reading:
    return replace(Reading(report, ReaderName("rules", "1", "test")), **lists)  # type: ignore[arg-type]


def only(report: Report, kind: ClaimKind, **lists: object) -> Claim:
    (claim,) = [claim for claim in read_claims(reading(report, **lists), LEXICON) if claim.kind is kind]
    return claim


def dead(report: Report, statement: int | None, event: int | None = None) -> Figure:
    return Figure(at(report, "at least 82"), 82, None, Bound.AT_LEAST, Who.PEOPLE, Harm.KILLED, None, statement, event)


def fallen(report: Report, statement: int | None) -> Figure:
    return Figure(at(report, "at least 40"), 40, None, Bound.AT_LEAST, Who.PEOPLE, Harm.KILLED, None, statement)


def test_a_chain_runs_from_the_first_voice_through_its_links_to_the_outlet(report: Report) -> None:
    told = replace(office(report), via=(at(report, "Harbour Radio"),))
    claim = only(report, ClaimKind.STATEMENT, statements=(told,))
    assert claim.chain == ("The port office", "Harbour Radio", "The Example (invented)")


def test_a_voice_goes_by_its_fullest_name(report: Report) -> None:
    entity = Entity("The port office of Hama", EntityKind.BODY, "port-office", (at(report, "The port office"),))
    claim = only(report, ClaimKind.STATEMENT, statements=(replace(office(report), entity=0),), entities=(entity,))
    assert claim.chain[0] == "The port office of Hama"


def test_a_hidden_voice_has_no_name_and_is_never_certain(report: Report) -> None:
    told = said(report, None, "reportedly", "Nine people reportedly drowned")
    claim = only(report, ClaimKind.STATEMENT, statements=(told,))
    assert (claim.chain[0], claim.factuality) == ("", Factuality.POSSIBLE)


def test_a_count_that_was_only_reported_to_its_source_is_never_certain(report: Report) -> None:
    claim = only(report, ClaimKind.FIGURE, statements=(office(report),), figures=(dead(report, 0),))
    assert claim.factuality is Factuality.POSSIBLE
    assert claim.hedge is not None
    assert claim.hedge.exact == "had reports of"


def test_a_bound_on_a_number_holds_nothing_back(report: Report) -> None:
    told = said(report, "The port office", "told", "A strike hit the quay and at least 40 fell", hedge="at least")
    claim = only(report, ClaimKind.FIGURE, statements=(told,), figures=(fallen(report, 0),))
    assert claim.factuality is Factuality.CERTAIN


def test_a_hedge_of_the_outer_statement_reaches_the_inner_one(report: Report) -> None:
    inner = said(report, None, None, "at least 82 dead in a raid")
    inner = replace(inner, source=at(report, "Harbour Radio"))
    claim = only(report, ClaimKind.FIGURE, statements=(office(report), inner), figures=(dead(report, 1),))
    assert (claim.chain[0], claim.factuality) == ("Harbour Radio", Factuality.POSSIBLE)


def test_the_outlets_own_voice_is_the_whole_chain(report: Report) -> None:
    claim = only(report, ClaimKind.FIGURE, figures=(fallen(report, None),))
    assert (claim.chain, claim.factuality, claim.hedge) == (("The Example (invented)",), Factuality.CERTAIN, None)


@pytest.mark.parametrize(
    ("status", "factuality"),
    [
        (Status.OCCURRED, Factuality.CERTAIN),
        (Status.ONGOING, Factuality.CERTAIN),
        (Status.PLANNED, Factuality.UNCERTAIN),
        (Status.HYPOTHETICAL, Factuality.UNCERTAIN),
        (Status.DENIED, Factuality.CERTAINLY_NOT),
    ],
)
def test_an_event_is_as_sure_as_its_status(report: Report, status: Status, factuality: Factuality) -> None:
    event = Event(EventType.ASSAULT, None, at(report, "strike"), status)
    assert only(report, ClaimKind.EVENT, events=(event,)).factuality is factuality


def test_a_denied_event_that_is_only_possible_is_possibly_not(report: Report) -> None:
    event = Event(EventType.ASSAULT, None, at(report, "raid"), Status.DENIED, statement=0)
    claim = only(report, ClaimKind.EVENT, statements=(office(report),), events=(event,))
    assert claim.factuality is Factuality.POSSIBLY_NOT


def test_a_count_of_a_planned_move_is_as_unsure_as_the_plan(report: Report) -> None:
    event = Event(EventType.RETREAT, "evacuate", at(report, "leave"), Status.PLANNED)
    claim = only(report, ClaimKind.FIGURE, events=(event,), figures=(dead(report, None, 0),))
    assert claim.factuality is Factuality.UNCERTAIN


def test_what_is_denied_is_said_not_to_be(report: Report) -> None:
    told = said(report, "The navy", "denied", "the raid", Act.DENY)
    assert only(report, ClaimKind.STATEMENT, statements=(told,)).factuality is Factuality.CERTAINLY_NOT


def test_a_denial_in_plain_words_is_held_as_it_stands(report: Report) -> None:
    told = said(report, "The navy", "told", "Boats will leave on Friday", Act.DENY)
    assert only(report, ClaimKind.STATEMENT, statements=(told,)).factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    ("act", "factuality"),
    [(Act.ANNOUNCE, Factuality.PROBABLE), (Act.WARN, Factuality.POSSIBLE), (Act.DEMAND, Factuality.UNCERTAIN)],
)
def test_plans_warnings_and_demands_are_not_yet_so(report: Report, act: Act, factuality: Factuality) -> None:
    told = said(report, "The navy", "told", "Boats will leave on Friday", act)
    assert only(report, ClaimKind.STATEMENT, statements=(told,)).factuality is factuality


def test_what_is_said_to_be_coming_is_at_most_probable(report: Report) -> None:
    coming = Commitment(at(report, "Boats will leave"), at(report, "Friday"), None, None, None)
    assert only(report, ClaimKind.COMMITMENT, announcements=(coming,)).factuality is Factuality.PROBABLE


@pytest.mark.parametrize(
    ("stance", "factuality"),
    [
        (Stance.BLAMES, Factuality.CERTAIN),
        (Stance.CLAIMS, Factuality.CERTAIN),
        (Stance.DENIES, Factuality.CERTAINLY_NOT),
    ],
)
def test_a_part_that_is_denied_is_said_not_to_be(report: Report, stance: Stance, factuality: Factuality) -> None:
    blame = Blame(None, at(report, "The navy"), None, stance)
    assert only(report, ClaimKind.BLAME, blame=(blame,)).factuality is factuality


def test_a_hedge_that_no_list_knows_still_holds_back(report: Report) -> None:
    told = said(report, "The navy", "told", "Boats will leave on Friday", hedge="Harbour Radio")
    assert only(report, ClaimKind.STATEMENT, statements=(told,)).factuality is Factuality.POSSIBLE


def test_there_is_one_claim_for_every_thing_read(report: Report) -> None:
    event = Event(EventType.ASSAULT, None, at(report, "raid"), Status.OCCURRED)
    claims = read_claims(
        reading(report, statements=(office(report),), events=(event,), figures=(dead(report, 0, 0),)), LEXICON
    )
    assert [(claim.kind, claim.index) for claim in claims] == [
        (ClaimKind.STATEMENT, 0),
        (ClaimKind.EVENT, 0),
        (ClaimKind.FIGURE, 0),
    ]


def test_whoever_only_passes_it_on_holds_nothing_of_it(report: Report) -> None:
    told = replace(office(report), via=(at(report, "Harbour Radio"),))
    claim = only(report, ClaimKind.FIGURE, statements=(told,), figures=(dead(report, 0),))
    assert claim.held == (Factuality.POSSIBLE, Factuality.UNCERTAIN, Factuality.UNCERTAIN)


def test_the_outlet_holds_what_it_says_in_its_own_voice(report: Report) -> None:
    claim = only(report, ClaimKind.FIGURE, figures=(fallen(report, None),))
    assert claim.held == (Factuality.CERTAIN,)


def test_a_part_of_a_place_is_kept_with_the_statement_and_the_event_beside_it(report_of: ReportOf) -> None:
    report = report_of("The army said it had seized at least 98 % of the old city's districts. A clinic burned.")
    told = said(report, "The army", "said", "it had seized at least 98 % of the old city's districts")
    seized = Event(EventType.COERCE, "seize-territory", at(report, "seized"), Status.OCCURRED, statement=0)
    burned = Event(EventType.ASSAULT, None, at(report, "burned"), Status.OCCURRED)
    claims = read_claims(reading(report, statements=(told,), events=(seized, burned)), LEXICON)
    assert [claim.quantity.anchor.exact if claim.quantity else None for claim in claims] == [
        "at least 98 % of the old city's districts",
        "at least 98 % of the old city's districts",
        None,
    ]
