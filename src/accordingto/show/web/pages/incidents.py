"""An incident: what is told, how surely it stands on independent voices, how many, what is disputed, by whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.show.blame import cell_words, side_words
from accordingto.show.citations import Citations
from accordingto.show.gaps import gap_lines
from accordingto.show.incidents import (
    account_reading,
    copy_words,
    incident_outcomes,
    incident_title,
    named_voices,
    number_words,
    origin_words,
    origins_of_toll,
    report_order,
    summary_voices,
    telling_copies,
    title_words,
    toll_families,
    toll_head,
)
from accordingto.show.phrases import ABOUT, capital, count_words, people_words, statement_chain, voice_name, voice_words
from accordingto.show.reviews import ruling_words
from accordingto.show.web.charts import TollChart, toll_chart
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.announcements import AnnouncementLine, announcement_lines, reports_of
from accordingto.show.web.pages.parts import (
    Quote,
    ReportLine,
    disputed_words,
    quote_of,
    report_line,
    side_quote,
    told_once,
)
from accordingto.show.words import one_line
from accordingto.terms.findings import (
    Agreement,
    AgreementKind,
    BlameCell,
    Hop,
    IncidentFindings,
    Origin,
    RunningTotal,
    Toll,
    TollEntry,
)
from accordingto.terms.incidents import Link
from accordingto.terms.readings import Reading
from accordingto.terms.summaries import Summary
from accordingto.terms.times import day_words
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

OTHERS_SHOWN = 30  # incidents offered to be merged with; any other is merged by its short name


@dataclass(frozen=True, slots=True)
class OriginLine:
    """A voice that claims come from, and the reports that carry it."""

    words: str
    kind: str
    side: str
    reports: tuple[ReportLine, ...]
    chains: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A toll under one rule; `key` is the word that an address asks for the rule by."""

    key: str
    rule: str
    meaning: str
    range: str
    low: int | None
    high: int | None
    best: int | None
    why: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class TollPart:
    """The counts of one harm to one kind of people: under each rule, figure by figure, and drawn over time."""

    head: str
    what: str
    part: bool
    rules: tuple[RuleLine, ...]
    chosen: RuleLine
    figures: tuple[Quote, ...]
    left_out: tuple[tuple[Quote, str], ...]
    origins: tuple[str, ...]
    chart: TollChart | None


@dataclass(frozen=True, slots=True)
class BlameLine:
    """One cell of the matrix of blame, in words and with the words it stands on."""

    words: str
    by: str
    by_side: str
    stance: str
    whom: str
    whom_side: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RunningLine:
    """A count over more than this incident, which stands beside its toll."""

    words: str
    over: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Words side by side, what they are about, and the sentence that says why."""

    about: str
    why: str
    sides: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RulingLine:
    """A person's decision that shapes the incident: what it does, who made it, and its id."""

    words: str
    review: str


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """All that is known of one incident."""

    title: str
    name: str
    id: str
    in_short: str
    voices: str
    disputed: tuple[str, ...]
    tolls: tuple[TollPart, ...]
    rules: tuple[tuple[str, str, str], ...]
    rule: str
    running: tuple[RunningLine, ...]
    blame: tuple[BlameLine, ...]
    blame_by_side: tuple[str, ...]
    disputes: tuple[Disagreement, ...]
    updates: tuple[Disagreement, ...]
    agreements: tuple[Disagreement, ...]
    compatible: tuple[Disagreement, ...]
    origins: tuple[OriginLine, ...]
    accounts: tuple[Quote, ...]
    copies: tuple[str, ...]
    announcements: tuple[AnnouncementLine, ...]
    links: tuple[tuple[str, str], ...]
    gaps: tuple[str, ...]
    rulings: tuple[RulingLine, ...]
    reports: tuple[ReportLine, ...]
    others: tuple[tuple[str, str], ...]


def incident_page(desk: Desk, name: str, rule: str = "") -> IncidentPage:
    """The page of this incident; `rule` is the key of the one that tolls are shown under, else the usual one."""
    found = desk.catalogue.incident(name)
    inside = found.incident.report_ids
    outcomes = desk.catalogue.outcomes_of(inside)
    readings = desk.catalogue.readings({*reports_behind(found), *reports_of(outcomes)})
    short = Summary.of(found)
    chosen = next((one for one in TollRule if one.key == rule), DEFAULT_RULE)
    names = {report_id: readings[report_id].report.name for report_id in inside if report_id in readings}
    tolls = _tolls(found.tolls, readings, chosen)
    own = incident_outcomes(found, readings, outcomes)
    return IncidentPage(
        incident_title(found),
        found.incident.name,
        found.incident.id,
        f"{named_voices(found)}.",
        summary_voices(short),
        disputed_words(short),
        tolls,
        tuple((one.key, one.value, one.meaning) for one in TollRule),
        chosen.key,
        _running(found, readings),
        tuple(_blame(cell, readings) for cell in found.blame),
        tuple(side_words(found.blame)),
        _agreements(found, AgreementKind.CONTRADICTION, readings),
        _agreements(found, AgreementKind.UPDATE, readings),
        _agreements(found, AgreementKind.CORROBORATION, readings),
        _agreements(found, AgreementKind.COMPATIBLE, readings),
        tuple(_origin(origin, readings) for origin in found.origins),
        _accounts(found, readings),
        tuple(capital(copy_words(copy, names)) for copy in telling_copies(found.copies)),
        announcement_lines(own, readings),
        tuple(_link(link, names) for link in sorted(found.incident.links, key=lambda link: -link.score)),
        _gaps(found, readings),
        tuple(RulingLine(ruling_words(ruling, names), ruling.review.id) for ruling in found.incident.rulings),
        _lines(inside, readings),
        tuple((one.name, title_words(one)) for one in desk.catalogue.alike(found.incident, OTHERS_SHOWN)),
    )


def reports_behind(found: IncidentFindings) -> set[str]:
    """The reports whose words the page of an incident shows."""
    told: list[Agreement | BlameCell] = [*found.agreements, *found.blame]
    sides = [side for one in told for side in one.sides]
    entries = [one for toll in found.tolls for one in (*toll.entries, *(left.entry for left in toll.left_out))]
    entries += [total.entry for total in found.running]
    carried = {report_id for origin in found.origins for report_id in origin.report_ids}
    told_of = {side.report_id for side in sides} | {entry.report_id for entry in entries}
    return {*found.incident.report_ids, *carried, *told_of}


def _tolls(tolls: Sequence[Toll], readings: Mapping[str, Reading], rule: TollRule) -> tuple[TollPart, ...]:
    parts: list[TollPart] = []
    for whole, shares in toll_families(tolls):
        parts.append(_toll(whole, readings, rule, part=False))
        parts += [_toll(share, readings, rule, part=True) for share in shares]
    return tuple(parts)


def _toll(group: Sequence[Toll], readings: Mapping[str, Reading], rule: TollRule, *, part: bool) -> TollPart:
    chosen = next((toll for toll in group if toll.rule is rule), group[0])
    rules = tuple(_rule(toll, toll is chosen) for toll in group)
    what = people_words(chosen.who, chosen.harm)
    quotes = (_figure(entry, readings) for entry in sorted(chosen.entries, key=_when))
    return TollPart(
        toll_head([chosen]),
        what,
        part,
        rules,
        _rule(chosen, True),
        told_once(quote for quote in quotes if quote),
        _left_out(chosen, readings),
        tuple(origins_of_toll(chosen)),
        toll_chart(chosen, readings),
    )


def _when(entry: TollEntry) -> str:
    return entry.as_of.isoformat() if entry.as_of else "9999"


def _rule(toll: Toll, chosen: bool) -> RuleLine:
    rule = toll.rule
    return RuleLine(
        rule.key,
        rule.value,
        rule.meaning,
        number_words(toll),
        toll.low,
        toll.high,
        toll.best,
        one_line(toll.why),
        chosen,
    )


def _left_out(toll: Toll, readings: Mapping[str, Reading]) -> tuple[tuple[Quote, str], ...]:
    told = ((_figure(left.entry, readings), one_line(left.why)) for left in toll.left_out)
    return tuple((quote, why) for quote, why in told if quote)


def _running(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[RunningLine, ...]:
    lines = ((one, _figure(one.entry, readings)) for one in found.running)
    return tuple(RunningLine(_total_words(one), one_line(one.over), quote) for one, quote in lines if quote)


def _total_words(one: RunningTotal) -> str:
    low, high = one.entry.low, one.entry.high
    return f"{count_words(low, high)} {people_words(one.who, one.harm, low, high)}"


def _blame(cell: BlameCell, readings: Mapping[str, Reading]) -> BlameLine:
    quotes = (side_quote(side, readings) for side in cell.sides)
    return BlameLine(
        capital(cell_words(cell)),
        voice_name(cell.by),
        one_line(cell.by_side or ""),
        cell.stance.value,
        one_line(cell.whom),
        one_line(cell.whom_side or ""),
        told_once(quote for quote in quotes if quote),
    )


def _figure(entry: TollEntry, readings: Mapping[str, Reading]) -> Quote | None:
    reading = readings.get(entry.report_id)
    if reading is None or entry.figure >= len(reading.figures):
        return None
    statement = reading.figures[entry.figure].statement
    voice = voice_words(statement_chain(reading, statement))
    as_of = day_words(entry.as_of) if entry.as_of else ""
    return quote_of(reading, entry.anchor, voice=voice, item=f"f{entry.figure}", as_of=as_of)


def _agreements(
    found: IncidentFindings, kind: AgreementKind, readings: Mapping[str, Reading]
) -> tuple[Disagreement, ...]:
    return tuple(disagreement(one, readings) for one in found.agreements if one.kind is kind)


def disagreement(agreement: Agreement, readings: Mapping[str, Reading]) -> Disagreement:
    """An agreement of any kind with its sides as quotations."""
    quotes = (side_quote(side, readings) for side in agreement.sides)
    return Disagreement(
        capital(ABOUT[agreement.about]),
        f"{capital(one_line(agreement.why).rstrip('.'))}.",
        told_once(q for q in quotes if q),
    )


def _origin(origin: Origin, readings: Mapping[str, Reading]) -> OriginLine:
    return OriginLine(
        capital(origin_words(origin)),
        origin.kind,
        one_line(origin.side or ""),
        _lines(origin.report_ids, readings),
        tuple(tuple(map(_hop, chain)) for chain in origin.chains),
    )


def _hop(hop: Hop) -> str:
    """The name, with the reason where no words of the report say that it comes from there."""
    return f"{voice_name(hop.name)} ({one_line(hop.note)})" if hop.note else voice_name(hop.name)


def _lines(report_ids: Iterable[str], readings: Mapping[str, Reading]) -> tuple[ReportLine, ...]:
    reports = sorted((readings[one].report for one in report_ids if one in readings), key=report_order)
    return tuple(report_line(report) for report in reports)


def _accounts(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[Quote, ...]:
    known = [
        (reading, account.event)
        for account in found.incident.accounts
        if (reading := account_reading(account, readings))
    ]
    known.sort(key=lambda one: report_order(one[0].report))
    return told_once(_account(reading, event) for reading, event in known)


def _account(reading: Reading, number: int) -> Quote:
    event = reading.events[number]
    voice = voice_words(statement_chain(reading, event.statement))
    return quote_of(reading, event.trigger, voice=voice, item=f"e{number}")


def _link(link: Link, names: Mapping[str, str]) -> tuple[str, str]:
    first, second = (one_line(names.get(one.report_id, one.report_id)) for one in (link.first, link.second))
    return f"{first} and {second}", one_line("; ".join(link.reasons))


def _gaps(found: IncidentFindings, readings: Mapping[str, Reading]) -> tuple[str, ...]:
    citations = Citations.of(found.incident.report_ids, readings)
    return tuple(line.removeprefix("- ") for line in gap_lines(found, readings, citations))
