"""Memories: what was found of a noun is found once while it is at hand, and of another that says the same, again."""

from dataclasses import replace

import pytest

from accordingto.reconcile import memories
from accordingto.reconcile.memories import remembered
from tests.reconcile.invented import invented


def counting():
    """A function that remembers, and what it was asked."""
    asked = []

    @remembered
    def find(reading, *more):
        """How long the text is."""
        asked.append((reading, *more))
        return len(reading.report.text)

    return find, asked


def test_what_was_found_of_a_reading_is_not_found_again():
    find, asked = counting()
    reading = invented("Shells fell on Harrat.")
    assert find(reading) == find(reading) == len(reading.report.text)
    assert find(reading, "other words") == find(reading, "other words")
    assert [more for _, *more in asked] == [[], ["other words"]]


def test_another_reading_that_says_the_same_is_looked_at_for_itself():
    find, asked = counting()
    reading = invented("Shells fell on Harrat.")
    same = replace(reading)
    assert same == reading
    assert find(reading) == find(same)
    assert asked[0][0] is reading
    assert asked[1][0] is same


def test_what_was_not_asked_for_longest_is_forgotten(monkeypatch):
    monkeypatch.setattr(memories, "REMEMBERED", 2)
    find, asked = counting()
    first, second, third = (invented(f"Shells fell on {place}.") for place in ("Harrat", "Qalat", "Rabiya"))
    for reading in (first, second, first, third, first, second):
        find(reading)
    assert [reading for (reading,) in asked] == [first, second, third, second]


def test_an_error_is_not_remembered():
    @remembered
    def fail(reading):
        raise ValueError(reading.report.id)

    reading = invented("Shells fell on Harrat.")
    for _ in range(2):
        with pytest.raises(ValueError, match=reading.report.id):
            fail(reading)
