"""Forms: what a page of ours sends to change the case, and the proof that it was one of ours.

Guards refuse what another site sends. Beside that every form bears a token that only a page of this workspace can know:
made of the session of whoever is signed in; where nobody is, kept in a cookie that browsers send along with requests of
the same site alone.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote

from fastapi import Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from accordingto.show.web.sessions import is_secure, session_of, user_of
from accordingto.show.words import one_line

TOKEN, AUTHOR = "accordingto_token", "accordingto_author"
YEAR = 365 * 24 * 60 * 60  # seconds that a name is remembered
MOST_FIELDS = 500  # of one form: a split names as many accounts as an incident has
LARGEST_FORM = 1024 * 1024  # bytes: the longest names, each of them, and a reason
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


async def form_of(request: Request, *, most: int = LARGEST_FORM) -> Form:
    """The form that was sent; refused where it has more bytes than that, or does not bear the token of this browser."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != KIND:
        raise HTTPException(415, "A change is sent as a form, from a page of this workspace.")
    try:
        text = (await _body(request, most)).decode()
        form = Form(parse_qs(text, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        raise HTTPException(422, "This form cannot be understood; load the page again and send it once more.") from None
    request.state.form = form  # for the page that says why it was refused: what was written need not be written again
    check_token(request, form.one("token"))
    return form


async def _body(request: Request, most: int) -> bytes:
    """What was sent, which is never held in memory beyond what it may have."""
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise HTTPException(413, f"This form has more than {most // 1024} KiB. Send less at once.")
    return bytes(body)


def check_token(request: Request, shown: str) -> None:
    """The form was filled in on a page that this browser got from us; else 403."""
    known = _known_token(request)
    if not known or not hmac.compare_digest(known.encode(), shown.encode()):
        raise HTTPException(403, "This form is not of this browser, or too old. Load the page again and decide there.")


def _known_token(request: Request) -> str:
    if user_of(request):
        return hmac.new(session_of(request).encode(), b"form", hashlib.sha256).hexdigest()
    return request.cookies.get(TOKEN, "")


def token_of(request: Request) -> str:
    """The token that this browser has, or the one that it gets now."""
    return _known_token(request) or secrets.token_urlsafe(24)


def keep_token(request: Request, response: Response, token: str) -> None:
    """The browser knows the token of the forms on this page: its session tells it, or this cookie."""
    if not user_of(request) and TOKEN not in request.cookies:
        remember(request, response, TOKEN, token)


def author_of(request: Request) -> str:
    """Who decides in this browser: who is signed in, else as they once said; empty where they have not."""
    if user := user_of(request):
        return user.name
    return one_line(unquote(request.cookies.get(AUTHOR, ""))).strip()


def remember(request: Request, response: Response, name: str, value: str) -> None:
    """The browser keeps this and sends it to this workspace alone."""
    age = YEAR if name == AUTHOR else None
    secure = is_secure(request)
    response.set_cookie(name, quote(value), max_age=age, path="/", httponly=True, samesite="strict", secure=secure)
