"""Accounts compared: a set of readings goes in, and all that comparing them finds comes out, the same in any order."""

from collections.abc import Sequence
from datetime import datetime

from accordingto.reconcile.agreement import compare_case, compare_incident
from accordingto.reconcile.copies import find_copies
from accordingto.reconcile.incidents import find_incidents
from accordingto.reconcile.origins import find_origins
from accordingto.reconcile.outcomes import follow_commitments
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.tellings import unfold
from accordingto.reconcile.tolls import find_tolls
from accordingto.reconcile.voices import Voices
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.findings import Comparison, Copy, IncidentFindings
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading


def compare_accounts(
    readings: Sequence[Reading],
    *,
    now: datetime | None = None,
    cast: Cast | None = None,
    decisions: Decisions | None = None,
) -> Comparison:
    """Incidents, copies, agreements and outcomes of a case. `now` is what announcements are overdue against.

    `cast` is the one in force in the case: it says on which side an outlet stands. `decisions` are what people say of
    accounts that stand together or apart; they beat every likeness.
    """
    case = one_reading_each(readings)
    copies = find_copies(reading.report for reading in case)
    voices, scenes = Voices.of(case, copies, cast), Scenes.of(case)
    incidents = find_incidents(unfold(case), ((copy.first, copy.second) for copy in copies), decisions)
    findings = tuple(_findings(incident, copies, voices, scenes) for incident in incidents if _is_told(incident))
    return Comparison(
        incidents=findings,
        copies=copies,
        agreements=(*(a for found in findings for a in found.agreements), *compare_case(case, voices, scenes)),
        outcomes=follow_commitments(case, copies, now=now),
    )


def one_reading_each(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """One reading of each report, in order of report id; of several readers the one whose name sorts last."""
    latest = {reading.report.id: reading for reading in sorted(readings, key=lambda r: (str(r.reader), r.id))}
    return tuple(latest[report_id] for report_id in sorted(latest))


def _is_told(incident: Incident) -> bool:
    """Whether it is more than what one report mentions in passing; what a person decided of is."""
    return incident.main or len(incident.report_ids) > 1 or bool(incident.rulings)


def _findings(incident: Incident, copies: Sequence[Copy], voices: Voices, scenes: Scenes) -> IncidentFindings:
    inside = set(incident.report_ids)
    return IncidentFindings(
        incident,
        copies=tuple(copy for copy in copies if copy.first in inside and copy.second in inside),
        origins=find_origins(incident, voices),
        tolls=find_tolls(incident, voices),
        agreements=compare_incident(incident, voices, scenes),
    )
