"""One find to judge: by a coder who sees nobody's answer, or by whoever decides where coders differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.casebook import CodedItem, Codings
from accordingto.errors import BadReview, NothingFound
from accordingto.show.codings import code_words
from accordingto.show.finds import (
    field_words,
    find_heading,
    find_name,
    find_question,
    find_read_as,
    find_voice,
    state_words,
)
from accordingto.show.reviews import value_words
from accordingto.show.web.coding import FIELD, round_address
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.codings import RoundLine, codings_of, own_codes, round_line
from accordingto.show.web.pages.parts import Quote, quote_of
from accordingto.show.web.pages.reviews import (
    ACCEPTED,
    CORRECTED,
    MOST_SKIPPED,
    REJECTED,
    UNDONE,
    FieldLine,
    choices_of,
)
from accordingto.show.words import one_line
from accordingto.terms.claims import ClaimKind
from accordingto.terms.codings import CODED, Code
from accordingto.terms.corrections import FIELDS, NUMBER
from accordingto.terms.items import fields_of, finds_of

REASONS = {"accept": ACCEPTED, "reject": REJECTED, "correct": CORRECTED, "undo": UNDONE, "finish": "all coded"}


@dataclass(frozen=True, slots=True)
class CoderItem:
    """A find to judge, as its reader read it; `asked` is what is to be said of it, `said` what this person said of it.

    `fields` are what a form begins with; `sure` is how sure the reader was who says it, where the round shows that.
    """

    id: str
    name: str
    heading: str
    asked: str
    kind: str
    read_as: str
    quote: Quote
    said: str
    sure: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class LastCode:
    """What this coder said last, so that it can be taken back at once."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class CodePage:
    """One find of a round for one coder, and the ways on from it. `closed` says why nothing can be coded, if so."""

    title: str
    round: RoundLine
    place: int
    total: int
    left: int
    item: CoderItem | None
    after: str
    skipped: str
    next: str
    previous: str
    skip: str
    last: LastCode | None
    author: str
    closed: str
    reasons: dict[str, str]


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One coder's answer beside the others': who, what, why."""

    coder: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class AdjudicatePage:
    """An item on which coders differ, with every answer; `final` is what was decided, if it was.

    `state` says who has looked the find over outside of the round, or through it.
    """

    title: str
    round: RoundLine
    left: int
    item: CoderItem | None
    concord: str
    state: str
    differing: tuple[str, ...]
    answers: tuple[AnswerLine, ...]
    final: LastCode | None
    own: bool
    author: str
    reasons: dict[str, str]


def code_page(desk: Desk, author: str, key: str, *, item: str = "", skipped: str = "") -> CodePage:
    """The item that is asked for, else the first that this coder has not coded; those skipped come last."""
    codings = codings_of(desk)
    state = codings.round(key)
    ids = [one.item.id for one in state.round.items]
    passed = tuple(name for name in skipped.split(",") if name in ids)[-MOST_SKIPPED:]
    closed = _closed(codings, key, author)
    done = own_codes(codings, key, author) if author else {}
    left = sorted((one for one in ids if one not in done), key=lambda one: one in passed)
    here = None if closed else item if item in ids else left[0] if left else None
    shown = codings.items(key, author, only=[here])[0] if here else None
    after = next((one for one in left if one != here), "")
    at = ids.index(here) if here else len(ids)
    more = ",".join((*(one for one in passed if one != here), *([here] if here else ())))
    return CodePage(
        f"Code: {one_line(state.round.name)}",
        round_line(state, author),
        at + 1 if here else 0,
        len(ids),
        len(left),
        _coder_item(shown, _of(shown, author), sure=state.round.confidence) if shown else None,
        after,
        ",".join(passed),
        _beside(key, ids, at + 1, ",".join(passed)),
        _beside(key, ids, at - 1, ",".join(passed)) if here else "",
        round_address(key, "code", item=after, skipped=more),
        None if closed else _last(codings, key, author, done),
        author,
        closed,
        REASONS,
    )


def _closed(codings: Codings, key: str, author: str) -> str:
    """Why this person cannot code in the round now; empty where they can."""
    try:
        codings.round(key).check_open_to(author)
    except BadReview as error:
        return one_line(str(error))
    return ""


def _beside(key: str, ids: Sequence[str], at: int, skipped: str) -> str:
    """The address of the item of this number in the order of the round; empty where there is none."""
    return round_address(key, "code", item=ids[at], skipped=skipped) if 0 <= at < len(ids) else ""


def _of(item: CodedItem, coder: str) -> Code | None:
    return next((code for code in item.codes if code.coder == coder), None)


def _last(codings: Codings, key: str, author: str, done: dict[str, str]) -> LastCode | None:
    if not done:
        return None
    name, code_id = list(done.items())[-1]
    item = codings.items(key, author, only=[name])[0]
    code = _of(item, author)
    return (
        LastCode(code_id, f"{find_heading(item.find())}: you said that it {code_words(item, code)}") if code else None
    )


def _coder_item(item: CodedItem, code: Code | None, *, sure: bool) -> CoderItem:
    find = item.find()
    return CoderItem(
        find.item.id,
        find_name(find),
        find_heading(find),
        find_question(find),
        find.item.kind.value,
        find_read_as(find),
        quote_of(find.own, find.item.anchor, voice=find_voice(find)),
        code_words(item, code) if code else "",
        _sure(item) if sure else "",
        _fields(item, code),
    )


def _sure(item: CodedItem) -> str:
    """How sure the reader was of the attribution that carries the find; empty where the outlet says it itself."""
    kind, reading, number = item.sampled.item.kind, item.reading, item.sampled.number
    find = finds_of(reading, kind)[number]
    if kind is not ClaimKind.STATEMENT:
        number = find.by if kind is ClaimKind.BLAME else find.statement
    said = reading.statements[number].confidence if number is not None else None
    return "" if said is None else f"who says it was read with {round(100 * said)} % confidence"


def _fields(item: CodedItem, code: Code | None) -> tuple[FieldLine, ...]:
    """Every coded field, filled with what this code says, else with what was read."""
    kind, find, read = item.sampled.item.kind, item.find(code), item.read
    words = field_words(find)
    now = fields_of(find.reading, kind, item.sampled.number, CODED[kind])
    return tuple(
        FieldLine(
            FIELD + field,
            words[field],
            value_words(read[field]) if read[field] != now[field] else "",
            value_words(now[field]),
            "number" if FIELDS[kind][field] == NUMBER else "text",
            choices_of(FIELDS[kind][field]),
        )
        for field in CODED[kind]
    )


def adjudicate_page(desk: Desk, author: str, key: str, *, item: str = "") -> AdjudicatePage:
    """The item that is asked for, else the first without an answer; refused while codes are hidden."""
    codings = codings_of(desk)
    state = codings.round(key)
    state.check_seen()
    items = codings.items(key, author)
    left = [one for one in items if one.answer is None and one.codes]
    shown = next((one for one in items if item and one.sampled.item.id == item), left[0] if left else None)
    return AdjudicatePage(
        f"Adjudicate: {one_line(state.round.name)}",
        round_line(state, author),
        len(left),
        _coder_item(shown, shown.final, sure=True) if shown else None,
        shown.concord.value if shown else "",
        _state(desk, shown) if shown else "",
        shown.differing if shown else (),
        tuple(AnswerLine(one_line(code.coder), code_words(shown, code), one_line(code.reason)) for code in shown.codes)
        if shown
        else (),
        _final(shown) if shown and shown.final else None,
        author in state.round.coders,
        author,
        {**REASONS, "pick": "as the words say", "undo": UNDONE},
    )


def _state(desk: Desk, shown: CodedItem) -> str:
    """Who has looked the find over, as the case has it now; empty where nobody has, or it is no longer read."""
    item = shown.sampled.item
    try:
        return state_words(desk.case.find(item.report_id, item.id))
    except NothingFound:
        return ""


def _final(shown: CodedItem) -> LastCode:
    assert shown.final
    said = f"{one_line(shown.final.coder)} decided: {code_words(shown, shown.final)} ({one_line(shown.final.reason)})"
    return LastCode(shown.final.id, said)
