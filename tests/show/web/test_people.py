"""Who signs in, who does not, and what each of them may do: nothing is open that a role does not open."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from accordingto.casebook.users import IDLE
from accordingto.show.web import sessions, signing
from accordingto.show.web.app import create_app
from accordingto.show.web.sessions import local_address
from tests.show.web.people import EDITOR, READER, REVIEWER, SECRET, add_people, fields, sign_in

HOME = "http://127.0.0.1:8070"
COOKIE = "accordingto_session_8070"
SAFE_HOME = "https://case.example"
PAGES = ("/", "/incidents", "/map", "/timeline", "/sources", "/announcements", "/review", "/search?q=buses")
DATA = ("/api/case", "/api/incidents", "/case.json", "/incidents.csv", "/review.json", "/api/openapi.json")


@pytest.fixture
def shared(own_case):
    """A workspace of three people, each of another role."""
    add_people(own_case)
    return create_app(own_case, name="shared", hosts={"127.0.0.1", "case.example"}, sign_in=True)


@pytest.fixture
def browser(shared):
    """Opens a browser at it: `browser()`, or `browser(READER)` in which Rana has signed in."""
    opened = []

    def at(name=None, home=HOME):
        client = TestClient(shared, base_url=home, raise_server_exceptions=False)
        opened.append(client)
        if name:
            assert sign_in(client, name).status_code == 200
        return client

    yield at
    for client in opened:
        client.close()


@pytest.mark.parametrize("address", [*PAGES, "/nowhere", "/reports/x", "/incidents/x?rule=y"])
def test_a_page_leads_whoever_has_not_signed_in_to_where_they_can_and_back(browser, address):
    client = browser()
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 303
    page = client.get(answer.headers["location"])
    assert page.status_code == 200
    assert "Sign in" in page.text
    assert "aleppo" not in page.text.lower()
    if address in PAGES:
        led = sign_in(client, READER, address=answer.headers["location"])
        assert str(led.url) == HOME + address
        assert led.status_code == 200


@pytest.mark.parametrize("address", DATA)
def test_data_is_refused_in_json(browser, address):
    answer = browser().get(address)
    assert answer.status_code == 401
    assert "www-authenticate" in answer.headers
    assert "/sign-in" in answer.json()["error"]
    assert browser(READER).get(address).status_code == 200


def test_every_address_of_the_workspace_is_behind_the_door(shared, browser):
    client = browser()
    for route in shared.routes:
        address = re.sub(r"\{[^}]*\}", "x", getattr(route, "path", ""))
        for method in getattr(route, "methods", None) or ():
            if address.startswith(("/static", "/sign-in")) or not address:
                continue
            answer = client.request(method, address, follow_redirects=False)
            assert answer.status_code in (303, 401), (method, address)
            if answer.status_code == 303:
                assert answer.headers["location"].startswith("/sign-in"), address


def test_every_address_that_changes_the_case_asks_for_a_role(shared, browser):
    client = browser(READER)
    token = fields(client.get("/").text, "/sign-out")["token"]
    changing = [r.path for r in shared.routes if "POST" in (getattr(r, "methods", None) or ())]
    assert len(changing) > 6
    for path in changing:
        if path not in ("/sign-in", "/sign-out"):
            answer = client.post(path.replace("{key}", "x"), data={"token": token})
            assert answer.status_code == 403, path
            assert "You are signed in as Rana (invented), a reader" in html.unescape(answer.text)
            assert "accordingto user role" in answer.text


@pytest.mark.parametrize(
    ("name", "password"), [(EDITOR, "another four words"), ("nobody", SECRET), ("", ""), (EDITOR, "")]
)
def test_what_does_not_go_together_is_told_in_the_same_words(browser, name, password):
    client = browser()
    answer = sign_in(client, name, password)
    assert answer.status_code == 401
    assert signing.WRONG in html.unescape(answer.text)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_the_cookie_of_a_session_is_kept_from_script_and_from_other_sites(browser):
    said = sign_in(browser(), EDITOR, follow_redirects=False).headers["set-cookie"]
    assert said.startswith("accordingto_session_8070=")
    assert "HttpOnly" in said
    assert "SameSite=lax" in said
    assert "Secure" not in said
    said = sign_in(browser(home=SAFE_HOME), EDITOR, follow_redirects=False).headers["set-cookie"]
    assert said.startswith("__Host-accordingto_session=")
    assert "Secure" in said
    assert "Path=/" in said
    assert "Domain" not in said


def test_what_somebody_planted_in_a_browser_is_no_session_afterwards(browser):
    client = browser()
    client.cookies.set(COOKIE, "planted")
    said = sign_in(client, EDITOR, follow_redirects=False).headers["set-cookie"]
    assert said.startswith(f"{COOKIE}=")
    assert "planted" not in said
    assert browser().get("/", headers={"cookie": f"{COOKIE}=planted"}, follow_redirects=False).status_code == 303


def test_whoever_signs_in_over_another_ends_that_session(browser):
    client = browser(EDITOR)
    first = client.cookies[COOKIE]
    token = fields(client.get("/").text, "/sign-out")["token"]
    page = client.post("/sign-in", data={"token": token, "name": READER, "password": SECRET, "next": "/"})
    assert "Rana (invented)" in page.text
    client.cookies.set(COOKIE, first)
    assert browser().get("/", headers={"cookie": f"{COOKIE}={first}"}, follow_redirects=False).status_code == 303


def test_who_signs_out_is_out_also_with_the_cookie_that_they_had(browser):
    client = browser(EDITOR)
    held = client.cookies[COOKIE]
    answer = client.post("/sign-out", data=fields(client.get("/").text, "/sign-out"))
    assert str(answer.url) == f"{HOME}/sign-in"
    assert COOKIE not in client.cookies
    client.cookies.set(COOKIE, held)
    assert client.get("/", follow_redirects=False).status_code == 303


def test_nobody_is_signed_out_from_another_page(browser):
    client = browser(EDITOR)
    assert client.post("/sign-out", data={"token": "guessed"}).status_code == 403
    assert client.get("/", follow_redirects=False).status_code == 200


@pytest.mark.parametrize("change", ["password", "remove", "time"])
def test_a_session_ends_where_it_should(browser, own_case, change, monkeypatch):
    client = browser(EDITOR)
    assert client.get("/", follow_redirects=False).status_code == 200
    if change == "password":
        own_case.users.set_password(EDITOR, "another four words, or so")
    elif change == "remove":
        own_case.users.remove(EDITOR)
    else:

        class Later(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + IDLE + timedelta(minutes=2)

        monkeypatch.setattr(sessions, "datetime", Later)
    assert client.get("/", follow_redirects=False).status_code == 303
    answer = client.post("/review", data={"verdict": "accept"})
    assert answer.status_code == 401
    assert "Nothing was changed" in answer.text
    assert own_case.reviews() == ()


def test_a_form_of_one_session_is_no_form_of_another(browser, own_case):
    mine, theirs = browser(EDITOR), browser(REVIEWER)
    sent = fields(mine.get("/review").text, "accept")
    answer = theirs.post("/review", data=sent)
    assert answer.status_code == 403
    assert "not of this browser" in answer.text
    assert "checked against the words" in answer.text  # what they wrote is not lost
    assert own_case.reviews() == ()


def test_a_form_from_elsewhere_is_refused_though_it_has_the_token(browser, own_case):
    client = browser(EDITOR)
    sent = fields(client.get("/review").text, "accept")
    for headers in ({"origin": "http://elsewhere.example"}, {"sec-fetch-site": "cross-site"}):
        assert client.post("/review", data=sent, headers=headers).status_code == 403
    assert own_case.reviews() == ()


@pytest.mark.parametrize("name", [REVIEWER, EDITOR])
def test_a_decision_stands_under_the_name_of_who_is_signed_in_whatever_the_form_says(browser, own_case, name):
    client = browser(name)
    client.cookies.set("accordingto_author", "Somebody%20Else")
    page = client.get("/review").text
    assert "Who decides?" not in page
    sent = fields(page, "accept")
    assert client.post("/review", data={**sent, "author": "Somebody Else"}).status_code == 200
    assert [kept.review.author for kept in own_case.reviews()] == [name]


def test_a_reader_sees_everything_and_no_form_to_decide_by(browser, main):
    client = browser(READER)
    for address in (*PAGES, f"/incidents/{main.incident.name}", f"/reports/{main.incident.report_ids[0]}"):
        page = client.get(address)
        assert page.status_code == 200
        assert re.findall(r'<form method="post" action="([^"]*)"', page.text) == ["/sign-out"], address
    assert "You are signed in as a reader" in client.get("/review").text


def test_a_reviewer_decides_about_finds_and_not_about_incidents(browser, own_case, main):
    client = browser(REVIEWER)
    page = client.get(f"/incidents/{main.incident.name}").text
    assert "/split" not in page
    token = fields(page, "/sign-out")["token"]
    sent = {"token": token, "account": main.incident.report_ids[0], "reason": "another market", "other": "x"}
    for deed in ("split", "merge", "undo"):
        answer = client.post(f"/incidents/{main.incident.id}/{deed}", data=sent)
        assert answer.status_code == 403
        assert "This needs an editor" in answer.text
    assert own_case.reviews() == ()
    assert client.post("/review", data=fields(client.get("/review").text, "reject")).status_code == 200
    assert len(own_case.reviews()) == 1


def test_a_reviewer_takes_back_their_own_words_on_finds_only(browser, own_case, main):
    reviewer, editor = browser(REVIEWER), browser(EDITOR)
    made = own_case.split(main.incident.id, [main.incident.report_ids[0]], EDITOR, "two", at=datetime.now(UTC)).review
    editor.post("/review", data=fields(editor.get("/review").text, "accept"))
    theirs = own_case.reviews()[-1].review
    done = reviewer.post("/review", data=fields(reviewer.get("/review").text, "reject"))
    own = fields(done.text, "undo")
    for review in (made, theirs):
        answer = reviewer.post("/review/undo", data={**own, "review": review.id})
        assert answer.status_code == 403
        assert "Ask an editor" in answer.text
    assert reviewer.post("/review/undo", data=own).status_code == 200
    assert editor.post("/review/undo", data={**fields(editor.get("/review").text, "undo")}).status_code == 200
    verdicts = [kept.review.verdict.value for kept in own_case.reviews()]
    assert verdicts == ["split", "accept", "reject", "undo", "undo"]


def test_an_editor_splits_in_their_own_name(browser, own_case, main):
    client = browser(EDITOR)
    page = client.get(f"/incidents/{main.incident.name}").text
    sent = fields(page, f"/incidents/{main.incident.id}/split")
    assert "Who decides" not in page
    out = re.findall(r'name="account" value="([^"]+)"', page)[:1]
    answer = client.post(f"/incidents/{main.incident.id}/split", data={**sent, "account": out, "reason": "another"})
    assert answer.status_code == 200
    assert own_case.reviews()[0].review.author == EDITOR


def test_a_change_of_role_holds_at_the_next_page(browser, own_case):
    client = browser(EDITOR)
    sent = fields(client.get("/review").text, "accept")
    own_case.users.set_role(EDITOR, "reader")
    assert client.post("/review", data=sent).status_code == 403
    assert "(reader)" in client.get("/").text


def test_guessing_is_slowed_down_and_the_owner_is_let_in_from_elsewhere_soon(browser):
    client = browser()
    answers = [sign_in(client, EDITOR, f"guess number {n} of some") for n in range(7)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429] * 2
    assert 0 < int(answers[-1].headers["retry-after"]) <= 15
    assert "Wait " in answers[-1].text
    assert sign_in(client, EDITOR).status_code == 429  # also with the right one
    assert sign_in(client, REVIEWER).status_code == 200


def test_a_name_of_nobody_is_slowed_down_like_any_other(browser):
    client = browser()
    assert [sign_in(client, "nobody", "some guess of mine").status_code for _ in range(7)] == [401] * 5 + [429] * 2


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/a\r\nX: y",
        "///x",
    ],
)
def test_signing_in_leads_nowhere_else(browser, address):
    assert local_address(address) == "/"
    client = browser()
    form = fields(client.get("/sign-in").text, "/sign-in")
    sent = {**form, "name": EDITOR, "password": SECRET, "next": address}
    assert client.post("/sign-in", data=sent, follow_redirects=False).headers["location"] == "/"


def test_an_address_of_ours_is_where_signing_in_leads():
    for address in ("/", "/incidents?disputed=yes", "/search?q=a%20b&as_of=2016-12-15", "/sources/a%2Fb"):
        assert local_address(address) == address


def test_a_form_to_sign_in_has_a_limit_also_where_it_does_not_say_how_long_it_is(browser):
    def long():
        yield b"name=x&password="
        for _ in range(64):
            yield b"y" * 1024

    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = browser().post("/sign-in", content=long(), headers=headers)
    assert answer.status_code == 413
    assert "16 KiB" in answer.text


def test_signing_in_from_another_page_is_refused(browser):
    client = browser()
    form = fields(client.get("/sign-in").text, "/sign-in")
    sent = {**form, "name": EDITOR, "password": SECRET}
    assert client.post("/sign-in", data=sent, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.post("/sign-in", data={**sent, "token": "guessed"}).status_code == 403


def test_every_answer_is_sealed_and_kept_by_nobody(browser, monkeypatch):
    client = browser()
    for address in ("/sign-in", "/", "/api/case", "/review"):
        headers = client.get(address, follow_redirects=False).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
    page = client.get("/sign-in").text
    for inline in ("<style", " style=", " onclick", "<script>", "javascript:"):
        assert inline not in page


def test_a_page_that_broke_is_sealed_too(browser, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("a mistake of ours")

    client = browser(EDITOR)
    monkeypatch.setattr("accordingto.show.web.asking.map_page", broken)
    answer = client.get("/map")
    assert answer.status_code == 500
    assert "unharmed" in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_name_that_looks_like_a_tag_is_shown_as_words(browser, own_case):
    name = "<b onmouseover=alert(1)>Zoe</b>"
    own_case.users.add(name, "editor", SECRET)
    client = browser(name)
    assert "<b onmouseover" not in client.get("/").text
    page = sign_in(browser(), '"><script>alert(1)</script>', "some guess of mine").text
    assert "<script>alert" not in page


def test_without_users_the_workspace_is_one_persons_own(own_client):
    page = own_client.get("/").text
    assert "Sign out" not in page
    assert own_client.get("/sign-in").status_code == 404


def test_with_users_it_stays_open_at_its_own_machine_unless_it_is_asked_to_ask(own_case, own_client):
    add_people(own_case)
    assert own_client.get("/", follow_redirects=False).status_code == 200
