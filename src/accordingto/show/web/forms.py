"""Forms: what a page of ours sends to change the case, and the proof that it was one of ours.

Guards refuse what another site sends. Beside that every form bears a token that only a page of this workspace can know:
it is kept in a cookie that browsers send along with requests of the same site alone.
"""

import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from accordingto.show.words import one_line

TOKEN, AUTHOR = "accordingto_token", "accordingto_author"
YEAR = 365 * 24 * 60 * 60  # seconds that a name is remembered
MOST_FIELDS = 500  # of one form: a split names as many accounts as an incident has
KIND = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form that one of our pages sent."""

    fields: dict[str, list[str]]

    def one(self, name: str) -> str:
        """The field of this name, without space around it; empty where it is not there."""
        return self.fields.get(name, [""])[0].strip()

    def all(self, name: str) -> tuple[str, ...]:
        return tuple(self.fields.get(name, ()))


async def form_of(request: Request) -> Form:
    """The form that was sent; refused where it does not bear the token of this browser."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        raise HTTPException(415, "A change is sent as a form, from a page of this workspace.")
    try:
        text = (await request.body()).decode()
        form = Form(parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(422, "This form cannot be understood; load the page again and send it once more.") from None
    known, shown = request.cookies.get(TOKEN, ""), form.one("token")
    if not known or not hmac.compare_digest(known.encode(), shown.encode()):
        raise HTTPException(403, "This form is not of this browser, or too old. Load the page again and decide there.")
    return form


def token_of(request: Request) -> str:
    """The token that this browser has, or the one that it gets now."""
    return request.cookies.get(TOKEN) or secrets.token_urlsafe(24)


def author_of(request: Request) -> str:
    """Who decides in this browser, as they once said; empty where they have not."""
    return one_line(unquote(request.cookies.get(AUTHOR, ""))).strip()


def remember(response: Response, name: str, value: str) -> None:
    """The browser keeps this and sends it to this workspace alone."""
    age = YEAR if name == AUTHOR else None
    response.set_cookie(name, quote(value), max_age=age, path="/", httponly=True, samesite="strict")
