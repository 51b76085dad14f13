"""Voices: where a claim first came from, and the hops it came by to the page."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from accordingto.reconcile.arms import state_behind
from accordingto.reconcile.bodies import medium_named
from accordingto.reconcile.borrowings import Borrowing, Wordings, choose
from accordingto.reconcile.camps import Camps, camps_of
from accordingto.reconcile.copies import copy_roots
from accordingto.reconcile.credits import Credit, find_credit, find_eyewitness
from accordingto.reconcile.deputies import find_principals, find_wholes, one_key_each
from accordingto.reconcile.houses import GENERAL, Houses, houses_of
from accordingto.reconcile.parties import homes_of, side_of
from accordingto.reconcile.retellings import ECHOES, Claimed, Retelling, find_retellings
from accordingto.reconcile.speakers import Speaker, find_speakers
from accordingto.reconcile.stretches import find_stretches
from accordingto.terms.attributions import Attribution
from accordingto.terms.casts import Cast
from accordingto.terms.claims import ClaimKind
from accordingto.terms.findings import Copy, Hop
from accordingto.terms.readings import Reading
from accordingto.terms.reports import UNKNOWN_OUTLET, Report

Found = TypeVar("Found")

WORD_FOR_WORD = "the same words stand in another report, which says whose they are"
NO_OUTLET = "an outlet that is not named"


@dataclass(frozen=True, slots=True)
class Voice:
    """The first voice of a claim: `kind` is source, outlet or agency; `links` are the keys of all who speak with it.

    `key` is the body's for whoever speaks for one (`deputy`); `name` stays as the report has it. `way` are the keys of
    what it came by: the text, the page's outlet, the agencies and other media that passed it on.
    """

    key: str
    name: str
    kind: str
    hops: tuple[Hop, ...]
    links: frozenset[str]
    side: str | None
    named: bool = True
    hidden: bool = False
    deputy: bool = False
    way: frozenset[str] = frozenset()

    @property
    def called(self) -> str:
        return within_sentence(self.name)

    @property
    def chain(self) -> tuple[str, ...]:
        return tuple(hop.name for hop in self.hops)

    def independent_of(self, other: "Voice") -> bool:
        """Whether no body, text, outlet or agency stands in both chains. A hidden voice may be anybody's."""
        return not (self.hidden or other.hidden or self.shared_with(other))

    def shared_with(self, other: "Voice") -> frozenset[str]:
        """The keys of what stands in both chains."""
        return (self.links | self.way) & (other.links | other.way)


def within_sentence(name: str) -> str:
    """The name inside a sentence: "the army" for "The army"; an outlet that nobody named is called so."""
    if name == UNKNOWN_OUTLET:
        return NO_OUTLET
    article, space, rest = name.partition(" ")
    return f"{article.lower()} {rest}" if space and article in ("The", "A", "An") else name


class _Lazily(Mapping[str, Found]):
    """What is found of each report, found when it is first asked for: of many nobody asks."""

    def __init__(self, names: Collection[str], find: Callable[[str], Found]) -> None:
        self._names = names
        self._find = find
        self._found: dict[str, Found] = {}

    def __getitem__(self, report_id: str) -> Found:
        if report_id not in self._names:
            raise KeyError(report_id)
        if report_id not in self._found:
            self._found[report_id] = self._find(report_id)
        return self._found[report_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class Voices:
    """Whose words each report passes on: knows copies and credits, so that a reprint is nobody's second voice.

    `sided` where the case's cast names sides: then nobody stands on any other. `roots` tell of each report which one
    stands for its text, `stretches` which of its figures run over more than one incident. `houses` are the cast's.
    """

    readings: Mapping[str, Reading]
    own: Mapping[str, Voice]
    speakers: Mapping[str, tuple[Speaker, ...]]
    counted_as: Mapping[str, str]
    homes: Mapping[str, str | None]
    sided: bool = False
    roots: Mapping[str, str] = field(default_factory=dict)
    camps: Camps = field(default_factory=Camps)
    stretches: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    retold: Mapping[str, Mapping[Claimed, Retelling]] = field(default_factory=dict)
    wordings: Wordings = field(default_factory=lambda: Wordings({}))
    houses: Houses = GENERAL
    _voices: dict[tuple[str, int], Voice] = field(default_factory=dict)
    _claims: dict[tuple[str, ClaimKind, int], Voice] = field(default_factory=dict)

    @classmethod
    def of(cls, readings: Iterable[Reading], copies: Sequence[Copy], cast: Cast | None = None) -> "Voices":
        by_id = {reading.report.id: reading for reading in readings}
        roots, sided = copy_roots(by_id, copies), any(actor.side for actor in cast.actors) if cast else False
        homes, camps = homes_of(tuple(by_id.values())), camps_of(cast) if cast and sided else Camps()
        houses = houses_of(cast)
        speakers = {name: find_speakers(r, roots[name], homes[name], houses) for name, r in by_id.items()}
        counted_as = one_key_each(find_principals(found) for found in speakers.values())
        own = _own_voices(by_id, roots, houses)
        own = _with_sides(own, camps) if sided else own
        stretches = _Lazily(by_id, lambda name: find_stretches(by_id[name]))
        retold = _Lazily(by_id, lambda n: find_retellings(by_id[n], _counted(speakers[n], counted_as), homes[n]))
        return cls(
            by_id, own, speakers, counted_as, homes, sided, roots, camps, stretches, retold, Wordings(by_id), houses
        )

    def voice(self, report_id: str, statement: int | None) -> Voice:
        """Who is behind statement number `statement` of a report, or behind its own words."""
        reading = self.readings[report_id]
        if statement is None or statement >= len(reading.statements):
            return self.own[report_id]
        if (report_id, statement) not in self._voices:
            self._voices[report_id, statement] = self._said(reading, statement)
        return self._voices[report_id, statement]

    def claim_voice(self, report_id: str, kind: ClaimKind, number: int) -> Voice:
        """Who is behind event, figure or blame number `number` of a report, also where its own words retell a source's,
        or stand in another report that says whose they are."""
        if (report_id, kind, number) not in self._claims:
            self._claims[report_id, kind, number] = self._claimed(report_id, kind, number)
        return self._claims[report_id, kind, number]

    def _claimed(self, report_id: str, kind: ClaimKind, number: int) -> Voice:
        statement = self.told_by(report_id, kind, number)
        voice = self.voice(report_id, statement)
        if statement is None and (other := self._borrowed(report_id, (kind, number))):
            return self._taken_over(voice, other, kind)
        if statement is None and kind is ClaimKind.FIGURE and self._is_added(report_id, number):
            return self._page_voice(self.readings[report_id].report)
        retold = self.retold.get(report_id, {}).get((kind, number))
        return _noted(voice, voice.hops[-1], retold.why) if retold else voice

    def _is_added(self, report_id: str, figure: int) -> bool:
        """Whether a copy of another text gives a number that this does not: it was put in by whoever copied."""
        root, credit = self.root(report_id), self.own[report_id].hops[0].anchor
        if root == report_id or root not in self.readings or (credit and credit.report_id == report_id):
            return False
        mine, told = self.readings[report_id].figures[figure], self.readings[root].figures
        return not any((mine.harm, mine.low or mine.high) == (other.harm, other.low or other.high) for other in told)

    def _page_voice(self, report: Report) -> Voice:
        """The voice of an outlet for what its page alone has."""
        own = _own_voice(report.outlet, report, None, {}, self.houses)
        own = replace(own, way=own.way | self.own[report.id].way)
        return replace(own, side=self.camps.side_of_name(own.name)) if self.sided else own

    def _borrowed(self, report_id: str, claimed: Claimed) -> Borrowing | None:
        """The report that the words around a claim are from; None where they are its own.

        An agency's text is nobody else's, but what it says in one text it may give to a source in another.
        """
        kind, own = claimed[0], self.own[report_id].kind == "agency"
        return choose(
            self.wordings.borrowed(report_id, claimed),
            lambda one: one.number is not None and self.told_by(one.report_id, kind, one.number) is not None,
            lambda other: not own and self.own[other].kind == "agency",
        )

    def _taken_over(self, page: Voice, borrowed: Borrowing, kind: ClaimKind) -> Voice:
        if borrowed.number is None:
            voice = self.own[borrowed.report_id]
        else:
            voice = self.claim_voice(borrowed.report_id, kind, borrowed.number)
        by_way = replace(voice, hops=(*voice.hops, page.hops[-1]), way=voice.way | page.way)
        return _noted(by_way, page.hops[-1], WORD_FOR_WORD)

    def told_by(self, report_id: str, kind: ClaimKind, number: int) -> int | None:
        """The statement that tells a claim, carrying it or retold by the report; None for the report's own claims."""
        retold = self.retold.get(report_id, {}).get((kind, number))
        return retold.statement if retold else statement_of(self.readings[report_id], kind, number)

    def is_echo(self, report_id: str, figure: int) -> bool:
        """Whether a figure only tells again, in the report's own words, a count that its source gives there too."""
        retold = self.retold.get(report_id, {}).get((ClaimKind.FIGURE, figure))
        return retold is not None and retold.why in ECHOES

    def _said(self, reading: Reading, statement: int) -> Voice:
        said, own = reading.statements[statement], self.own[reading.report.id]
        speakers = self.speakers[reading.report.id]
        speaker = speakers[statement]
        key = self.counted_as.get(speaker.key, speaker.key)
        links = tuple(Hop(link.exact, link) for link in said.via)
        through = {f"outlet:{agency}" for link in links if (agency := self.houses.named(link.name))}
        return Voice(
            key,
            speaker.name,
            "source",
            (Hop(speaker.name, said.source), *links, *own.hops),
            _with_states({key, speaker.key} | find_wholes(speaker, speakers) | speaker.members),
            self._side(reading, said, speaker),
            named=speaker.named,
            hidden=speaker.hidden,
            deputy=speaker.deputy or key != speaker.key,
            way=own.way | through | {f"via:{name}" for link in said.via if (name := medium_named(link.exact))},
        )

    def _side(self, reading: Reading, said: Attribution, speaker: Speaker) -> str | None:
        """The side that the case's cast gives the voice; where it names none at all, the one that its words tell."""
        if self.sided:
            return reading.entities[said.entity].side if said.entity is not None else None
        return side_of(speaker.name, self.homes[reading.report.id])

    def side_named(self, report_id: str, words: str) -> str | None:
        """The side of whom these words of a report name: by the cast, or where that names none, by the words."""
        return self.camps.side_of(words) if self.sided else side_of(words, self.homes[report_id])

    def root(self, report_id: str) -> str:
        """The report that stands for this one's text: itself, unless it reprints another."""
        return self.roots.get(report_id, report_id)


def _noted(voice: Voice, page: Hop, why: str) -> Voice:
    """The voice with the reason why it is held to stand behind the page's own words."""
    return replace(voice, hops=(*voice.hops[:-1], replace(page, note=why)))


def statement_of(reading: Reading, kind: ClaimKind, number: int) -> int | None:
    """The statement that carries a claim; None where the report says it in its own voice."""
    if kind is ClaimKind.EVENT:
        return reading.events[number].statement
    return reading.figures[number].statement if kind is ClaimKind.FIGURE else reading.blame[number].by


def _counted(speakers: Iterable[Speaker], counted_as: Mapping[str, str]) -> tuple[Speaker, ...]:
    """The speakers under the keys that they are counted by in the whole case."""
    return tuple(replace(one, key=counted_as.get(one.key, one.key)) for one in speakers)


def _with_sides(own: Mapping[str, Voice], camps: Camps) -> dict[str, Voice]:
    """Each outlet's voice with the side that the cast gives the outlet."""
    return {name: replace(voice, side=camps.side_of_name(voice.name)) for name, voice in own.items()}


def _own_voices(readings: Mapping[str, Reading], roots: Mapping[str, str], houses: Houses) -> dict[str, Voice]:
    """Each report's own voice: the wire that it or a report of the same text credits, else the first to print it."""
    outlets = {reading.report.outlet for reading in readings.values()}
    called = {houses.key(outlet): outlet for outlet in sorted(outlets)}
    credits = {
        name: find_credit(reading.report, outlets, houses) or find_eyewitness(reading.report, houses)
        for name, reading in readings.items()
    }
    shared: dict[str, Credit] = {}
    for name in sorted(readings, key=lambda name: (name != roots[name], name)):
        if credit := credits[name]:
            shared.setdefault(roots[name], credit)
    firsts = {name: readings[roots[name]].report for name in readings}
    wires = {name: credits[name] or shared.get(roots[name]) for name in readings}
    return {
        name: _own_voice(r.report.outlet, firsts[name], wires[name], called, houses) for name, r in readings.items()
    }


def _own_voice(outlet: str, first: Report, wire: Credit | None, called: Mapping[str, str], houses: Houses) -> Voice:
    page, way = Hop(outlet, None), _way(outlet, first, wire, houses)
    if wire and wire.house != houses.key(outlet):
        # By the name under which the house publishes in the case: its wire and its page are one voice.
        key, name = f"outlet:{wire.house}", called.get(wire.house, wire.anchor.exact)
        hops = (Hop(name, wire.anchor, wire.why), page)
        return Voice(key, name, "agency", hops, _with_states({key}), None, way=way)
    source = (page,) if first.outlet == outlet else (Hop(first.outlet, None), page)
    house = f"outlet:{houses.key(first.outlet)}"
    # Two pages whose outlet nobody named are not known to be one outlet's, nor to be two's.
    key = f"outlet:{first.id}" if first.outlet == UNKNOWN_OUTLET else house
    return Voice(key, first.outlet, "outlet", source, _with_states({house}), None, way=way)


def _with_states(keys: Iterable[str]) -> frozenset[str]:
    """The keys with those of the states whose army, ministry or broadcaster they are: no arm bears out another."""
    known = frozenset(keys)
    return known | {state for key in known if (state := state_behind(key))}


def _way(outlet: str, first: Report, wire: Credit | None, houses: Houses) -> frozenset[str]:
    """The text of a page, its outlet, the first to print it and the wire; an outlet that nobody named is none."""
    named = {name for name in (outlet, first.outlet) if name != UNKNOWN_OUTLET}
    agency = {wire.house} if wire else set()
    return frozenset({f"text:{first.id}", *(f"outlet:{house}" for house in {houses.key(n) for n in named} | agency)})
