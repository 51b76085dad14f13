"""Copying: which reports share a text, kept up while texts come and go; only texts that share samples are compared."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date

from accordingto.reconcile.copies import Text, compare_texts
from accordingto.reconcile.crowds import Change, exchange
from accordingto.reconcile.houses import Houses
from accordingto.reconcile.keys import key_of, number_of
from accordingto.reconcile.ledgers import Ledger
from accordingto.reconcile.shingles import BOILERPLATE, FEW, MANY, is_standing
from accordingto.terms.findings import Copy
from accordingto.terms.ledgers import Entry
from accordingto.terms.reports import Report

NAMES = "names"  # the kind of page that has a report's id

Pair = tuple[str, str]
Load = Callable[[Collection[str]], Mapping[str, Report]]


def exchange_texts(
    ledger: Ledger, gone: Sequence[Text], come: Sequence[Text], load: Load, houses: Houses
) -> frozenset[Pair]:
    """The copies are those of the texts that are there now; the pairs of reports of which something else is found.

    `load` gives reports that were there before, and those that come; `houses` are those that a text may credit.
    """
    left = _near(ledger, [text.report.id for text in gone])
    change = exchange(ledger, list(_entries(gone)), list(_entries(come)), BOILERPLATE)
    ledger.drop_pages(NAMES, [number_of(text.report.id) for text in gone])
    ledger.keep_pages(NAMES, {number_of(text.report.id): text.report.id for text in come})
    known = {copy_pair(copy): copy for copy in ledger.copies([text.report.id for text in (*gone, *come)])}
    standing = Standing(ledger, change)
    pairs = left | set(known) | _partners(ledger, come, standing)
    pairs |= _shaken(ledger, change, standing, load)
    known |= {copy_pair(copy): copy for copy in ledger.copies({name for pair in pairs for name in pair})}
    there = _texts(pairs, come, {text.report.id for text in gone} - {text.report.id for text in come}, load)
    standing.ask(key for text in there.values() for key in text.samples)
    both = [pair for pair in pairs if pair[0] in there and pair[1] in there]
    compared = {(a, b): compare_texts(there[a], there[b], standing.keys, houses) for a, b in both}
    _keep_near(ledger, pairs, {pair for pair, found in compared.items() if found.near})
    found = {pair: one.copy for pair, one in compared.items() if one.copy}
    changed = frozenset(pair for pair in pairs if found.get(pair) != known.get(pair))
    ledger.drop_copies([pair for pair in changed if pair not in found])
    ledger.keep_copies([found[pair] for pair in changed if pair in found])
    return changed


def _entries(texts: Iterable[Text]) -> Iterable[Entry]:
    for text in texts:
        day, number = text.report.day, number_of(text.report.id)
        yield from (Entry(key, number, 0, day.toordinal() if day else None) for key in text.samples)


class Standing:
    """Which samples are standing text now; each is asked for once."""

    def __init__(self, ledger: Ledger, change: Change) -> None:
        self._ledger = ledger
        self._asked = {*change.now, *change.crowded}
        self.held = dict(change.now)
        self.keys = {*change.crowded, *(key for key, held in change.now.items() if _stands(held))}

    def ask(self, keys: Iterable[int]) -> None:
        """Whether these stand is known from now on, and who uses those that do not."""
        new = set(keys) - self._asked
        crowded = self._ledger.crowded(new)
        held = self._ledger.entries(new - crowded)
        self.held.update(held)
        self.keys |= crowded | {key for key, some in held.items() if _stands(some)}
        self._asked |= new


def _stands(held: Collection[Entry]) -> bool:
    if len(held) < MANY:
        return False
    return is_standing([date.fromordinal(entry.day) if entry.day else None for entry in held])


def _partners(ledger: Ledger, texts: Iterable[Text], standing: Standing) -> set[Pair]:
    """Each text with every other that shares `FEW` samples with it that do not stand."""
    pairs: set[tuple[int, int]] = set()
    for text in texts:
        own = number_of(text.report.id)
        shared = Counter(e.report for k in text.samples - standing.keys for e in standing.held.get(k, ()))
        pairs.update((own, other) for other, count in shared.items() if count >= FEW and other != own)
    names = ledger.pages(NAMES, {number for pair in pairs for number in pair})
    return {_pair(names[one], names[other]) for one, other in pairs}


def _shaken(ledger: Ledger, change: Change, standing: Standing, load: Load) -> set[Pair]:
    """The pairs that other samples count for, since these began to stand, or stand no more."""
    stood = {key for key, held in change.before.items() if _stands(held)}
    begun = {key: held for key, held in change.now.items() if _stands(held) and key not in stood}
    begun |= {key: held for key, held in change.risen.items() if key not in stood}
    crowded_before = (change.crowded - change.risen.keys()) | change.fallen.keys()
    ended = {
        key: held for key, held in change.now.items() if not _stands(held) and (key in stood or key in crowded_before)
    }
    names = ledger.pages(NAMES, {entry.report for held in (*begun.values(), *ended.values()) for entry in held})
    # What begins to stand parts copies, changes their share, or makes one of what was near; what ends makes any.
    fewer = {names[entry.report] for held in begun.values() for entry in held}
    less = {copy_pair(copy) for copy in ledger.copies(fewer)} | _near(ledger, fewer)
    again = {names[entry.report] for held in ended.values() for entry in held}
    texts = [Text.of(report) for name, report in load(again).items() if name in again] if again else []
    standing.ask(key for text in texts for key in text.samples)
    return less | _partners(ledger, texts, standing)


def _near(ledger: Ledger, report_ids: Collection[str]) -> set[Pair]:
    """The pairs of these reports that are near to being copies."""
    keys = {key_of("near", report_id): report_id for report_id in report_ids}
    held = ledger.entries(keys) if keys else {}
    names = ledger.pages(NAMES, {entry.report for some in held.values() for entry in some}) if held else {}
    pairs = ((keys[key], entry.report) for key, some in held.items() for entry in some)
    return {_pair(name, names[number]) for name, number in pairs if number in names}


def _keep_near(ledger: Ledger, pairs: Collection[Pair], near: Collection[Pair]) -> None:
    """Of these pairs, just these are near to being copies."""
    ledger.strike(list(_near_entries(pairs)))
    ledger.enter(list(_near_entries(near)))


def _near_entries(pairs: Iterable[Pair]) -> Iterable[Entry]:
    for first, second in pairs:
        yield Entry(key_of("near", first), number_of(second))
        yield Entry(key_of("near", second), number_of(first))


def copy_pair(copy: Copy) -> Pair:
    """The two reports of a copy, in order."""
    return copy.first, copy.second


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


def _texts(pairs: Iterable[Pair], come: Sequence[Text], gone: Collection[str], load: Load) -> dict[str, Text]:
    """The text of every report of the pairs that is there."""
    known = {text.report.id: text for text in come}
    names = {name for pair in pairs for name in pair} - set(gone)
    other = load(names - known.keys()) if names - known.keys() else {}
    return {name: known[name] if name in known else Text.of(other[name]) for name in names}
