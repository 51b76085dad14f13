"""Clock times, with the zone they were told in; both zones of "5.00am (3.00am GMT)" are kept in one aware moment."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta, timezone

from accordingto.read.calendars import Stretch
from accordingto.read.time_settings import TimeSetting
from accordingto.terms.times import TimeKind

OFFSET = re.compile(r"[A-Za-z]+\s*(?:([+-])\s*(\d{1,2})(?::?(\d\d))?)?")
FURTHEST_WEST, FURTHEST_EAST = timedelta(hours=-12), timedelta(hours=14)
DAY = timedelta(days=1)
NOON = time(12)


def clock_time(match: re.Match[str], setting: TimeSetting, day: date | None) -> Stretch | None:
    """The clock time on `day`, the one named nearest in its sentence, else the one it must mean."""
    clock, second = _clock(match, ""), _clock(match, "_2")
    if clock is None:
        return None
    zone = _zone(match["zone"], setting.words["zones"])
    if second and zone is None:
        zone = _zone_between(clock, second, _zone(match["zone_2"], setting.words["zones"]))
    on = day or _day_meant(clock, setting)
    moment = datetime.combine(on, clock, timezone(zone)) if on and zone is not None else None
    value = f"{on.isoformat() if on else 'XXXX-XX-XX'}T{clock:%H:%M}"
    return Stretch(TimeKind.TIME, value, on, on, moment)


def _clock(match: re.Match[str], which: str) -> time | None:
    if match[f"hour{which}"]:
        hour = int(match[f"hour{which}"]) % 12 + 12 * (match[f"half{which}"].lower() == "p")
        return time(hour, int(match[f"minute{which}"] or 0))
    if match[f"hour24{which}"]:
        return time(int(match[f"hour24{which}"]), int(match[f"minute24{which}"] or match[f"minute_dot{which}"]))
    return None


def _zone(words: str | None, zones: Mapping[str, float]) -> timedelta | None:
    """ "GMT" is 0, "UTC+3" three hours."""
    found = OFFSET.fullmatch(words.strip()) if words else None
    if not words or not found:
        return None
    name = re.match(r"[A-Za-z]+", words)
    base = timedelta(hours=zones[name.group().lower()]) if name else timedelta(0)
    shift = timedelta(hours=int(found[2] or 0), minutes=int(found[3] or 0))
    zone = base - shift if found[1] == "-" else base + shift
    return zone if abs(zone) < DAY else None


def _zone_between(local: time, told: time, zone: timedelta | None) -> timedelta | None:
    """The zone of the first clock, from the second one beside it whose zone is told."""
    if zone is None:
        return None
    apart = timedelta(hours=local.hour - told.hour, minutes=local.minute - told.minute) + zone
    while apart > FURTHEST_EAST:
        apart -= DAY
    while apart < FURTHEST_WEST:
        apart += DAY
    return apart


def _day_meant(clock: time, setting: TimeSetting) -> date | None:
    """The report's day; a morning that is still to come is the next one."""
    if setting.day is None:
        return None
    return setting.day + DAY if setting.ahead and clock < NOON else setting.day
