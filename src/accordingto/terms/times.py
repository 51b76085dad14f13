"""Times: expressions in a text, and the stretch of the calendar they stand for (TimeML TIMEX3, UCDP date_prec)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from accordingto.terms.spans import Anchor


class TimeKind(StrEnum):
    """TimeML's four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeMention:
    """One time expression. Days include `earliest` and `latest`; None where they cannot be told.

    `value` is TIMEX3's; `moment` the clock time with the zone it was told in (both zones of "5.00am (3.00am GMT)" are
    kept: the offset is the local zone, the instant is the same). `date_prec` is UCDP's 1 (a day) to 5 (over a month).
    """

    anchor: Anchor
    kind: TimeKind
    value: str | None
    earliest: date | None
    latest: date | None
    date_prec: int | None
    moment: datetime | None = None

    @property
    def date(self) -> str | None:
        """The codebook's `date`: "2017-04-04", or "2017-04-04/2017-04-06", or None."""
        if self.earliest is None or self.latest is None:
            return None
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"


def day_words(day: date | datetime | None) -> str:
    """ "13 December 2016", with the hour and the zone where a moment is known."""
    if day is None:
        return "on a day not known"
    words = f"{day.day} {day:%B} {day.year}"
    return f"{words}, {day:%H:%M} {zone_words(day)}" if isinstance(day, datetime) else words


def zone_words(moment: datetime) -> str:
    """ "UTC", "UTC+2", "UTC+5:30"; "zone not known" for a moment without one."""
    offset = moment.utcoffset()
    if offset is None:
        return "(zone not known)"
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '-'}{hours}" + (f":{rest:02}" if rest else "")
