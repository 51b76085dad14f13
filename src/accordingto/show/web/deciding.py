"""Deciding: what a form asks the case to do, and the page to show then."""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import urlencode

from starlette.exceptions import HTTPException

from accordingto.casebook import Casebook, Decided, latest_about, value_asked
from accordingto.errors import BadReview, NothingFound, Overtaken
from accordingto.show.reviews import decided_words
from accordingto.show.web.forms import Form
from accordingto.terms.corrections import OF_FINDS
from accordingto.terms.decisions import KeptReview
from accordingto.terms.ids import speakable
from accordingto.terms.users import Role, User

Deed = Callable[[Casebook, Form, str, str], str]
Check = Callable[[Casebook, Form, User], None]
NOT_YOURS = "A reviewer takes back what they said of a find themselves. Ask an editor to take back anything else."


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
    taken = _not_undone(case, form)
    case.undo(form.one("review"), author, form.one("reason"), at=datetime.now(UTC))
    item = taken.review.subject if taken else ""
    return review_address(report=form.one("report"), item=item, skipped=form.one("skipped"))


def own_words(case: Casebook, form: Form, user: User) -> None:
    """What is taken back is what this user said of a find, or the user is an editor; else 403."""
    taken = _kept(case, form)
    own = taken and taken.review.verdict in OF_FINDS and taken.review.author == user.name
    if not (own or user.role.may(Role.EDITOR)):
        raise HTTPException(403, NOT_YOURS)


def _not_undone(case: Casebook, form: Form) -> KeptReview | None:
    """The review that is to be taken back, where nobody has done so since the page was made."""
    taken = _kept(case, form)
    if taken and taken.undone_by:
        raise Overtaken(f"it was taken back already: {decided_words(taken.undone_by)}; look at it as it is now")
    return taken


def _kept(case: Casebook, form: Form) -> KeptReview | None:
    return next((kept for kept in case.reviews() if kept.review.id == form.one("review")), None)


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
    _still_there(case, key, form)
    return _shown(case.split(key, form.all("account"), author, form.one("reason"), at=datetime.now(UTC)), key)


def merge(case: Casebook, form: Form, author: str, key: str) -> str:
    """Two incidents are one; then comes that one."""
    _still_there(case, key, form)
    return _shown(case.merge(key, form.one("other"), author, form.one("reason"), at=datetime.now(UTC)), key)


def undo(case: Casebook, form: Form, author: str, key: str) -> str:
    """A decision about the incident's accounts is taken back; then comes an incident that it changed."""
    _not_undone(case, form)
    return _shown(case.undo(form.one("review"), author, form.one("reason"), at=datetime.now(UTC)), key)


def _shown(done: Decided, key: str) -> str:
    """The page of the incident that most of the changed reports tell of, else of the one that was decided on."""
    most = max(done.after, key=lambda found: (len(found.incident.accounts), found.incident.id), default=None)
    return f"/incidents/{most.incident.name if most else key}"


def _still_there(case: Casebook, key: str, form: Form) -> None:
    """The incident that the page showed is as it was; else Overtaken by what changed it, or 404 where it never was."""
    try:
        case.incident(key)
    except NothingFound:
        pass
    else:
        return
    last = latest_about([kept.review for kept in case.reviews()], reports_of(case, form))
    if last:
        raise Overtaken(
            f"somebody else decided first: {decided_words(last)}; look at it as it is now, and decide again"
        )
    raise HTTPException(
        404, f"No incident goes by {key!r} any more: reports were added or read anew. Look at them again."
    )


def reports_of(case: Casebook, form: Form) -> frozenset[str]:
    """The ids of the reports that the page of this form showed as one incident's."""
    names = {address.rpartition("/")[2] for address in form.one("reports").split()}
    return frozenset(report.id for report in case.reports() if speakable(report.id) in names)
