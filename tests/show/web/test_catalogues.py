"""Pages made by key say what pages made from the whole case say, and stay small however large the case is."""

import html
import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.casebook import open_case
from accordingto.casebook.wholes import WholeCatalogue
from accordingto.show.web import desk as desks
from accordingto.show.web.app import create_app
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages import cases as case_pages
from accordingto.show.web.pages import maps, timelines
from accordingto.show.web.pages.cases import case_page, incidents_page
from accordingto.show.web.pages.filters import Filter
from accordingto.show.web.pages.maps import map_page
from accordingto.show.web.pages.sheets import Sheet, page_asked, sheet_of
from accordingto.show.web.pages.timelines import timeline_page
from accordingto.terms.reports import Report
from accordingto.terms.summaries import Stretch
from tests.casebook.test_growth import keep
from tests.reconcile.growing import cases

FIRST_LOAD = 300_000  # bytes: a second on a slow line
FILTERS = ("", "all=yes", "place=q&disputed=yes&all=yes", "since=2016-12-14", "type=ASSAULT&until=2016-12-13&all=yes")


class WholeDesk(Desk):
    """A desk that loads the whole case, as all did before there was a catalogue."""

    @property
    def catalogue(self):
        return WholeCatalogue(self.case, now=self._now)

    @property
    def queue(self):
        return Stretch.of(self.case.queue())


def said(case, desk, *queries):
    """The data of every page of the case, as desks of this kind make it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desks, "Desk", desk)
        with TestClient(create_app(case, name="x"), base_url="http://127.0.0.1:8070") as client:
            return {address: client.get(f"/api{address}").json() for address in addresses(case, queries)}


def addresses(case, queries):
    yield from ("/case", "/sources", "/announcements", "/announcements?kind=kept", "/review?skipped=a")
    yield from (f"/search?q={words}" for words in ("", "the", "qalat", "december+sukkari", "a", "qalat,"))
    yield from (f"{path}?{query}" for path in ("/incidents", "/map", "/timeline") for query in FILTERS)
    yield from (f"/incidents/{found.incident.name}{query}" for found in case.incidents() for query in ("", *queries))
    yield from (f"/reports/{report.id}" for report in case.reports())
    voices = WholeCatalogue(case).voices((), 0, 1000).items
    yield from (f"/sources/{quote(voice.key, safe='')}{query}" for voice in voices for query in ("", "?page=2"))
    yield from (f"/announcements{query}" for query in queries)
    queued = case.queue()
    yield from (f"/review?item={one.find.item.id}" for one in queued[:: max(1, len(queued) // 9)])


def test_every_page_of_the_example_is_the_same_by_key(case):
    asked = ("?now=2016-12-14T08:00", "?now=2016-12-30")
    shown = said(case, Desk, *asked)
    assert len(shown) > 60
    assert not [answer for answer in shown.values() if "error" in answer]
    assert shown == said(case, WholeDesk, *asked)


@given(cases(7), st.randoms(use_true_random=False))
@settings(max_examples=5, deadline=None)
def test_every_page_of_any_case_is_the_same_by_key(told, chance):
    with open_case(":memory:") as case:
        left = list(told)
        while left:
            keep(case, [left.pop() for _ in range(min(len(left), chance.randrange(1, 4)))])
            case.reconcile()
        assert said(case, Desk) == said(case, WholeDesk)


def test_the_first_load_is_small(client):
    page = client.get("/").text
    files = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page))
    assert {file.rpartition(".")[2] for file in files} == {"css", "js", "svg"}
    assert len(page.encode()) + sum(len(client.get(file).content) for file in files) < FIRST_LOAD


def test_a_full_first_page_of_a_large_case_is_small_too(client):
    """A table of as many rows as it may have, each as long as the longest."""
    page = client.get("/")
    rows = re.findall(r"<tr\b[^>]*>\s*<td.*?</tr>", page.text, re.DOTALL)
    files = sum(len(client.get(file).content) for file in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)))
    longest = max(len(row.encode()) for row in rows)
    assert len(page.content) + files + case_pages.INCIDENTS_SHOWN * longest < FIRST_LOAD


def test_every_answer_says_how_long_it_took(client):
    assert re.fullmatch(r"total;dur=\d+\.\d", client.get("/incidents").headers["server-timing"])


def test_a_long_list_is_shown_page_by_page(own_case, own_client, monkeypatch):
    whole = [line.name for line in incidents_page(Desk(own_case), Filter(all="yes")).incidents]
    monkeypatch.setattr("accordingto.show.web.asking.INCIDENTS_SHOWN", 2)
    address, seen = "/incidents?all=yes", []
    while address:
        page = own_client.get(address.replace("/incidents?", "/incidents.json?")).json()
        seen += [line["name"] for line in page["incidents"]]
        assert page["sheet"]["total"] == len(whole)
        assert 'aria-label="Pages of incidents"' in own_client.get(address).text
        address = page["sheet"]["next"]
    assert seen == whole


def test_a_page_beyond_the_last_leads_back(own_client, monkeypatch):
    monkeypatch.setattr("accordingto.show.web.asking.INCIDENTS_SHOWN", 2)
    page = own_client.get("/incidents?page=999")
    assert "There is no page 999 of incidents" in page.text
    assert re.search(r'rel="prev" href="/incidents\?page=\d+"', page.text)


@pytest.mark.parametrize(("text", "page"), [("", 1), ("3", 3), ("0", 1), ("-2", 1), ("x", 1), ("٣", 3), ("9" * 40, 1)])
def test_a_page_is_a_number_or_the_first(text, page):
    assert page_asked(text) == page


def test_a_sheet_says_which_of_how_many():
    assert sheet_of(103, 2, 50, "/sources?a=b") == Sheet(2, 3, 103, 51, 100, "/sources?a=b", "/sources?a=b&page=3")
    assert sheet_of(0, 1, 50, "/sources") == Sheet(1, 1, 0, 0, 0, "", "")


def test_a_map_of_many_incidents_shows_the_places_with_the_most(case, monkeypatch):
    whole = map_page(Desk(case), Filter(all="yes"))
    monkeypatch.setattr(maps, "ALL_SHOWN", 1)
    monkeypatch.setattr(maps, "PLACES_SHOWN", 1)
    monkeypatch.setattr(maps, "OF_A_PLACE", 1)
    page = map_page(Desk(case), Filter(all="yes"))
    assert len(whole.marks) > 1
    assert page.more_places == len(whole.marks) - 1
    assert page.marks[0].total == max(mark.total for mark in whole.marks)
    assert len(page.marks[0].incidents) == 1


def test_a_timeline_goes_on_on_the_next_page(case, monkeypatch):
    whole = timeline_page(Desk(case), Filter(all="yes"))
    monkeypatch.setattr(timelines, "DAYS_SHOWN", 1)
    monkeypatch.setattr(timelines, "OF_A_DAY", 1)
    parts = [timeline_page(Desk(case), Filter(all="yes"), page) for page in range(1, len(whole.days) + 1)]
    assert [day.when for part in parts for day in part.days] == [day.when for day in whole.days]
    assert [day.bar for part in parts for day in part.days] == [day.bar for day in whole.days]
    fullest = max((day for part in parts for day in part.days), key=lambda day: day.total)
    assert fullest.total > len(fullest.incidents) == 1
    assert fullest.more.startswith("/incidents?since=")


def test_a_case_that_an_earlier_version_compared_says_what_to_do(own_case, own_client):
    with own_case._store.writing() as record:
        record.exec_driver_sql("DELETE FROM catalogue")
    answer = own_client.get("/incidents")
    assert answer.status_code == 422
    assert "run <code>accordingto reconcile</code>" in answer.text
    before = own_case.incidents()
    own_case.reconcile()
    assert own_client.get("/incidents").status_code == 200
    assert own_case.incidents() == before


def test_a_large_case_is_not_compared_anew_for_a_page(client, monkeypatch):
    monkeypatch.setattr(desks, "PAST_REPORTS", 7)
    answer = client.get("/incidents.json?as_of=2016-12-14T11:00")
    assert answer.status_code == 422
    assert "`accordingto incidents --as-of 2016-12-14T11:00`" in answer.json()["error"]


@pytest.mark.parametrize(
    ("address", "command"),
    [
        ("/incidents/bobus-kijom?rule=ged&as_of=2016-12-14", "accordingto brief bobus-kijom --as-of 2016-12-14"),
        ("/api/incidents/bobus-kijom?as_of=2016-12-14", "accordingto brief bobus-kijom --as-of 2016-12-14"),
        ("/reports/harbour-1?as_of=2016-12-14&known=yes", "accordingto reports harbour-1 --as-of 2016-12-14 --known"),
        ("/search?q=buses+evacuat*&as_of=2016-12-14", "accordingto search buses 'evacuat*' --as-of 2016-12-14"),
        ("/?as_of=2016-12-14", "accordingto incidents --as-of 2016-12-14"),
        ("/incidents.csv?as_of=2016-12-14", "accordingto incidents --as-of 2016-12-14"),
        ("/review?as_of=2016-12-14", "accordingto reviews --as-of 2016-12-14"),
    ],
)
def test_what_a_page_does_not_say_of_a_past_a_command_does(client, monkeypatch, address, command):
    monkeypatch.setattr(desks, "PAST_REPORTS", 7)
    page = client.get(address)
    assert page.status_code == 422
    assert command in html.unescape(page.text)
    assert not re.search("INCIDENT|MOMENT", page.text)


def test_what_was_worked_out_serves_again_until_the_case_changes(own_case, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "accordingto.show.web.app.case_page", lambda desk, *told: asked.append(desk) or case_page(desk, *told)
    )
    with TestClient(create_app(own_case, name="own"), base_url="http://127.0.0.1:8070") as client:
        first = client.get("/case.json").json()
        assert client.get("/case.json").json() == first
        assert len(asked) == 1
        own_case.ingest(Report.of(title="A mill", text="The mill was mended, a miller said.", outlet="X (invented)"))
        assert client.get("/case.json").json()["unread"] == 1
        assert len(asked) == 2
