"""Coding by forms: what a coder, an editor or an adjudicator sends, done, and the page to show then."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urlencode

from starlette.exceptions import HTTPException

from accordingto.casebook import Casebook, CodedItem, value_asked
from accordingto.errors import BadReview
from accordingto.show.reviews import value_words
from accordingto.show.web.forms import Form
from accordingto.terms.codings import CODED, Code
from accordingto.terms.reviews import Verdict
from accordingto.terms.users import Role, User

NOT_YOURS = "To close a round, take its answers over or decide between its coders is an editor's: ask one to do it."
FIELD = "field-"  # before the name of a field of a find, so that none can be taken for one of the form's own


def round_address(key: str, part: str = "", **asked: str) -> str:
    """The address of a round, or of a part of it: "code", "agreement", "adjudicate"."""
    said = {name: value for name, value in asked.items() if value}
    return f"/coding/{quote(key, safe='')}{f'/{part}' if part else ''}{f'?{urlencode(said)}' if said else ''}"


def code(case: Casebook, form: Form, author: str, key: str) -> str:
    """A coder judges an item; then comes the next one that they have not coded."""
    item = case.coding.item(key, form.one("item"), author)
    verdict = form.one("verdict")
    values = _values(item, form, _own(item, author)) if verdict == Verdict.CORRECT else {}
    case.coding.code(
        key, item.sampled.item.id, verdict, author, form.one("reason"), at=datetime.now(UTC), values=values
    )
    return round_address(key, "code", item=form.one("after"), skipped=form.one("skipped"))


def _own(item: CodedItem, author: str) -> Code | None:
    return next((one for one in item.codes if one.coder == author), None)


def _values(item: CodedItem, form: Form, shown: Code | None) -> Mapping[str, Any]:
    """The fields that the form changes, beside what it was filled with: the reader's values, or those of a code."""
    read, filled = item.read, dict(shown.values) if shown else {}
    values: dict[str, Any] = {}
    for field in CODED[item.sampled.item.kind]:
        if FIELD + field in form.fields:
            text = form.one(FIELD + field)
            if text == value_words(read[field]):
                continue
            same = field in filled and text == value_words(filled[field])
            values[field] = filled[field] if same else value_asked(item.find(), field, text)
    return values


def take_back_code(case: Casebook, form: Form, author: str, key: str) -> str:
    """A coder's own code is taken back; then that item comes again."""
    asked = form.one("code")
    if any(one.final and one.id == asked for one in case.coding.codes(key, author)):
        raise HTTPException(403, NOT_YOURS)
    back = case.coding.undo(key, asked, author, form.one("reason"), at=datetime.now(UTC))
    return round_address(key, "code", item=back.item_id, skipped=form.one("skipped"))


def take_back_answer(case: Casebook, form: Form, author: str, key: str) -> str:
    """An adjudication is taken back with its reviews; then that item comes again."""
    back = case.coding.undo(key, form.one("code"), author, form.one("reason"), at=datetime.now(UTC))
    return round_address(key, "adjudicate", item=back.item_id)


def own_step(case: Casebook, form: Form, user: User) -> None:
    """A coder finishes or goes on; a round is closed and taken over by an editor; else 403."""
    if form.one("step") in ("close", "apply") and not user.role.may(Role.EDITOR):
        raise HTTPException(403, NOT_YOURS)


def introduce_coder(case: Casebook, form: Form, author: str, key: str) -> str:
    """Somebody says who they are; the browser remembers it."""
    if not author:
        raise BadReview("a code needs a coder: say your name as the round has it")
    return round_address(key, form.one("part"), item=form.one("item"))


def move(case: Casebook, form: Form, author: str, key: str) -> str:
    """A coder finishes or goes on, or the editor closes the round and perhaps takes its answers over."""
    who, now = (author, form.one("reason")), datetime.now(UTC)
    match form.one("step"):
        case "finish":
            case.coding.finish(key, *who, at=now)
        case "resume":
            case.coding.resume(key, *who, at=now)
        case "close":
            case.coding.close(key, *who, at=now)
        case "apply":
            case.coding.apply(key, author, at=now)
        case other:
            raise BadReview(f"{other!r} is no step of a round; it is finish, resume, close or apply")
    return round_address(key)


def adjudicate(case: Casebook, form: Form, author: str, key: str) -> str:
    """Somebody decides where coders differ; then comes the next such item."""
    item = case.coding.item(key, form.one("item"), author)
    verdict, pick = form.one("verdict"), form.one("pick")
    values = _values(item, form, item.final) if verdict == Verdict.CORRECT else {}
    case.coding.adjudicate(
        key,
        item.sampled.item.id,
        author,
        form.one("reason"),
        at=datetime.now(UTC),
        pick=pick or None,
        verdict=verdict or None,
        values=values,
        own=form.one("own") == "yes",
        seen=form.one("seen"),
    )
    return round_address(key, "adjudicate")
