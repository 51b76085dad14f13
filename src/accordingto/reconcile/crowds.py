"""Crowds: keys borne by more than some number, and which cross that line when bearers come and go.

Whether a key is crowded is told by how many bear it, never by the order in which they came.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.reconcile.ledgers import Ledger
from accordingto.terms.ledgers import Entry


@dataclass(frozen=True, slots=True)
class Change:
    """What entering and striking did: who bears each uncrowded key now and before, which keys became crowded or not.

    `risen` has with each key all that bear it now, `fallen` likewise.
    """

    now: Mapping[int, Collection[Entry]]
    before: Mapping[int, Collection[Entry]]
    crowded: frozenset[int]
    risen: Mapping[int, Collection[Entry]]
    fallen: Mapping[int, Collection[Entry]]


def exchange(ledger: Ledger, gone: Sequence[Entry], come: Sequence[Entry], line: int) -> Change:
    """The first are struck and the second entered; keys that more than `line` bear are marked as crowded."""
    lost, won = {entry.key for entry in gone}, {entry.key for entry in come}
    crowded = ledger.crowded(lost | won)
    ledger.strike(gone)
    ledger.enter(come)
    # Who bears a crowded key is not asked again: there may be very many. Only when some go, it may be crowded no more.
    now = ledger.entries((lost | won) - crowded | (lost & crowded))
    risen = {key: held for key, held in now.items() if key not in crowded and len(held) > line}
    fallen = {key: now.get(key, ()) for key in lost & crowded if len(now.get(key, ())) <= line}
    ledger.mark(risen)
    ledger.unmark(fallen)
    crowds = frozenset(crowded - fallen.keys() | risen.keys())
    kept = {key: held for key, held in now.items() if key not in crowds}
    return Change(kept, _before(now, crowded, gone, come), crowds, risen, fallen)


def _before(
    now: Mapping[int, Collection[Entry]], crowded: Collection[int], gone: Iterable[Entry], come: Iterable[Entry]
) -> Mapping[int, Collection[Entry]]:
    """Who bore each key that was no crowd."""
    lost: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in gone:
        lost[entry.key].append(entry)
    new = set(come)
    kept = {key: [entry for entry in held if entry not in new] for key, held in now.items() if key not in crowded}
    for key, some in lost.items():
        if key not in crowded:
            kept[key] = [*kept.get(key, ()), *some]
    return kept
