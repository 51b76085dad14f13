"""Addresses of incidents that are no more: each leads on, as a page and as data."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

import pytest
from fastapi.testclient import TestClient

from accordingto.casebook import Casebook, open_case
from accordingto.show.web.app import create_app
from accordingto.terms.incidents import Incident
from accordingto.terms.reports import Report

TEXTS = {
    "wire": (date(2016, 5, 3), "Shells hit the market in Idlib on Tuesday and killed at least 30 people, medics said."),
    "post": (
        date(2016, 5, 4),
        "At least 30 people died when shells hit the market in Idlib on Tuesday, a doctor said.",
    ),
}
LATER = datetime(2016, 6, 1, tzinfo=UTC)


@pytest.fixture
def reports() -> Mapping[str, Report]:
    return {
        ref: Report.of(title=f"News of {ref}", text=text, outlet=f"{ref.title()} (invented)", published=when, ref=ref)
        for ref, (when, text) in TEXTS.items()
    }


@pytest.fixture
def grown(tmp_path, reports: Mapping[str, Report]) -> Iterator[tuple[Casebook, Incident, Incident]]:
    """A case whose incident gained a report: it, what the incident was, and what it is."""
    with open_case(tmp_path / "case.db") as case:
        told = []
        for report in reports.values():
            case.ingest(report)
            case.read()
            case.reconcile()
            (one,) = (one.incident for one in case.incidents() if one.incident.main)
            told.append(one)
        yield case, *told


@pytest.fixture
def visitor(grown: tuple[Casebook, Incident, Incident]) -> Iterator[TestClient]:
    with TestClient(
        create_app(grown[0], name="own"), base_url="http://127.0.0.1:8070", follow_redirects=False
    ) as client:
        yield client


@pytest.mark.parametrize("address", ["/incidents/{}", "/incidents/{}.json", "/api/incidents/{}"])
def test_an_old_address_leads_to_the_incident_there_is_now(visitor, grown, address):
    _, before, now = grown
    for old, new in ((before.name, now.name), (before.id, now.id)):
        answer = visitor.get(address.format(old), params={"rule": "all"})
        assert (answer.status_code, answer.headers["location"]) == (308, f"{address.format(new)}?rule=all")
        assert answer.headers["cache-control"] == "no-store"  # what people take back must be reachable again
        assert visitor.get(answer.headers["location"]).status_code == 200


def test_an_address_whose_incident_was_split_names_its_parts(visitor, grown):
    case, _, whole = grown
    case.split(whole.id, ["post"], "Ada", "another market", at=LATER)
    parts = [one.incident for one in case.incidents() if one.incident.main]
    page, data = visitor.get(f"/incidents/{whole.name}"), visitor.get(f"/incidents/{whole.name}.json")
    assert (page.status_code, data.status_code) == (300, 300)
    assert len(parts) == 2
    for part in parts:
        assert f'href="/incidents/{part.name}"' in page.text
    assert {one["incident"] for one in data.json()["successors"]} == {part.id for part in parts}


def test_an_address_whose_incident_is_gone_names_its_reports(visitor, grown):
    case, _, whole = grown
    for ref in ("wire", "post"):
        report = case.report(ref)
        for find in case.finds(report.id):
            if find.item.kind == "event":
                case.reject(report.id, "event", find.item.id, "Ada", "no such thing", at=LATER)
    page, data = visitor.get(f"/incidents/{whole.name}"), visitor.get(f"/api/incidents/{whole.name}")
    assert (page.status_code, data.status_code) == (410, 410)
    assert "News of wire" in page.text
    assert "News of post" in page.text


def test_who_searches_for_an_old_name_finds_the_incident_there_is_now(visitor, grown):
    _, before, now = grown
    found = visitor.get("/search.json", params={"q": before.name}).json()["incidents"]
    assert [line["name"] for line in found] == [now.name]
    assert visitor.get("/search.json", params={"q": "babab-babab"}).json()["incidents"] == []


def test_the_past_goes_on_to_show_what_the_incident_was(visitor, grown):
    _, before, _ = grown
    answer = visitor.get(f"/incidents/{before.name}", params={"as_of": "2016-05-03"})
    assert answer.status_code == 200
    assert before.name in answer.text


def test_a_form_about_an_incident_that_is_no_more_is_not_sent_elsewhere(visitor, grown):
    _, before, _ = grown
    form = {"account": "wire", "author": "Ada", "reason": "no", "token": visitor.cookies.get("accordingto_token", "")}
    assert visitor.post(f"/incidents/{before.name}/split", data=form).status_code >= 400
