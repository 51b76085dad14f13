"""Incidents as JSON: one object each, in the form the incident scorer and the codebook know."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from accordingto.show.export.reviews import ruling_form
from accordingto.terms.findings import Agreement, AgreementKind, Copy, IncidentFindings, Origin, Toll

Json = dict[str, Any]


def incident_form(findings: IncidentFindings, names: Mapping[str, str]) -> Json:
    """One incident with its reports under the names their own files gave them (`names`: report id to name)."""
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
        "copies": [_named(group, names) for group in copy_groups(findings.copies)],
        "origins": [_origin(origin, names) for origin in findings.origins],
        "tolls": [_toll(toll, names) for toll in findings.tolls],
        "reviews": [ruling_form(ruling, names) for ruling in incident.rulings],
    }


def _named(report_ids: Iterable[str], names: Mapping[str, str]) -> list[str]:
    return [names.get(report_id, report_id) for report_id in report_ids]


def _entries(agreements: Iterable[Agreement], kind: AgreementKind, names: Mapping[str, str]) -> list[Json]:
    return [
        {"about": one.about, "reports": _named(one.report_ids, names), "why": one.why, "sides": _sides(one, names)}
        for one in agreements
        if one.kind is kind
    ]


def _sides(agreement: Agreement, names: Mapping[str, str]) -> list[Json]:
    return [
        {
            "report": names.get(side.report_id, side.report_id),
            "text": side.anchor.exact,
            "start": side.anchor.start,
            "end": side.anchor.end,
            "chain": list(side.chain),
            "as_of": _iso(side.as_of),
        }
        for side in agreement.sides
    ]


def _iso(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def copy_groups(copies: Iterable[Copy]) -> list[tuple[str, ...]]:
    """Groups in which every report shares wording with every other, and which together hold every pair once or more.

    A digest that lifts from two wires does not make the two wires copies of each other, so groups are never joined
    through a third report.
    """
    partners: dict[str, set[str]] = {}
    for copy in copies:
        partners.setdefault(copy.first, set()).add(copy.second)
        partners.setdefault(copy.second, set()).add(copy.first)
    groups: list[tuple[str, ...]] = []
    covered: set[tuple[str, str]] = set()
    for pair in sorted((a, b) for a in partners for b in partners[a] if a < b):
        if pair not in covered:
            group = _grown(pair, partners)
            groups.append(group)
            covered.update((a, b) for a in group for b in group if a < b)
    return groups


def _grown(pair: tuple[str, str], partners: Mapping[str, set[str]]) -> tuple[str, ...]:
    group = list(pair)
    for candidate in sorted(partners[pair[0]] & partners[pair[1]]):
        if all(candidate in partners[member] for member in group):
            group.append(candidate)
    return tuple(sorted(group))


def _origin(origin: Origin, names: Mapping[str, str]) -> Json:
    return {
        "name": origin.name,
        "kind": origin.kind,
        "side": origin.side,
        "reports": _named(origin.report_ids, names),
        "chains": [[hop.name for hop in chain] for chain in origin.chains],
    }


def _toll(toll: Toll, names: Mapping[str, str]) -> Json:
    return {
        "harm": toll.harm,
        "who": toll.who,
        "low": toll.low,
        "high": toll.high,
        "rule": toll.rule,
        "why": toll.why,
        "entries": [
            {
                "report": names.get(entry.report_id, entry.report_id),
                "figure": entry.figure,
                "text": entry.anchor.exact,
                "low": entry.low,
                "high": entry.high,
                "origin": entry.origin,
                "as_of": _iso(entry.as_of),
                "note": entry.note,
            }
            for entry in toll.entries
        ],
    }
