"""Lanes: when it is said to have happened, who reported it when, and what was announced for when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from accordingto.show.incidents import report_order, takings, telling_copies
from accordingto.show.phrases import iso_words, outlet_words, published_words
from accordingto.show.web.pages.parts import report_href
from accordingto.show.web.scales import TimeScale, moment_of
from accordingto.show.words import clipped
from accordingto.terms.findings import IncidentFindings, Outcome
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report

DAY = timedelta(days=1)
DUE = "Due by then"


@dataclass(frozen=True, slots=True)
class LaneMark:
    """A moment, or a stretch where no hour is known; `sign` is a dot for a text of its own, a ring for a taken one."""

    x: float
    end: float | None
    sign: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """What one outlet published, or what was announced for when."""

    name: str
    marks: tuple[LaneMark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """An incident's own line of time. `happened` is the stretch in which it is said to have happened."""

    happened: tuple[float, float] | None
    lanes: tuple[Lane, ...]
    moments: tuple[tuple[float, str], ...]
    told: str


@dataclass(frozen=True, slots=True)
class _Told:
    lane: str
    start: datetime
    end: datetime | None
    sign: str
    words: str
    href: str


def incident_timeline(
    found: IncidentFindings, outcomes: Iterable[Outcome], readings: Mapping[str, Reading]
) -> Timeline | None:
    """The line of time of an incident; None where neither it nor any of its reports has a day."""
    told = [*_published(found, readings), *_due(outcomes, readings)]
    happened = _stretch(found.incident.date)
    ends = [moment for one in told for moment in (one.start, one.end) if moment]
    scale = TimeScale.over([*ends, *(happened or ())])
    if scale is None:
        return None
    names = dict.fromkeys(one.lane for one in told)
    return Timeline(
        (scale.at(happened[0]), scale.at(happened[1])) if happened else None,
        tuple(Lane(name, tuple(_mark(one, scale) for one in told if one.lane == name)) for name in names),
        scale.ticks(),
        _words(found, told),
    )


def _published(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[_Told]:
    takers = {taker for copy in telling_copies(found.copies) for taker, _ in takings(copy)}
    reports = sorted((readings[one].report for one in found.incident.report_ids if one in readings), key=report_order)
    return [_report(report, report.id in takers) for report in reports if report.as_of]


def _report(report: Report, taken: bool) -> _Told:
    when = report.as_of
    assert when is not None
    start, end = _span(when)
    words = f"{clipped(report.title, 80) or '(no title)'}, {published_words(report)}"
    return _Told(outlet_words(report), start, end, "ring" if taken else "dot", words, report_href(report))


def _due(outcomes: Iterable[Outcome], readings: Mapping[str, Reading]) -> list[_Told]:
    told: dict[tuple[object, str], _Told] = {}
    for one in outcomes:
        reading = readings.get(one.report_id)
        coming = reading.announcements[one.announcement] if reading else None
        when = (coming.due_at or coming.due_day) if coming else None
        if reading and coming and when:
            start, end = _span(when)
            href = f"{report_href(reading.report)}#a{one.announcement}"
            words = f"announced: {clipped(coming.what.exact, 80)} ({one.kind.value})"
            told.setdefault((when, coming.what.exact), _Told(DUE, start, end, "diamond", words, href))
    return sorted(told.values(), key=lambda one: one.start)


def _span(when: date | datetime) -> tuple[datetime, datetime | None]:
    """A moment has no end; a day without an hour ends when the next begins."""
    start = moment_of(when)
    return start, None if isinstance(when, datetime) else start + DAY


def _stretch(told: str | None) -> tuple[datetime, datetime] | None:
    """The days of an incident, from the beginning of the first to the end of the last."""
    first, _, last = (told or "").partition("/")
    try:
        days = [date.fromisoformat(one if len(one) > len("2016-12") else f"{one}-01") for one in (first, last or first)]
    except ValueError:
        return None
    start, end = (datetime.combine(day, time(), UTC) for day in days)
    month = len(last or first) <= len("2016-12")
    return start, (end.replace(day=1) + 32 * DAY).replace(day=1) if month else end + DAY


def _mark(one: _Told, scale: TimeScale) -> LaneMark:
    return LaneMark(scale.at(one.start), scale.at(one.end) if one.end else None, one.sign, one.words, one.href)


def _words(found: IncidentFindings, told: Sequence[_Told]) -> str:
    """The picture in a sentence, for who does not see it."""
    when = iso_words(found.incident.date) or "on a day that is not known"
    return f"Said to have happened: {when}. {'; '.join(f'{one.lane}: {one.words}' for one in told)}."
