"""Whereabouts: the incident that goes by what is asked for, or where those went that went by it once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from accordingto.casebook.questions import one_incident
from accordingto.errors import Moved
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.ids import speakable
from accordingto.terms.incidents import FormerIncident

if TYPE_CHECKING:
    from accordingto.record.store import Record

NO_MORE = "incident {name} is no more: nothing that it held is told of now; its reports are {reports}"


def incident_at(record: "Record", asked: str) -> IncidentFindings:
    """The incident under this id, the start of an id, or a speakable name; Moved where one went by it once."""
    from accordingto.record.comparisons import find_incidents

    fits = find_incidents(record, asked)
    if not fits:
        check_moved(record, asked)
    return one_incident(asked, fits)


def check_moved(record: "Record", asked: str) -> None:
    """No incident that is no more went by this; else Moved, which says where it went."""
    from accordingto.record.formers import find_formers

    if formers := find_formers(record, asked):
        successors = _once(name for former in formers for name in former.successors)
        reports = _once(name for former in formers for name in former.report_ids)
        raise Moved(_moved_words(formers, successors, reports), successors, reports)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _moved_words(formers: Sequence[FormerIncident], successors: Sequence[str], reports: Sequence[str]) -> str:
    name, names = " and ".join(_once(one.name for one in formers)), [speakable(one) for one in successors]
    match names:
        case []:
            return NO_MORE.format(name=name, reports=", ".join(map(speakable, reports)))
        case [one]:
            return f"incident {name} is now {one}"
        case _:
            return f"what was incident {name} now stands in {len(names)}: {', '.join(names)}; ask for one of them"
