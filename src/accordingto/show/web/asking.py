"""What an address asks for: each page filled from the desk as its path and its query say."""

import re
from dataclasses import replace
from datetime import date, datetime
from math import isfinite

from fastapi import Request
from starlette.exceptions import HTTPException

from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.forms import author_of
from accordingto.show.web.pages.announcements import AnnouncementsPage, announcements_page
from accordingto.show.web.pages.cases import (
    INCIDENTS_SHOWN,
    ROWS_SHOWN,
    IncidentsPage,
    incidents_page,
)
from accordingto.show.web.pages.coding_items import AdjudicatePage, CodePage, adjudicate_page, code_page
from accordingto.show.web.pages.codings import (
    AgreementPage,
    CodingsPage,
    RoundPage,
    agreement_page,
    codings_page,
    round_page,
)
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.maps import CLOSEST, MOST_OF_THE_WORLD, MapPage, map_page
from accordingto.show.web.pages.reviews import ReviewPage, review_page
from accordingto.show.web.pages.sheets import page_asked
from accordingto.show.web.pages.sources import (
    VOICES_SHOWN,
    SourcesPage,
    sources_page,
)
from accordingto.show.web.pages.timelines import TimelinePage, timeline_page
from accordingto.show.web.sessions import may, user_of
from accordingto.show.words import clipped
from accordingto.terms.standpoints import last_moment
from accordingto.terms.users import Role

STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")


def ask_incidents(request: Request, desk: Desk) -> IncidentsPage:
    size = ROWS_SHOWN if request.url.path.endswith(".csv") else INCIDENTS_SHOWN
    return incidents_page(desk, Filter.asked(request.query_params), page_of(request), size)


def ask_sources(request: Request, desk: Desk) -> SourcesPage:
    size = ROWS_SHOWN if request.url.path.endswith(".csv") else VOICES_SHOWN
    return sources_page(desk, page_of(request), size)


def ask_map(request: Request, desk: Desk) -> MapPage:
    return map_page(desk, Filter.asked(request.query_params), _zoom(asked_of(request, "zoom")))


def _zoom(text: str) -> float:
    """How much closer than all incidents together; 1 for what is no number of that kind."""
    try:
        zoom = float(text)
    except ValueError:
        return 1.0
    return min(max(zoom, MOST_OF_THE_WORLD), CLOSEST) if isfinite(zoom) else 1.0


def ask_timeline(request: Request, desk: Desk) -> TimelinePage:
    return timeline_page(desk, Filter.asked(request.query_params), page_of(request))


def home_of(request: Request, name: str) -> Home:
    return Home(name, str(request.base_url).rstrip("/"))


def stretch_of(request: Request) -> tuple[int, int] | None:
    """The characters of a report that an address points at; none where it points at none."""
    text = asked_of(request, "at")
    stretch = STRETCH.fullmatch(text)
    if text and not (stretch and int(stretch[1]) < int(stretch[2])):
        raise HTTPException(422, f"{clipped(text, 60)!r} is no stretch of characters; write its ends: 120-132")
    return (int(stretch[1]), int(stretch[2])) if stretch else None


def ask_announcements(request: Request, desk: Desk) -> AnnouncementsPage:
    return announcements_page(desk, asked_of(request, "kind"), page_of(request))


def ask_review(request: Request, desk: Desk) -> ReviewPage:
    asked = {name: asked_of(request, name) for name in ("report", "item", "skipped")}
    page = review_page(desk, author_of(request), **asked)
    return replace(page, open=page.open and may(request, Role.REVIEWER))


def page_of(request: Request) -> int:
    return page_asked(asked_of(request, "page"))


def ask_codings(request: Request, desk: Desk) -> CodingsPage:
    """Where people sign in, coders are users of the case: who cannot sign in could not code."""
    return codings_page(desk, author_of(request), with_users=user_of(request) is not None)


def ask_round(request: Request, desk: Desk) -> RoundPage:
    return round_page(desk, author_of(request), key_of(request))


def ask_agreement(request: Request, desk: Desk) -> AgreementPage:
    return agreement_page(desk, author_of(request), key_of(request))


def ask_code(request: Request, desk: Desk) -> CodePage:
    asked = {name: asked_of(request, name) for name in ("item", "skipped")}
    return code_page(desk, author_of(request), key_of(request), **asked)


def ask_adjudicate(request: Request, desk: Desk) -> AdjudicatePage:
    return adjudicate_page(desk, author_of(request), key_of(request), item=asked_of(request, "item"))


def key_of(request: Request) -> str:
    return str(request.path_params["key"])


def asked_of(request: Request, name: str) -> str:
    return request.query_params.get(name, "").strip()


def moment_asked(text: str) -> datetime | None:
    """The moment an address names, or the end of its day; UTC where it says no zone, None where it says nothing."""
    if not text:
        return None
    try:
        return last_moment(date.fromisoformat(text) if len(text) == len("2016-12-15") else datetime.fromisoformat(text))
    except ValueError:
        raise HTTPException(422, f"{clipped(text, 60)!r} is no moment; write 2016-12-15 or 2016-12-15T08:00") from None
