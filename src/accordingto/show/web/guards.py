"""Guards: what every request and every answer must bear before a page is made.

Only names of this machine, and those that `serve` was told to trust, are answered to (a page elsewhere cannot reach the
case through a name of its own: DNS rebinding), bodies have a limit, and every answer carries a Content-Security-Policy
without inline script or style.
"""

from collections.abc import Collection
from html import escape
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = frozenset({"127.0.0.1", "localhost", "[::1]"})
LARGEST = 32 * 1024 * 1024  # bytes of a body: a hundred long reports as JSON lines
TOO_LARGE = f"More than {LARGEST // 1024 // 1024} MiB at once: send less, or use `accordingto ingest`."
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with "no-referrer" browsers send our own forms with the origin "null"
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
TOO_MUCH = 413
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Refuses what does not come from the workspace itself, and seals what goes out."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = LOCAL) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sealed = _sealing(send, static=scope["path"].startswith("/static/"))
        headers = Headers(scope=scope)
        if refusal := refused(scope["method"], headers, self._hosts | _own_address(scope)):
            if refusal[0] == TOO_MUCH and _wants_page(scope["path"], headers):
                await self._app(scope, _unread, sealed)  # a page that knows who asks, and leads on
                return
            await _told(*refusal, scope["path"], headers)(scope, receive, sealed)
            return
        await self._app(scope, _limited(receive), sealed)


def _own_address(scope: Scope) -> frozenset[str]:
    """The address of this machine at which the request came in: who asks for a number was led here by no name."""
    try:
        address = ip_address((scope.get("server") or ("",))[0])
    except ValueError:
        return frozenset()
    return frozenset({f"[{address}]" if address.version == 6 else str(address)})


def _told(status: int, words: str, path: str, headers: Headers) -> Response:
    """The refusal as whoever asks can read it: a page, JSON, or plain words."""
    if _is_data(path):
        return JSONResponse({"error": words.strip()}, status)
    if not _wants_page(path, headers):
        return PlainTextResponse(words, status)
    page = (
        f'<!doctype html><html lang="en"><title>Not answered</title><h1>Not answered</h1><p>{escape(words)}</p></html>'
    )
    return HTMLResponse(page, status)


def _is_data(path: str) -> bool:
    return path.startswith("/api/") or path.endswith(".json")


def _wants_page(path: str, headers: Headers) -> bool:
    return not _is_data(path) and "text/html" in headers.get("accept", "")


def refused(method: str, headers: Headers, hosts: Collection[str]) -> tuple[int, str] | None:
    """Why a request is not answered, with its status; None where nothing speaks against it."""
    if host_name(headers.get("host", "")) not in hosts:
        return (
            421,
            "This workspace does not go by that name. At its own machine open http://127.0.0.1; elsewhere a name that "
            "it was started with: `accordingto serve --trusted-host NAME`.\n",
        )
    if method not in SAFE and not _from_here(headers):
        return 403, "This was sent from another page. Open the workspace itself and do it there.\n"
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > LARGEST:
        return TOO_MUCH, f"{TOO_LARGE}\n"
    return None


def host_name(host: str) -> str:
    """The name without its port: "localhost" of "localhost:8070", "[::1]" of "[::1]:8070"."""
    if host.startswith("["):
        return host.partition("]")[0].lower() + "]"
    return host.partition(":")[0].lower()


def _from_here(headers: Headers) -> bool:
    """Whether a change was sent by one of our own pages: browsers say where a form stood."""
    origin, host = headers.get("origin"), headers.get("host", "")
    if origin is None:
        return headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none")
    return urlsplit(origin).netloc == host


def _sealing(send: Send, *, static: bool) -> Send:
    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("cache-control", "public, max-age=3600" if static else "no-store")
        await send(message)

    return sealed


async def _unread() -> Message:
    """What a body is that says it is too long: whoever reads it is told so, and nothing is taken."""
    raise HTTPException(TOO_MUCH, TOO_LARGE)


def _limited(receive: Receive) -> Receive:
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST:  # a body that did not say how long it is
            raise HTTPException(TOO_MUCH, TOO_LARGE)
        return message

    return limited
