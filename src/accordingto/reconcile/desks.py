"""Desks: what one run has before it of a ledger, each telling and each usual name looked up once."""

from collections import OrderedDict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from accordingto.reconcile.keys import key_of, number_of
from accordingto.reconcile.ledgers import Ledger
from accordingto.reconcile.pages import read_tellings
from accordingto.reconcile.tellings import Telling
from accordingto.terms.findings import Copy
from accordingto.terms.incidents import Account
from accordingto.terms.ledgers import Tie
from accordingto.terms.readings import Reading

TELLINGS = "tellings"  # the kind of page that tellings are kept under
KEPT = 4096  # reports whose tellings lie on the desk: those of a few weeks, some 30 MB
READINGS = 2048  # whole readings, each some 60 kB


class Node(NamedTuple):
    """An account by the number of its report."""

    report: int
    event: int


def node_of(account: Account) -> Node:
    """The account by the number of its report."""
    return Node(number_of(account.report_id), account.event)


def ends_of(tie: Tie) -> tuple[Node, Node]:
    """The two accounts of a tie."""
    return Node(tie.one, tie.one_event), Node(tie.other, tie.other_event)


class Desk:
    """Tellings and usual names of one ledger, looked up together and at most once each."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._tellings: OrderedDict[int, Sequence[Telling]] = OrderedDict()
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._usual: dict[str, bool] = {}
        self._copies: dict[str, tuple[Copy, ...]] = {}

    def put(self, report_id: str, tellings: Sequence[Telling] | None) -> None:
        """These are the tellings of a report; with None, the report is gone."""
        number = number_of(report_id)
        self._tellings.pop(number, None)
        if tellings is not None:
            self._tellings[number] = tuple(tellings)

    def tellings(self, reports: Iterable[int]) -> Mapping[int, Sequence[Telling]]:
        """The tellings of these reports; a report that is not there is left out."""
        asked = set(reports)
        pages = self.ledger.pages(TELLINGS, asked - self._tellings.keys())
        self._tellings.update((number, read_tellings(page)) for number, page in pages.items())
        found = {number: self._tellings[number] for number in asked if number in self._tellings}
        for number in found:
            self._tellings.move_to_end(number)
        while len(self._tellings) > KEPT:
            self._tellings.popitem(last=False)
        return found

    def copies(self, report_ids: Collection[str]) -> tuple[Copy, ...]:
        """Every copy that one of these reports is part of, in order of ids."""
        if new := set(report_ids) - self._copies.keys():
            found = self.ledger.copies(new)
            self._copies.update((name, tuple(c for c in found if name in (c.first, c.second))) for name in new)
        by_pair = {(copy.first, copy.second): copy for name in report_ids for copy in self._copies[name]}
        return tuple(by_pair[pair] for pair in sorted(by_pair))

    def forget_copies(self) -> None:
        """Other reports may share their texts now."""
        self._copies.clear()

    def readings(self, report_ids: Iterable[str]) -> Mapping[str, Reading]:
        """The readings of these reports."""
        asked = set(report_ids)
        new = asked - self._readings.keys()
        self._readings.update(self.ledger.readings(new) if new else {})
        found = {name: self._readings[name] for name in asked}
        for name in found:
            self._readings.move_to_end(name)
        while len(self._readings) > READINGS:
            self._readings.popitem(last=False)
        return found

    def forget_readings(self, report_ids: Iterable[str]) -> None:
        """These reports have other readings, or none any more."""
        for name in report_ids:
            self._readings.pop(name, None)

    def put_readings(self, readings: Iterable[Reading]) -> None:
        """These are the readings of their reports."""
        self._readings.update((reading.report.id, reading) for reading in readings)

    def at(self, nodes: Iterable[Node]) -> dict[Node, Telling]:
        """The telling of each of these accounts that is there."""
        nodes = set(nodes)
        pages = self.tellings({node.report for node in nodes})
        return {node: pages[node.report][node.event] for node in nodes if node.event < len(pages.get(node.report, ()))}

    def usual_among(self, tellings: Iterable[Telling]) -> frozenset[str]:
        """Those places of these accounts that are named all the time."""
        names = {name for telling in tellings for name in telling.place.keys}
        keys = {key_of("name", name): name for name in names - self._usual.keys()}
        crowded = self.ledger.crowded(keys)
        self._usual.update((name, key in crowded) for key, name in keys.items())
        return frozenset(name for name in names if self._usual[name])

    def forget_usual(self, names: Iterable[str]) -> None:
        """How usual these names are has changed."""
        for name in names:
            self._usual.pop(name, None)

    def reach(
        self, nodes: Collection[Node], held: Mapping[Node, Collection[Node]]
    ) -> list[dict[Node, dict[Node, float]]]:
        """The accounts that hang together with these by ties, or are held together; each group with its own ties."""
        tied = self._all_tied(nodes, held)
        groups: list[dict[Node, dict[Node, float]]] = []
        seen: set[Node] = set()
        for node in sorted(nodes):
            if node not in seen:
                group = _connected(node, tied, held)
                seen |= group
                groups.append({one: tied[one] for one in group})
        return groups

    def _all_tied(
        self, nodes: Collection[Node], held: Mapping[Node, Collection[Node]]
    ) -> dict[Node, dict[Node, float]]:
        """Every account reached, with those it is tied to, and how; asked for in rounds, each a step further."""
        tied: dict[Node, dict[Node, float]] = {}
        front = set(nodes)
        while front:
            tied.update((node, {}) for node in front)
            for tie in self.ledger.ties({node.report for node in front}):
                one, other = ends_of(tie)
                if one in front:
                    tied[one][other] = tie.score
            reached = {other for node in front for other in (*tied[node], *held.get(node, ()))}
            front = reached - tied.keys()
        return tied


def _connected(start: Node, tied: Mapping[Node, Collection[Node]], held: Mapping[Node, Collection[Node]]) -> set[Node]:
    seen, left = {start}, deque([start])
    while left:
        node = left.popleft()
        for other in (*tied[node], *held.get(node, ())):
            if other not in seen:
                seen.add(other)
                left.append(other)
    return seen
