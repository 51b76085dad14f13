"""Claims: everything a report says, each with the chain of voices that carries it and how surely each holds it.

The rule table stands in `lexicons/claims.toml`. A claim is as sure as its weakest word: "the office said it had reports
of 82 killed" is possible to the office, never certain; and the outlet that passes it on holds nothing of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from accordingto.read.factualities import ORDER, FactualityWords, held_along, negated, weakest
from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_outer
from accordingto.read.proportions import ProportionWords, find_proportions
from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Stance
from accordingto.terms.claims import Claim, ClaimKind, Factuality, Proportion
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

HIDDEN = ""  # the name of a first voice that the report does not give


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What hedges, acts and statuses do to a claim, and how parts of a place are told."""

    factualities: FactualityWords
    proportions: ProportionWords

    @classmethod
    def load(cls) -> "ClaimWords":
        table = load_lexicon("claims")
        return cls(FactualityWords.of(table), ProportionWords.of(table["proportions"]))


def read_claims(reading: Reading, lexicon: ClaimWords) -> tuple[Claim, ...]:
    """A claim for every statement, event, figure, blame and announcement, list by list."""
    voices, outer = _voices(reading), find_outer(reading.statements)
    parts = find_proportions(reading.report, lexicon.proportions)
    words = lexicon.factualities
    return tuple(_claim(reading, item, voices, outer, parts, words) for item in _items(reading, words))


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing said: `limit` is the most that its own kind and status let it be."""

    kind: ClaimKind
    index: int
    anchor: Anchor
    statement: int | None
    limit: Factuality = Factuality.CERTAIN


def _items(reading: Reading, lexicon: FactualityWords) -> Iterator[_Item]:
    status = {n: lexicon.statuses.get(event.status, Factuality.CERTAIN) for n, event in enumerate(reading.events)}
    for n, said in enumerate(reading.statements):
        yield _Item(ClaimKind.STATEMENT, n, said.content, n)
    for n, event in enumerate(reading.events):
        yield _Item(ClaimKind.EVENT, n, event.trigger, event.statement, status[n])
    for n, figure in enumerate(reading.figures):
        # A count of people to be moved is as unsure as the plan; a count of a denied event is denied by its statement.
        limit = status.get(figure.event, Factuality.CERTAIN) if figure.event is not None else Factuality.CERTAIN
        unsure = limit if limit in ORDER else Factuality.CERTAIN
        yield _Item(ClaimKind.FIGURE, n, figure.anchor, figure.statement, unsure)
    for n, blame in enumerate(reading.blame):
        limit = Factuality.CERTAINLY_NOT if blame.stance is Stance.DENIES else Factuality.CERTAIN
        yield _Item(ClaimKind.BLAME, n, blame.actor, blame.by, limit)
    for n, coming in enumerate(reading.announcements):
        yield _Item(ClaimKind.COMMITMENT, n, coming.what, coming.statement, lexicon.coming)


def _voices(reading: Reading) -> dict[Anchor, str]:
    """The fullest name of the voice behind each mention."""
    return {mention: entity.name for entity in reading.entities for mention in entity.mentions}


def _claim(
    reading: Reading,
    item: _Item,
    voices: Mapping[Anchor, str],
    outer: Sequence[tuple[int, ...]],
    parts: Sequence[Proportion],
    lexicon: FactualityWords,
) -> Claim:
    numbers = () if item.statement is None else (item.statement, *outer[item.statement])
    carriers = tuple(reading.statements[n] for n in numbers)
    chain = (*(_chain(reading, carriers[0], voices) if carriers else ()), reading.report.outlet)
    value = _factuality(reading, item, carriers, lexicon)
    return Claim(
        item.kind,
        item.index,
        item.anchor,
        chain,
        value,
        next((said.hedge for said in carriers if said.hedge), None),
        item.statement,
        held_along(value, len(chain), carriers, lexicon),
        _quantity(reading, item, parts),
    )


def _factuality(reading: Reading, item: _Item, carriers: Sequence[Attribution], lexicon: FactualityWords) -> Factuality:
    """How surely the first voice holds it: the least sure of all that applies, or its opposite where it is denied."""
    whole = item.kind in (ClaimKind.STATEMENT, ClaimKind.COMMITMENT)
    near = () if item.kind is ClaimKind.STATEMENT else lexicon.near(reading.report.body, item.anchor)
    limit = item.limit if item.limit in ORDER else Factuality.CERTAIN
    told = (value for said in carriers for value in lexicon.told_by(said, as_a_whole=whole))
    value = weakest((limit, *near, *told))
    # Events and blame carry their own denial, which is not to be taken twice.
    by_cue = bool(carriers) and item.kind not in (ClaimKind.EVENT, ClaimKind.BLAME) and lexicon.denies(carriers[0])
    return negated(value) if item.limit is Factuality.CERTAINLY_NOT or by_cue else value


def _chain(reading: Reading, said: Attribution, voices: Mapping[Anchor, str]) -> Iterator[str]:
    """The first voice and the links it came through, outwards."""
    if said.entity is not None:
        yield reading.entities[said.entity].name
    else:
        yield voices.get(said.source, said.source.exact) if said.source else HIDDEN
    for link in said.via:
        yield voices.get(link, link.exact)


def _quantity(reading: Reading, item: _Item, parts: Sequence[Proportion]) -> Proportion | None:
    """The part of a place that a statement tells of, or that stands in one sentence with an event."""
    if item.kind is ClaimKind.STATEMENT:
        return next((part for part in parts if item.anchor.holds(part.anchor)), None)
    if item.kind is not ClaimKind.EVENT:
        return None
    return next((part for part in parts if _beside(reading.report.body, item.anchor, part.anchor)), None)


def _beside(body: str, one: Anchor, other: Anchor) -> bool:
    """Whether no sentence ends between them."""
    first, second = sorted((one, other), key=lambda anchor: anchor.start)
    return not any(end in body[first.end : second.start] for end in (". ", "\n", "? ", "! "))
