"""Running totals: counts of a war, a campaign or a month that a report of one incident gives beside it.

"More than 400,000 have been killed since 2011" is no count of any incident: it stands in a list of its own.
"""

from collections.abc import Iterator

from accordingto.reconcile.days import told_days
from accordingto.reconcile.entries import toll_entry
from accordingto.reconcile.voices import Voices
from accordingto.terms.figures import Harm
from accordingto.terms.findings import RunningTotal
from accordingto.terms.incidents import Incident

Mark = tuple[str, int]
"""A report and the number of a figure in it."""


def find_running_totals(incident: Incident, voices: Voices) -> tuple[RunningTotal, ...]:
    """Every running total that the reports about this incident give, by harm and in order of time."""
    return tuple(
        sorted((_total(mark, over, voices) for mark, over in running_figures(incident, voices).items()), key=_order)
    )


def _total(mark: Mark, over: str, voices: Voices) -> RunningTotal:
    report_id, number = mark
    figure = voices.readings[report_id].figures[number]
    return RunningTotal(figure.harm, figure.who, toll_entry(report_id, number, voices)[0], over)


def _order(total: RunningTotal) -> tuple[int, str, str, int]:
    entry = total.entry
    return list(Harm).index(total.harm), str(entry.as_of or "9999"), entry.report_id, entry.figure


def running_figures(incident: Incident, voices: Voices) -> dict[Mark, str]:
    """What each running total of the incident's reports is counted over.

    A report that only mentions the incident gives those alone that hang on it. A count over an incident that is itself
    a war or an offensive is that incident's own.
    """
    days = told_days(incident.date)
    own = days is not None and days.is_campaign
    marks = (mark for report_id in incident.report_ids for mark in _of_report(report_id, incident, voices, own))
    return dict(marks)


def _of_report(report_id: str, incident: Incident, voices: Voices, own: bool) -> Iterator[tuple[Mark, str]]:
    reading = voices.readings[report_id]
    inside = {account.event for account in incident.accounts if account.report_id == report_id}
    about = any(reading.events[event].main for event in inside)
    for number, over in voices.stretches.get(report_id, {}).items():
        hangs = reading.figures[number].event in inside
        if (hangs and not own) or (about and not hangs):
            yield (report_id, number), over
