"""The workspace answers its own machine and its own pages only, and seals what it sends."""

import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accordingto.casebook import open_case
from accordingto.show import web
from accordingto.show.web.app import create_app
from accordingto.show.web.guards import host_name
from accordingto.terms.reports import Report

NASTY = Report.of(
    title="Market <script>alert(1)</script> shelled",
    text='At least 12 people were killed in <img src=x onerror="alert(2)"> Qalat on Tuesday, the Rescue League said.',
    outlet='"><script>alert(3)</script>',
)


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8070", "127.0.0.1.evil.example", ""])
def test_a_foreign_name_is_not_answered(client, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "127.0.0.1" in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1:8070", "localhost", "[::1]:8070"])
def test_a_name_of_this_machine_is_answered(client, host):
    assert client.get("/", headers={"host": host}).status_code == 200


def test_a_change_sent_from_another_page_is_refused(client):
    assert client.post("/incidents", headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/incidents", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/incidents", headers={"origin": "http://127.0.0.1:8070"}).status_code == 405


def test_too_much_at_once_is_refused(client):
    assert client.post("/incidents", headers={"content-length": str(10**9)}).status_code == 413
    assert client.post("/incidents", headers={"content-length": "many"}).status_code == 413


@pytest.mark.parametrize("address", ["/", "/nowhere", "/static/style.css", "/incidents.json"])
def test_every_answer_is_sealed(client, address):
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_no_page_has_script_or_style_of_its_own(client, main):
    for address in ("/", "/map", f"/incidents/{main.incident.name}"):
        page = client.get(address).text
        assert "<style" not in page
        assert " style=" not in page
        assert " onclick" not in page
        assert "<script>" not in page
        assert "http://" not in page.replace("http://127.0.0.1", "")
        assert "https://" not in page


def test_words_of_a_report_never_act(tmp_path):
    with open_case(tmp_path / "nasty.db") as case:
        case.ingest(NASTY)
        case.read()
        case.reconcile()
        client = TestClient(create_app(case, name="nasty"), base_url="http://127.0.0.1")
        pages = ["/", "/incidents?all=yes", f"/reports/{NASTY.id}", "/search?q=<script>alert(4)</script>"]
        for page in (client.get(address).text for address in pages):
            assert "<script>alert" not in page
            assert "<img" not in page


@pytest.mark.parametrize(
    ("host", "name"), [("localhost:8070", "localhost"), ("LOCALHOST", "localhost"), ("[::1]:80", "[::1]"), ("", "")]
)
def test_the_name_of_a_host_is_told_without_its_port(host, name):
    assert host_name(host) == name


def test_no_template_lets_words_through_as_they_are():
    templates = sorted((Path(web.__file__).parent / "templates").glob("*.html"))
    assert len(templates) > 10
    for template in templates:
        text = template.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape\s+false|Markup", text), template.name
        assert not re.search(r"\son\w+=|\sstyle=|<style|<script(?! src=)|javascript:", text), template.name
