"""Incidents as JSON: one object each, in the form the incident scorer and the codebook know."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from accordingto.show.export.reviews import ruling_form
from accordingto.show.incidents import takings, toll_headlines
from accordingto.terms.findings import (
    Agreement,
    AgreementKind,
    BlameCell,
    Copy,
    Hop,
    IncidentFindings,
    Origin,
    Outcome,
    RunningTotal,
    Side,
    Toll,
    TollEntry,
)
from accordingto.terms.ids import Finding
from accordingto.terms.incidents import Link
from accordingto.terms.spans import Anchor
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

Json = dict[str, Any]


def incident_form(
    findings: IncidentFindings,
    names: Mapping[str, str],
    rule: TollRule = DEFAULT_RULE,
    *,
    outcomes: Iterable[Outcome] = (),
) -> Json:
    """One incident with its reports under the names their own files gave them (`names`: report id to name).

    `tolls` has them under every rule; `rule` says which was asked for, `reported` is that rule's in words. `outcomes`
    are those of what was announced of it. What has an `id` can be asked why.
    """
    incident = findings.incident
    return {
        "incident": incident.id,
        "name": incident.name,
        "date": incident.date,
        "place": incident.place,
        "type": incident.type,
        "mode": incident.mode,
        "main": incident.main,
        "reports": _named(incident.report_ids, names),
        "disputes": _entries(findings.agreements, AgreementKind.CONTRADICTION, names),
        "updates": _entries(findings.agreements, AgreementKind.UPDATE, names),
        "corroborations": _entries(findings.agreements, AgreementKind.CORROBORATION, names),
        "compatible": _entries(findings.agreements, AgreementKind.COMPATIBLE, names),
        "outcomes": [_outcome(outcome, names) for outcome in outcomes],
        "links": [_link(link, names) for link in incident.links],
        "copies": [_named(group, names) for group in copy_groups(findings.copies, findings.elsewhere)],
        "shared_texts": [_copy(copy, names) for copy in (*findings.copies, *findings.elsewhere)],
        "origins": [_origin(origin, names) for origin in findings.origins],
        "rule": rule,
        "reported": toll_headlines(findings.under(rule)),
        "tolls": [_toll(toll, names) for toll in findings.tolls],
        "series": [_series(toll, names) for toll in findings.under(TollRule.ALL)],
        "running": [_running(total, names) for total in findings.running],
        "blame": [_cell(cell, names) for cell in findings.blame],
        "reviews": [ruling_form(ruling, names) for ruling in incident.rulings],
    }


def _named(report_ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(report_id, report_id) for report_id in report_ids]


def _entries(agreements: Iterable[Agreement], kind: AgreementKind, names: Mapping[str, str]) -> list[Json]:
    return [
        {
            **_asked(one),
            "about": one.about,
            "reports": _named(one.report_ids, names),
            "why": one.why,
            "sides": _sides(one.sides, names),
        }
        for one in agreements
        if one.kind is kind
    ]


def _sides(sides: Iterable[Side], names: Mapping[str, str]) -> list[Json]:
    return [
        {
            "report": names.get(side.report_id, side.report_id),
            "text": side.anchor.exact,
            "start": side.anchor.start,
            "end": side.anchor.end,
            "chain": list(side.chain),
            "as_of": _iso(side.as_of),
        }
        for side in sides
    ]


def _asked(finding: Finding) -> Json:
    """What it goes by."""
    return {"id": finding.id, "spoken": finding.spoken}


def _outcome(outcome: Outcome, names: Mapping[str, str]) -> Json:
    return {
        **_asked(outcome),
        "report": names.get(outcome.report_id, outcome.report_id),
        "announcement": outcome.announcement,
        "what": outcome.what.exact,
        "kind": outcome.kind,
        "hours_late": outcome.hours_late,
        "why": outcome.why,
        "evidence": _sides(outcome.evidence, names),
    }


def _link(link: Link, names: Mapping[str, str]) -> Json:
    """The tie, with what each of its reasons adds to the score."""
    points = link.points or (None,) * len(link.reasons)
    return {
        **_asked(link),
        "reports": _named((link.first.report_id, link.second.report_id), names),
        "events": [link.first.event, link.second.event],
        "score": link.score,
        "reasons": [{"why": why, "points": adds} for why, adds in zip(link.reasons, points, strict=True)],
        "review": link.review,
    }


def _copy(copy: Copy, names: Mapping[str, str]) -> Json:
    return {
        **_asked(copy),
        "reports": _named((copy.first, copy.second), names),
        "overlap": copy.overlap,
        "whole": copy.whole,
        "direction": copy.direction,
        "reasons": list(copy.reasons),
    }


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def copy_groups(copies: Iterable[Copy], elsewhere: Iterable[Copy] = ()) -> list[tuple[str, ...]]:
    """Groups of reports that share one text's wording, which together hold every pair once or more.

    Two that share it with a third are of its text, whichever part each has, where all tell of one incident. A digest
    that is known to lift from two wires does not make these copies of each other, nor does a report of something else.
    """
    partners = _partners(list(copies), list(elsewhere))
    groups: list[tuple[str, ...]] = []
    covered: set[tuple[str, str]] = set()
    for pair in sorted((a, b) for a in partners for b in partners[a] if a < b):
        if pair not in covered:
            group = _grown(pair, partners)
            groups.append(group)
            covered.update((a, b) for a in group for b in group if a < b)
    return groups


def _partners(copies: Sequence[Copy], elsewhere: Sequence[Copy]) -> Mapping[str, set[str]]:
    """For each report those of one text with it: directly, or through a third that tells of the incident."""
    partners, beside = _beside((*copies, *elsewhere)), _beside(copies)
    taken = {pair for copy in copies for pair in takings(copy)}
    for third, others in beside.items():
        for one, other in combinations(others, 2):
            if not {(third, one), (third, other)} <= taken:
                partners[one].add(other)
                partners[other].add(one)
    return partners


def _beside(copies: Iterable[Copy]) -> defaultdict[str, set[str]]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        beside[copy.first].add(copy.second)
        beside[copy.second].add(copy.first)
    return beside


def _grown(pair: tuple[str, str], partners: Mapping[str, set[str]]) -> tuple[str, ...]:
    group = list(pair)
    for candidate in sorted(partners[pair[0]] & partners[pair[1]]):
        if all(candidate in partners[member] for member in group):
            group.append(candidate)
    return tuple(sorted(group))


def _origin(origin: Origin, names: Mapping[str, str]) -> Json:
    return {
        **_asked(origin),
        "name": origin.name,
        "kind": origin.kind,
        "side": origin.side,
        "reports": _named(origin.report_ids, names),
        "chains": [[hop.name for hop in chain] for chain in origin.chains],
        "hops": [[_hop(hop, names) for hop in chain] for chain in origin.chains],
    }


def _hop(hop: Hop, names: Mapping[str, str]) -> Json:
    """A step of a chain with the words that show it; the outlet's own page has none."""
    words = hop.anchor
    where = {"report": names.get(words.report_id, words.report_id), **_words(words)} if words else {}
    return {"name": hop.name, **where, **({"note": hop.note} if hop.note else {})}


def _words(anchor: Anchor) -> Json:
    return {"text": anchor.exact, "start": anchor.start, "end": anchor.end}


def _toll(toll: Toll, names: Mapping[str, str]) -> Json:
    return {
        **_asked(toll),
        "harm": toll.harm,
        "who": toll.who,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "rule": toll.rule,
        "why": toll.why,
        "entries": [_entry(entry, names) for entry in toll.entries],
        "left_out": [{**_entry(one.entry, names), "why": one.why} for one in toll.left_out],
        "by_origin": [
            {"origin": one.origin, "side": one.side, "low": one.low, "high": one.high} for one in toll.by_origin
        ],
    }


def _entry(entry: TollEntry, names: Mapping[str, str]) -> Json:
    return {
        "report": names.get(entry.report_id, entry.report_id),
        "figure": entry.figure,
        **_words(entry.anchor),
        "low": entry.low,
        "high": entry.high,
        "bound": entry.bound,
        "origin": entry.origin,
        "side": entry.side,
        "as_of": _iso(entry.as_of),
        "note": entry.note,
        "flag": entry.flag,
    }


def _series(toll: Toll, names: Mapping[str, str]) -> Json:
    """How the count of one harm to one kind of people grew, in order of time."""
    return {"harm": toll.harm, "who": toll.who, "steps": [_entry(entry, names) for entry in toll.growth]}


def _running(total: RunningTotal, names: Mapping[str, str]) -> Json:
    own = {**_asked(total), "harm": total.harm, "who": total.who, "over": total.over}
    return {**own, **_entry(total.entry, names)}


def _cell(cell: BlameCell, names: Mapping[str, str]) -> Json:
    return {
        **_asked(cell),
        "by": cell.by,
        "by_side": cell.by_side,
        "stance": cell.stance,
        "whom": cell.whom,
        "whom_side": cell.whom_side,
        "of_itself": cell.of_itself,
        "reports": _named(cell.report_ids, names),
        "sides": _sides(cell.sides, names),
    }


def rule_form(rule: TollRule) -> Json:
    """A rule for tolls: the word to ask for it by, its name, what it means, whose it is."""
    return {
        "rule": rule,
        "key": rule.key,
        "default": rule is DEFAULT_RULE,
        "meaning": rule.meaning,
        "basis": rule.basis,
    }
