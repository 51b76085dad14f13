"""Blows: whether two reports of one incident tell of one blow, and not of two that fell on one day.

A town is bombed and shelled on one day, from both sides: only what has a toll in common has one cause and one author.
"""

from collections.abc import Collection

from accordingto.reconcile.voices import Voices
from accordingto.terms.figures import Bound, Harm
from accordingto.terms.incidents import Incident

ONE_BLOW = frozenset({"bombing", "suicide-bombing", "chemical", "execution", "abduct"})  # seldom done twice a day

Tolls = frozenset[tuple[Harm, int]]


def tolls_of(incident: Incident, voices: Voices, report_ids: Collection[str]) -> dict[str, Tolls]:
    """For each of these reports the counts that it gives of the incident."""
    return {report_id: _tolls(incident, voices, report_id) for report_id in report_ids}


def _tolls(incident: Incident, voices: Voices, report_id: str) -> Tolls:
    events = {account.event for account in incident.accounts if account.report_id == report_id}
    figures = (f for f in voices.readings[report_id].figures if f.event in events and f.bound is not Bound.VAGUE)
    return frozenset((f.harm, number) for f in figures for number in (f.low, f.high) if number)
