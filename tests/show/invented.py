"""An invented case made by hand: a market shelled, told by an agency, a reprint and a rival, none of them real."""

from datetime import UTC, date, datetime, timedelta, timezone

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
    Comparison,
    Copy,
    Hop,
    IncidentFindings,
    Origin,
    Outcome,
    OutcomeKind,
    Side,
    Toll,
    TollEntry,
)
from accordingto.terms.incidents import Account, Direction, Incident, Link
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import TollRule

READER = ReaderName("rules", "1", "invented")
WIRE_TEXT = (
    "At least 30 people, including four children, were killed when shells hit the market in Qalat, the rescue league "
    "said.\n\nThe league blamed government forces. Buses for the wounded will come at 6.00am (4.00am GMT) on "
    "Wednesday, "
    'an army source told the Meridian agency. "We hear that a school was hit too," the league\'s head, Rana Odeh, said.'
)
WIRE = Report.of(
    title="Shells hit market in Qalat",
    text=WIRE_TEXT,
    outlet="Meridian (invented)",
    published=datetime(2016, 5, 3, 20, 0, tzinfo=UTC),
    ref="wire-1",
)
REPRINT = Report.of(
    title="Dozens dead in Qalat",
    text=WIRE_TEXT,
    outlet="Harbour Post (invented)",
    published=date(2016, 5, 4),
    ref="h-1",
)
RIVAL = Report.of(
    title="Army denies *shelling* Qalat",
    text="The army denied that it had shelled the market in Qalat.\n\nThe governor put the dead at 12.",
    published=date(2016, 5, 4),
)


def words(report: Report, exact: str) -> Anchor:
    """The first place in the report's body where these words stand."""
    start = report.body.index(exact)
    return Anchor.at(report.id, report.body, (start, start + len(exact)))


def _said(report, source, cue, content, *, via=(), form=Form.INDIRECT, act=Act.ASSERT, hedge=None, entity=None):
    links = tuple(words(report, link) for link in via)
    hedged = words(report, hedge) if hedge else None
    voice = words(report, source) if source else None
    return Attribution(voice, links, words(report, cue), words(report, content), form, act, hedged, entity)


def _wire_reading(report: Report) -> Reading:
    toll = "At least 30 people, including four children, were killed when shells hit the market in Qalat"
    bus = "Buses for the wounded will come at 6.00am (4.00am GMT) on Wednesday"
    statements = (
        _said(report, "the rescue league", "said", toll, entity=0),
        _said(report, "The league", "blamed", "government forces", act=Act.ACCUSE, entity=0),
        _said(report, "an army source", "told", bus, via=["the Meridian agency"], act=Act.ANNOUNCE, entity=1),
        _said(report, "Rana Odeh", "said", "We hear that a school was hit too", form=Form.DIRECT, hedge="We hear that"),
    )
    entities = (
        Entity("the rescue league", EntityKind.BODY, "rescue league", (words(report, "The league"),)),
        Entity("an army source", EntityKind.UNNAMED, None, (words(report, "an army source"),)),
    )
    shelled = Event(
        EventType.ASSAULT,
        "shelling",
        words(report, "shells hit the market"),
        Status.OCCURRED,
        actor=(words(report, "government forces"),),
        place=words(report, "Qalat"),
        date="2016-05-03",
        main=True,
        statement=0,
    )
    figures = (
        Figure(words(report, "four"), 4, 4, Bound.EXACT, Who.CHILDREN, Harm.KILLED, part_of=1, statement=0, event=0),
        Figure(words(report, "At least 30"), 30, None, Bound.AT_LEAST, Who.PEOPLE, Harm.KILLED, statement=0, event=0),
    )
    local = timezone(timedelta(hours=2))
    coming = Commitment(
        words(report, bus), words(report, "6.00am (4.00am GMT)"), datetime(2016, 5, 4, 6, tzinfo=local), None, 2, 0
    )
    hedge = statements[3].hedge
    claim = Claim(ClaimKind.STATEMENT, 3, statements[3].content, ("Rana Odeh", "x"), Factuality.UNCERTAIN, hedge, 3)
    blame = (Blame(0, words(report, "government forces"), 1, Stance.BLAMES),)
    return Reading(report, READER, statements, entities, (shelled,), figures, blame, (coming,), claims=(claim,))


def _rival_reading(report: Report) -> Reading:
    statements = (
        _said(report, "The army", "denied", "it had shelled the market in Qalat", act=Act.DENY),
        _said(report, "The governor", "put", "the dead at 12"),
    )
    denied = Event(
        EventType.ASSAULT,
        "shelling",
        words(report, "shelled the market"),
        Status.DENIED,
        place=words(report, "Qalat"),
        date="2016-05-03",
        main=True,
        statement=0,
    )
    figures = (Figure(words(report, "12"), 12, 12, Bound.EXACT, Who.PEOPLE, Harm.KILLED, statement=1, event=0),)
    return Reading(
        report, READER, statements, (), (denied,), figures, (Blame(0, words(report, "it"), 0, Stance.DENIES),)
    )


WIRE_READING, REPRINT_READING, RIVAL_READING = _wire_reading(WIRE), _wire_reading(REPRINT), _rival_reading(RIVAL)
READINGS = {reading.report.id: reading for reading in (WIRE_READING, REPRINT_READING, RIVAL_READING)}


def _toll() -> Toll:
    entries = (
        TollEntry(RIVAL.id, 0, words(RIVAL, "12"), 12, 12, "The governor", date(2016, 5, 4)),
        TollEntry(WIRE.id, 1, words(WIRE, "At least 30"), 30, None, "the rescue league", date(2016, 5, 3)),
        TollEntry(REPRINT.id, 1, words(REPRINT, "At least 30"), 30, None, "the rescue league", date(2016, 5, 3)),
    )
    why = "the lowest and the highest count that an independent voice gives"
    return Toll(Harm.KILLED, Who.PEOPLE, 12, None, TollRule.ALL, entries, why)


def _origins() -> tuple[Origin, ...]:
    league = (Hop("the rescue league", words(WIRE, "the rescue league")), Hop("Meridian (invented)", None))
    governor = (Hop("The governor", words(RIVAL, "The governor")), Hop("unknown", None))
    return (
        Origin("rescue league", "the rescue league", "source", (WIRE.id, REPRINT.id), (league,)),
        Origin("governor", "The governor", "source", (RIVAL.id,), (governor,)),
    )


def _dispute() -> Agreement:
    thirty = Side(WIRE.id, words(WIRE, "At least 30"), ("the rescue league", "Meridian (invented)"), date(2016, 5, 3))
    twelve = Side(RIVAL.id, words(RIVAL, "12"), ("The governor", "unknown"), date(2016, 5, 4))
    return Agreement(AgreementKind.CONTRADICTION, About.KILLED, (thirty, twelve), "30 or more cannot be 12")


def _inside() -> Agreement:
    hit = Side(WIRE.id, words(WIRE, "a school was hit too"), ("Rana Odeh", "Meridian (invented)"))
    market = Side(WIRE.id, words(WIRE, "shells hit the market"), ("the rescue league", "Meridian (invented)"))
    return Agreement(AgreementKind.COMPATIBLE, About.HAPPENED, (hit, market), "two places, so both can hold")


def _findings() -> IncidentFindings:
    accounts = tuple(Account(report_id, 0) for report_id in READINGS)
    links = (Link(accounts[0], accounts[2], 0.8, ("both tell of Qalat", "both on 2016-05-03")),)
    incident = Incident(
        "0123456789abcdef" * 2, EventType.ASSAULT, "shelling", "2016-05-03", "Qalat", accounts, links, True
    )
    copy = Copy(REPRINT.id, WIRE.id, 1.0, True, Direction.FIRST_FROM_SECOND, ("published a day later",))
    return IncidentFindings(incident, (copy,), _origins(), (_toll(),), (_dispute(),))


FINDINGS = _findings()
OUTCOME = Outcome(
    WIRE.id,
    0,
    WIRE_READING.announcements[0].what,
    OutcomeKind.OVERDUE,
    (),
    None,
    "it was due and no later report tells",
)
COMPARISON = Comparison((FINDINGS,), FINDINGS.copies, (_dispute(), _inside()), (OUTCOME,))
