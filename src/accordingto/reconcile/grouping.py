"""Grouping: the incidents of the accounts that hang together with some; all others stay as they are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.reconcile.copying import copy_pair
from accordingto.reconcile.desks import Desk, Node, node_of
from accordingto.reconcile.incidents import Group, Judge, Ties, group_accounts
from accordingto.reconcile.keys import number_of
from accordingto.reconcile.rulings import Rulings
from accordingto.reconcile.tellings import Telling
from accordingto.terms.decisions import Decisions
from accordingto.terms.incidents import Account, Incident


@dataclass(frozen=True, slots=True)
class Regrouped:
    """Accounts that were looked at again, and the groups that they make now."""

    accounts: frozenset[Account]
    groups: tuple[Group, ...]

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """The incidents that the groups are."""
        return tuple(group.incident() for group in self.groups)


def regroup(desk: Desk, nodes: Collection[Node], rulings: Rulings) -> Regrouped:
    """These accounts and all that hang together with them, grouped anew."""
    groups = desk.reach(nodes, _held(rulings))
    told = desk.at({node for group in groups for node in group})
    copied = _copied(desk, [group for group in groups if len(group) > 1], told)
    usual = desk.usual_among(told.values())
    found: list[Group] = []
    for group in groups:
        tellings = sorted((told[node] for node in group), key=lambda telling: telling.account)
        judge = Judge(tellings, usual, _inside(tellings, copied), rulings)
        found += group_accounts(tellings, _ties(group, told), judge, rulings)
    return Regrouped(frozenset(telling.account for telling in told.values()), tuple(found))


def _held(rulings: Rulings) -> Mapping[Node, Collection[Node]]:
    """Each account that people hold together with others, and these."""
    held: dict[Node, Collection[Node]] = {}
    for group in rulings.groups:
        nodes = [node_of(account) for account in group]
        held.update((node, nodes) for node in nodes)
    return held


def _copied(
    desk: Desk, groups: Iterable[Mapping[Node, Collection[Node]]], told: Mapping[Node, Telling]
) -> Mapping[str, Collection[str]]:
    """For each report with an account in one of these groups, the reports of which it shares the text."""
    names = {told[node].account.report_id for group in groups for node in group}
    copied: defaultdict[str, set[str]] = defaultdict(set)
    for first, second in map(copy_pair, desk.copies(names)):
        copied[first].add(second)
    return copied


def _inside(tellings: Sequence[Telling], copied: Mapping[str, Collection[str]]) -> list[tuple[str, str]]:
    names = {telling.account.report_id for telling in tellings}
    return [(first, second) for first in names for second in copied.get(first, ()) if second in names]


def _ties(group: Mapping[Node, Mapping[Node, float]], told: Mapping[Node, Telling]) -> Ties:
    """The accounts that are tied, by their numbers in order, the lesser first."""
    number = {node: n for n, node in enumerate(sorted(group, key=lambda node: told[node].account))}
    ties = ((number[one], number[other], score) for one, others in group.items() for other, score in others.items())
    return {(one, other): score for one, other, score in ties if one < other}


def ruled_on(desk: Desk, decisions: Decisions) -> Rulings:
    """What the decisions say of the accounts that are there."""
    reports = {number_of(anchor.report_id) for decision in decisions.made for anchor in decision.anchors}
    told = (telling for some in desk.tellings(reports).values() for telling in some)
    return Rulings.of(decisions, {telling.account: telling.event.trigger for telling in told})
