"""Gaps: what no report of an incident says, so that silence is not taken for an answer."""

from collections.abc import Mapping

from accordingto.show.citations import Citations
from accordingto.show.incidents import account_reading, telling_copies
from accordingto.show.phrases import counted, listed
from accordingto.show.words import markdown_quoted
from accordingto.terms.entities import EntityKind
from accordingto.terms.events import EventType
from accordingto.terms.figures import Harm
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.incidents import Direction
from accordingto.terms.readings import Reading

HARMING = (EventType.ASSAULT, EventType.COERCE)


def gap_lines(found: IncidentFindings, readings: Mapping[str, Reading], citations: Citations) -> list[str]:
    """What is not known of place, day, author, toll, voices and copies, one line each."""
    gaps = [*_setting(found), *_author(found, readings), *_toll(found), *_voices(found, readings)]
    gaps += [*_copies(found, citations), *_days(citations)]
    return [f"- {gap}" for gap in gaps]


def _setting(found: IncidentFindings) -> list[str]:
    incident = found.incident
    where = [] if incident.place else ["Where: no report names a place that could be told."]
    when = [] if incident.date else ["When: no report gives a day that could be told."]
    if incident.date and len(incident.date) != len("2016-12-13"):
        when = ["When: the reports do not settle on a single day."]
    return where + when


def _author(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[str]:
    if found.incident.type not in HARMING:
        return []
    accounts = [(account_reading(account, readings), account.event) for account in found.incident.accounts]
    named = any(reading.events[event].actor for reading, event in accounts if reading)
    blamed = any(blame.event == event for reading, event in accounts if reading for blame in reading.blame)
    return [] if named or blamed else ["Who did it: no report says."]


def _toll(found: IncidentFindings) -> list[str]:
    if found.incident.type is not EventType.ASSAULT:
        return []
    told = {toll.harm for toll in found.tolls}
    asked = [harm.value for harm in (Harm.KILLED, Harm.INJURED) if harm not in told and Harm.CASUALTIES not in told]
    return [f"How many: no report gives a number of people {listed(asked).replace(' and ', ' or ')}."] if asked else []


def _voices(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[str]:
    hidden, unnamed = 0, dict[str, None]()
    for account in found.incident.accounts:
        reading = account_reading(account, readings)
        statement = reading.events[account.event].statement if reading else None
        if reading is None or statement is None:
            continue
        said = reading.statements[statement]
        hidden += said.source is None
        if said.entity is not None and reading.entities[said.entity].kind is EntityKind.UNNAMED:
            unnamed[reading.entities[said.entity].name] = None
    alone = (
        ["Whether a second voice would say the same: all of it goes back to one."] if len(found.origins) == 1 else []
    )
    names = listed(markdown_quoted(name) for name in unnamed)
    who = [f"Who speaks as {names}: no name is given."] if unnamed else []
    return alone + who + ([f"Who told it, in {counted(hidden, 'account')} of a hidden source."] if hidden else [])


def _copies(found: IncidentFindings, citations: Citations) -> list[str]:
    pairs = [copy for copy in telling_copies(found.copies) if copy.direction is Direction.UNKNOWN]
    names = [f"{citations.number(copy.first)} and {citations.number(copy.second)}" for copy in pairs]
    return [f"Who took the wording from whom: {'; '.join(names)}."] if names else []


def _days(citations: Citations) -> list[str]:
    undated = [citations.number(report.id) for report in citations.reports if report.day is None]
    return [f"When {listed(undated)} {'was' if len(undated) == 1 else 'were'} published."] if undated else []
