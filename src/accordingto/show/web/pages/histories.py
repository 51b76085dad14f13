"""An incident's history: what was published when, what it added, when the case took it in, what people decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from urllib.parse import urlencode

from accordingto.show.incidents import account_reading, report_order, takings, telling_copies
from accordingto.show.phrases import ABOUT, both_zones, count_words, counted, listed, people_words, voice_name, within
from accordingto.show.reviews import about_words, standing_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import ReportLine, report_line
from accordingto.show.words import one_line
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.decisions import OF_ACCOUNTS, Decision, KeptReview
from accordingto.terms.findings import AgreementKind, IncidentFindings
from accordingto.terms.histories import Arrival
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Verdict
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Publication:
    """A report, what it added to what was told before it, and the address of the incident as it stood with it."""

    report: ReportLine
    adds: tuple[str, ...]
    then: str


@dataclass(frozen=True, slots=True)
class ComingIn:
    """What the case took in, or read, at one moment."""

    when: str
    words: str
    reports: tuple[ReportLine, ...]
    then: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A person's decision about the incident: who, when, what, why, and whether it holds now."""

    when: str
    author: str
    what: str
    reason: str
    standing: str
    review: str


@dataclass(frozen=True, slots=True)
class History:
    """How what is known of an incident came to be."""

    published: tuple[Publication, ...]
    came_in: tuple[ComingIn, ...]
    decided: tuple[DecisionLine, ...]


def incident_history(found: IncidentFindings, desk: Desk, readings: Mapping[str, Reading]) -> History:
    """By publication, by what came into the case, and by decision."""
    arrivals = desk.case.arrivals(found.incident.report_ids)
    came_in = _came_in(arrivals, readings, found.incident.id)
    return History(_published(found, readings), came_in, _decided(found, desk.reviews, readings))


def _published(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[Publication, ...]:
    reports = sorted((readings[one].report for one in found.incident.report_ids if one in readings), key=report_order)
    known: set[str] = set()
    told: list[Publication] = []
    for report in reports:
        adds = (*_origins(found, report.id, known), *_copies(found, report.id, readings), *_counts(found, report.id))
        told.append(Publication(report_line(report), (*adds, *_sides(found, report.id)), _then(found, report)))
        known.add(report.id)
    return tuple(told)


def _origins(found: IncidentFindings, report_id: str, known: set[str]) -> list[str]:
    carried = [origin for origin in found.origins if report_id in origin.report_ids]
    new = [within(voice_name(one.name)) for one in carried if not known.intersection(one.report_ids)]
    return [f"a further origin: {name}" if known else f"the first origin: {name}" for name in new] or ["no new origin"]


def _copies(found: IncidentFindings, report_id: str, readings: Mapping[str, Reading]) -> list[str]:
    pairs = [pair for copy in telling_copies(found.copies) for pair in takings(copy)]
    givers = [readings[giver].report for taker, giver in pairs if taker == report_id and giver in readings]
    return [f"takes its text from {listed(one_line(giver.name) for giver in givers)}"] if givers else []


def _counts(found: IncidentFindings, report_id: str) -> list[str]:
    told: dict[str, None] = {}
    for toll in found.under():
        for one in (one for one in toll.entries if one.report_id == report_id):
            words = f"{count_words(one.low, one.high)} {people_words(toll.who, toll.harm, one.low, one.high)}"
            told[f"{words}, according to {within(voice_name(one.origin))}"] = None
    return [f"counts {words}" for words in told]


def _sides(found: IncidentFindings, report_id: str) -> list[str]:
    """What it is one side of, each subject once."""
    told = {
        AgreementKind.CONTRADICTION: "one side of the dispute over",
        AgreementKind.UPDATE: "an earlier or a later word on",
    }
    lines = (
        f"{told[one.kind]} {ABOUT[one.about]}"
        for one in found.agreements
        if one.kind in told and report_id in one.report_ids
    )
    return list(dict.fromkeys(lines))


def _then(found: IncidentFindings, report: Report) -> str:
    """Where the incident can be seen as it stood once this report was out; empty where nobody knows when that was."""
    when = report.as_of
    return f"/incidents/{found.incident.id}?{urlencode({'as_of': when.isoformat()})}" if when else ""


def _came_in(arrivals: tuple[Arrival, ...], readings: Mapping[str, Reading], incident: str) -> tuple[ComingIn, ...]:
    events = [(one.came_in, "came in", one.report_id) for one in arrivals]
    for one in arrivals:
        for made in one.readings:
            read = "read anew with what people decided" if made.decided else f"read by {made.reader}"
            events.append((made.moment, read, one.report_id))
    # Of one second, coming in stands before being read.
    events.sort(key=lambda event: (event[0], event[1] != "came in", event[1]))
    groups = [(key, [one for *_, one in group]) for key, group in groupby(events, key=lambda event: event[:2])]
    return tuple(_coming(when, words, ids, readings, incident) for (when, words), ids in groups)


def _coming(when: datetime, words: str, ids: list[str], readings: Mapping[str, Reading], incident: str) -> ComingIn:
    reports = sorted((readings[one].report for one in ids if one in readings), key=report_order)
    told = f"{counted(len(ids), 'report')} {words}"
    then = f"/incidents/{incident}?{urlencode({'as_of': when.isoformat(), 'known': 'yes'})}"
    return ComingIn(both_zones(when), told, tuple(report_line(report) for report in reports), then)


def _decided(
    found: IncidentFindings, reviews: Sequence[KeptReview], readings: Mapping[str, Reading]
) -> tuple[DecisionLine, ...]:
    names = {report_id: reading.report.name for report_id, reading in readings.items()}
    about = _anchors(found, readings)
    own = {kept.review.id for kept in reviews if any(a.touches(b) for a in _told_of(kept) for b in about)}
    taken = [kept for kept in reviews if kept.review.id in own or kept.review.subject in own]
    return tuple(_decision(kept, names) for kept in taken)


def _anchors(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[Anchor]:
    """The words that the incident stands on: its accounts, counts, sides and blame."""
    told = ((account_reading(account, readings), account.event) for account in found.incident.accounts)
    triggers = [reading.events[event].trigger for reading, event in told if reading]
    counted_in = [entry for toll in found.tolls for entry in (*toll.entries, *(left.entry for left in toll.left_out))]
    sides = [side for one in found.agreements for side in one.sides]
    blame = [side for cell in found.blame for side in cell.sides]
    return [*triggers, *(entry.anchor for entry in counted_in), *(side.anchor for side in (*sides, *blame))]


def _told_of(kept: KeptReview) -> tuple[Anchor, ...]:
    """The words that a review speaks of; none of one that takes another back."""
    if kept.review.verdict in OF_ACCOUNTS:
        return Decision.of(kept.review).anchors
    return (Correction.of(kept.review).item.anchor,) if kept.review.verdict in OF_FINDS else ()


def _decision(kept: KeptReview, names: Mapping[str, str]) -> DecisionLine:
    review = kept.review
    return DecisionLine(
        f"{review.made_at.astimezone(UTC):%d %B %Y, %H:%M UTC}".lstrip("0"),
        one_line(review.author),
        f"{DEEDS[review.verdict]} {about_words(review, names)}",
        one_line(review.reason),
        standing_words(kept, names),
        review.name,
    )


DEEDS = {
    Verdict.ACCEPT: "accepted",
    Verdict.REJECT: "rejected",
    Verdict.CORRECT: "corrected",
    Verdict.SPLIT: "held",
    Verdict.MERGE: "held",
    Verdict.UNDO: "took back",
}
