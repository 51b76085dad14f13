"""What a ledger is made of: keys with who bears them, and accounts that are alike enough.

There are hundreds of these for each report: they are tuples, with names.
"""

from typing import NamedTuple


class Entry(NamedTuple):
    """A key and who bears it: event number `event` of a report, or the report as a whole. `day` is its ordinal.

    Keys and reports are numbers here, made by hashing (`reconcile/keys.py`).
    """

    key: int
    report: int
    event: int = 0
    day: int | None = None


class Tie(NamedTuple):
    """Two accounts that are alike enough, by the numbers of their reports; a ledger knows it from either end."""

    one: int
    one_event: int
    other: int
    other_event: int
    score: float

    def turned(self) -> "Tie":
        """The same, from the other end."""
        return Tie(self.other, self.other_event, self.one, self.one_event, self.score)
