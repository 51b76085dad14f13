"""Timing the reader changes nothing in what it finds, and accounts for all of the time."""

import pytest

from accordingto.read import reader as reader_module
from accordingto.read.reader import Reader
from benchmarks.reading import measure_reading


@pytest.fixture(scope="module")
def reader():
    return Reader()


def test_the_parts_add_up_to_the_whole(report_of, reader):
    speed = measure_reading((report_of("Two men were killed, police said."),), reader)
    assert sum(speed.parts.values()) == pytest.approx(speed.seconds)
    assert {"divide", "read_figures", "read_attributions", "tag", "the rest"} <= set(speed.parts)


def test_a_timed_reading_is_the_same_reading_and_the_timing_ends_with_it(report_of, reader):
    report = report_of("Two men were killed, police said.")
    before = dict(vars(reader_module))
    speed = measure_reading((report,), reader)
    assert speed.readings == (reader.read(report),)
    assert dict(vars(reader_module)) == before
    assert speed.words == len(report.body.split())
