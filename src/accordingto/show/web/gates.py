"""Gates: how many pages are made at the same time; whoever else asks waits for one of them to be done.

Python makes one page at a time, however many it is asked for. Of eight that it makes in turns, a little of each, all
are ready late; made one after the other, most are ready early. Two may pass, so that while one waits for the disk the
other is made, and a long one holds up no more than half.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

PAGES = 2


class Gate:
    """Lets so many through at a time."""

    def __init__(self, places: int = PAGES) -> None:
        self._places = BoundedSemaphore(places)

    @contextmanager
    def passed(self, *, held: bool = True) -> Iterator[None]:
        """What is done within this waits for its turn, unless it is not `held`."""
        if not held:
            yield
            return
        with self._places:
            yield
