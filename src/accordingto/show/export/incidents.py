"""Incidents as JSON: one object each, in the form the incident scorer and the codebook know."""

from collections.abc import Iterable, Mapping
from typing import Any

from accordingto.show.copies import copy_groups
from accordingto.show.export.reviews import ruling_form
from accordingto.show.export.tolls import running_form, series_form, toll_form
from accordingto.show.export.words import asked_form, day_form, words_form
from accordingto.show.families import toll_headlines
from accordingto.terms.findings import (
    Agreement,
    AgreementKind,
    BlameCell,
    Copy,
    Hop,
    IncidentFindings,
    Origin,
    Outcome,
    Relation,
    Side,
)
from accordingto.terms.incidents import Account, Link
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

Json = dict[str, Any]


def incident_form(
    findings: IncidentFindings,
    names: Mapping[str, str],
    rule: TollRule = DEFAULT_RULE,
    *,
    outcomes: Iterable[Outcome] = (),
    homes: Mapping[Account, str] | None = None,
) -> Json:
    """One incident with its reports under the names their own files gave them (`names`: report id to name).

    `tolls` has them under every rule; `rule` says which was asked for, `reported` is that rule's in words. `outcomes`
    are those of what was announced of it, `homes` says to which incident each account belongs. What has an `id` can be
    asked why.
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
        "alike": _entries(findings.agreements, AgreementKind.ALIKE, names),
        "compatible": _entries(findings.agreements, AgreementKind.COMPATIBLE, names),
        "outcomes": [_outcome(outcome, names) for outcome in outcomes],
        "related": [_relation(one, names, homes or {}) for one in findings.related],
        "links": [_link(link, names) for link in incident.links],
        "copies": [_named(group, names) for group in copy_groups(findings.copies, findings.elsewhere)],
        "shared_texts": [_copy(copy, names) for copy in (*findings.copies, *findings.elsewhere)],
        "origins": [_origin(origin, names) for origin in findings.origins],
        "rule": rule,
        "reported": toll_headlines(findings.under(rule)),
        "tolls": [toll_form(toll, names) for toll in findings.tolls],
        "series": [series_form(toll, names) for toll in findings.under(TollRule.ALL)],
        "running": [running_form(total, names) for total in findings.running],
        "blame": [_cell(cell, names) for cell in findings.blame],
        "reviews": [ruling_form(ruling, names) for ruling in incident.rulings],
    }


def _named(report_ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(report_id, report_id) for report_id in report_ids]


def _entries(agreements: Iterable[Agreement], kind: AgreementKind, names: Mapping[str, str]) -> list[Json]:
    return [
        {
            **asked_form(one),
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
            "as_of": day_form(side.as_of),
        }
        for side in sides
    ]


def _outcome(outcome: Outcome, names: Mapping[str, str]) -> Json:
    return {
        **asked_form(outcome),
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
        **asked_form(link),
        "reports": _named((link.first.report_id, link.second.report_id), names),
        "events": [link.first.event, link.second.event],
        "score": link.score,
        "reasons": [{"why": why, "points": adds} for why, adds in zip(link.reasons, points, strict=True)],
        "review": link.review,
    }


def _relation(relation: Relation, names: Mapping[str, str], homes: Mapping[Account, str]) -> Json:
    """One report's word on how two things stand to each other; `second` is null where it only names it."""
    ends = {"first": relation.first, "second": relation.second}
    told = {
        end: {"report": names.get(one.report_id, one.report_id), "event": one.event, "incident": homes.get(one)}
        for end, one in ends.items()
        if one
    }
    return {
        **asked_form(relation),
        "kind": relation.kind,
        "first": told["first"],
        "second": told.get("second"),
        "why": relation.why,
        "sides": _sides((relation.side,), names),
    }


def _copy(copy: Copy, names: Mapping[str, str]) -> Json:
    return {
        **asked_form(copy),
        "reports": _named((copy.first, copy.second), names),
        "overlap": copy.overlap,
        "whole": copy.whole,
        "direction": copy.direction,
        "reasons": list(copy.reasons),
    }


def _origin(origin: Origin, names: Mapping[str, str]) -> Json:
    return {
        **asked_form(origin),
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
    where = {"report": names.get(words.report_id, words.report_id), **words_form(words)} if words else {}
    return {"name": hop.name, **where, **({"note": hop.note} if hop.note else {})}


def _cell(cell: BlameCell, names: Mapping[str, str]) -> Json:
    return {
        **asked_form(cell),
        "by": cell.by,
        "by_side": cell.by_side,
        "stance": cell.stance,
        "whom": cell.whom,
        "whom_side": cell.whom_side,
        "of_itself": cell.of_itself,
        "reports": _named(cell.report_ids, names),
        "sides": _sides(cell.sides, names),
    }
