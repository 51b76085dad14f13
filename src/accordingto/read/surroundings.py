"""Surroundings: what the other readers found in each sentence of a page."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from accordingto.read.openings import find_openings
from accordingto.read.sentences import Page
from accordingto.terms.attributions import Attribution
from accordingto.terms.figures import Figure
from accordingto.terms.places import Place
from accordingto.terms.spans import Anchor
from accordingto.terms.times import TimeKind, TimeMention

STAMP = re.compile(r"\d{1,2}:\d\d\b")


@dataclass(frozen=True, slots=True)
class Found:
    """What the other readers found on the page."""

    statements: Sequence[Attribution] = ()
    figures: Sequence[Figure] = ()
    places: Sequence[Place] = ()
    times: Sequence[TimeMention] = ()


@dataclass(slots=True)
class Surroundings:
    """What stands in one sentence: the cues of saying, and indexes into the lists of the other readers."""

    statements: list[int] = field(default_factory=list)
    cues: list[Anchor] = field(default_factory=list)
    figures: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)


def find_surroundings(page: Page, found: Found) -> list[Surroundings]:
    """For each sentence of the page, what stands in it; where a report was filed is no place of what it tells."""
    filed = find_openings(page)
    starts = [sentence.start for sentence in page.sentences]
    around = [Surroundings() for _ in starts]

    def at(position: int) -> int:
        return max(0, bisect_right(starts, position) - 1)

    for index, figure in enumerate(found.figures):
        around[at(figure.anchor.start)].figures.append(index)
    for index, place in enumerate(found.places):
        if any(start <= place.anchor.start < end for start, end in filed):
            continue
        around[at(place.anchor.start)].places.append(index)
    for index, time in enumerate(found.times):
        if _is_stamp(time, page):
            continue
        around[at(time.anchor.start)].times.append(index)
    for index, said in enumerate(found.statements):
        if said.cue:
            around[at(said.cue.start)].cues.append(said.cue)
        for span in said.content.spans:
            for number in range(at(span.start), at(max(span.start, span.end - 1)) + 1):
                around[number].statements.append(index)
    return around


def _is_stamp(time: TimeMention, page: Page) -> bool:
    """Whether an outlet set this hour before its headline: "17:53 Council Calls for ..."."""
    return time.kind is TimeKind.TIME and STAMP.match(page.body, time.anchor.start) is not None and _opens(time, page)


def _opens(time: TimeMention, page: Page) -> bool:
    return any(start == time.anchor.start for start, _ in page.paragraphs)


def innermost(position: int, around: Surroundings, found: Found) -> int | None:
    """The statement whose content holds this character; of nested ones the shortest."""
    holding = [
        index
        for index in around.statements
        if any(span.start <= position < span.end for span in found.statements[index].content.spans)
    ]
    return min(holding, key=lambda index: len(found.statements[index].content.exact), default=None)


def find_homes(page: Page, found: Found) -> frozenset[int]:
    """Countries that a voice or a force is named by, where nothing happens: "the French envoy to Iraq", "UK-based"."""
    sources = sorted({(said.source.start, said.source.end) for said in found.statements if said.source})
    starts = [start for start, _ in sources]
    homes = set()
    for index, place in enumerate(found.places):
        if place.spot is None or place.spot.kind != "country":
            continue
        at = bisect_right(starts, place.anchor.start) - 1
        hyphened = page.report.body[place.anchor.end : place.anchor.end + 1] == "-"
        if hyphened or (at >= 0 and place.anchor.end <= sources[at][1]):
            homes.add(index)
    return frozenset(homes)
