"""Timing: every answer says how long it took on the server, in the header that browsers show for it."""

from time import perf_counter

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Timing:
    """Adds Server-Timing: milliseconds from the request's arrival to the beginning of its answer, waiting included."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = perf_counter()

        async def timed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["server-timing"] = f"total;dur={1000 * (perf_counter() - began):.1f}"
            await send(message)

        await self._app(scope, receive, timed if scope["type"] == "http" else send)
