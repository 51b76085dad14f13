"""What an address asks for: each page filled from the desk as its path and its query say."""

import re
from dataclasses import replace
from datetime import date, datetime
from math import isfinite

from fastapi import Request
from starlette.exceptions import HTTPException

from accordingto.show.web.desk import Desk, Home
from accordingto.show.web.forms import author_of
from accordingto.show.web.pages.announcements import OF_A_TABLE, AnnouncementsPage, announcements_page
from accordingto.show.web.pages.cases import (
    INCIDENTS_SHOWN,
    ROWS_SHOWN,
    IncidentsPage,
    IncidentsTable,
    incidents_page,
    incidents_table,
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
from accordingto.show.web.pages.filters import TYPES, Filter
from accordingto.show.web.pages.maps import CLOSEST, MOST_OF_THE_WORLD, MapPage, map_page
from accordingto.show.web.pages.reviews import ReviewPage, review_page
from accordingto.show.web.pages.sheets import page_asked
from accordingto.show.web.pages.sources import (
    VOICES_SHOWN,
    SourcesPage,
    sources_page,
)
from accordingto.show.web.pages.timelines import DAYS_OF_A_TABLE, TimelinePage, timeline_page
from accordingto.show.web.sessions import may, user_of
from accordingto.show.words import clipped
from accordingto.terms.findings import OutcomeKind
from accordingto.terms.standpoints import last_moment
from accordingto.terms.tolls import TollRule
from accordingto.terms.users import Role

DAY = re.compile(r"\d{4}(-\d\d){0,2}")
STRETCH = re.compile(r"(\d{1,9})-(\d{1,9})")


def ask_incidents(request: Request, desk: Desk) -> IncidentsPage | IncidentsTable:
    asked, page = filter_of(request), page_of(request)
    return (
        incidents_table(desk, asked, page) if is_table(request) else incidents_page(desk, asked, page, INCIDENTS_SHOWN)
    )


def is_table(request: Request) -> bool:
    """Whether a table is asked for, as programs read it."""
    return request.url.path.endswith(".csv")


def ask_sources(request: Request, desk: Desk) -> SourcesPage:
    size = ROWS_SHOWN if is_table(request) else VOICES_SHOWN
    return sources_page(desk, page_of(request), size)


def ask_map(request: Request, desk: Desk) -> MapPage:
    return map_page(desk, filter_of(request), _zoom(asked_of(request, "zoom")))


def _zoom(text: str) -> float:
    """How much closer than all incidents together; 1 for what is no number of that kind."""
    try:
        zoom = float(text)
    except ValueError:
        return 1.0
    return min(max(zoom, MOST_OF_THE_WORLD), CLOSEST) if isfinite(zoom) else 1.0


def ask_timeline(request: Request, desk: Desk) -> TimelinePage:
    size = (DAYS_OF_A_TABLE, ROWS_SHOWN) if is_table(request) else ()
    return timeline_page(desk, filter_of(request), page_of(request), *size)


def filter_of(request: Request) -> Filter:
    """The filter that an address asks by; 422 for a day or a type of event that is none."""
    asked = Filter.asked(request.query_params)
    for day in (asked.since, asked.until):
        if day and not _is_day(day):
            raise HTTPException(422, f"{clipped(day, 60)!r} is no day; write 2016-12-15, or 2016-12 for the month")
    if asked.type and asked.type not in TYPES:
        raise HTTPException(422, f"{clipped(asked.type, 60)!r} is no type of event; it is one of {', '.join(TYPES)}")
    return asked


def _is_day(text: str) -> bool:
    """Whether there is this day, month or year."""
    if not DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(f"{text}{'2016-01-01'[len(text) :]}" if len(text) in (4, 7) else text)
    except ValueError:
        return False
    return True


def rule_of(request: Request) -> str:
    """The key of the rule that tolls are asked for by, empty where none is; 422 for one that nobody knows."""
    asked, keys = asked_of(request, "rule"), [rule.key for rule in TollRule]
    if asked and asked not in keys:
        raise HTTPException(422, f"{clipped(asked, 60)!r} is no rule for tolls; it is one of {', '.join(keys)}")
    return asked


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
    kind, kinds = asked_of(request, "kind"), [one.value for one in OutcomeKind]
    if kind and kind not in kinds:
        raise HTTPException(
            422, f"{clipped(kind, 60)!r} is nothing that becomes of an announcement; it is one of {'; '.join(kinds)}"
        )
    return announcements_page(desk, kind, page_of(request), OF_A_TABLE if is_table(request) else None)


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
