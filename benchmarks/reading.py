"""How fast one thread reads, and which part of the reader the time goes to."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from inspect import isfunction
from time import process_time
from typing import Any
from unittest.mock import patch

from accordingto.read import reader as reader_module
from accordingto.read.reader import Reader
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report


@dataclass(frozen=True, slots=True)
class ReadingSpeed:
    """CPU seconds that reading took, in all and by part, and what was read."""

    words: int
    seconds: float
    parts: dict[str, float]
    readings: tuple[Reading, ...]

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds


def measure_reading(reports: tuple[Report, ...], reader: Reader) -> ReadingSpeed:
    """The speed of reading these reports once, after one report to warm up."""
    reader.read(reports[0])
    parts: dict[str, float] = defaultdict(float)
    with _timed_parts(parts, reader):
        began = process_time()
        readings = tuple(reader.read(report) for report in reports)
        seconds = process_time() - began
    words = sum(len(report.body.split()) for report in reports)
    parts["the rest"] = seconds - sum(parts.values())
    slowest_first = dict(sorted(parts.items(), key=lambda part: -part[1]))
    return ReadingSpeed(words, seconds, slowest_first, readings)


@contextmanager
def _timed_parts(parts: dict[str, float], reader: Reader) -> Iterator[None]:
    """While open, every function that the reader calls by name, and its tagger, adds its CPU time to `parts`."""
    called = {name: item for name, item in vars(reader_module).items() if _is_part(item)}
    tagger = type(reader._tagger)
    with ExitStack() as stack:
        for name, part in called.items():
            stack.enter_context(patch.object(reader_module, name, _timed(part, parts, name)))
        stack.enter_context(patch.object(tagger, "tag", _timed(tagger.tag, parts, "tag")))
        yield


def _is_part(item: object) -> bool:
    return isfunction(item) and item.__module__.startswith("accordingto.read.")


def _timed(part: Callable[..., Any], parts: dict[str, float], name: str) -> Callable[..., Any]:
    def timed(*args: Any, **options: Any) -> Any:
        began = process_time()
        try:
            return part(*args, **options)
        finally:
            parts[name] += process_time() - began

    return timed
