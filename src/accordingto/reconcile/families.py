"""Families: reports that share a text, whole or cut, directly or through others."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.reconcile.copies import WHOLE
from accordingto.reconcile.scenes import Scenes
from accordingto.reconcile.voices import Voices
from accordingto.terms.casts import Cast
from accordingto.terms.findings import Copy
from accordingto.terms.readings import Reading


@dataclass(frozen=True, slots=True)
class Families:
    """For each report asked for, its family, itself included; and every copy that any of these is part of."""

    members: Mapping[str, frozenset[str]]
    copies: tuple[Copy, ...]

    @classmethod
    def of(cls, find: Callable[[Collection[str]], Iterable[Copy]], report_ids: Collection[str]) -> "Families":
        """The families of these reports; `find` gives every copy that some reports are part of."""
        copies: dict[tuple[str, str], Copy] = {}
        front = known = set(report_ids)
        while front:
            found = tuple(find(front))
            copies.update(((copy.first, copy.second), copy) for copy in found)
            front = {name for copy in found if copy.overlap >= WHOLE for name in (copy.first, copy.second)} - known
            known = known | front
        return cls(find_families(known, copies.values()), tuple(copies[pair] for pair in sorted(copies)))

    def around(self, report_ids: Collection[str]) -> frozenset[str]:
        """These reports and all of their families."""
        return frozenset(name for report_id in report_ids for name in self.members[report_id])


def find_families(names: Iterable[str], copies: Iterable[Copy]) -> dict[str, frozenset[str]]:
    """For each of these reports, those that share its text, directly or through others, itself included."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.overlap >= WHOLE:
            beside[copy.first].add(copy.second)
            beside[copy.second].add(copy.first)
    found: dict[str, frozenset[str]] = {}
    for name in names:
        if name not in found:
            family, left = {name}, [name]
            while left:
                new = set(beside.get(left.pop(), ())) - family
                family |= new
                left += new
            found.update(dict.fromkeys(family, frozenset(family)))
    return found


def listen(readings: Sequence[Reading], copies: Sequence[Copy], cast: Cast | None = None) -> tuple[Voices, Scenes]:
    """Whose words these reports pass on and where they play, told by them alone, in any order."""
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    inside = {reading.report.id for reading in ordered}
    own = [copy for copy in copies if copy.first in inside and copy.second in inside]
    return Voices.of(ordered, own, cast), Scenes.of(ordered)
