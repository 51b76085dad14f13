"""Rounds of coding: their list, one round, and how far its coders agree. What is hidden is not asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.casebook import Casebook, CodedItem, Codings, RoundState
from accordingto.errors import NothingFound
from accordingto.show.codings import (
    PLURALS,
    alpha_words,
    code_words,
    interval_words,
    note_words,
    percent_words,
    progress_words,
    round_words,
    standing_words,
)
from accordingto.show.finds import find_heading
from accordingto.show.phrases import outlet_words
from accordingto.show.web.coding import round_address
from accordingto.show.web.desk import Desk
from accordingto.show.words import clipped, one_line
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import held_codes
from accordingto.terms.users import Role

SAMPLE, REASON = 20, "to measure agreement"  # what a form for a new round begins with
WORDS = 80  # characters of a report's title in a list


@dataclass(frozen=True, slots=True)
class CoderLine:
    """A coder of a round, and how far they are."""

    name: str
    progress: str
    finished: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in the list."""

    name: str
    href: str
    what: str
    now: str
    coders: tuple[CoderLine, ...]
    code: str


@dataclass(frozen=True, slots=True)
class CodingsPage:
    """Every round of the case, and what a new one is begun with: its kinds of finds, and who could code, if known."""

    title: str
    rounds: tuple[RoundLine, ...]
    author: str
    kinds: tuple[tuple[str, str], ...]
    people: tuple[str, ...]
    sample: int
    reason: str


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item of a round, the report that it stands in, and what is seen of its codes."""

    heading: str
    report: str
    concord: str
    said: tuple[tuple[str, str], ...]
    href: str


@dataclass(frozen=True, slots=True)
class RoundPage:
    """One round; `items` are those with an answer to be given or taken over, once codes are seen."""

    title: str
    round: RoundLine
    blind: bool
    closed: bool
    coder: bool
    finished: bool
    agreement: str
    adjudicate: str
    open: int
    agreed: int
    items: tuple[ItemLine, ...]
    author: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """How far coders agree on one field, in words."""

    kind: str
    field: str
    level: str
    alpha: str
    interval: str
    percent: str
    units: int
    pairs: int
    note: str


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """The table of agreement of a round."""

    title: str
    round: RoundLine
    rows: tuple[AgreementRow, ...]
    seed: int
    draws: int


def codings_of(desk: Desk) -> Codings:
    """The rounds of the case as it stands: of a past there are none to be coded."""
    if not isinstance(desk.case, Casebook):
        raise NothingFound("rounds of coding are of the case as it stands now: leave the earlier moment")
    return desk.case.coding


def codings_page(desk: Desk, author: str, *, with_users: bool) -> CodingsPage:
    """Every round of the case, and a form for a new one."""
    return CodingsPage(
        "Coding",
        tuple(round_line(one, author) for one in codings_of(desk).rounds()),
        author,
        tuple((kind.value, PLURALS[kind]) for kind in ClaimKind),
        _coders(desk) if with_users else (),
        SAMPLE,
        REASON,
    )


def _coders(desk: Desk) -> tuple[str, ...]:
    """The users who may judge."""
    assert isinstance(desk.case, Casebook)
    return tuple(one_line(user.name) for user in desk.case.users.all() if user.role.may(Role.REVIEWER))


def round_line(state: RoundState, author: str) -> RoundLine:
    name = state.round.name
    mine = author in state.round.coders and author not in state.finished and not state.closed
    return RoundLine(
        one_line(name),
        round_address(name),
        round_words(state),
        standing_words(state),
        tuple(
            CoderLine(one_line(coder), progress_words(state, coder), coder in state.finished)
            for coder in state.round.coders
        ),
        round_address(name, "code") if mine else "",
    )


def round_page(desk: Desk, author: str, key: str) -> RoundPage:
    """One round: how far its coders are, and what came of it once codes are seen."""
    codings = codings_of(desk)
    state = codings.round(key)
    items = () if state.blind else codings.items(key, author)
    left = [item for item in items if item.answer is None and item.codes]
    return RoundPage(
        f"Coding: {one_line(state.round.name)}",
        round_line(state, author),
        state.blind,
        state.closed,
        author in state.round.coders,
        author in state.finished,
        "" if state.blind else round_address(key, "agreement"),
        round_address(key, "adjudicate") if left else "",
        len(left),
        sum(item.answer is not None for item in items),
        tuple(_line(key, item) for item in items if item.codes),
        author,
    )


def _line(key: str, item: CodedItem) -> ItemLine:
    report = item.reading.report
    codes = (*item.codes, *([item.final] if item.final else []))
    return ItemLine(
        find_heading(item.find()),
        f"{outlet_words(report)}: {clipped(report.title, WORDS) or '(no title)'}",
        item.concord.value,
        tuple((one_line(code.coder), code_words(item, code)) for code in codes),
        round_address(key, "adjudicate", item=item.sampled.item.id),
    )


def agreement_page(desk: Desk, author: str, key: str) -> AgreementPage:
    """Krippendorff's alpha of every field; refused while codes are hidden."""
    codings = codings_of(desk)
    # Once codes are seen all see the same, and nobody codes on; while they are not, this raises and leaves nothing.
    found = desk.once(("agreement", key), lambda: codings.reliabilities(key, author))
    state = codings.round(key)
    return AgreementPage(
        f"Agreement: {one_line(state.round.name)}",
        round_line(state, author),
        tuple(
            AgreementRow(
                one.kind.value,
                one.field,
                one.reliability.level.value,
                alpha_words(one.reliability),
                interval_words(one.reliability),
                percent_words(one.reliability),
                one.reliability.units,
                one.reliability.pairs,
                note_words(one.reliability),
            )
            for one in found
        ),
        state.round.seed,
        max((one.reliability.draws for one in found), default=0),
    )


def agreement_rows(page: AgreementPage) -> Iterator[tuple[object, ...]]:
    """The table of agreement, header first."""
    yield ("kind", "field", "level", "alpha", "interval", "percent", "units", "pairs", "note")
    for row in page.rows:
        numbers = (row.alpha, row.interval, row.percent, row.units, row.pairs, row.note)
        yield (row.kind, row.field, row.level, *numbers)


def own_codes(codings: Codings, key: str, author: str) -> dict[str, str]:
    """The items that somebody has coded, each with the id of their code, the last coded last."""
    held = held_codes(codings.codes(key, author))
    return {item: code.id for (item, coder, final), code in held.items() if coder == author and not final}
