"""Charts: a toll over time, drawn on the server; time runs to the right, the number upwards, each origin has its sign.

Places are percent of the picture, so nothing shrinks with it: words keep their size on a telephone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from accordingto.show.phrases import count_words, voice_name, within
from accordingto.show.tolls import counted_voice
from accordingto.show.web.pages.parts import report_href
from accordingto.show.web.scales import NumberScale, TimeScale, moment_of
from accordingto.show.words import clipped
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

SIGNS = (
    "dot",
    "square",
    "triangle",
    "diamond",
    "cross",
    "ring",
)  # after six they begin anew
UNDATED = 99.0  # percent: where a figure of an unknown day stands
ROOM_WIDE, ROOM_HIGH = 16.0, 9.0  # percent that a number needs beside its mark


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One figure: when, how many, and up to how many; `top` is None where no upper limit was given."""

    x: float
    y: float
    top: float | None
    sign: str
    number: str
    label: str
    words: str
    as_of: str
    href: str


@dataclass(frozen=True, slots=True)
class ChartSource:
    """One origin, its sign, and the lines from each of its figures to the next."""

    name: str
    sign: str
    steps: tuple[tuple[float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class TollChart:
    """Figures by origin over time. `told` is the picture in a sentence, for who does not see it."""

    sources: tuple[ChartSource, ...]
    marks: tuple[ChartMark, ...]
    moments: tuple[tuple[float, str], ...]
    numbers: tuple[tuple[float, str], ...]
    told: str


def toll_chart(toll: Toll, readings: Mapping[str, Reading]) -> TollChart | None:
    """The figures of a toll by origin; None where all of them are one number of one origin."""
    entries = [one for one in sorted(toll.entries, key=_order) if _drawn(one, readings)]
    if len({(_origin(one), one.low, one.high) for one in entries}) < 2:
        return None
    # An origin may go by several names; it has that of its first figure, as in the line "By origin".
    names = {_origin(one): within(voice_name(one.origin)) for one in reversed(toll.entries)}
    signs = {origin: SIGNS[n % len(SIGNS)] for n, origin in enumerate(dict.fromkeys(map(_origin, entries)))}
    times = TimeScale.over(moment_of(one.as_of) for one in entries if one.as_of)
    numbers = NumberScale(max(number for one in entries for number in (one.low, one.high) if number is not None))
    marks = [_mark(one, signs[_origin(one)], times, numbers, readings) for one in entries]
    own = {origin: [m for m, one in zip(marks, entries, strict=True) if _origin(one) == origin] for origin in signs}
    return TollChart(
        tuple(ChartSource(names[origin], sign, _steps(own[origin])) for origin, sign in signs.items()),
        _numbered(marks),
        times.ticks() if times else (),
        numbers.ticks(),
        _told(entries, readings),
    )


def _origin(entry: TollEntry) -> str:
    """Whom a figure is counted for."""
    return entry.voice or entry.origin


def _drawn(entry: TollEntry, readings: Mapping[str, Reading]) -> bool:
    return entry.report_id in readings and _number(entry) is not None


def _mark(
    entry: TollEntry, sign: str, times: TimeScale | None, numbers: NumberScale, readings: Mapping[str, Reading]
) -> ChartMark:
    report = readings[entry.report_id].report
    return ChartMark(
        times.at(moment_of(entry.as_of)) if times and entry.as_of else UNDATED,
        numbers.at(_number(entry) or 0),
        None if entry.high is None else numbers.at(entry.high),
        sign,
        f"{_number(entry):,}{'+' if entry.high is None else ''}",
        f"{count_words(entry.low, entry.high)}, according to {counted_voice(entry, readings[entry.report_id])}",
        clipped(entry.anchor.exact, 60),
        day_words(entry.as_of) if entry.as_of else "a day not known",
        f"{report_href(report)}#f{entry.figure}",
    )


def _numbered(marks: Sequence[ChartMark]) -> tuple[ChartMark, ...]:
    """The marks; a number that would stand on another is left out, for it stands in the list below."""
    taken: list[ChartMark] = []
    told: list[ChartMark] = []
    for mark in marks:
        free = all(abs(mark.x - one.x) >= ROOM_WIDE or abs(mark.y - one.y) >= ROOM_HIGH for one in taken)
        taken += [mark] if free else []
        told.append(mark if free else replace(mark, number=""))
    return tuple(told)


def _steps(marks: Sequence[ChartMark]) -> tuple[tuple[float, float, float, float], ...]:
    """The lines through one origin's figures, in order of time."""
    dated = [mark for mark in marks if mark.x != UNDATED]
    return tuple((a.x, a.y, b.x, b.y) for a, b in pairwise(dated) if (a.x, a.y) != (b.x, b.y))


def _told(entries: Sequence[TollEntry], readings: Mapping[str, Reading]) -> str:
    steps = (
        f"{count_words(entry.low, entry.high)} ({counted_voice(entry, readings[entry.report_id])}, "
        f"{day_words(entry.as_of) if entry.as_of else 'day not known'})"
        for entry in entries
    )
    return f"By time: {'; '.join(steps)}."


def _number(entry: TollEntry) -> int | None:
    return entry.low if entry.low is not None else entry.high


def _order(entry: TollEntry) -> tuple[bool, str, str, int]:
    when = moment_of(entry.as_of).isoformat() if entry.as_of else ""
    return entry.as_of is None, when, entry.report_id, entry.figure
