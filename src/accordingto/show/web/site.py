"""Pages under their addresses: each rendered by its template and given as data, forms taken, and errors told."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from starlette.exceptions import HTTPException

from accordingto.casebook import Casebook
from accordingto.errors import AccordingToError, Busy, Moved, NothingFound, Overtaken, StillBlind
from accordingto.show.export.tables import csv_text
from accordingto.show.standpoints import seen_from
from accordingto.show.web.asking import asked_of, moment_asked
from accordingto.show.web.commands import past_command
from accordingto.show.web.data import Data
from accordingto.show.web.deciding import Check, Deed
from accordingto.show.web.descriptions import parameters_of, problems_of
from accordingto.show.web.desk import Desk, Desks, Stand, check_past
from accordingto.show.web.forms import AUTHOR, Form, author_of, form_of, keep_token, remember, token_of
from accordingto.show.web.gates import Gate
from accordingto.show.web.guards import HEADERS, SAFE
from accordingto.show.web.pages.apis import Address, address_of, api_page
from accordingto.show.web.pages.conflicts import conflict_page
from accordingto.show.web.pages.errors import error_page
from accordingto.show.web.pages.filters import TYPE_WORDS
from accordingto.show.web.pages.moves import ONE, moved_page, new_address
from accordingto.show.web.sessions import check_role, may, user_of, wants_data
from accordingto.show.words import one_line
from accordingto.terms.users import Role

NAV = (
    ("/", "Case"),
    ("/incidents", "Incidents"),
    ("/map", "Map"),
    ("/timeline", "Timeline"),
    ("/sources", "Sources"),
    ("/announcements", "Announcements"),
    ("/review", "Review"),
    ("/coding", "Coding"),
)
TITLES = {
    401: "Sign in first",
    403: "Not allowed",
    404: "Not here",
    405: "Not possible here",
    409: "Decided meanwhile",
    413: "Too much at once",
    422: "Not understood",
    500: "Something broke",
    503: "Busy",
}


# What these show depends on who asks, or on more than the desk's state of the case: they are filled each time.
PERSONAL = frozenset({"review", "codings", "coding_agreement", "coding_code", "coding_adjudicate", "coding_round"})


NO_PAGE = "There is no page at this address. Everything the case holds can be reached from its first page."
BROKEN = (
    "The workspace could not make this page. The case itself is unharmed; try again, or look at the terminal that "
    "`accordingto serve` runs in."
)


Fill = Callable[[Request, Desk], Any]
Rows = Callable[[Any], Iterable[Sequence[object]]]


class Pages:
    """Adds each page twice: rendered by the template of its name, and as the data that the template is given."""

    def __init__(self, app: FastAPI, case: Casebook, name: str) -> None:
        self._app, self._case, self._desks, self._gate = app, case, Desks(case), Gate()
        self._templates = _templates(name)
        self._addresses: list[Address] = []

    def add(self, path: str, template: str, kind: type, fill: Fill, rows: Rows | None = None) -> None:
        def filled(request: Request, desk: Desk) -> Any:
            if template in PERSONAL:
                return fill_at_once(request, desk)
            query, ending = str(request.query_params), request.url.path.endswith(".csv")
            asked = (template, *request.path_params.values(), query, ending, str(request.base_url))
            return desk.once(asked, lambda: fill_at_once(request, desk))

        def fill_at_once(request: Request, desk: Desk) -> Any:
            with self._case.at_once():
                return fill(request, desk)

        def html(request: Request) -> HTMLResponse:
            with self._turn(request):
                desk = self._desk(request)
                return self.show(request, template, filled(request, desk), seen=seen_from(desk.case))

        def data(request: Request) -> Data:
            with self._turn(request):
                return Data(filled(request, self._desk(request)))

        def table(request: Request) -> Response:
            assert rows is not None
            with self._turn(request):
                told = csv_text(rows(filled(request, self._desk(request))))
            return Response(told, media_type="text/csv; charset=utf-8")

        self._addresses.append(address_of(path, kind, table=rows is not None))
        base = "/case" if path == "/" else path
        # "/incidents/{key}.json" must be asked before "/incidents/{key}", which would take the ending for the key.
        self._app.add_api_route(f"{base}.json", data, include_in_schema=False)
        self._app.add_api_route(
            f"/api{base}",
            data,
            response_model=kind,
            name=template,
            responses=problems_of(path),
            openapi_extra={"parameters": parameters_of(path)},
        )
        if rows is not None:
            self._app.add_api_route(f"{base}.csv", table, include_in_schema=False)
        self._app.add_api_route(path, html, include_in_schema=False)

    def add_index(self, path: str) -> None:
        """At this address stands what pages there are as data, and what may be asked of them."""

        def html(request: Request) -> HTMLResponse:
            return self.show(request, "api", api_page(self._addresses))

        def data(request: Request) -> Data:
            return Data(api_page(self._addresses))

        self._app.add_api_route(f"{path}.json", data, include_in_schema=False)
        self._app.add_api_route(path, html, include_in_schema=False)

    def take(self, path: str, deed: Deed, role: Role = Role.EDITOR, check: Check | None = None) -> None:
        """A form sent to this address does the deed and leads on to the page that the deed names.

        Where people sign in, it takes this role, what `check` asks beside it, and is done in the user's own name.
        """

        async def taken(request: Request) -> Response:
            check_role(request, role)
            form, user = await form_of(request), user_of(request)
            if user and check:
                await run_in_threadpool(check, self._case, form, user)
            author = user.name if user else one_line(form.one("author")) or author_of(request)
            key = str(request.path_params.get("key", ""))
            address = await run_in_threadpool(deed, self._case, form, author, key)
            response = RedirectResponse(address, 303)
            if form.one("author") and not user:
                remember(request, response, AUTHOR, author)
            return response

        self._app.add_api_route(path, taken, methods=["POST"], include_in_schema=False)

    def _turn(self, request: Request) -> AbstractContextManager[None]:
        """A page of the present waits for its turn. What takes long, to look back at a past, holds up nobody."""
        return self._gate.passed(held=not asked_of(request, "as_of"))

    def _desk(self, request: Request) -> Desk:
        now, moment = (moment_asked(asked_of(request, name)) for name in ("now", "as_of"))
        if moment:
            check_past(self._case, past_command(request.url.path, request.query_params))
        return self._desks.at(moment, known=asked_of(request, "known") == "yes", now=now)

    def show(self, request: Request, template: str, page: object, status: int = 200, *, seen: str = "") -> HTMLResponse:
        """The page made by its template, for whoever asks."""
        token = token_of(request)
        response = HTMLResponse(self._render(request, template, page, seen, token), status)
        keep_token(request, response, token)
        return response

    def _render(self, request: Request, template: str, page: object, seen: str, token: str) -> str:
        stand = Stand(*(asked_of(request, name) for name in ("as_of", "known", "rule")))
        address = request.url.path.rstrip("/") or "/case"
        return self._templates.get_template(f"{template}.html").render(
            page=page,
            stand=stand,
            seen=seen,
            here=request.url.path,
            data=f"{address}.json",
            nav=NAV,
            token=token,
            author=author_of(request),
            user=user_of(request),
            inside=may(request, Role.READER),
            may_review=may(request, Role.REVIEWER),
            may_edit=may(request, Role.EDITOR),
        )

    def add_errors(self) -> None:
        async def shown(request: Request, error: Exception) -> Response:
            if isinstance(error, Moved) and request.method in SAFE:
                return await run_in_threadpool(self._led_on, request, error)
            status, words = told(error)
            form = getattr(request.state, "form", None)
            if isinstance(error, Overtaken) and form and not wants_data(request):
                page = await run_in_threadpool(conflict_page, self._case, request.url.path, form, words)
                return self.show(request, "conflict", page, status)
            answer = self.refuse(request, status, words, form)
            answer.headers.update(HEADERS)  # what broke is answered from outside the guard, which seals the others
            return answer

        for kind in (AccordingToError, HTTPException, RequestValidationError, Exception):
            self._app.add_exception_handler(kind, shown)

    def _led_on(self, request: Request, moved: Moved) -> Response:
        """From an incident that is no more to the one that it is now, or to a page of the several it is in."""
        if address := new_address(request, moved):
            return RedirectResponse(address, ONE)
        page = moved_page(self._case, moved)
        if wants_data(request):
            return JSONResponse(page.data, page.status)
        return self.show(request, "moved", page, page.status)

    def refuse(self, request: Request, status: int, words: str, form: Form | None = None) -> Response:
        """What happened and what to do, as a page or for a program, with what was written in the form that led here."""
        if wants_data(request):
            return JSONResponse({"error": words}, status)
        title = TITLES.get(status, "Not possible")
        asked = (request.url.path, request.url.query) if request.method == "GET" else (request.url.path, "")
        return self.show(request, "error", error_page(title, words, status, form, asked), status)


def told(error: Exception) -> tuple[int, str]:
    """The status and the words of an error page: what happened and what to do, and nothing of the machine."""
    match error:
        case StillBlind():
            return 403, one_line(str(error))
        case NothingFound():
            return 404, one_line(str(error))
        case Overtaken():
            return 409, one_line(str(error))
        case Busy():
            return 503, one_line(str(error))
        case AccordingToError():
            return 422, one_line(str(error))
        case HTTPException(status_code=404):
            return 404, NO_PAGE
        case HTTPException():
            return error.status_code, one_line(str(error.detail))
        case RequestValidationError():
            return 422, "The address asks for something that cannot be understood; start again from the case."
        case _:
            return 500, BROKEN


@pass_context
def stay(context: Context, address: str) -> str:
    """The address seen from where the reader stands: with the moment, and how the case is seen at it, in its query."""
    stand: Stand = context["stand"]
    if not stand.as_of or not address.startswith("/"):
        return address
    parts = urlsplit(address)
    query = {**dict(parse_qsl(parts.query)), "as_of": stand.as_of} | ({"known": stand.known} if stand.known else {})
    return urlunsplit(parts._replace(query=urlencode(query)))


def _templates(name: str) -> Environment:
    made = Environment(
        loader=PackageLoader("accordingto.show.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["stay"] = stay
    made.globals.update(case_name=name, types=TYPE_WORDS)
    return made
