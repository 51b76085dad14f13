"""Shelves: readings that were loaded lately, under their ids, so that the next run need not put them together again.

A reading is never changed: what stands on the shelf is what the record has under that id.
"""

from collections import OrderedDict
from collections.abc import Iterable

from accordingto.terms.readings import Reading

READINGS = 2048  # each some 60 kB: those of the weeks that reports come from, and of what all of them go back to


class Shelf:
    """The readings loaded last, without the lists that comparing never looks at."""

    def __init__(self) -> None:
        self._readings: OrderedDict[str, Reading] = OrderedDict()

    def get(self, reading_id: str) -> Reading | None:
        """The reading of this id, if it stands there."""
        if reading_id in self._readings:
            self._readings.move_to_end(reading_id)
        return self._readings.get(reading_id)

    def put(self, readings: Iterable[tuple[str, Reading]]) -> None:
        """These readings stand there, in place of those not asked for longest."""
        self._readings.update(readings)
        while len(self._readings) > READINGS:
            self._readings.popitem(last=False)
