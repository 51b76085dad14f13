"""Drawing: an editor begins a round of blind coding by a form, and its page is shown then."""

from datetime import UTC, datetime

from accordingto.casebook import Casebook
from accordingto.errors import BadReview
from accordingto.show.phrases import listed
from accordingto.show.web.coding import round_address
from accordingto.show.web.forms import Form
from accordingto.show.words import clipped
from accordingto.terms.users import Role, User

LARGEST = 2**31 - 1  # of a number that a form takes: what every record can keep


def begin_round(case: Casebook, form: Form, author: str, key: str) -> str:
    """A round is drawn with the sample, the seed, the kinds and the coders that the form names."""
    made = case.coding.start(
        form.one("round"),
        coders_of(form),
        author,
        form.one("reason"),
        sample=_number("How many to draw", form.one("sample"), 1),
        seed=_number("The seed", form.one("seed") or "0", 0),
        kinds=form.all("kind"),
        by_reports=form.one("by") == "reports",
        confidence=form.one("confidence") == "yes",
        at=datetime.now(UTC),
    )
    return round_address(made.name)


def known_coders(case: Casebook, form: Form, user: User) -> None:
    """Where people sign in, each coder is a user who may judge, else BadReview: nobody else could ever code."""
    known = [one.name for one in case.users.all() if one.role.may(Role.REVIEWER)]
    strange = [coder for coder in coders_of(form) if coder not in known]
    if strange:
        raise BadReview(f"no user who may judge is called {listed(strange)}; those who may are {listed(known)}")


def coders_of(form: Form) -> list[str]:
    """The names, one a line or parted by commas."""
    lines = form.one("coders").replace(",", "\n").splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


def _number(what: str, text: str, least: int) -> int:
    """The number as it was written; BadReview where it is none, or too small or too large."""
    try:
        number = int(text)
    except ValueError:
        raise BadReview(f"{what} is a number, such as 20, not {clipped(text, 60)!r}") from None
    if not least <= number <= LARGEST:
        raise BadReview(f"{what} is {least} to {LARGEST:,}, not {number:,}")
    return number
