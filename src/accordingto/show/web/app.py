"""The workspace's application: every page under its own address, as HTML for people and as JSON for programs."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, PackageLoader, StrictUndefined, pass_context, select_autoescape
from jinja2.runtime import Context
from starlette.exceptions import HTTPException

from accordingto.casebook import Casebook
from accordingto.errors import AccordingToError, Busy, NothingFound, Overtaken, StillBlind
from accordingto.show.export.tables import csv_text
from accordingto.show.standpoints import seen_from
from accordingto.show.web.adding import ADD, Adding, AddPage
from accordingto.show.web.coding import (
    adjudicate,
    code,
    introduce_coder,
    move,
    own_step,
    take_back_answer,
    take_back_code,
)
from accordingto.show.web.deciding import Check, Deed, introduce, look_over, merge, own_words, split, take_back, undo
from accordingto.show.web.descriptions import parameters_of, problems_of
from accordingto.show.web.desk import Desk, Desks, Home, Stand
from accordingto.show.web.forms import AUTHOR, Form, author_of, form_of, keep_token, remember, token_of
from accordingto.show.web.guards import HEADERS, LOCAL, Guard
from accordingto.show.web.pages.announcements import AnnouncementsPage, announcements_page
from accordingto.show.web.pages.cases import (
    INCIDENTS_SHOWN,
    ROWS_SHOWN,
    CasePage,
    IncidentsPage,
    case_page,
    incident_rows,
    incidents_page,
)
from accordingto.show.web.pages.coding_items import AdjudicatePage, CodePage, adjudicate_page, code_page
from accordingto.show.web.pages.codings import (
    AgreementPage,
    CodingsPage,
    RoundPage,
    agreement_page,
    agreement_rows,
    codings_page,
    round_page,
)
from accordingto.show.web.pages.conflicts import conflict_page, error_page
from accordingto.show.web.pages.filters import TYPES, Filter
from accordingto.show.web.pages.finds import SearchPage, search_page
from accordingto.show.web.pages.incidents import IncidentPage, incident_page
from accordingto.show.web.pages.maps import CLOSEST, MOST_OF_THE_WORLD, MapPage, map_page
from accordingto.show.web.pages.reports import ReportPage, report_page
from accordingto.show.web.pages.reviews import ReviewPage, review_page
from accordingto.show.web.pages.sheets import page_asked
from accordingto.show.web.pages.sources import (
    VOICES_SHOWN,
    SourcePage,
    SourcesPage,
    source_page,
    source_rows,
    sources_page,
)
from accordingto.show.web.pages.timelines import TimelinePage, timeline_page
from accordingto.show.web.sessions import Door, check_role, may, user_of, wants_data
from accordingto.show.web.signing import Signing
from accordingto.show.web.timing import Timing
from accordingto.show.words import one_line
from accordingto.terms.standpoints import last_moment
from accordingto.terms.users import Role

STATIC = Path(__file__).parent / "static"
STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")
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


def create_app(
    case: Casebook,
    *,
    name: str,
    hosts: Collection[str] = LOCAL,
    sign_in: bool = False,
    layers: Path | None = None,
) -> FastAPI:
    """The workspace of this case; `name` is what it is called on its pages, `layers` the places it reads with.

    With `sign_in` nobody gets further than the sign-in page who is no user of the case; without, whoever asks may do
    everything: that is for one person on their own machine.
    """
    app = FastAPI(title=f"According To: {name}", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.sign_in = sign_in
    pages = _Pages(app, case, name)
    if sign_in:
        app.add_middleware(Door, users=case.users, refusal=pages.refuse)
        Signing(case.users, pages.show).add_to(app)
    app.add_middleware(Guard, hosts=hosts)
    app.add_middleware(Timing)  # added last, and so the first that a request meets
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    pages.add(
        "/",
        "case",
        CasePage,
        lambda request, desk: case_page(desk, name, moment_asked(_asked(request, "since"))),
    )
    pages.add("/incidents", "incidents", IncidentsPage, _incidents, incident_rows)
    pages.add(
        "/incidents/{key}",
        "incident",
        IncidentPage,
        lambda request, desk: incident_page(desk, _home(request, name), _key(request), _asked(request, "rule")),
    )
    pages.add(
        "/reports/{key}",
        "report",
        ReportPage,
        lambda request, desk: report_page(desk, _home(request, name), _key(request), _stretch(request)),
    )
    pages.add("/sources", "sources", SourcesPage, _sources, source_rows)
    pages.add(
        "/sources/{key}",
        "source",
        SourcePage,
        lambda request, desk: source_page(desk, _home(request, name), _key(request), _page(request)),
    )
    pages.add("/announcements", "announcements", AnnouncementsPage, _announcements)
    pages.add("/map", "map", MapPage, _map)
    pages.add("/timeline", "timeline", TimelinePage, _timeline)
    pages.add("/search", "search", SearchPage, lambda request, desk: search_page(desk, _asked(request, "q")))
    pages.add("/review", "review", ReviewPage, _review)
    pages.add(ADD, "add", AddPage, lambda request, desk: AddPage())
    Adding(case, pages.show, layers).add_to(app)
    pages.take("/review", look_over, Role.REVIEWER)
    pages.take("/review/undo", take_back, Role.REVIEWER, own_words)
    pages.take("/review/author", introduce, Role.REVIEWER)
    pages.add("/coding", "codings", CodingsPage, lambda request, desk: codings_page(desk, author_of(request)))
    pages.add("/coding/{key}/agreement", "coding_agreement", AgreementPage, _agreement, agreement_rows)
    pages.add("/coding/{key}/code", "coding_code", CodePage, _code)
    pages.add("/coding/{key}/adjudicate", "coding_adjudicate", AdjudicatePage, _adjudicate)
    pages.add("/coding/{key}", "coding_round", RoundPage, _round)
    pages.take("/coding/{key}/code", code, Role.REVIEWER)
    pages.take("/coding/{key}/undo", take_back_code, Role.REVIEWER)
    pages.take("/coding/{key}/steps", move, Role.REVIEWER, own_step)
    pages.take("/coding/{key}/adjudicate", adjudicate)
    pages.take("/coding/{key}/adjudicate/undo", take_back_answer)
    pages.take("/coding/{key}/author", introduce_coder, Role.REVIEWER)
    pages.take("/incidents/{key}/split", split)
    pages.take("/incidents/{key}/merge", merge)
    pages.take("/incidents/{key}/undo", undo)
    pages.add_errors()
    return app


def _incidents(request: Request, desk: Desk) -> IncidentsPage:
    size = ROWS_SHOWN if request.url.path.endswith(".csv") else INCIDENTS_SHOWN
    return incidents_page(desk, Filter.asked(request.query_params), _page(request), size)


def _sources(request: Request, desk: Desk) -> SourcesPage:
    size = ROWS_SHOWN if request.url.path.endswith(".csv") else VOICES_SHOWN
    return sources_page(desk, _page(request), size)


def _map(request: Request, desk: Desk) -> MapPage:
    return map_page(desk, Filter.asked(request.query_params), _zoom(_asked(request, "zoom")))


def _zoom(text: str) -> float:
    """How much closer than all incidents together; 1 for what is no number of that kind."""
    try:
        zoom = float(text)
    except ValueError:
        return 1.0
    return min(max(zoom, MOST_OF_THE_WORLD), CLOSEST) if isfinite(zoom) else 1.0


def _timeline(request: Request, desk: Desk) -> TimelinePage:
    return timeline_page(desk, Filter.asked(request.query_params), _page(request))


def _home(request: Request, name: str) -> Home:
    return Home(name, str(request.base_url).rstrip("/"))


def _stretch(request: Request) -> tuple[int, int] | None:
    """The characters of a report that an address points at."""
    stretch = STRETCH.fullmatch(_asked(request, "at"))
    return (int(stretch[1]), int(stretch[2])) if stretch else None


def _announcements(request: Request, desk: Desk) -> AnnouncementsPage:
    return announcements_page(desk, _asked(request, "kind"), _page(request))


def _review(request: Request, desk: Desk) -> ReviewPage:
    asked = {name: _asked(request, name) for name in ("report", "item", "skipped")}
    page = review_page(desk, author_of(request), **asked)
    return replace(page, open=page.open and may(request, Role.REVIEWER))


def _page(request: Request) -> int:
    return page_asked(_asked(request, "page"))


def _round(request: Request, desk: Desk) -> RoundPage:
    return round_page(desk, author_of(request), _key(request))


def _agreement(request: Request, desk: Desk) -> AgreementPage:
    return agreement_page(desk, author_of(request), _key(request))


def _code(request: Request, desk: Desk) -> CodePage:
    asked = {name: _asked(request, name) for name in ("item", "skipped")}
    return code_page(desk, author_of(request), _key(request), **asked)


def _adjudicate(request: Request, desk: Desk) -> AdjudicatePage:
    return adjudicate_page(desk, author_of(request), _key(request), item=_asked(request, "item"))


def _key(request: Request) -> str:
    return str(request.path_params["key"])


def _asked(request: Request, name: str) -> str:
    return request.query_params.get(name, "").strip()


class _Pages:
    """Adds each page twice: rendered by the template of its name, and as the data that the template is given."""

    def __init__(self, app: FastAPI, case: Casebook, name: str) -> None:
        self._app, self._case, self._desks = app, case, Desks(case)
        self._templates = _templates(name)

    def add(self, path: str, template: str, kind: type, fill: Fill, rows: Rows | None = None) -> None:
        def filled(request: Request, desk: Desk) -> Any:
            if template in PERSONAL:
                return fill(request, desk)
            query, ending = str(request.query_params), request.url.path.endswith(".csv")
            asked = (template, *request.path_params.values(), query, ending, str(request.base_url))
            return desk.once(asked, lambda: fill(request, desk))

        def html(request: Request) -> HTMLResponse:
            desk = self._desk(request)
            return self.show(request, template, filled(request, desk), seen=seen_from(desk.case))

        def data(request: Request) -> JSONResponse:
            return JSONResponse(asdict(filled(request, self._desk(request))))

        def table(request: Request) -> Response:
            assert rows is not None
            return Response(csv_text(rows(filled(request, self._desk(request)))), media_type="text/csv; charset=utf-8")

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

    def _desk(self, request: Request) -> Desk:
        now, moment = (moment_asked(_asked(request, name)) for name in ("now", "as_of"))
        return self._desks.at(moment, known=_asked(request, "known") == "yes", now=now)

    def show(self, request: Request, template: str, page: object, status: int = 200, *, seen: str = "") -> HTMLResponse:
        """The page made by its template, for whoever asks."""
        token = token_of(request)
        response = HTMLResponse(self._render(request, template, page, seen, token), status)
        keep_token(request, response, token)
        return response

    def _render(self, request: Request, template: str, page: object, seen: str, token: str) -> str:
        stand = Stand(*(_asked(request, name) for name in ("as_of", "known", "rule")))
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

    def refuse(self, request: Request, status: int, words: str, form: Form | None = None) -> Response:
        """What happened and what to do, as a page or for a program, with what was written in the form that led here."""
        if wants_data(request):
            return JSONResponse({"error": words}, status)
        title = TITLES.get(status, "Not possible")
        return self.show(request, "error", error_page(title, words, status, form), status)


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
            return (
                404,
                NO_PAGE,
            )
        case HTTPException():
            return error.status_code, one_line(str(error.detail))
        case RequestValidationError():
            return 422, "The address asks for something that cannot be understood; start again from the case."
        case _:
            return 500, BROKEN


def moment_asked(text: str) -> datetime | None:
    """The moment an address names, or the end of its day; UTC where it says no zone, None where it says nothing."""
    if not text:
        return None
    try:
        return last_moment(date.fromisoformat(text) if len(text) == len("2016-12-15") else datetime.fromisoformat(text))
    except ValueError:
        raise HTTPException(422, f"{text!r} is no moment; write 2016-12-15 or 2016-12-15T08:00") from None


@pass_context
def stay(context: Context, address: str) -> str:
    """The address seen from where the reader stands: with the moment, and how the case is seen at it, in its query."""
    stand: Stand = context["stand"]
    parts = urlsplit(address)
    if not stand.as_of or not address.startswith("/"):
        return address
    query = {**dict(parse_qsl(parts.query)), "as_of": stand.as_of} | ({"known": stand.known} if stand.known else {})
    return urlunsplit(parts._replace(query=urlencode(query)))


def _templates(name: str) -> Environment:
    made = Environment(
        loader=PackageLoader("accordingto.show.web"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["stay"] = stay
    made.globals.update(case_name=name, types=TYPES)
    return made
