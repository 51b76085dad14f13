"""Coded items: what coders said of the finds of a round, where they agree, and what holds of each in the end."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from accordingto.casebook.answers import Find
from accordingto.errors import BadReview, NothingFound, StillBlind
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import (
    CODED,
    OF_CODERS,
    Code,
    CodingRound,
    Reliability,
    RoundStep,
    SampledItem,
    finished,
    held_codes,
    is_blind,
    is_closed,
)
from accordingto.terms.corrections import Correction, change_of_find
from accordingto.terms.ids import goes_by
from accordingto.terms.items import fields_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Review, Verdict

Values = Mapping[str, Any]


class Concord(StrEnum):
    """How the codes of one item stand to each other."""

    NONE = "not coded"
    ONCE = "coded by one only"
    AGREED = "agreed"
    DIFFERENT = "different"
    ADJUDICATED = "adjudicated"


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round, the steps taken in it, and how many items each coder has coded."""

    round: CodingRound
    steps: tuple[RoundStep, ...]
    coded: Mapping[str, int]

    @property
    def finished(self) -> frozenset[str]:
        """The coders who are done."""
        return finished(self.steps)

    @property
    def closed(self) -> bool:
        return is_closed(self.steps)

    @property
    def blind(self) -> bool:
        """Whether nobody sees another's codes yet."""
        return is_blind(self.round.coders, self.steps)

    def check_open_to(self, coder: str) -> None:
        """Raise BadReview unless this person may code in the round now."""
        named = f"round {self.round.name!r}"
        if coder not in self.round.coders:
            raise BadReview(f"{coder or 'nobody'} does not code in {named}; its coders: {', '.join(self.round.coders)}")
        if self.closed:
            raise BadReview(f"{named} is closed: its codes stay as they are")
        if coder in self.finished:
            raise BadReview(f"{coder} has finished {named}; go on with `coding resume` while others still code")

    def check_seen(self) -> None:
        """Raise StillBlind while codes are hidden."""
        if self.blind:
            left = [coder for coder in self.round.coders if coder not in self.finished]
            raise StillBlind(
                f"round {self.round.name!r} is coded blind, and {', '.join(left)} codes still: nobody's answers "
                "are shown before the last coder has finished or the round is closed"
            )


@dataclass(frozen=True, slots=True)
class CodedItem:
    """One find of a round: as its reader read it, and those codes of it that whoever asks may see.

    `codes` has the last code of each coder that is not taken back, in the order of the round's coders; `final` is an
    adjudicator's.
    """

    sampled: SampledItem
    reading: Reading
    codes: tuple[Code, ...]
    final: Code | None = None

    @property
    def read(self) -> dict[str, Any]:
        """Every coded field as the reader read it."""
        item = self.sampled.item
        return dict(fields_of(self.reading, item.kind, self.sampled.number, CODED[item.kind]))

    @property
    def concord(self) -> Concord:
        if self.final:
            return Concord.ADJUDICATED
        if len(self.codes) < 2:
            return Concord.ONCE if self.codes else Concord.NONE
        read = self.read
        first, *others = (code.outcome(read) for code in self.codes)
        return Concord.AGREED if all(one == first for one in others) else Concord.DIFFERENT

    @property
    def answer(self) -> Code | None:
        """What holds of it in the end: the adjudicator's answer, or the one that all coders give."""
        return self.final or (self.codes[0] if self.concord is Concord.AGREED else None)

    @property
    def differing(self) -> tuple[str, ...]:
        """The fields in which the coders differ, "verdict" where one rejects what another does not."""
        read = self.read
        outcomes = [code.outcome(read) for code in self.codes]
        if any(one is None for one in outcomes):
            return () if all(one is None for one in outcomes) else ("verdict",)
        left = [one for one in outcomes if one is not None]
        return tuple(field for field in read if any(one[field] != left[0][field] for one in left))

    def find(self, code: Code | None = None) -> Find:
        """The item as a find: as it was read, and beside it as this code leaves it."""
        item, shown = self.sampled.item, self.reading
        if code is not None and code.values:
            shown = coded_reading(self.reading, [(self.sampled, code)])
        return Find(item, self.reading, self.sampled.number, shown, self.sampled.number)


@dataclass(frozen=True, slots=True)
class FieldReliability:
    """How far the coders of a round agree on one field of one kind of find."""

    kind: ClaimKind
    field: str
    reliability: Reliability


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of a round's answers: the reviews made now, and of how many items.

    `before` items were reviews already; `since` are items that people have looked over since the round was begun, which
    are left as they are; `open` are those without an answer.
    """

    reviews: tuple[Review, ...]
    items: int
    before: int
    since: tuple[CodedItem, ...]
    open: tuple[CodedItem, ...]


def gathered(asked: CodingRound, readings: Mapping[str, Reading], made: Sequence[Code]) -> tuple[CodedItem, ...]:
    """The items of the round whose readings these are, each with its codes."""
    held = held_codes(made)
    finals = {code.item_id: code for (_, _, final), code in held.items() if final}
    return tuple(
        CodedItem(
            sampled,
            readings[sampled.reading_id],
            tuple(held[key] for coder in asked.coders if (key := (sampled.item.id, coder, False)) in held),
            finals.get(sampled.item.id),
        )
        for sampled in asked.items
        if sampled.reading_id in readings
    )


def sampled_of(asked: CodingRound, name: str) -> SampledItem:
    """The item of the round under this id, name or start of an id."""
    fits = [one for one in asked.items if goes_by(one.item.id, name)]
    if len(fits) != 1:
        raise NothingFound(
            f"{len(fits) or 'no'} items of round {asked.name!r} go by {name!r}; `coding show` lists them"
        )
    return fits[0]


def checked_code(made: Code, sampled: SampledItem, reading: Reading) -> Code:
    """The code with the values that differ from the reader's; BadReview where it says what cannot be."""
    from accordingto.read.corrections import checked

    kind, author, reason = sampled.item.kind, " ".join(made.coder.split()), " ".join(made.reason.split())
    if not author or not reason:
        raise BadReview("a code needs a coder and a reason: who reads it later has nothing else")
    if made.verdict not in OF_CODERS:
        raise BadReview(f"{made.verdict!r} is no verdict; it is accept, reject or correct")
    strange = [field for field, _ in made.values if field not in CODED[kind]]
    if strange:
        raise BadReview(f"a {kind} has no field {strange[0]!r} to code; it has {', '.join(CODED[kind])}")
    read = fields_of(reading, kind, sampled.number, CODED[kind])
    values = tuple(sorted((field, value) for field, value in made.values if value != read[field]))
    if (made.verdict is Verdict.CORRECT) != bool(values):
        raise BadReview(
            "nothing is corrected: change a field, or accept"
            if made.verdict is Verdict.CORRECT
            else f"{values[0][0]} was changed: a find with a changed field is corrected, not {made.verdict}ed"
        )
    code = Code(
        made.round_id, made.item_id, author, made.verdict, values, made.made_at, reason, None, made.final, made.picked
    )
    checked(reading, (), *corrections_of_code(sampled, code))
    return code


def corrections_of_code(sampled: SampledItem, code: Code) -> tuple[Correction, ...]:
    """What a code sets, as corrections of its item."""
    return tuple(Correction(_review(sampled, code, *pair), sampled.item, *pair) for pair in code.values)


def _review(sampled: SampledItem, code: Code, field: str, value: Any) -> Review:
    change = change_of_find(sampled.item, field, value)
    return Review(sampled.item.id, Verdict.CORRECT, code.coder, code.made_at, code.reason, change)


def coded_reading(reading: Reading, coded: Iterable[tuple[SampledItem, Code]]) -> Reading:
    """The reading with the values of these codes; every find keeps its number, rejected ones among them."""
    from accordingto.read.corrections import correct

    return correct(reading, [one for sampled, code in coded for one in corrections_of_code(sampled, code)]).reading


def code_said(
    asked: CodingRound, sampled: SampledItem, verdict: Verdict | str, who: tuple[str, str, datetime], values: Values
) -> Code:
    """What a coder says of an item, not yet checked."""
    coder, reason, at = who
    try:
        said = Verdict(verdict)
    except ValueError:
        raise BadReview(f"{verdict!r} is no verdict; it is accept, reject or correct") from None
    return Code(asked.id, sampled.item.id, coder, said, tuple(values.items()), at, reason)
