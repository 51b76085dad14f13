"""At hand for pages: readings, which never change in the record, and the roll of incidents, renewed with the case."""

from collections import OrderedDict
from collections.abc import Collection, Mapping
from threading import Lock
from typing import TYPE_CHECKING

from accordingto.terms.readings import Reading

if TYPE_CHECKING:
    from accordingto.record.rolls import Roll
    from accordingto.record.store import Record

KEPT = 1500  # readings, each some 20 kB, or 60 where all of it has been looked at


class AtHand:
    """The readings asked for last, by their number in the record, and what lists of incidents are made by."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Reading] = OrderedDict()
        self._lock = Lock()
        self._roll: Roll | None = None
        self._calling = Lock()

    def roll(self, record: "Record") -> "Roll":
        """The roll of the case as this transaction sees it; who comes while it is made waits for it."""
        from accordingto.record.rolls import load_roll, renew_roll

        with self._calling:
            made = renew_roll(record, self._roll) if self._roll else load_roll(record)
            if self._roll is None or made.turn >= self._roll.turn:  # who began earlier sees less, and keeps it alone
                self._roll = made
            return made

    def readings(self, record: "Record", report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readings asked of these reports, by the report's id."""
        from accordingto.record.asked import seqs_asked
        from accordingto.record.packed import load_packed

        seqs = seqs_asked(record, report_ids)
        with self._lock:
            found = {seq: self._kept[seq] for seq in seqs.values() if seq in self._kept}
        loaded = load_packed(record, [seq for seq in seqs.values() if seq not in found])
        self._keep({**found, **loaded})
        return {name: found.get(seq) or loaded[seq] for name, seq in seqs.items()}

    def _keep(self, used: Mapping[int, Reading]) -> None:
        with self._lock:
            for seq, reading in used.items():
                self._kept[seq] = reading
                self._kept.move_to_end(seq)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
