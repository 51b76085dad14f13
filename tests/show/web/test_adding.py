"""Reports come into the case through the workspace: typed, or a file of them, within limits, by an editor."""

import html
import json

import pytest
from fastapi.testclient import TestClient

from accordingto.casebook import cases
from accordingto.show.web import adding, guards
from accordingto.show.web.app import create_app
from tests.show.web.people import EDITOR, REVIEWER, add_people, fields, sign_in

TEXT = "At least 9 people were killed when shells hit the bakery in Sukkari on Tuesday, the Rescue League said."
TYPED = {"title": "Bakery hit", "text": TEXT, "outlet": "The Quay (invented)", "published": "2016-12-14"}


def send(client, file=None, **typed):
    """What is answered to the form of the page, filled in so."""
    form = fields(client.get("/add").text.replace(' enctype="multipart/form-data"', ""), "/add")
    files = {"file": file or ("", b"")}
    return client.post("/add", data={**form, **typed}, files=files)


def told(answer):
    return html.unescape(answer.text)


def lines(count):
    rows = ({"title": f"News {n}", "text": f"{n} people fled Sukkari on Tuesday.", "id": f"n{n}"} for n in range(count))
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def test_a_report_that_is_typed_is_in_the_case_read_and_compared(own_case, own_client):
    before = len(own_case.reports())
    answer = send(own_client, **TYPED, url="https://quay.example/bakery")
    assert answer.status_code == 200
    assert "1 report added." in told(answer)
    report = own_case.reports()[-1]
    assert (report.title, report.outlet, str(report.published)) == ("Bakery hit", "The Quay (invented)", "2016-12-14")
    assert report.ref == "https://quay.example/bakery"
    assert len(own_case.reports()) == before + 1
    page = own_client.get(f"/reports/{report.id}")
    assert page.status_code == 200
    assert "At least 9" in page.text
    assert any(report.id in found.incident.report_ids for found in own_case.incidents())


def test_one_that_is_there_already_is_told_and_left(own_case, own_client):
    send(own_client, **TYPED)
    before = own_case.reports()
    answer = send(own_client, **TYPED)
    assert answer.status_code == 200
    assert "0 reports added; 1 report skipped, already in the case." in told(answer)
    assert own_case.reports() == before


@pytest.mark.parametrize(
    ("name", "data", "new"),
    [
        ("table.jsonl", lines(3), 3),
        ("plain.txt", f"Bakery hit\n\n{TEXT}\n".encode(), 1),
        ("table.csv", f'title,text\nBakery hit,"{TEXT}"\n'.encode(), 1),
        ("C:\\Users\\mira\\plain.txt", f"Bakery hit\n\n{TEXT}\n".encode(), 1),
    ],
)
def test_a_file_of_reports_is_taken_as_ingest_takes_it(own_case, own_client, name, data, new):
    before = len(own_case.reports())
    answer = send(own_client, (name, data), outlet="The Quay (invented)")
    assert answer.status_code == 200, told(answer)
    assert len(own_case.reports()) == before + new
    assert {report.outlet for report in own_case.reports()[before:]} == {"The Quay (invented)"}


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n\x00", "binary data"),
        ("report.pdf", b"%PDF-1.4 words", "no reader for .pdf"),
        ("empty.txt", b"  \n", "there is nothing in it"),
        ("../../etc/table.jsonl", b"{broken\n", "table.jsonl, line 1: not JSON"),
        ("table.csv", b"headline,words\na,b\n", "no column 'text'"),
    ],
)
def test_what_cannot_be_used_is_named_with_what_to_do(own_case, own_client, name, data, said):
    before = own_case.reports()
    answer = send(own_client, (name, data))
    assert answer.status_code == 422
    assert said in told(answer)
    assert "etc" not in told(answer).partition("Not used")[2].partition("<form")[0]
    assert own_case.reports() == before


def test_the_rest_of_a_file_goes_through(own_case, own_client):
    before = len(own_case.reports())
    answer = send(own_client, ("table.jsonl", lines(2) + b"{broken\n"))
    assert answer.status_code == 200
    assert "2 reports added; 1 input not used." in told(answer)
    assert "line 3: not JSON" in told(answer)
    assert len(own_case.reports()) == before + 2


def test_what_was_typed_is_not_lost_when_the_day_is_none(own_case, own_client):
    before = own_case.reports()
    answer = send(own_client, **(TYPED | {"published": "last Tuesday <b>"}))
    assert answer.status_code == 422
    assert "the form: 'last Tuesday <b>' is no day of publication" in told(answer)
    assert TEXT in told(answer)
    assert "<b>" not in answer.text
    assert own_case.reports() == before


def test_nothing_at_all_is_asked_for_again(own_client):
    answer = send(own_client)
    assert answer.status_code == 422
    assert "There was nothing to add" in told(answer)


def test_more_reports_than_a_page_takes_are_refused_whole(own_case, own_client, monkeypatch):
    monkeypatch.setattr(adding, "MOST_REPORTS", 5)
    before = own_case.reports()
    answer = send(own_client, ("table.jsonl", lines(6)))
    assert answer.status_code == 413
    assert "Nothing was added: more than 5 reports at once" in told(answer)
    assert own_case.reports() == before
    assert send(own_client, ("table.jsonl", lines(5))).status_code == 200


def test_a_body_that_says_it_is_too_long_is_not_read(own_client):
    data = {"content-type": "multipart/form-data; boundary=x", "content-length": str(guards.LARGEST + 1)}
    answer = own_client.post("/add", headers=data)
    assert answer.status_code == 413
    assert "accordingto ingest" in answer.text


def test_who_sends_too_much_by_the_form_gets_a_page_with_a_way_back(own_client):
    data = {"content-type": "multipart/form-data; boundary=x", "content-length": str(guards.LARGEST + 1)}
    answer = own_client.post("/add", headers={**data, "accept": "text/html"})
    assert answer.status_code == 413
    assert "accordingto ingest" in answer.text
    assert '<nav aria-label="Pages">' in answer.text
    assert '<a href="/add">Back to the form</a>' in answer.text


def test_a_field_longer_than_a_book_is_refused(own_case, own_client, monkeypatch):
    monkeypatch.setattr(adding, "LARGEST_TEXT", 1024)
    answer = send(own_client, text="y" * 2048)
    assert answer.status_code == 413
    assert "send the report as a file" in told(answer)


@pytest.mark.parametrize("change", [{"token": "guessed"}, {"token": ""}])
def test_a_form_without_its_proof_adds_nothing_and_loses_nothing(own_case, own_client, change):
    before = own_case.reports()
    answer = send(own_client, **TYPED, **change)
    assert answer.status_code == 403
    assert TEXT in told(answer)
    assert own_case.reports() == before


def test_a_plain_form_is_none_to_add_by(own_client):
    assert own_client.post("/add", data=TYPED).status_code == 415
    broken = {"content-type": "multipart/form-data; boundary=x"}
    assert own_client.post("/add", content=b"no parts", headers=broken).status_code in (403, 422)
    assert own_client.post("/add", content=b"x", headers={"content-type": "multipart/form-data"}).status_code == 422


@pytest.mark.parametrize("limit", ["SOON_READ", "SOON_COMPARED"])
def test_of_more_than_is_soon_read_it_is_said_which_command_reads_them(own_case, own_client, monkeypatch, limit):
    monkeypatch.setattr(cases, limit, -1)
    answer = send(own_client, **TYPED)
    assert answer.status_code == 200
    assert "1 report of the case is not read yet: run `accordingto read`, then `accordingto reconcile`" in told(answer)
    report = own_case.reports()[-1]
    assert "has not been read yet" in told(own_client.get(f"/reports/{report.id}"))


def test_only_an_editor_adds(own_case):
    add_people(own_case)
    app = create_app(own_case, name="shared", sign_in=True)
    before = len(own_case.reports())
    with TestClient(app, base_url="http://127.0.0.1:8070") as client:
        assert client.post("/add", data=TYPED, files={"file": ("", b"")}).status_code == 401
        sign_in(client, REVIEWER)
        page = client.get("/add").text
        assert 'action="/add"' not in page
        assert "needs an editor" in page
        token = fields(page, "/sign-out")["token"]
        refused = client.post("/add", data={**TYPED, "token": token}, files={"file": ("", b"")})
        assert refused.status_code == 403
        client.post("/sign-out", data={"token": token})
        sign_in(client, EDITOR)
        assert len(own_case.reports()) == before
        assert send(client, **TYPED).status_code == 200
    assert len(own_case.reports()) == before + 1


def test_words_of_a_report_that_is_added_never_act(own_client):
    nasty = {"title": "<script>alert(1)</script>", "text": f"{TEXT} <img src=x onerror=alert(2)>", "outlet": '"><b>x'}
    for answer in (send(own_client, **nasty), send(own_client, **nasty, published="no day")):
        assert "<script>alert" not in answer.text
        assert "<img" not in answer.text
        assert '"><b>' not in answer.text
