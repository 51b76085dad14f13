"""Claims: everything a report says, each with the chain of voices that carries it and how surely it is held.

The rule table stands in `lexicons/claims.toml`. A claim is as sure as its weakest word: "the office said it had reports
of 82 killed" is possible, never certain, whoever passes it on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from accordingto.read.lexicons import load_lexicon
from accordingto.read.links import find_outer
from accordingto.read.quantities import quantity_pattern, read_quantities
from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.blame import Stance
from accordingto.terms.claims import Claim, ClaimKind, Factuality
from accordingto.terms.events import Status
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Anchor

HIDDEN = ""  # the name of a first voice that the report does not give
ORDER = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """What hedges, acts and statuses do to a claim."""

    hedges: tuple[tuple[re.Pattern[str], Factuality], ...]
    unlisted: Factuality
    acts: Mapping[Act, Factuality]
    statuses: Mapping[Status, Factuality]
    hidden: Factuality
    coming: Factuality
    denying: frozenset[str]
    quantities: re.Pattern[str]

    @classmethod
    def load(cls) -> "ClaimWords":
        table = load_lexicon("claims")
        return cls(
            tuple((_any_of(words), Factuality(value)) for value, words in table["hedges"].items()),
            Factuality(table["unlisted"]["value"]),
            {Act(act): Factuality(value) for act, value in table["acts"].items()},
            {Status(status): Factuality(value) for status, value in table["statuses"].items()},
            Factuality(table["limits"]["hidden"]),
            Factuality(table["limits"]["coming"]),
            frozenset(table["denying"]["cues"]),
            quantity_pattern(),
        )


def _any_of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def read_claims(reading: Reading, lexicon: ClaimWords) -> tuple[Claim, ...]:
    """A claim for every statement, event, figure, blame and announcement, list by list."""
    voices, outer = _voices(reading), find_outer(reading.statements)
    quantities = read_quantities(reading, lexicon.quantities)
    claims = (_claim(reading, item, voices, outer, lexicon) for item in _items(reading, lexicon))
    return tuple(replace(claim, quantity=quantities.get((claim.kind, claim.index))) for claim in claims)


@dataclass(frozen=True, slots=True)
class _Item:
    """One thing said: `limit` is the most that its own kind and status let it be."""

    kind: ClaimKind
    index: int
    anchor: Anchor
    statement: int | None
    limit: Factuality = Factuality.CERTAIN


def _items(reading: Reading, lexicon: ClaimWords) -> Iterator[_Item]:
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
    reading: Reading, item: _Item, voices: Mapping[Anchor, str], outer: Sequence[tuple[int, ...]], lexicon: ClaimWords
) -> Claim:
    if item.statement is None:
        value = _weakest(item, (), lexicon)
        return Claim(item.kind, item.index, item.anchor, (reading.report.outlet,), value, None, None)
    carriers = [reading.statements[n] for n in (item.statement, *outer[item.statement])]
    chain = (*_chain(reading, carriers[0], voices), reading.report.outlet)
    hedge = next((said.hedge for said in carriers if said.hedge), None)
    value = _weakest(item, carriers, lexicon)
    return Claim(item.kind, item.index, item.anchor, chain, value, hedge, item.statement)


def _chain(reading: Reading, said: Attribution, voices: Mapping[Anchor, str]) -> Iterator[str]:
    """The first voice and the links it came through, outwards."""
    if said.entity is not None:
        yield reading.entities[said.entity].name
    else:
        yield voices.get(said.source, said.source.exact) if said.source else HIDDEN
    for link in said.via:
        yield voices.get(link, link.exact)


def _weakest(item: _Item, carriers: Sequence[Attribution], lexicon: ClaimWords) -> Factuality:
    """The least sure of all that applies; what is denied stays denied, surely or only probably."""
    values = [item.limit] if item.limit in ORDER else []
    values += [value for said in carriers for value in _of_statement(item.kind, said, lexicon)]
    weakest = max(values, key=ORDER.index, default=Factuality.CERTAIN)
    denied = item.limit is Factuality.CERTAINLY_NOT or (bool(carriers) and _denies(item, carriers[0], lexicon))
    if not denied or weakest is Factuality.UNCERTAIN:
        return weakest
    return Factuality.CERTAINLY_NOT if weakest is Factuality.CERTAIN else Factuality.PROBABLY_NOT


def _denies(item: _Item, said: Attribution, lexicon: ClaimWords) -> bool:
    """Whether the cue denies it. Events and blame carry their own denial, which is not to be taken twice."""
    if said.cue is None or item.kind in (ClaimKind.EVENT, ClaimKind.BLAME):
        return False
    return any(word in lexicon.denying for word in said.cue.exact.lower().split())


def _of_statement(kind: ClaimKind, said: Attribution, lexicon: ClaimWords) -> Iterator[Factuality]:
    if said.source is None:
        yield lexicon.hidden
    if said.hedge is not None:
        yield _of_hedge(said.hedge.exact, lexicon)
    if kind in (ClaimKind.STATEMENT, ClaimKind.COMMITMENT):
        # What a statement does as a whole; an event told inside it has a status of its own.
        yield lexicon.acts.get(said.act, Factuality.CERTAIN)


def _of_hedge(words: str, lexicon: ClaimWords) -> Factuality:
    """The weakest value whose words stand in the hedge."""
    found = [value for pattern, value in lexicon.hedges if pattern.search(words)]
    return max(found, key=ORDER.index, default=lexicon.unlisted)
