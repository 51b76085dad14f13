"""The head of the queue: the first finds to look over, without making the whole queue of a large case.

The queue goes by what hangs on a find; so the reports where most can hang on one are gone through first, by stake,
until enough is at hand. What is at hand is in the order of the queue; of a stake that has more than that, the finds of
other reports come later, however uncertain they are.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from accordingto.casebook.answers import Find, Queued, Stake
from accordingto.casebook.queues import ORDER, in_queue_order, queue_finds
from accordingto.terms.summaries import Stretch

if TYPE_CHECKING:
    from accordingto.casebook.kept import KeptCatalogue

ENOUGH = 120  # finds: somebody who skips a hundred still has some to look at
AT_LEAST = 40  # reports gone through, so that a small case has its whole queue at hand
AT_ONCE = 20  # reports

Finds = Callable[[Collection[str]], tuple[Find, ...]]
"""Every find of these reports, with what people said of it."""


def head_of_queue(catalogue: "KeptCatalogue", finds: Finds, reviewed: Collection[str]) -> Stretch[Queued]:
    """The first finds of the queue, and how many it has; people have looked over finds of the reports `reviewed`."""
    at_hand = _AtHand(catalogue, finds)
    chosen: list[Queued] = []
    for stake in ORDER:
        for report_ids in _portions(catalogue, stake):
            chosen += [one for one in at_hand.of(report_ids) if one.stake is stake]
            if len(chosen) >= ENOUGH and at_hand.reports > AT_LEAST:
                return Stretch(in_queue_order(chosen), catalogue.numbers().finds - _looked_over(finds(reviewed)))
    return Stretch(in_queue_order(chosen), len(chosen))


def _looked_over(finds: Collection[Find]) -> int:
    return sum(bool(find.holding) and find.index is not None for find in finds)


def _portions(catalogue: "KeptCatalogue", stake: Stake) -> Iterator[list[str]]:
    """The reports on whose finds so much can hang, some at a time."""
    after = ""
    while some := catalogue.reports_at_stake(stake, after, AT_ONCE):
        yield some
        after = some[-1]


class _AtHand:
    """The queued finds of the reports gone through so far."""

    def __init__(self, catalogue: "KeptCatalogue", finds: Finds) -> None:
        self._catalogue, self._finds = catalogue, finds
        self._known: defaultdict[str, list[Queued]] = defaultdict(list)

    @property
    def reports(self) -> int:
        return len(self._known)

    def of(self, report_ids: Collection[str]) -> Iterator[Queued]:
        """The queued finds of these reports."""
        if new := [name for name in report_ids if name not in self._known]:
            self._known.update((name, []) for name in new)
            for one in queue_finds(self._finds(new), self._catalogue.disputes_at(new)):
                self._known[one.find.item.report_id].append(one)
        return (one for name in report_ids for one in self._known[name])
