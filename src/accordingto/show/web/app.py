"""The workspace's application: every page under its own address, as HTML for people and as JSON for programs."""

from collections.abc import Collection
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from accordingto.casebook import Casebook
from accordingto.show.web.adding import ADD, Adding, AddPage
from accordingto.show.web.asking import (
    ask_adjudicate,
    ask_agreement,
    ask_announcements,
    ask_code,
    ask_codings,
    ask_incidents,
    ask_map,
    ask_review,
    ask_round,
    ask_sources,
    ask_timeline,
    asked_of,
    home_of,
    key_of,
    moment_asked,
    page_of,
    rule_of,
    stretch_of,
)
from accordingto.show.web.coding import (
    adjudicate,
    code,
    introduce_coder,
    move,
    own_step,
    take_back_answer,
    take_back_code,
)
from accordingto.show.web.deciding import introduce, look_over, merge, own_words, split, take_back, undo
from accordingto.show.web.drawing import begin_round, known_coders
from accordingto.show.web.guards import LOCAL, Guard
from accordingto.show.web.pages.announcements import AnnouncementsPage, announcement_rows
from accordingto.show.web.pages.cases import (
    CasePage,
    IncidentsPage,
    case_page,
    incident_rows,
)
from accordingto.show.web.pages.coding_items import AdjudicatePage, CodePage
from accordingto.show.web.pages.codings import (
    AgreementPage,
    CodingsPage,
    RoundPage,
    agreement_rows,
)
from accordingto.show.web.pages.finds import SearchPage, search_page
from accordingto.show.web.pages.incidents import IncidentPage, incident_page
from accordingto.show.web.pages.maps import MapPage
from accordingto.show.web.pages.reports import ReportPage, report_page
from accordingto.show.web.pages.reviews import ReviewPage
from accordingto.show.web.pages.sources import (
    SourcePage,
    SourcesPage,
    source_page,
    source_rows,
)
from accordingto.show.web.pages.timelines import TimelinePage, timeline_rows
from accordingto.show.web.sessions import Door
from accordingto.show.web.signing import Signing
from accordingto.show.web.site import Pages
from accordingto.show.web.timing import Timing
from accordingto.terms.users import Role

STATIC = Path(__file__).parent / "static"


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
    pages = Pages(app, case, name)
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
        lambda request, desk: case_page(desk, name, moment_asked(asked_of(request, "since"))),
    )
    pages.add("/incidents", "incidents", IncidentsPage, ask_incidents, incident_rows)
    pages.add(
        "/incidents/{key}",
        "incident",
        IncidentPage,
        lambda request, desk: incident_page(desk, home_of(request, name), key_of(request), rule_of(request)),
    )
    pages.add(
        "/reports/{key}",
        "report",
        ReportPage,
        lambda request, desk: report_page(desk, home_of(request, name), key_of(request), stretch_of(request)),
    )
    pages.add("/sources", "sources", SourcesPage, ask_sources, source_rows)
    pages.add(
        "/sources/{key}",
        "source",
        SourcePage,
        lambda request, desk: source_page(desk, home_of(request, name), key_of(request), page_of(request)),
    )
    pages.add("/announcements", "announcements", AnnouncementsPage, ask_announcements, announcement_rows)
    pages.add("/map", "map", MapPage, ask_map)
    pages.add("/timeline", "timeline", TimelinePage, ask_timeline, timeline_rows)
    pages.add("/search", "search", SearchPage, lambda request, desk: search_page(desk, asked_of(request, "q")))
    pages.add("/review", "review", ReviewPage, ask_review)
    pages.add(ADD, "add", AddPage, lambda request, desk: AddPage())
    Adding(case, pages.show, layers).add_to(app)
    pages.take("/review", look_over, Role.REVIEWER)
    pages.take("/review/undo", take_back, Role.REVIEWER, own_words)
    pages.take("/review/author", introduce, Role.REVIEWER)
    pages.add("/coding", "codings", CodingsPage, ask_codings)
    pages.take("/coding", begin_round, check=known_coders)
    pages.add("/coding/{key}/agreement", "coding_agreement", AgreementPage, ask_agreement, agreement_rows)
    pages.add("/coding/{key}/code", "coding_code", CodePage, ask_code)
    pages.add("/coding/{key}/adjudicate", "coding_adjudicate", AdjudicatePage, ask_adjudicate)
    pages.add("/coding/{key}", "coding_round", RoundPage, ask_round)
    pages.take("/coding/{key}/code", code, Role.REVIEWER)
    pages.take("/coding/{key}/undo", take_back_code, Role.REVIEWER)
    pages.take("/coding/{key}/steps", move, Role.REVIEWER, own_step)
    pages.take("/coding/{key}/adjudicate", adjudicate)
    pages.take("/coding/{key}/adjudicate/undo", take_back_answer)
    pages.take("/coding/{key}/author", introduce_coder, Role.REVIEWER)
    pages.take("/incidents/{key}/split", split)
    pages.take("/incidents/{key}/merge", merge)
    pages.take("/incidents/{key}/undo", undo)
    pages.add_index("/api")
    pages.add_errors()
    return app
