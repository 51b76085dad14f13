"""Sessions: who sits at the browser that asks, and the door that lets nobody further who has not signed in.

Where the workspace is one person's own (`serve` on this machine), there is no door, and whoever asks may do everything.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from accordingto.casebook import Users
from accordingto.terms.users import Role, User

SESSION = "accordingto_session"
SIGN_IN = "/sign-in"
AS_DATA = (".json", ".csv")
SCHEME = 'Session realm="accordingto"'  # HTTP asks every 401 to name how to do better
SIGN_IN_FIRST = f"Sign in first: open {SIGN_IN} in a browser, or send the cookie that it gave you."
ENDED = (
    "Nothing was changed: you are not signed in, or not any more. Sign in, then go back to the page before this one "
    "and send it again."
)


def session_cookie(request: HTTPConnection) -> str:
    """The name of the cookie; under https one that no other site and no page without it can set for us.

    It bears the port, for cookies do not know one: two cases may be served by one machine.
    """
    name = f"{SESSION}_{request.url.port}" if request.url.port else SESSION
    return f"__Host-{name}" if is_secure(request) else name


def is_secure(request: HTTPConnection) -> bool:
    return request.url.scheme == "https"


def session_of(request: HTTPConnection) -> str:
    """What this browser holds to show who sits at it; empty where it holds nothing."""
    return request.cookies.get(session_cookie(request), "")


def user_of(request: HTTPConnection) -> User | None:
    """Who is signed in; None where nobody is, or where nobody needs to be."""
    user = request.scope.get("state", {}).get("user")
    return user if isinstance(user, User) else None


def may(request: HTTPConnection, role: Role) -> bool:
    """Whether whoever asks may do what needs this role."""
    user = user_of(request)
    return user.role.may(role) if user else not request.app.state.sign_in


def check_role(request: HTTPConnection, role: Role) -> None:
    """Whoever asks may do what needs this role; else 403, with what they can do about it."""
    if not may(request, role):
        user = user_of(request)
        raise HTTPException(403, role_words(user, role) if user else SIGN_IN_FIRST)


def role_words(user: User, needed: Role) -> str:
    """What somebody of this role may do, and who can let them do what needs more."""
    article = "an" if needed is Role.EDITOR else "a"
    return (
        f"You are signed in as {user.name}, a {user.role}, who {user.role.meaning}. This needs {article} {needed}: ask "
        f"whoever keeps the case to run `accordingto user role {user.name!r} --role {needed}`."
    )


def local_address(address: str) -> str:
    """The address where it is one of this workspace, else that of its first page: nobody is led elsewhere."""
    parts = urlsplit(address)
    own = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if own and not parts.scheme and not parts.netloc else "/"


Refusal = Callable[[Request, int, str], Response]


class Door:
    """Finds out who asks, and answers whoever has not signed in with the way to do so."""

    def __init__(self, app: ASGIApp, users: Users, refusal: Refusal) -> None:
        self._app, self._users, self._refusal = app, users, refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        now = datetime.now(UTC)
        user = await run_in_threadpool(self._users.of_session, session_of(request), at=now)
        scope.setdefault("state", {})["user"] = user
        if user is None and scope["path"] != SIGN_IN:
            await self._refused(request)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _refused(self, request: Request) -> Response:
        if wants_data(request):
            answer: Response = JSONResponse({"error": SIGN_IN_FIRST}, 401)
        elif request.method in ("GET", "HEAD"):
            asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse(f"{SIGN_IN}?next={quote(asked, safe='/')}" if asked != "/" else SIGN_IN, 303)
        else:
            answer = self._refusal(request, 401, ENDED)
        answer.headers["www-authenticate"] = SCHEME
        return answer


def wants_data(request: Request) -> bool:
    """Whether a program asks, which is told in JSON what went wrong."""
    return request.url.path.startswith("/api/") or request.url.path.endswith(AS_DATA)
