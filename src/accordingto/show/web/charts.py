"""Charts: a toll over time, drawn on the server as marks in a picture that also has its numbers in a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from accordingto.show.phrases import count_words, statement_chain, voice_words
from accordingto.show.web.pages.parts import report_href
from accordingto.show.words import clipped
from accordingto.terms.findings import Toll, TollEntry
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

WIDTH, ROW, TOP, LEFT, RIGHT = 640, 26, 34, 190, 24  # pixels of the picture's own space
NAME = 26  # characters of a source's name that fit beside the picture
TICKS = 4


@dataclass(frozen=True, slots=True)
class ChartMark:
    """One figure: where it begins and ends on the scale; `end` is None where no upper limit was given."""

    x: float
    end: float | None
    y: float
    label: str
    words: str
    as_of: str
    href: str


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One source and its figures, the earliest first."""

    y: float
    name: str
    full: str


@dataclass(frozen=True, slots=True)
class TollChart:
    """Figures by source: one row a source, the number along the line, figures of one source joined in order of time."""

    width: int
    height: int
    left: int
    right: int
    rows: tuple[ChartRow, ...]
    marks: tuple[ChartMark, ...]
    ticks: tuple[tuple[float, str], ...]
    paths: tuple[str, ...]
    told: str


def toll_chart(toll: Toll, readings: Mapping[str, Reading]) -> TollChart | None:
    """The figures of a toll by source; None where fewer than two say a number."""
    entries = [
        one for one in sorted(toll.entries, key=_order) if one.report_id in readings and _number(one) is not None
    ]
    if len(entries) < 2:
        return None
    names = list(dict.fromkeys(_voice(entry, readings) for entry in entries))
    most = max(number for entry in entries for number in (entry.low, entry.high) if number is not None)
    scale = _Scale(most)
    rows = {name: TOP + ROW * index for index, name in enumerate(names)}
    marks = tuple(_mark(entry, rows[_voice(entry, readings)], scale, readings) for entry in entries)
    return TollChart(
        WIDTH,
        TOP + ROW * len(names) + 6,
        LEFT,
        WIDTH - RIGHT,
        tuple(ChartRow(y, clipped(name, NAME), name) for name, y in rows.items()),
        marks,
        tuple((scale.at(number), f"{number:,}") for number in _ticks(most)),
        tuple(path for y in rows.values() if (path := _path([mark for mark in marks if mark.y == y]))),
        _told(entries, readings),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """From a number of people to a place along the line, which begins at nobody."""

    most: int

    def at(self, number: int) -> float:
        return round(LEFT + (WIDTH - RIGHT - LEFT) * number / max(self.most, 1), 1)


def _mark(entry: TollEntry, y: float, scale: _Scale, readings: Mapping[str, Reading]) -> ChartMark:
    number = _number(entry) or 0
    words = count_words(entry.low, entry.high)
    end = None if entry.high is None else scale.at(entry.high)
    report = readings[entry.report_id].report
    return ChartMark(
        scale.at(number),
        end,
        y,
        words,
        clipped(entry.anchor.exact, 60),
        day_words(entry.as_of) if entry.as_of else "day not known",
        f"{report_href(report)}#f{entry.figure}",
    )


def _path(marks: Sequence[ChartMark]) -> str:
    """The line through one source's figures; empty where there is only one."""
    return " ".join(f"{mark.x},{mark.y}" for mark in marks) if len({mark.x for mark in marks}) > 1 else ""


def _told(entries: Sequence[TollEntry], readings: Mapping[str, Reading]) -> str:
    """The picture in a sentence, for who does not see it."""
    steps = (
        f"{count_words(entry.low, entry.high)} ({_voice(entry, readings)}, "
        f"{day_words(entry.as_of) if entry.as_of else 'day not known'})"
        for entry in entries
    )
    return f"By time: {'; '.join(steps)}."


def _voice(entry: TollEntry, readings: Mapping[str, Reading]) -> str:
    reading = readings[entry.report_id]
    statement = reading.figures[entry.figure].statement if entry.figure < len(reading.figures) else None
    return voice_words(statement_chain(reading, statement)[:1] * 2)


def _number(entry: TollEntry) -> int | None:
    return entry.low if entry.low is not None else entry.high


def _order(entry: TollEntry) -> tuple[datetime, str, int]:
    return _moment(entry.as_of), entry.report_id, entry.figure


def _moment(when: date | datetime | None) -> datetime:
    if when is None:
        return datetime.max.replace(tzinfo=UTC)
    moment = when if isinstance(when, datetime) else datetime.combine(when, time(), UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _ticks(most: int) -> list[int]:
    """Round numbers along the scale: 0, 25, 50 ... never more than a handful."""
    step = next(size * 10**power for power in range(9) for size in (1, 2, 5) if most <= TICKS * size * 10**power)
    return list(range(0, most + 1, step))
