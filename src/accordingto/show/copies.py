"""Copies in groups: which reports share one text's wording, told group by group instead of pair by pair."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from accordingto.show.incidents import takings
from accordingto.terms.findings import Copy


def copy_groups(copies: Iterable[Copy], elsewhere: Iterable[Copy] = ()) -> list[tuple[str, ...]]:
    """Groups of reports that share one text's wording, which together hold every pair once or more.

    Two that share it with a third are of its text, whichever part each has, where all tell of one incident. A digest
    that is known to lift from two wires does not make these copies of each other, nor does a report of something else.
    """
    partners = _partners(list(copies), list(elsewhere))
    groups: list[tuple[str, ...]] = []
    covered: set[tuple[str, str]] = set()
    for pair in sorted((a, b) for a in partners for b in partners[a] if a < b):
        if pair not in covered:
            group = _grown(pair, partners)
            groups.append(group)
            covered.update((a, b) for a in group for b in group if a < b)
    return groups


def _partners(copies: Sequence[Copy], elsewhere: Sequence[Copy]) -> Mapping[str, set[str]]:
    """For each report those of one text with it: directly, or through a third that tells of the incident."""
    partners, beside = _beside((*copies, *elsewhere)), _beside(copies)
    taken = {pair for copy in copies for pair in takings(copy)}
    for third, others in beside.items():
        for one, other in combinations(others, 2):
            if not {(third, one), (third, other)} <= taken:
                partners[one].add(other)
                partners[other].add(one)
    return partners


def _beside(copies: Iterable[Copy]) -> defaultdict[str, set[str]]:
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        beside[copy.first].add(copy.second)
        beside[copy.second].add(copy.first)
    return beside


def _grown(pair: tuple[str, str], partners: Mapping[str, set[str]]) -> tuple[str, ...]:
    group = list(pair)
    for candidate in sorted(partners[pair[0]] & partners[pair[1]]):
        if all(candidate in partners[member] for member in group):
            group.append(candidate)
    return tuple(sorted(group))
