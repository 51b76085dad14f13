"""Voices: where a claim first came from, and the hops it came by to the page."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.reconcile.copies import copy_roots
from accordingto.reconcile.credits import Credit, agency_named, find_credit
from accordingto.reconcile.parties import side_of
from accordingto.terms.entities import EntityKind
from accordingto.terms.findings import Copy, Hop
from accordingto.terms.ids import content_id
from accordingto.terms.readings import Reading

UNNAMED = re.compile(r"^(?:an?|some|several|many|one|two|three|the|local|other)?\s*[a-z]")
ARTICLES = re.compile(r"^(?:the|a|an)\s+|['’]s$", re.IGNORECASE)
HIDDEN = "a source that is not named"


@dataclass(frozen=True, slots=True)
class Voice:
    """The first voice of a claim: `kind` is source, outlet or agency; `links` are the keys along the whole chain."""

    key: str
    name: str
    kind: str
    hops: tuple[Hop, ...]
    links: frozenset[str]
    side: str | None
    hidden: bool = False

    @property
    def chain(self) -> tuple[str, ...]:
        return tuple(hop.name for hop in self.hops)

    def independent_of(self, other: "Voice") -> bool:
        """Whether the two chains share no link. A hidden voice may be anybody's."""
        return not (self.hidden or other.hidden or self.links & other.links)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words each report passes on: knows copies and credits, so that a reprint is nobody's second voice."""

    readings: Mapping[str, Reading]
    roots: Mapping[str, str]
    credits: Mapping[str, Credit | None]

    @classmethod
    def of(cls, readings: Iterable[Reading], copies: Sequence[Copy]) -> "Voices":
        by_id = {reading.report.id: reading for reading in readings}
        credits = {name: find_credit(reading.report) for name, reading in by_id.items()}
        return cls(by_id, copy_roots(by_id, copies), credits)

    def voice(self, report_id: str, statement: int | None) -> Voice:
        """Who is behind statement number `statement` of a report, or behind its own words."""
        reading = self.readings[report_id]
        if statement is None or statement >= len(reading.statements):
            return self._own(reading)
        return self._said(reading, statement)

    def _own(self, reading: Reading) -> Voice:
        root = self.roots[reading.report.id]
        group = [report_id for report_id, other in sorted(self.roots.items()) if other == root]
        outlet, page = reading.report.outlet, Hop(reading.report.outlet, None)
        if credit := next((found for report_id in (root, *group) if (found := self.credits[report_id])), None):
            mine = self.credits[reading.report.id]
            hops = (Hop(credit.agency, mine.anchor if mine else credit.anchor), page)
            return Voice(f"agency:{credit.agency}", credit.agency, "agency", hops, frozenset({credit.agency}), None)
        first = self.readings[root].report.outlet
        hops = (page,) if first == outlet else (Hop(first, None), page)
        return Voice(f"outlet:{first}", first, "outlet", hops, frozenset({f"outlet:{first}"}), None)

    def _said(self, reading: Reading, statement: int) -> Voice:
        said, own = reading.statements[statement], self._own(reading)
        links = tuple(Hop(link.exact, link) for link in said.via)
        key, name = self._source(reading, statement)
        hops = (Hop(name, said.source), *links, *own.hops)
        through = {agency for link in links if (agency := agency_named(link.name))}
        agency = {own.name} if own.kind == "agency" and key.startswith("unnamed:") else set()
        return Voice(
            key, name, "source", hops, frozenset({key} | through | agency), side_of(name), hidden=said.source is None
        )

    def _source(self, reading: Reading, statement: int) -> tuple[str, str]:
        """Key and name. An unnamed source stays within its report, or within the text that reports share."""
        said = reading.statements[statement]
        entity = reading.entities[said.entity] if said.entity is not None else None
        place = self.roots[reading.report.id]
        if said.source is None:
            return content_id("hidden", place, said.content.exact), HIDDEN
        if entity and entity.kind is EntityKind.UNNAMED:
            return f"unnamed:{place}:{_plain(entity.name)}", entity.name
        if entity and entity.key:
            return f"voice:{entity.key}", entity.name
        name = said.source.exact
        known = agency_named(name) if len(name.split()) < 5 else None
        if UNNAMED.match(name) and not any(word[:1].isupper() for word in name.split()[1:]):
            return f"unnamed:{place}:{_plain(name)}", name
        return f"voice:{known.lower() if known else _plain(name)}", name


def _plain(name: str) -> str:
    return " ".join(ARTICLES.sub("", name.strip()).lower().split())
