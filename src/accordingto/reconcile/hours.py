"""Hours: when each voice says that it was, and which of these times cannot both be.

A day apart may be a night, or a newsroom in another time zone; two days are not. "At dawn" and "at 3.30 pm" of one day
are two times, but not where the thing went on from the one to the other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from accordingto.reconcile.days import Days, as_of, told_days
from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.passages import Passage, passages_of
from accordingto.reconcile.views import Verdict, View, weigh
from accordingto.reconcile.voices import Voices
from accordingto.terms.events import EventType, Status
from accordingto.terms.findings import About, Agreement, AgreementKind, Side
from accordingto.terms.incidents import Incident
from accordingto.terms.spans import Anchor
from accordingto.terms.times import day_words

MIDNIGHT = 24.0
ZONE = 3.0  # hours by which a clock that names no zone may differ: local time told in GMT, or GMT as local time
NEAR = 130  # characters from the trigger: further on in a sentence another time may be told
SAYING = 28  # characters before a time in which "told reporters at" makes it the time of saying
BATTLE = "ground-fighting"
A_NIGHT = 1  # days: what happens in a night, or is told in another zone, bears one date or the next

_W = load_lexicon("hours")
_PARTS = {re.sub(r"\s+", " ", name): tuple(hours) for name, hours in _W["parts"].items()}
_PART = rf"(?P<part>{any_of(_PARTS)})"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-3])(?:[.:h](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b\.?)"
    r"|(?P<hour24>[01]?\d|2[0-3])[:.](?P<minute24>[0-5]\d)(?!\d|\s*(?:km|percent|per cent|million|%))"
    r"|(?<=\bat )(?P<oclock>1[0-2]|[1-9])\s+o['’]?clock"
    r"|(?P<hours4>[01]\d|2[0-3])(?P<minutes4>[0-5]\d)\s?(?=GMT|UTC|hours\b|local\b)"
)
_TIME = re.compile(rf"\b(?:{_PART}\b|{_CLOCK})", re.IGNORECASE)
_SAYING = re.compile(rf"\b(?:{any_of(_W['saying']['before'])})\b[^.;]*$", re.IGNORECASE)
_LONG = re.compile(rf"\b(?:{any_of(_W['long']['cues'])})\b", re.IGNORECASE)
_SHARED_ZONE = re.compile(r"^\W*(?:GMT|UTC)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day as hours from midnight, both ends included; beyond 24 it is the next morning."""

    first: float
    last: float
    exact: bool
    shared_zone: bool

    def apart(self, other: "Hour", days: int | None = 0) -> float:
        """Hours between the two, the other's day so many later; on days not known the least that a clock allows."""
        # "Overnight" on Friday is the night to Friday or the one to Saturday.
        a_night = days == 0 and max(self.last, other.last) > MIDNIGHT
        shifts = (-24.0, 0.0, 24.0) if days is None or a_night else (24.0 * days,)
        return min(max(0.0, other.first + s - self.last, self.first - other.last - s) for s in shifts)


@dataclass(frozen=True, slots=True)
class When:
    """The day and the time of day that one account gives; `long` where it went on for hours or came in waves."""

    days: Days | None
    hour: Hour | None
    long: bool

    @property
    def day(self) -> Days | None:
        """The one day that is told; None for a stretch of them."""
        return self.days if self.days and self.days.length == 1 else None


def compare_hours(incident: Incident, voices: Voices) -> tuple[Agreement, ...]:
    """What the accounts agree and disagree on as the time; of talks and deals nobody asks, and a battle has many."""
    if incident.type is not EventType.ASSAULT or incident.mode == BATTLE:
        return ()
    return weigh(About.TIME, list(_views(incident, voices)), lambda one, other: relate_hours(one.held, other.held))


def _views(incident: Incident, voices: Voices) -> Iterable[View[When]]:
    """One view for each voice of a report, of its first words that tell a time of day, else a day."""
    found: dict[tuple[str, str], View[When]] = {}
    for passage in passages_of(incident, voices):
        if read := _when(passage):
            when, anchor = read
            report = passage.reading.report
            voice = voices.voice(report.id, passage.statement)
            key = report.id, voice.key
            if key not in found or (when.hour and not found[key].held.hour):
                found[key] = View(voice, Side(report.id, anchor, voice.chain, as_of(report)), when)
    return found.values()


def _when(passage: Passage) -> tuple[When, Anchor] | None:
    event, report = passage.event, passage.reading.report
    start, end = passage.span.start, passage.span.end
    if passage.near:
        start, end = max(start, event.trigger.start - NEAR), max(start, min(end, event.trigger.end + NEAR))
    words = report.body[start:end]
    days = told_days(event.date)
    long = event.status is Status.ONGOING or bool(_LONG.search(passage.words))
    if hour := read_hour(words):
        told, (left, right) = hour
        return When(days, told, long), Anchor.at(report.id, report.body, (start + left, start + right))
    if not passage.near or event.time is None or not event.time.exact or days is None:
        return None
    return When(days, None, long), event.time


@lru_cache(maxsize=16384)
def read_hour(words: str) -> tuple[Hour, tuple[int, int]] | None:
    """The first time of day in some words that is not when somebody spoke, and where it stands."""
    for match in _TIME.finditer(words):
        if not _SAYING.search(words[max(0, match.start() - SAYING) : match.start()]):
            hour = _hour(match, bool(_SHARED_ZONE.match(words[match.end() :])))
            return (hour, match.span()) if hour else None
    return None


def _hour(match: re.Match[str], shared_zone: bool) -> Hour | None:
    if part := match["part"]:
        first, last = _PARTS[" ".join(part.lower().split())]
        return Hour(first, last, exact=False, shared_zone=False)
    if match["oclock"]:
        return None  # of the morning or of the evening: nobody said
    hour = int(match["hour"] or match["hour24"] or match["hours4"])
    minute = int(match["minute"] or match["minute24"] or match["minutes4"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    return Hour(hour + minute / 60, hour + minute / 60, exact=True, shared_zone=shared_zone)


def relate_hours(one: When, other: When) -> Verdict | None:
    """How two times of one incident stand to each other; None where one tells nothing that the other does."""
    if one.day and other.day and (apart := one.day.gap(other.day)):
        return _other_day(one, other, apart)
    if one.hour and other.hour:
        return _same_day(one, other, one.hour, other.hour)
    return None


def _other_day(one: When, other: When, apart: int) -> Verdict:
    days = _signed(one, other)
    hours = one.hour.apart(other.hour, days) if one.hour and other.hour and days is not None else None
    one_night = apart <= A_NIGHT and (hours is None or hours <= _slack(one, other))
    if one_night:
        why = "a day apart: a night, or a clock in another zone, bears the one date or the other"
        return Verdict(AgreementKind.COMPATIBLE, why, "a night")
    if one.long or other.long:
        return Verdict(AgreementKind.COMPATIBLE, _GOES_ON, "a stretch of time")
    told = f"{_told(one)} and {_told(other)}"
    return Verdict(AgreementKind.CONTRADICTION, f"{told} are further apart than a night or a time zone")


def _signed(one: When, other: When) -> int | None:
    return (other.day.first - one.day.first).days if one.day and other.day else None


def _told(when: When) -> str:
    return day_words(when.day.first) if when.day else "a day not told"


def _same_day(one: When, other: When, first: Hour, second: Hour) -> Verdict | None:
    days = 0 if one.day and other.day else None
    apart = first.apart(second, days)
    if apart > _slack(one, other):
        if one.long or other.long:
            return Verdict(AgreementKind.COMPATIBLE, _GOES_ON, "a stretch of time")
        return Verdict(AgreementKind.CONTRADICTION, f"no less than {apart:.3g} hours lie between the two")
    if first.exact and second.exact:
        if apart <= SAME_TIME:
            return Verdict(AgreementKind.CORROBORATION, "both clocks say the same")
        why = f"{apart:.2g} hours apart: as much as local time and GMT may differ"
        return Verdict(AgreementKind.COMPATIBLE, why, "time zones")
    if first == second:
        return Verdict(AgreementKind.CORROBORATION, "both name the same time of day")
    return _overlapping(first, second)


def _overlapping(one: Hour, other: Hour) -> Verdict | None:
    if one.exact or other.exact:
        return None  # "in the morning" and "at 8 am": nobody takes these for a dispute
    return Verdict(AgreementKind.COMPATIBLE, "the two times of day run into each other", "overlapping words")


SAME_TIME = 0.5  # hours: "about 6.30" and "6.45" are one clock


def _slack(one: When, other: When) -> float:
    shared = one.hour and other.hour and one.hour.shared_zone and other.hour.shared_zone
    return SAME_TIME if shared else ZONE


_GOES_ON = "one of them tells of something that went on for hours or came again, so both can hold"
