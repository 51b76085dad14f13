"""Factualities: what hedges, cues, acts and statuses do to how surely something is held (FactBank's values)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from accordingto.terms.attributions import Act, Attribution
from accordingto.terms.claims import Factuality
from accordingto.terms.events import Status
from accordingto.terms.spans import Anchor

ORDER = (Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE, Factuality.KNOWN, Factuality.UNCERTAIN)
OPPOSITE = {
    Factuality.CERTAIN: Factuality.CERTAINLY_NOT,
    Factuality.PROBABLE: Factuality.PROBABLY_NOT,
    Factuality.POSSIBLE: Factuality.POSSIBLY_NOT,
}
NEAR = 60  # characters before something told in which a word that holds it back stands, within the same clause
CLAUSE = re.compile(r"[.;:!?\n\"“”]")
Wordings = tuple[tuple[re.Pattern[str], Factuality], ...]


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """What hedges, cues, acts and statuses do."""

    hedges: Wordings
    cues: Wordings
    beside: Wordings
    unlisted: Factuality
    acts: Mapping[Act, Factuality]
    statuses: Mapping[Status, Factuality]
    hidden: Factuality
    coming: Factuality
    denying: AbstractSet[str]
    conditions: re.Pattern[str]
    questions: re.Pattern[str]
    knowing: re.Pattern[str]
    factive: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "FactualityWords":
        opens = table["open"]
        return cls(
            hedges=_wordings(table["hedges"]),
            cues=_wordings(table["cues"]),
            beside=_wordings(table["near"]),
            unlisted=Factuality(table["unlisted"]["value"]),
            acts={Act(act): Factuality(value) for act, value in table["acts"].items()},
            statuses={Status(status): Factuality(value) for status, value in table["statuses"].items()},
            hidden=Factuality(table["limits"]["hidden"]),
            coming=Factuality(table["limits"]["coming"]),
            denying=frozenset(table["denying"]["cues"]),
            conditions=_any_of(opens["conditions"]),
            questions=_any_of(opens["questions"]),
            knowing=_any_of(opens["knowing"]),
            factive=_any_of(table["factive"]["cues"]),
        )

    def told_by(self, said: Attribution, *, as_a_whole: bool) -> Iterator[Factuality]:
        """What a statement does to what it carries; only what is told `as_a_whole` takes on its act and condition."""
        if said.source is None:
            yield self.hidden
        if said.hedge is not None:
            yield _of_hedge(said.hedge.exact, self.hedges, self.unlisted)
        if said.cue is not None:
            yield from _told(said.cue.exact, self.cues)
        if as_a_whole:
            yield self.acts.get(said.act, Factuality.CERTAIN)
            yield from self._of_question(said)

    def near(self, body: str, anchor: Anchor) -> Iterator[Factuality]:
        """What the words right before something told do to it: "is feared to have killed 30"."""
        before = CLAUSE.split(body[max(0, anchor.start - NEAR) : anchor.start])[-1]
        if self.knowing.search(before):
            yield Factuality.KNOWN
        else:
            yield from _told(before, self.beside)

    def denies(self, said: Attribution) -> bool:
        """Whether its cue says that what it carries is not so."""
        return said.cue is not None and any(word in self.denying for word in said.cue.exact.lower().split())

    def gives_away(self, said: Attribution) -> bool:
        """Whether whoever passes it on holds it for true by the cue he chose: "admitted"."""
        return said.cue is not None and self.factive.search(said.cue.exact) is not None

    def _of_question(self, said: Attribution) -> Iterator[Factuality]:
        """A condition or a question asserts nothing; who knows the answer is certain of what the words do not tell."""
        words = f"{said.cue.exact if said.cue else ''} {said.content.exact}"
        if self.knowing.search(words):
            yield Factuality.KNOWN
        elif self.questions.match(said.content.exact) or self.conditions.search(said.content.exact):
            yield Factuality.UNCERTAIN


def weakest(values: Iterable[Factuality]) -> Factuality:
    """The least sure of them."""
    return max(values, key=ORDER.index, default=Factuality.CERTAIN)


def negated(value: Factuality) -> Factuality:
    """The same with its opposite: what is denied stays as sure as the denial."""
    return OPPOSITE.get(value, value)


def held_along(
    value: Factuality, length: int, carriers: Sequence[Attribution], lexicon: FactualityWords
) -> tuple[Factuality, ...]:
    """How surely each of a chain of voices holds what the first one holds with this `value`.

    Whoever passes it on commits himself to nothing, unless his verb gives away that he holds it for true.
    """
    if length == 1:
        return (value,)
    gives_away = value is Factuality.CERTAIN and lexicon.gives_away(carriers[0])
    outlet = Factuality.CERTAIN if gives_away else Factuality.UNCERTAIN
    return (value, *[Factuality.UNCERTAIN] * (length - 2), outlet)


def _wordings(table: Mapping[str, list[str]]) -> Wordings:
    return tuple((_any_of(words), Factuality(value)) for value, words in table.items())


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in words) + r")\b", re.IGNORECASE)


def _told(words: str, wordings: Wordings) -> Iterator[Factuality]:
    return (value for pattern, value in wordings if pattern.search(words))


def _of_hedge(words: str, hedges: Wordings, unlisted: Factuality) -> Factuality:
    """The weakest value whose words stand in the hedge."""
    return max(_told(words, hedges), key=ORDER.index, default=unlisted)
