"""The copy tree on a page: who took whose text, how much of it, and how that is known; not knowing is an answer too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.show.incidents import report_order, takings, telling_copies
from accordingto.show.phrases import voice_name
from accordingto.show.web.pages.parts import ReportLine, report_line
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import Copy, IncidentFindings
from accordingto.terms.incidents import Direction
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import sentence_around


@dataclass(frozen=True, slots=True)
class CopyNode:
    """A report in the tree: what it takes from the one above it, whom it credits, and who takes from it."""

    report: ReportLine
    how: str
    also: tuple[str, ...]
    credits: tuple[str, ...]
    takers: tuple["CopyNode", ...]


@dataclass(frozen=True, slots=True)
class SharedText:
    """Two reports that share their wording, and why nobody can say who took it from whom."""

    first: ReportLine
    second: ReportLine
    why: str


@dataclass(frozen=True, slots=True)
class CopyTree:
    """The reports of an incident by whose text they are. `alone` share no wording with any other."""

    originals: tuple[CopyNode, ...]
    unknown: tuple[SharedText, ...]
    alone: tuple[CopyNode, ...]


def copy_tree(found: IncidentFindings, readings: Mapping[str, Reading]) -> CopyTree:
    """Each report once, under the report that it took most of its text from."""
    ids = [one for one in found.incident.report_ids if one in readings]
    ids.sort(key=lambda one: report_order(readings[one].report))
    copies = [copy for copy in telling_copies(found.copies) if {copy.first, copy.second} <= set(ids)]
    tree = _Tree(ids, copies, _credits(found, readings), readings)
    unknown = tuple(_shared(copy, readings) for copy in copies if copy.direction is Direction.UNKNOWN)
    touched = {one for copy in copies for one in (copy.first, copy.second)}
    roots = [one for one in ids if one not in tree.giver]
    return CopyTree(
        tuple(tree.node(one) for one in roots if one in set(tree.giver.values())),
        unknown,
        tuple(tree.node(one) for one in roots if one not in touched),
    )


class _Tree:
    """Who took from whom, each taker from one giver above all, so that no report stands twice."""

    def __init__(
        self,
        ids: Sequence[str],
        copies: Iterable[Copy],
        credits: Mapping[str, tuple[str, ...]],
        readings: Mapping[str, Reading],
    ) -> None:
        self._ids, self._credits, self._readings = ids, credits, readings
        self._taken: dict[str, list[tuple[str, Copy]]] = {}
        self.giver: dict[str, str] = {}
        for copy in sorted(copies, key=lambda one: -one.overlap):
            for taker, giver in takings(copy):
                self._put(taker, giver, copy)

    def _put(self, taker: str, giver: str, copy: Copy) -> None:
        self._taken.setdefault(taker, []).append((giver, copy))
        if taker not in self.giver and not self._leads_to(giver, taker):
            self.giver[taker] = giver

    def _leads_to(self, report: str, sought: str) -> bool:
        """Whether the sought report stands above this one already: what credits go round in leads nowhere."""
        above: str | None = report
        while above is not None and above != sought:
            above = self.giver.get(above)
        return above == sought

    def node(self, report: str) -> CopyNode:
        giver = self.giver.get(report)
        taken = self._taken.get(report, [])
        return CopyNode(
            report_line(self._readings[report].report),
            next((_how(copy) for one, copy in taken if one == giver), ""),
            tuple(f"{self._name(one)}: {_how(copy)}" for one, copy in taken if one != giver),
            self._credits.get(report, ()),
            tuple(self.node(one) for one in self._ids if self.giver.get(one) == report),
        )

    def _name(self, report: str) -> str:
        return one_line(self._readings[report].report.name)


def _how(copy: Copy) -> str:
    """ "repeats it: 129 of the 129 words of the shorter text stand in the other; it credits Meridian"."""
    own, other = ("first", "second") if copy.direction is Direction.FIRST_FROM_SECOND else ("second", "first")
    reasons = one_line("; ".join(copy.reasons)).replace(f"the {own} ", "it ").replace(f"the {other} ", "the other ")
    return f"{'repeats it' if copy.whole else 'repeats part of it'}: {reasons}"


def _shared(copy: Copy, readings: Mapping[str, Reading]) -> SharedText:
    first, second = (report_line(readings[one].report) for one in (copy.first, copy.second))
    return SharedText(first, second, one_line("; ".join(copy.reasons)))


def _credits(found: IncidentFindings, readings: Mapping[str, Reading]) -> dict[str, tuple[str, ...]]:
    """For each report whom it names as the way its news came, with the words that say so."""
    told: dict[str, dict[str, None]] = {}
    for hop in (hop for origin in found.origins for chain in origin.chains for hop in chain[1:]):
        reading = readings.get(hop.anchor.report_id) if hop.anchor else None
        if reading and hop.anchor:
            words = quoted(sentence_around(reading.report.body, hop.anchor), 160)
            told.setdefault(reading.report.id, {})[f"{voice_name(hop.name)}: {words}"] = None
    return {report_id: tuple(lines) for report_id, lines in told.items()}
