"""Deciding: what a form asks the case to do, and the page to show then."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from accordingto.casebook import Casebook, Decided, value_asked
from accordingto.errors import BadReview, NothingFound, Overtaken
from accordingto.show.reviews import decided_words
from accordingto.show.web.forms import Form

Deed = Callable[[Casebook, Form, str, str], str]


def look_over(case: Casebook, form: Form, author: str, key: str) -> str:
    """A find is accepted, rejected or corrected; then comes the next one of the queue."""
    find = case.find(form.one("report"), form.one("item"))
    named = (find.item.report_id, find.item.kind, find.item.id)
    who, now, seen = (author, form.one("reason")), datetime.now(UTC), form.one("seen")
    match form.one("verdict"):
        case "accept":
            case.accept(*named, *who, at=now, seen=seen)
        case "reject":
            case.reject(*named, *who, at=now, seen=seen)
        case "correct":
            field = form.one("field")
            case.correct(*named, field, value_asked(find, field, form.one("value")), *who, at=now, seen=seen)
        case other:
            raise BadReview(f"{other!r} is no verdict; it is accept, reject or correct")
    return review_address(item=form.one("after"), skipped=form.one("skipped"))


def take_back(case: Casebook, form: Form, author: str, key: str) -> str:
    """A review of a find is undone; then that find comes again."""
    taken = next((kept.review for kept in case.reviews() if kept.review.id == form.one("review")), None)
    case.undo(form.one("review"), author, form.one("reason"), at=datetime.now(UTC))
    return review_address(report=form.one("report"), item=taken.subject if taken else "", skipped=form.one("skipped"))


def introduce(case: Casebook, form: Form, author: str, key: str) -> str:
    """Somebody says who they are; the browser remembers it."""
    if not author:
        raise BadReview("a decision needs an author: say your name, or the name of your desk")
    return review_address(report=form.one("report"), item=form.one("item"), skipped=form.one("skipped"))


def review_address(*, report: str = "", item: str = "", skipped: str = "") -> str:
    """The address of a find in the queue, or of its first."""
    asked = {name: value for name, value in (("report", report), ("item", item), ("skipped", skipped)) if value}
    return f"/review?{urlencode(asked)}" if asked else "/review"


def split(case: Casebook, form: Form, author: str, key: str) -> str:
    """Accounts of the incident stand apart; then comes what is left of it."""
    try:
        done = case.split(key, form.all("account"), author, form.one("reason"), at=datetime.now(UTC))
    except NothingFound:
        raise _overtaken(case, key) from None
    return _shown(done, key)


def merge(case: Casebook, form: Form, author: str, key: str) -> str:
    """Two incidents are one; then comes that one."""
    try:
        done = case.merge(key, form.one("other"), author, form.one("reason"), at=datetime.now(UTC))
    except NothingFound as error:
        case.incident(key)  # else the other one is not there, and the error says so
        raise error from None
    return _shown(done, key)


def undo(case: Casebook, form: Form, author: str, key: str) -> str:
    """A decision about the incident's accounts is taken back; then comes an incident that it changed."""
    done = case.undo(form.one("review"), author, form.one("reason"), at=datetime.now(UTC))
    return _shown(done, key)


def _shown(done: Decided, key: str) -> str:
    """The page of the incident that most of the changed reports tell of, else of the one that was decided on."""
    most = max(done.after, key=lambda found: (len(found.incident.accounts), found.incident.id), default=None)
    return f"/incidents/{most.incident.name if most else key}"


def _overtaken(case: Casebook, key: str) -> Exception:
    """Why an incident that a page showed is no more: somebody decided meanwhile, or it never was."""
    said = [kept.review for kept in case.reviews() if kept.review.made_at and kept.review.subject.startswith(key)]
    if said:
        return Overtaken(f"somebody else decided first: {decided_words(said[-1])}; look at the incidents again")
    return HTTPException(404, f"no incident goes by {key!r} any more; look at the incidents again")
