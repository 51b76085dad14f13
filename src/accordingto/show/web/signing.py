"""Signing in and out, by plain forms."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from accordingto.casebook import Users
from accordingto.show.phrases import counted
from accordingto.show.web.attempts import Attempts
from accordingto.show.web.forms import form_of
from accordingto.show.web.sessions import SIGN_IN, is_secure, local_address, session_cookie, session_of, user_of

CHECKED_AT_ONCE = 2  # passwords: each takes 19 MiB and a core, and the pages need the others
LARGEST_SIGN_IN = 16 * 1024  # bytes of the form: whoever sends it is not known yet
WRONG = "This name and this password do not go together. Check both, the small and capital letters of the password too."


@dataclass(frozen=True, slots=True)
class SignInPage:
    """The form to sign in, why it is there again, and where it leads."""

    title: str
    words: str
    name: str
    next: str


Show = Callable[[Request, str, object, int], Response]


class Signing:
    """The two addresses of signing in and out. Their attempts are counted in the one loop of the server."""

    def __init__(self, users: Users, show: Show, attempts: Attempts | None = None) -> None:
        self._users, self._show = users, show
        self._attempts = attempts or Attempts()
        self._checking = asyncio.Semaphore(CHECKED_AT_ONCE)

    def add_to(self, app: FastAPI) -> None:
        app.add_api_route(SIGN_IN, self.ask, include_in_schema=False)
        app.add_api_route(SIGN_IN, self.sign_in, methods=["POST"], include_in_schema=False)
        app.add_api_route("/sign-out", self.sign_out, methods=["POST"], include_in_schema=False)

    async def ask(self, request: Request) -> Response:
        """The form; whoever is signed in goes straight on."""
        leads = local_address(request.query_params.get("next", "/"))
        return RedirectResponse(leads, 303) if user_of(request) else self._page(request, "", "", leads, 200)

    async def sign_in(self, request: Request) -> Response:
        """A session for whoever gives a name and its password; the form again for everybody else."""
        form = await form_of(request, most=LARGEST_SIGN_IN)
        name, leads = form.one("name"), local_address(form.one("next"))
        address = request.client.host if request.client else ""
        if wait := self._attempts.begin(name, address):
            return self._later(request, name, leads, ceil(wait))
        async with self._checking:
            password = form.fields.get("password", [""])[0]
            token = await run_in_threadpool(self._users.sign_in, name, password, at=datetime.now(UTC))
        if token is None:
            return self._page(request, WRONG, name, leads, 401)
        self._attempts.forgive(name, address)
        await run_in_threadpool(self._leave, request)
        answer = RedirectResponse(leads, 303)
        _give(answer, request, token)
        return answer

    async def sign_out(self, request: Request) -> Response:
        """Nobody is signed in with this browser any more, nor with what it held."""
        await form_of(request, most=LARGEST_SIGN_IN)
        await run_in_threadpool(self._leave, request)
        answer = RedirectResponse(SIGN_IN, 303)
        answer.delete_cookie(session_cookie(request), path="/", secure=is_secure(request), httponly=True)
        return answer

    def _leave(self, request: Request) -> None:
        """The session that the browser came with is over: what others saw of it before signing in is no good after."""
        if held := session_of(request):
            self._users.sign_out(held)

    def _later(self, request: Request, name: str, leads: str, seconds: int) -> Response:
        words = f"Too many attempts did not succeed. Wait {counted(seconds, 'second')}, then try again."
        answer = self._page(request, words, name, leads, 429)
        answer.headers["retry-after"] = str(seconds)
        return answer

    def _page(self, request: Request, words: str, name: str, leads: str, status: int) -> Response:
        return self._show(request, "sign_in", SignInPage("Sign in", words, name, leads), status)


def _give(answer: Response, request: Request, token: str) -> None:
    # Lax, not strict: a link to a page of the case, in a mail, should open it. Nothing is ever changed by following a
    # link, and forms bear a token of this session and are refused from elsewhere (guards.py).
    answer.set_cookie(
        session_cookie(request), token, path="/", secure=is_secure(request), httponly=True, samesite="lax"
    )
