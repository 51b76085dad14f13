"""Links: which statement carries a figure, and which event it belongs to."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.read.namings import Naming, triggers_of
from accordingto.read.sentences import Page
from accordingto.terms.attributions import Attribution
from accordingto.terms.events import Event, EventType
from accordingto.terms.figures import Figure, Harm
from accordingto.terms.spans import Anchor

ASSAULTS = frozenset({EventType.ASSAULT})
SUFFERED = frozenset({Harm.KILLED, Harm.INJURED, Harm.DISPLACED})
WAR_TOLL = 10_000  # no single incident of these reports kills so many
DEEPEST = 8  # statements within statements that are looked at; people nest two or three
HARMFUL = frozenset({EventType.ASSAULT, EventType.COERCE})
# The kinds of event that do each harm, in the codebook's words.
DOERS: dict[Harm, frozenset[EventType]] = {
    Harm.EVACUATED: frozenset({EventType.RETREAT}),
    Harm.DISPLACED: frozenset({EventType.ASSAULT, EventType.RETREAT}),
    Harm.TRAPPED: frozenset({EventType.ASSAULT, EventType.COERCE}),
    Harm.BESIEGED: frozenset({EventType.COERCE}),
    Harm.DETAINED: frozenset({EventType.COERCE}),
    Harm.SURRENDERED: frozenset({EventType.COERCE, EventType.RETREAT}),
}

# Who is trapped while a town is shelled was not trapped by the shells, unless one sentence tells both.
AS_MAIN = {**DOERS, Harm.TRAPPED: frozenset({EventType.COERCE})}


def find_carriers(anchors: Iterable[Anchor], statements: Sequence[Attribution]) -> list[int | None]:
    """For each anchor, in reading order, the shortest statement that has it in its content."""
    spans = sorted(
        (span.start, span.end, sum(map(len, said.content.spans)), number)
        for number, said in enumerate(statements)
        for span in said.content.spans
    )
    carriers: list[int | None] = []
    open_spans: list[tuple[int, int, int, int]] = []
    at = 0
    for anchor in anchors:
        while at < len(spans) and spans[at][0] <= anchor.start:
            open_spans.append(spans[at])
            at += 1
        open_spans = [span for span in open_spans if span[1] > anchor.start]
        holding = [(length, number) for _, end, length, number in open_spans if anchor.end <= end]
        carriers.append(min(holding)[1] if holding else None)
    return carriers


def find_events_of(
    figures: Sequence[Figure], events: Sequence[Event], namings: Sequence[Naming], page: Page
) -> list[int | None]:
    """For each figure, in reading order, the event that did it: one told in its sentence, else the report's own."""
    coded = [naming for naming in namings if naming.event is not None]
    told = {doers: _Told.of(triggers_of(events), doers, page) for doers in DOERS.values()}
    # "The attack", "that raid": an assault is named again wherever its dead are counted.
    told[ASSAULTS] = _Told.of(coded, ASSAULTS, page)
    found: list[int | None] = []
    for figure in figures:
        if figure.part_of is not None and figure.part_of < len(found):
            found.append(found[figure.part_of])
        else:
            naming = told[DOERS.get(figure.harm, ASSAULTS)].nearest(figure.anchor)
            found.append(naming.event if naming else None)
    mains = {doers: _first_main(events, doers) for doers in {ASSAULTS, *AS_MAIN.values()}}
    tolls = _war_tolls(figures)
    return [
        mains[AS_MAIN.get(figure.harm, ASSAULTS)] if event is None and number not in tolls else event
        for number, (figure, event) in enumerate(zip(figures, found, strict=True))
    ]


def _war_tolls(figures: Sequence[Figure]) -> frozenset[int]:
    """Counts of those whom a whole war killed, hurt or drove away, with their parts: no single event did that."""
    tolls: set[int] = set()
    for number, figure in enumerate(figures):
        of_war = figure.harm in SUFFERED and (figure.low or 0) >= WAR_TOLL
        if of_war or figure.part_of in tolls:
            tolls.add(number)
    return frozenset(tolls)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words that name events of some kinds, in reading order, and where sentences start."""

    namings: list[Naming]
    starts: list[int]
    sentences: list[int]

    @classmethod
    def of(cls, namings: Sequence[Naming], kinds: frozenset[EventType], page: Page) -> "_Told":
        told = sorted((one for one in namings if one.type in kinds), key=lambda one: one.start)
        return cls(told, [one.start for one in told], [sentence.start for sentence in page.sentences])

    def nearest(self, anchor: Anchor) -> Naming | None:
        """What the closest of these words in the same sentence names."""
        at = bisect_left(self.starts, anchor.start)
        sentence = bisect_right(self.sentences, anchor.start)
        beside = self.namings[max(0, at - 1) : at + 1]
        same = [one for one in beside if bisect_right(self.sentences, one.start) == sentence]
        return min(same, key=lambda one: abs(one.start - anchor.start), default=None)


def _first_main(events: Sequence[Event], doers: frozenset[EventType]) -> int | None:
    """The first main event of these kinds."""
    return next((n for n, told in enumerate(events) if told.main and told.type in doers), None)


def nearest_events(
    anchors: Sequence[Anchor], events: Sequence[Event], namings: Sequence[Naming], page: Page
) -> list[int | None]:
    """For each anchor the closest event of its sentence that can harm people; without one, the report's main one.

    Where the sentence only names what is not coded ("has claimed previous bombings"), it is none of the report's.
    """
    told = _Told.of(namings, HARMFUL, page)
    harmful = [n for n, event in enumerate(events) if event.type in HARMFUL]
    main = next((n for n in harmful if events[n].main), harmful[0] if harmful else None)
    nearest = (told.nearest(anchor) for anchor in anchors)
    return [naming.event if naming else main for naming in nearest]


def find_speakers(anchors: Iterable[Anchor], statements: Sequence[Attribution]) -> list[int | None]:
    """For each anchor the statement of which it is the source."""
    sources = sorted((said.source.start, said.source.end, n) for n, said in enumerate(statements) if said.source)
    found: list[int | None] = []
    for anchor in anchors:
        at = bisect_right(sources, (anchor.end, 0, 0)) - 1
        found.append(sources[at][2] if at >= 0 and sources[at][1] > anchor.start else None)
    return found


def find_outer(statements: Sequence[Attribution]) -> list[tuple[int, ...]]:
    """For each statement those that have all of its content inside theirs, nearest first."""
    order = sorted(range(len(statements)), key=lambda n: (statements[n].content.start, -statements[n].content.end))
    outer: list[tuple[int, ...]] = [()] * len(statements)
    open_ones: list[int] = []
    for number in order:
        content = statements[number].content
        open_ones = [n for n in open_ones if statements[n].content.end > content.start][-DEEPEST:]
        outer[number] = tuple(
            n for n in reversed(open_ones) if statements[n].content != content and statements[n].content.holds(content)
        )
        open_ones.append(number)
    return outer
