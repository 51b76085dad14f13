"""Scales: from a moment or a number to a place in a picture, in percent, so that a picture fits any width as it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

NEAR, FAR = 6.0, 94.0  # percent: marks at the ends still stand inside the picture
TICKS = 4
STEPS = tuple(
    [timedelta(hours=hours) for hours in (1, 3, 6, 12)]
    + [timedelta(days=days) for days in (1, 2, 7, 14, 30, 91, 182, 365)]
)


def moment_of(when: date | datetime) -> datetime:
    """The moment, or the beginning of the day, in UTC."""
    moment = when if isinstance(when, datetime) else datetime.combine(when, time(), UTC)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class TimeScale:
    """From the first moment on the left to the last on the right."""

    first: datetime
    last: datetime

    @classmethod
    def over(cls, moments: Iterable[datetime]) -> "TimeScale | None":
        """The scale that has all of these; None of no moment at all."""
        told = sorted(moments)
        return cls(told[0], told[-1]) if told else None

    def at(self, moment: datetime) -> float:
        """Percent from the left; the middle where there is only one moment."""
        wide = (self.last - self.first).total_seconds()
        share = (moment - self.first).total_seconds() / wide if wide else 0.5
        return round(NEAR + (FAR - NEAR) * share, 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Round moments along the scale, never more than a handful."""
        step = self._step()
        start = datetime(self.first.year, self.first.month, self.first.day, tzinfo=UTC)
        moments = [start + step * n for n in range(int((self.last - start) / step) + 1)]
        told = [moment for moment in moments if self.first <= moment <= self.last] or [self.first]
        return tuple((self.at(moment), _tick_words(moment)) for moment in told)

    def _step(self) -> timedelta:
        wide = self.last - self.first
        return next((step for step in STEPS if wide <= step * TICKS), max(STEPS[-1], wide / TICKS))


def _tick_words(moment: datetime) -> str:
    day = f"{moment.day} {moment:%b}"
    return day if moment.time() == time() else f"{day} {moment:%H:%M}"


@dataclass(frozen=True, slots=True)
class NumberScale:
    """From nobody at the bottom to the most at the top."""

    most: int

    def at(self, number: int) -> float:
        """Percent from the top."""
        return round(FAR - (FAR - 2 * NEAR) * number / max(self.most, 1), 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Round numbers: 0, 25, 50 ... never more than a handful."""
        sizes = (size * 10**power for power in range(9) for size in (1, 2, 5))
        step = next(step for step in sizes if self.most <= TICKS * step)
        return tuple((self.at(number), f"{number:,}") for number in range(0, self.most + 1, step))
