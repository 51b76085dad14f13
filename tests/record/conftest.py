"""A reading that holds one of every noun, a comparison with one of every finding, and a record in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import Connection

from accordingto.record.store import open_store
from accordingto.terms.attributions import Act, Attribution, Form
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import Claim, ClaimKind, Factuality
from accordingto.terms.commitments import Commitment
from accordingto.terms.entities import Entity, EntityKind
from accordingto.terms.events import Event, EventType, Status
from accordingto.terms.figures import Bound, Figure, Harm, Who
from accordingto.terms.findings import (
    About,
    Agreement,
    AgreementKind,
    BlameCell,
    Comparison,
    Copy,
    Hop,
    IncidentFindings,
    LeftOut,
    Origin,
    RunningTotal,
    Side,
    Toll,
    TollEntry,
)
from accordingto.terms.incidents import Account, Direction, Incident, Link
from accordingto.terms.places import Place, Spot
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from accordingto.terms.times import TimeKind, TimeMention
from accordingto.terms.tolls import TollRule

DAMASCUS = timezone(timedelta(hours=2))
TEXT = (
    "The mayor of Qarra, Leïla Haddad, said at least 12 people, including three medics, were probably killed when "
    "shells hit the market on Monday. She told the Harbour Post that army gunners were to blame. "
    "Buses would leave at 5am on Tuesday, the mayor said. It was the worst day in Syria this week."
)
COUNTRY = Spot("q0", "Syria", "country", "SY", None, 35.0, 38.0, 0)
SPOT = Spot("q1", "Qarra", "city", "SY", "Rif Dimashq", 34.15, 36.74, 20000)


@pytest.fixture
def record() -> Iterator[Connection]:
    """An open transaction on a new case in memory."""
    store = open_store(":memory:")
    with store.writing() as connection:
        yield connection
    store.close()


@pytest.fixture
def told() -> Report:
    """The report that the full reading reads."""
    moment = datetime(2016, 12, 13, 18, 30, tzinfo=DAMASCUS)
    return Report.of(
        title="Shells hit a market in Qarra", text=TEXT, outlet="The Example (invented)", published=moment, ref="e-1"
    )


@pytest.fixture
def full_reading(told: Report) -> Reading:
    """A reading with at least one of every noun, and None wherever a noun may have it."""

    def at(*words: str) -> Anchor:
        starts = [told.body.index(piece) for piece in words]
        return Anchor.at(told.id, told.body, *((s, s + len(w)) for s, w in zip(starts, words, strict=True)))

    mayor = Entity(
        "Leïla Haddad",
        EntityKind.PERSON,
        "leila haddad",
        (at("The mayor of Qarra, Leïla Haddad"), at("She"), at("the mayor")),
        office="mayor",
    )
    content = at("at least 12 people", "were probably killed when shells hit the market on Monday")
    statements = (
        Attribution(mayor.mentions[0], (), at("said"), content, Form.INDIRECT, Act.ASSERT, at("probably"), 0),
        Attribution(
            mayor.mentions[1],
            (at("the Harbour Post"),),
            at("told"),
            at("army gunners were to blame"),
            Form.INDIRECT,
            Act.ACCUSE,
            None,
            0,
        ),
        Attribution(None, (), None, at("Buses would leave at 5am on Tuesday"), Form.MIXED, Act.ANNOUNCE, None),
    )
    shelling = Event(
        EventType.ASSAULT,
        "shelling",
        at("shells"),
        Status.OCCURRED,
        (at("army gunners"),),
        (at("people"),),
        at("Qarra"),
        at("Monday"),
        "2016-12-12",
        True,
        0,
        0,
    )
    leaving = Event(EventType.RETREAT, None, at("leave"), Status.PLANNED, statement=2)
    figures = (
        Figure(at("at least 12"), 12, None, Bound.AT_LEAST, Who.PEOPLE, Harm.KILLED, None, 0, 0),
        Figure(at("three"), 3, 3, Bound.EXACT, Who.MEDICS, Harm.KILLED, 0, 0, 0),
    )
    due = datetime(2016, 12, 13, 5, tzinfo=DAMASCUS)
    coming = Commitment(at("Buses would leave"), at("at 5am on Tuesday"), due, due.date(), 2, 1)
    voice = ("Leïla Haddad", "The Example (invented)")
    claims = (
        Claim(ClaimKind.STATEMENT, 0, content, voice, Factuality.PROBABLE, at("probably"), 0),
        Claim(ClaimKind.EVENT, 0, shelling.trigger, voice, Factuality.PROBABLE, at("probably"), 0),
        Claim(ClaimKind.FIGURE, 1, figures[1].anchor, voice, Factuality.PROBABLE, None, 0),
        Claim(
            ClaimKind.BLAME, 0, at("army gunners"), ("She", "the Harbour Post", *voice[1:]), Factuality.CERTAIN, None, 1
        ),
        Claim(ClaimKind.COMMITMENT, 0, coming.what, ("", *voice[1:]), Factuality.UNCERTAIN, None, 2),
        Claim(ClaimKind.EVENT, 1, leaving.trigger, voice[1:], Factuality.CERTAIN, None, None),
    )
    return Reading(
        told,
        ReaderName("rules", "1", "abc"),
        statements,
        (mayor, Entity("state TV", EntityKind.UNNAMED, None, (), None, None, "Syria", "government")),
        (shelling, leaving),
        figures,
        (Blame(0, at("army gunners"), 1, Stance.BLAMES), Blame(None, at("shells"), None, Stance.DENIES)),
        (coming, Commitment(at("shells"), None, None, None, None)),
        (Place(at("Qarra"), SPOT, 1), Place(at("the market"), None, None), Place(at("Syria"), COUNTRY, 6)),
        (
            TimeMention(at("Monday"), TimeKind.DATE, "2016-12-12", date(2016, 12, 12), date(2016, 12, 12), 1),
            TimeMention(at("5am"), TimeKind.TIME, "T05:00", date(2016, 12, 13), date(2016, 12, 13), 1, due),
            TimeMention(at("Tuesday"), TimeKind.DATE, None, None, None, None),
        ),
        claims,
        ("the text seems to be invented",),
    )


@pytest.fixture
def comparison(full_reading: Reading) -> Comparison:
    """One incident with one of every finding, and an agreement that belongs to none."""
    report, anchor = full_reading.report, full_reading.events[0].trigger
    account = Account(report.id, 0)
    link = Link(account, Account(report.id, 1), 0.75, ("same day", "same place"))
    incident = Incident(
        "5" * 32, EventType.ASSAULT, "shelling", "2016-12-12", "Qarra", (account, link.second), (link,), True
    )
    copy = Copy(report.id, report.id, 0.5, False, Direction.UNKNOWN, ("a credit line",))
    origin = Origin("leila haddad", "Leïla Haddad", "source", (report.id,), ((Hop("Leïla Haddad", anchor),),), None)
    entry = TollEntry(report.id, 0, anchor, 12, None, origin.key, datetime(2016, 12, 13, 18, 30, tzinfo=UTC))
    vague = replace(entry, low=24, voice="leila haddad", side="the coast", bound=Bound.VAGUE, flag="look at it")
    toll = Toll(
        *(Harm.KILLED, Who.PEOPLE, 12, None, TollRule.GED, (entry,), "one figure"),
        12,
        (LeftOut(vague, "a vague word"),),
    )
    side = Side(report.id, anchor, ("Leïla Haddad",), date(2016, 12, 13))
    running = RunningTotal(Harm.KILLED, Who.PEOPLE, entry, "since 2011")
    cell = BlameCell("Leïla Haddad", "leila haddad", None, Stance.BLAMES, "army gunners", "the army", False, (side,))
    within = Agreement(AgreementKind.CONTRADICTION, About.KILLED, (side, side), "cannot both be")
    beside = Agreement(AgreementKind.COMPATIBLE, About.TRAPPED, (side,), "both can be")
    found = IncidentFindings(incident, (copy,), (origin,), (toll,), (within,), (running,), (cell,))
    return Comparison((found,), (copy,), (within, beside), ())
