"""Codings: rounds in which people judge the same finds without seeing each other's answers."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import FIELDS
from accordingto.terms.ids import content_id, speakable
from accordingto.terms.items import Item
from accordingto.terms.reviews import Verdict

# Whom a name means is worked out from the cast, not read off the words: coders judge the words.
CODED: Mapping[ClaimKind, tuple[str, ...]] = {
    kind: tuple(field for field in fields if field != "entity") for kind, fields in FIELDS.items()
}
"""The fields of each kind of find that coders judge."""
OF_CODERS = (Verdict.ACCEPT, Verdict.CORRECT, Verdict.REJECT)


@dataclass(frozen=True, slots=True)
class SampledItem:
    """A find drawn for a round: its item, and the reading in which it is number `number` of its kind.

    The reading is the reader's own at the hour of the draw, so that every coder sees the same, whatever is read anew.
    """

    item: Item
    reading_id: str
    number: int


@dataclass(frozen=True, slots=True)
class CodingRound:
    """A sample of finds that several coders judge, each without seeing the others' answers.

    `by_reports` says that whole reports were drawn. `confidence` says whether coders see how sure the reader was.
    """

    name: str
    kinds: tuple[ClaimKind, ...]
    coders: tuple[str, ...]
    seed: int
    by_reports: bool
    confidence: bool
    items: tuple[SampledItem, ...]
    author: str
    made_at: datetime
    reason: str

    @property
    def id(self) -> str:
        """The name is the round's own: a case has no two of one name."""
        return content_id("round", self.name)


@dataclass(frozen=True, slots=True)
class Code:
    """What one coder says of one item of a round: it is right, none, or says something else in these fields.

    `values` are the fields that differ from what the reader read, as JSON has them. An undo takes back the code whose
    id is `takes`. A code that is `final` is an adjudicator's; `picked` is the coder whose answer it takes over.
    """

    round_id: str
    item_id: str
    coder: str
    verdict: Verdict
    values: tuple[tuple[str, Any], ...]
    made_at: datetime
    reason: str
    takes: str | None = None
    final: bool = False
    picked: str | None = None

    @property
    def id(self) -> str:
        said = json.dumps([list(pair) for pair in self.values], ensure_ascii=False)
        place = (self.round_id, self.item_id, self.coder, self.final)
        return content_id("code", *place, self.verdict, said, self.made_at.isoformat(), self.takes)

    @property
    def spoken(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)

    def outcome(self, read: Mapping[str, Any]) -> dict[str, Any] | None:
        """Every coded field as the coder leaves it; None where the find is none."""
        return None if self.verdict is Verdict.REJECT else {**read, **dict(self.values)}


def held_codes(made: Iterable[Code]) -> dict[tuple[str, str, bool], Code]:
    """By item, coder and whether it is final, the last code that is not taken back; in the order they were made."""
    made = tuple(made)
    taken = {code.takes for code in made if code.verdict is Verdict.UNDO}
    held: dict[tuple[str, str, bool], Code] = {}
    for code in made:
        if code.verdict in OF_CODERS and code.id not in taken:
            held.pop((code.item_id, code.coder, code.final), None)  # so that the last said comes last
            held[code.item_id, code.coder, code.final] = code
    return held


class StepKind(StrEnum):
    """What a step does to a round."""

    FINISH = "finish"
    RESUME = "resume"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class RoundStep:
    """A coder says that all is coded, or goes on after all; or the editor closes the round."""

    kind: StepKind
    author: str
    made_at: datetime
    reason: str


def finished(steps: Iterable[RoundStep]) -> frozenset[str]:
    """The coders who have said that they are done and have not gone on since."""
    last = {step.author: step.kind for step in steps if step.kind is not StepKind.CLOSE}
    return frozenset(author for author, kind in last.items() if kind is StepKind.FINISH)


def is_closed(steps: Iterable[RoundStep]) -> bool:
    """Whether the editor has closed the round: nobody codes in it any more."""
    return any(step.kind is StepKind.CLOSE for step in steps)


def is_blind(coders: Sequence[str], steps: Sequence[RoundStep]) -> bool:
    """Whether codes are still hidden: until the round is closed, or its last coder has finished."""
    return not is_closed(steps) and not finished(steps).issuperset(coders)


class Level(StrEnum):
    """The level of measurement: what may be asked of two values beside whether they are the same (Stevens 1946)."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far coders agree on one field: Krippendorff's alpha, and what it was worked out from.

    `alpha` is None where it is undefined, and `why` says why. `units` are the items that two or more coded, `pairs` the
    pairs of codes in them, `agreed` those that are the same. `low` to `high` holds 95 % of the bootstrap's draws;
    `undefined` draws had no variation, and count in neither.
    """

    level: Level
    alpha: float | None
    units: int
    pairs: int
    agreed: int
    low: float | None
    high: float | None
    draws: int
    undefined: int
    seed: int
    why: str = ""

    @property
    def percent(self) -> float | None:
        """The share of pairs of codes that are the same, in percent; None where there is no pair."""
        return 100 * self.agreed / self.pairs if self.pairs else None
