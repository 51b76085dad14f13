"""Incidents put into words, the same in a list, on a terminal and in a brief."""

from collections.abc import Iterable, Mapping, Sequence

from accordingto.show.phrases import counted, event_words, iso_words, listed, voice_name, within
from accordingto.show.words import one_line
from accordingto.terms.claims import ClaimKind, Factuality
from accordingto.terms.events import EventType
from accordingto.terms.findings import Copy, IncidentFindings, Origin, Outcome
from accordingto.terms.incidents import Account, Direction, Incident
from accordingto.terms.prospects import promise_of
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.sentences import sentence_around
from accordingto.terms.summaries import NOWHERE, Summary

ORIGINS_NAMED = 4  # more names than this no longer help in a sentence: they have their own list


def main_first(found: Iterable[IncidentFindings]) -> list[IncidentFindings]:
    """What reports are about first, then what most reports tell of, then by day."""
    return sorted(found, key=_rank)


def _rank(found: IncidentFindings) -> tuple[bool, int, str, str]:
    incident = found.incident
    return (not incident.main, -len(incident.report_ids), incident.date or "9999", incident.id)


def is_thin(found: IncidentFindings) -> bool:
    """Whether only one report tells of it, and only in passing."""
    return not found.incident.main and len(found.incident.report_ids) < 2


def incident_title(found: IncidentFindings) -> str:
    """ "Assault (shelling), Sukkari, 13 December 2016"."""
    return title_words(found.incident)


def title_words(one: Incident | Summary) -> str:
    """What happened, where and when, in a line."""
    what = event_words(one.type, one.mode)
    where = one_line(one.place) if one.place else NOWHERE
    return f"{what[:1].upper()}{what[1:]}, {where}, {when_words(one.date)}"


def when_words(when: str | None) -> str:
    """The end of a title: the day, or that it is not known."""
    return iso_words(when) or "day not known"


def voices_words(found: IncidentFindings) -> str:
    """ "5 reports, 1 origin": copies are no second voice; "2 origins, both of one side" are told as that."""
    return summary_voices(Summary.of(found))


def summary_voices(one: Summary) -> str:
    """The same, of an incident in short."""
    reports = counted(one.reports, "report")
    return f"{reports}, {counted(one.origins, 'origin')}{_one_side(one)}" if one.origins else reports


def _one_side(one: Summary) -> str:
    """ ", both of one side (the government)": voices that agree, but not from two sides."""
    if one.side is None or one.origins < 2:
        return ""
    return f", {'both' if one.origins == 2 else 'all'} of one side ({one_line(one.side)})"


def named_voices(found: IncidentFindings) -> str:
    """ "5 reports, 1 origin: a military source, via the Reuters news agency"."""
    names = [within(origin_words(origin)) for origin in found.origins[:ORIGINS_NAMED]]
    more = len(found.origins) - len(names)
    ending = f"; and {counted(more, 'other')}" if more else ""
    return f"{voices_words(found)}: {'; '.join(names)}{ending}" if names else voices_words(found)


def origin_words(origin: Origin) -> str:
    """The voice with the links that carried it, the publishing pages left out."""
    name = voice_name(origin.name)
    hops = (hop for chain in origin.chains for hop in chain[1:] if hop.anchor is not None)
    links = [link for link in dict.fromkeys(one_line(hop.name) for hop in hops) if link and link != name]
    return f"{name}, via {listed(links)}" if links else name


def hop_sentences(origin: Origin, readings: Mapping[str, Reading]) -> list[tuple[str, str, list[str]]]:
    """For each sentence that a chain of this origin rests on: the hops that it shows, its words, and its reports."""
    names: dict[str, dict[str, None]] = {}
    reports: dict[str, dict[str, None]] = {}
    for name, anchor in ((hop.name, hop.anchor) for chain in origin.chains for hop in chain):
        if anchor is not None and (reading := readings.get(anchor.report_id)):
            sentence = one_line(sentence_around(reading.report.body, anchor))
            names.setdefault(sentence, {})[within(voice_name(name))] = None
            reports.setdefault(sentence, {})[anchor.report_id] = None
    return [(listed(told), sentence, list(reports[sentence])) for sentence, told in names.items()]


def copy_words(copy: Copy, names: Mapping[str, str]) -> str:
    """Who took whose words, how much of them and how that is known; "not known" is an answer too."""
    first, second = (one_line(names.get(one, one)) for one in (copy.first, copy.second))
    share = f"{copy.overlap:.0%} of the shorter one's words stand in the other"
    reasons = f"; {one_line('; '.join(copy.reasons))}" if copy.reasons else ""
    if copy.direction is Direction.UNKNOWN:
        return f"{first} and {second} share their wording: {share}{reasons}; who took from whom is not known"
    taker, giver = (first, second) if copy.direction is Direction.FIRST_FROM_SECOND else (second, first)
    verb = "repeats" if copy.whole else "repeats part of"
    return f"{taker} {verb} {giver}: {share}{reasons}"


def telling_copies(copies: Iterable[Copy]) -> list[Copy]:
    """Copies without the pairs that only share what both took from a third report."""
    copies = list(copies)
    taken = {(taker, giver) for copy in copies for taker, giver in takings(copy)}
    givers = {giver for _, giver in taken}
    return [c for c in copies if takings(c) or not any({(c.first, g), (c.second, g)} <= taken for g in givers)]


def takings(copy: Copy) -> list[tuple[str, str]]:
    """Who took from whom; nothing where that is not known."""
    if copy.direction is Direction.UNKNOWN:
        return []
    first = copy.direction is Direction.FIRST_FROM_SECOND
    return [(copy.first, copy.second) if first else (copy.second, copy.first)]


def account_reading(account: Account, readings: Mapping[str, Reading]) -> Reading | None:
    """The reading an account stands in, None where it is not at hand or has been read anew since."""
    reading = readings.get(account.report_id)
    return reading if reading and account.event < len(reading.events) else None


def not_verified(reading: Reading, kind: ClaimKind, index: int) -> bool:
    """Whether the speaker passes it on without standing behind it."""
    return any(c.factuality is Factuality.UNCERTAIN for c in reading.claims if (c.kind, c.index) == (kind, index))


def incident_outcomes(
    found: IncidentFindings, readings: Mapping[str, Reading], outcomes: Sequence[Outcome]
) -> tuple[Outcome, ...]:
    """What was announced of this incident, or of no event in particular by a report that is about this one."""
    accounts = {(account.report_id, account.event) for account in found.incident.accounts}
    about = {report_id for report_id, event in accounts if _is_main(readings.get(report_id), event)}
    if found.incident.type is EventType.ASSAULT:
        about = set()  # nobody announces a shelling: what a report also promises belongs to its deals and evacuations
    own = {promise_words(one, readings) for one in outcomes if _belongs(one, readings, accounts, about)}
    # A reprint that was cut, or has another headline, still announces what its original does.
    return tuple(one for one in outcomes if promise_words(one, readings) in own - {None})


def promise_words(outcome: Outcome, readings: Mapping[str, Reading]) -> tuple[str, str, str] | None:
    """Whose promise it is, in which sentence, and what became of it: the same wherever the sentence is printed."""
    reading = readings.get(outcome.report_id)
    if reading is None or outcome.announcement >= len(reading.announcements):
        return None
    return *promise_of(reading, outcome.announcement), outcome.kind.value


def outcome_families(outcomes: Iterable[Outcome], readings: Mapping[str, Reading]) -> list[list[Outcome]]:
    """The outcomes of one promise together, that of the report that printed it first in front."""
    families: dict[tuple[str, str, str] | None, list[Outcome]] = {}
    for outcome in sorted(outcomes, key=lambda one: report_order(readings[one.report_id].report)):
        families.setdefault(promise_words(outcome, readings), []).append(outcome)
    return list(families.values())


def report_order(report: Report) -> tuple[str, str]:
    """By when they speak; what nobody dated comes last."""
    when = report.as_of
    return when.isoformat() if when else "9999", report.id


def _is_main(reading: Reading | None, event: int) -> bool:
    return reading is not None and event < len(reading.events) and reading.events[event].main


def _belongs(
    outcome: Outcome, readings: Mapping[str, Reading], accounts: set[tuple[str, int]], about: set[str]
) -> bool:
    reading = readings.get(outcome.report_id)
    if reading is None or outcome.announcement >= len(reading.announcements):
        return False
    event = reading.announcements[outcome.announcement].event
    return (outcome.report_id, event) in accounts if event is not None else outcome.report_id in about
