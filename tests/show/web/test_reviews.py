"""Deciding in the workspace: finds looked over one by one, incidents split and merged, by plain forms."""

import html
import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from accordingto.show.web.app import create_app
from accordingto.show.words import one_line
from accordingto.terms.decisions import Standing

MIRA = "Mira Haddad (invented)"


def fields(page, form):
    """What the form with this id, or to this address, would send if nobody changed it."""
    found = re.search(
        rf'<form method="post" (?:action="[^"]*" id="{form}"|action="{form}")[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert found, form
    inputs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', found[1])
    return {name: html.unescape(value) for name, value in inputs}


def introduce(client, author=MIRA):
    form = fields(client.get("/review").text, "/review/author")
    return client.post("/review/author", data={**form, "author": author})


@pytest.fixture
def mira(own_client):
    """The browser in which Mira has said who she is."""
    assert introduce(own_client).status_code == 200
    return own_client


def count_of(case):
    """The first count of people in the queue, and the address of its page."""
    find = next(one.find for one in case.queue() if one.find.item.kind == "figure")
    return find, f"/review?item={find.item.id}"


def decide(client, form, address="/review", **more):
    """The page after this form of the page at this address was sent."""
    return client.post("/review", data={**fields(client.get(address).text, form), **more})


def test_the_page_shows_the_first_of_the_queue_and_is_there_as_data(own_case, own_client):
    first = own_case.queue()[0].find.item
    data = own_client.get("/review.json").json()
    assert (data["item"]["id"], data["left"], data["place"]) == (first.id, len(own_case.queue()), 1)
    assert data["item"]["quote"]["words"] == first.anchor.exact
    assert first.anchor.exact in own_client.get("/review").text


def test_who_decides_is_asked_once(own_client):
    assert "Who decides?" in own_client.get("/review").text
    introduce(own_client)
    page = own_client.get("/review").text
    assert "Who decides?" not in page
    assert 'id="accept"' in page


def test_an_accepted_find_leaves_the_queue_and_the_next_one_comes(own_case, mira):
    first, second = (one.find.item for one in own_case.queue()[:2])
    page = decide(mira, "accept")
    assert page.status_code == 200
    assert f"item={second.id}" in str(page.url)
    assert next(one.find.item for one in own_case.queue()) == second
    (kept,) = own_case.reviews()
    assert (kept.review.subject, kept.review.author, kept.review.verdict) == (first.id, MIRA, "accept")


def test_a_rejected_find_is_on_no_page_but_among_the_rejected(own_case, mira):
    find = own_case.queue()[0].find
    decide(mira, "reject", reason="a street number")
    data = mira.get(f"/reports/{find.item.report_id}.json").json()
    assert [line["words"] for line in data["rejected"]] == [f"Blame: {find.item.anchor.exact}"]
    assert data["rejected"][0]["state"] == f"rejected by {MIRA}"
    again = mira.get(data["rejected"][0]["review"])
    assert f"rejected by {MIRA}" in again.text


def test_a_corrected_number_is_on_the_incidents_page(own_case, mira):
    find, address = count_of(own_case)
    page = mira.get(address).text
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if 'name="field" value="low"' in f)
    sent = {n: html.unescape(v) for n, v in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)}
    assert mira.post("/review", data={**sent, "value": "3"}).status_code == 200
    now = own_case.find(find.item.report_id, find.item.id)
    assert now.reading.figures[now.index].low == 3
    lows = {
        e.low for f in own_case.incidents() for t in f.tolls for e in t.entries if e.report_id == find.item.report_id
    }
    assert 3 in lows
    told = mira.get(f"/review.json?report={find.item.report_id}&item={find.item.id}").json()["item"]
    assert told["state"] == f"corrected by {MIRA}"
    assert next(f["read"] for f in told["fields"] if f["name"] == "low") == str(find.own.figures[find.number].low)


def test_a_reviewed_find_says_so_in_its_report_and_every_find_leads_to_its_review(own_case, mira):
    find = own_case.queue()[0].find
    decide(mira, "accept")
    cards = mira.get(f"/reports/{find.item.report_id}.json").json()["claims"]
    states = {card["review"]: card["state"] for card in cards}
    assert all("/review?report=" in address for address in states)
    assert [s for a, s in states.items() if find.item.id in a] == [f"accepted by {MIRA}"]
    assert f"accepted by {MIRA}" in mira.get(f"/reports/{find.item.report_id}").text


def test_the_last_decision_can_be_taken_back(own_case, mira):
    first = own_case.queue()[0].find.item
    page = decide(mira, "reject").text
    assert "rejected it" in page
    back = mira.post("/review/undo", data=fields(page, "undo"))
    assert first.anchor.exact in back.text
    assert own_case.queue()[0].find.item == first
    assert [kept.standing for kept in own_case.reviews()] == [Standing.UNDONE, Standing.IN_FORCE]


def test_what_is_skipped_comes_last(own_case, mira):
    names = [one.find.item.id for one in own_case.queue()]
    data = mira.get("/review.json").json()
    after = mira.get(data["skip"].replace("/review?", "/review.json?")).json()
    assert after["item"]["id"] == names[1]
    assert (after["place"], after["left"]) == (1, len(names))
    assert mira.get(f"/review.json?item={names[0]}&skipped={after['skipped']}").json()["place"] == len(names)


def test_next_and_previous_lead_along_the_queue(own_case, mira):
    names = [one.find.item.id for one in own_case.queue()]
    data = mira.get(f"/review.json?item={names[1]}").json()
    assert names[2] in data["next"]
    assert names[0] in data["previous"]
    assert mira.get("/review.json").json()["previous"] == ""


def test_the_second_of_two_people_is_told_what_the_first_changed(own_case, mira):
    find, address = count_of(own_case)
    stale = fields(mira.get(address).text, "reject")
    now = datetime.now(UTC)
    own_case.correct(find.item.report_id, None, find.item.id, "who", "civilians", "Omar", "his list", at=now)
    answer = mira.post("/review", data=stale)
    assert answer.status_code == 409
    assert "Omar corrected it: his list (who is civilians)" in html.unescape(answer.text)
    assert len(own_case.reviews()) == 1


def test_an_impossible_value_is_refused_with_the_reason(own_case, mira):
    sent = fields(mira.get(count_of(own_case)[1]).text, "accept")
    answer = mira.post("/review", data={**sent, "verdict": "correct", "field": "low", "value": "many"})
    assert answer.status_code == 422
    assert "is no whole number" in html.unescape(answer.text)
    assert mira.post("/review", data={**sent, "verdict": "praise"}).status_code == 422
    assert own_case.reviews() == ()


@pytest.mark.parametrize(
    ("change", "status"),
    [({"token": "guessed"}, 403), ({"token": ""}, 403), ({"reason": " "}, 422), ({"item": "nobody"}, 404)],
)
def test_a_form_without_its_proof_or_its_words_changes_nothing(own_case, mira, change, status):
    sent = fields(mira.get("/review").text, "accept")
    assert mira.post("/review", data={**sent, **change}).status_code == status
    assert own_case.reviews() == ()


def test_a_form_from_elsewhere_changes_nothing_though_it_had_the_token(own_case, mira):
    sent = fields(mira.get("/review").text, "accept")
    answer = mira.post("/review", data=sent, headers={"origin": "http://elsewhere.example"})
    assert answer.status_code == 403
    assert own_case.reviews() == ()


def test_a_change_is_sent_as_a_form(own_case, mira):
    sent = fields(mira.get("/review").text, "accept")
    assert mira.post("/review", json=sent).status_code == 415
    assert (
        mira.post("/review", content=b"\xff", headers={"content-type": "application/x-www-form-urlencoded"}).status_code
        == 422
    )
    assert own_case.reviews() == ()


def test_another_browser_has_another_token(own_case, mira):
    sent = fields(mira.get("/review").text, "accept")
    with TestClient(create_app(own_case, name="own"), base_url="http://127.0.0.1:8070") as other:
        other.get("/review")
        assert other.post("/review", data=sent).status_code == 403
    assert own_case.reviews() == ()


def test_the_cookies_are_for_this_workspace_alone(own_client):
    set_cookies = [own_client.get("/review").headers["set-cookie"]]
    form = fields(own_client.get("/review").text, "/review/author")
    answer = own_client.post("/review/author", data={**form, "author": "Zoë \u202e; Path=/"}, follow_redirects=False)
    set_cookies.append(answer.headers["set-cookie"])
    for said in set_cookies:
        assert "HttpOnly" in said
        assert "SameSite=strict" in said
    assert "Zo%C3%AB" in set_cookies[1]


def test_a_name_of_another_hand_is_shown_as_words(own_client):
    introduce(own_client, "<script>alert(1)</script>")
    decide(own_client, "accept")
    page = own_client.get("/review").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_earlier_moment_can_be_looked_at_and_not_decided_in(own_client):
    introduce(own_client)
    page = own_client.get("/review?as_of=2016-12-20").text
    assert 'action="/review"' not in page


def test_where_nothing_is_left_it_says_so(tmp_path):
    from accordingto.casebook import open_case

    with (
        open_case(tmp_path / "empty.db") as case,
        TestClient(create_app(case, name="empty"), base_url="http://127.0.0.1:8070") as client,
    ):
        assert "Nothing is left to look over." in client.get("/review").text


def test_reports_are_taken_out_of_an_incident_and_the_decision_is_undone_by_forms(own_case, own_client, main):
    page = own_client.get(f"/incidents/{main.incident.name}").text
    sent = fields(page, f"/incidents/{main.incident.id}/split")
    out = re.findall(r'name="account" value="([^"]+)"', page)[:1]
    asked = {**sent, "account": out, "author": MIRA, "reason": "another market"}
    after = own_client.post(f"/incidents/{main.incident.id}/split", data=asked)
    assert after.status_code == 200
    assert f"{MIRA} put them apart: another market" in html.unescape(after.text)
    assert main.incident.id not in {found.incident.id for found in own_case.incidents()}
    address = str(after.url).removeprefix("http://127.0.0.1:8070")
    undoing = re.search(r'<form method="post" action="(/incidents/[^"]+/undo)"', after.text)
    assert undoing, address
    back = own_client.post(
        undoing[1], data={**fields(after.text, undoing[1]), "author": MIRA, "reason": "one after all"}
    )
    assert back.status_code == 200
    assert main.incident.id in {found.incident.id for found in own_case.incidents()}


def test_two_incidents_are_put_together_by_a_form(own_case, own_client, main):
    other = next(found for found in own_case.incidents() if found.incident.id != main.incident.id)
    page = own_client.get(f"/incidents/{main.incident.name}").text
    address = f"/incidents/{main.incident.id}/merge"
    sent = {**fields(page, '/incidents/[^"]+/merge'), "other": other.incident.name, "author": MIRA, "reason": "one day"}
    after = own_client.post(address, data=sent)
    assert after.status_code == 200
    assert "put them together: one day" in html.unescape(after.text)
    assert {main.incident.id, other.incident.id}.isdisjoint(found.incident.id for found in own_case.incidents())


def test_a_split_of_what_somebody_else_has_split_says_who_did(own_case, own_client, main):
    page = own_client.get(f"/incidents/{main.incident.name}").text
    sent = fields(page, f"/incidents/{main.incident.id}/split")
    out = re.findall(r'name="account" value="([^"]+)"', page)
    own_case.split(main.incident.id, out[:1], "Omar", "two of them", at=datetime.now(UTC))
    asked = {**sent, "account": out[1:2], "author": MIRA, "reason": "another market"}
    answer = own_client.post(f"/incidents/{main.incident.id}/split", data=asked)
    assert answer.status_code == 409
    assert "Omar put them apart: two of them" in html.unescape(answer.text)
    assert len(own_case.reviews()) == 1


@pytest.mark.parametrize(
    ("kind", "heading", "asked"),
    [
        ("figure", "Count “", r"Do these words count .+, according to .+\?"),
        ("event", "Event “", r"Do these words tell of this: .+\?"),
        ("blame", "Blame “", r"Is (“.+” held responsible|what was done claimed|it denied) here by .+\?"),
        ("commitment", "Announcement “", r"Is this announced here by .+, .+\?"),
        ("statement", "Statement “", r"Is this said by .+ \(.+\)\?"),
    ],
)
def test_a_find_is_headed_by_its_words_and_says_what_is_asked_of_it(case, client, kind, heading, asked):
    find = next(f for r in case.reports() for f in case.finds(r.id) if f.item.kind == kind)
    address = f"/review?report={find.item.report_id}&item={find.item.id}"
    item = client.get(address.replace("/review", "/review.json")).json()["item"]
    assert item["heading"].startswith(f"{heading}{one_line(find.item.anchor.exact)[:40]}")
    assert re.fullmatch(asked, item["asked"])
    page = client.get(address).text
    head = re.search(r'<h2 id="item"[^>]*>(.*?)</h2>', page, re.DOTALL)[1]
    assert not re.search(rf"{kind} \d", head)
    assert html.unescape(head).startswith(item["heading"])
    assert find.own.report.title in html.unescape(page)
    assert item["asked"] in html.unescape(page)
