"""Two people at the same thing: the second is shown the first's change and asked again, and nothing is lost."""

import html
import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from accordingto.show.web.app import create_app
from tests.show.web.people import EDITOR, REVIEWER, add_people, fields, sign_in

HOME = "http://127.0.0.1:8070"


@pytest.fixture
def two(own_case):
    """Two browsers at one workspace, in which Mira and Omar have signed in."""
    add_people(own_case)
    own_case.users.set_role(REVIEWER, "editor")
    app = create_app(own_case, name="shared", sign_in=True)
    with TestClient(app, base_url=HOME) as mira, TestClient(app, base_url=HOME) as omar:
        assert sign_in(mira, EDITOR).status_code == sign_in(omar, REVIEWER).status_code == 200
        yield mira, omar


def correction(page, field):
    """What the form that corrects this field would send."""
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'name="field" value="{field}"' in f)
    return {n: html.unescape(v) for n, v in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)}


def told(answer):
    return html.unescape(answer.text)


def test_the_second_word_on_a_find_is_asked_for_again_with_what_was_written(own_case, two):
    mira, omar = two
    find = next(one.find for one in own_case.queue() if one.find.item.kind == "figure")
    pages = [client.get(f"/review?item={find.item.id}").text for client in two]
    mine, theirs = (correction(page, "low") for page in pages)
    assert mira.post("/review", data={**mine, "value": "3", "reason": "her own list"}).status_code == 200
    answer = omar.post("/review", data={**theirs, "value": "4", "reason": "counted at the gate"})
    assert answer.status_code == 409
    assert f"Somebody else decided first: {EDITOR} corrected it: her own list (low is 3)" in told(answer)
    assert f"corrected by {EDITOR}" in told(answer)
    again = fields(answer.text, "/review")
    assert (again["value"], again["reason"]) == ("4", "counted at the gate")
    assert len(own_case.reviews()) == 1
    assert omar.post("/review", data=again).status_code == 200
    now = own_case.find(find.item.report_id, find.item.id)
    assert now.reading.figures[now.index].low == 4
    assert [kept.review.words.partition(":")[0] for kept in own_case.reviews()] == [
        f"{EDITOR} corrected it",
        f"{REVIEWER} corrected it",
    ]


def test_a_third_word_meanwhile_is_told_of_again(own_case, two):
    mira, omar = two
    sent = fields(omar.get("/review").text, "reject")
    mira.post("/review", data=fields(mira.get("/review").text, "accept"))
    again = fields(omar.post("/review", data=sent).text, "/review")
    undo = fields(mira.get("/review").text, "undo")
    mira.post("/review/undo", data=undo)
    answer = omar.post("/review", data=again)
    assert answer.status_code == 409
    assert f"{EDITOR} took it back" in told(answer)


def test_who_sends_a_form_twice_is_told_that_it_was_they(own_case, two):
    mira, _ = two
    sent = fields(mira.get("/review").text, "accept")
    mira.post("/review", data=sent)
    answer = mira.post("/review", data=sent)
    assert answer.status_code == 409
    assert "you decided already" in told(answer)
    assert len(own_case.reviews()) == 1


@pytest.mark.parametrize("first", ["split", "merge", "merged into", "reject"])
def test_the_second_decision_about_an_incident_is_told_of_the_first(own_case, two, main, first):
    _, omar = two
    others = [found.incident for found in own_case.incidents() if found.incident.id != main.incident.id]
    page = omar.get(f"/incidents/{main.incident.name}").text
    sent = fields(page, f"/incidents/{main.incident.id}/split")
    out = re.findall(r'name="account" value="([^"]+)"', page)
    now = datetime.now(UTC)
    if first == "split":
        own_case.split(main.incident.id, out[:1], EDITOR, "another market", at=now)
    elif first == "merge":
        own_case.merge(main.incident.id, others[0].id, EDITOR, "one day", at=now)
    elif first == "merged into":
        own_case.merge(others[0].id, main.incident.id, EDITOR, "one day", at=now)
    else:
        account = main.incident.accounts[0]
        reading = next(one for one in own_case.readings() if one.report.id == account.report_id)
        item = reading.events[account.event].trigger
        find = own_case.find(account.report_id, item.exact, "event")
        own_case.reject(account.report_id, "event", find.item.id, EDITOR, "no event at all", at=now)
    asked = {**sent, "account": out[1:2], "reason": "two mornings, not one"}
    answer = omar.post(f"/incidents/{main.incident.id}/split", data=asked)
    assert answer.status_code == 409, told(answer)
    assert re.search(rf"Somebody else decided first: {re.escape(EDITOR)} (put them|rejected)", told(answer))
    assert "two mornings, not one" in told(answer)
    here = re.findall(r'<a href="(/incidents/[^"]+)"', answer.text.partition("How it stands now")[2])
    assert here
    assert omar.get(here[0]).status_code == 200
    assert len(own_case.reviews()) == 1


def test_what_somebody_has_taken_back_is_not_taken_back_twice(own_case, two, main):
    mira, omar = two
    own_case.split(main.incident.id, [main.incident.report_ids[0]], EDITOR, "another", at=datetime.now(UTC))
    shown = next(f.incident.name for f in own_case.incidents() if f.incident.rulings)
    pages = [client.get(f"/incidents/{shown}").text for client in two]
    address = re.search(r'<form method="post" action="(/incidents/[^"]+/undo)"', pages[0])[1]
    mine, theirs = (fields(page, address) for page in pages)
    assert mira.post(address, data={**mine, "reason": "one market after all"}).status_code == 200
    answer = omar.post(address, data={**theirs, "reason": "I think so too"})
    assert answer.status_code == 409
    assert f"{EDITOR} took it back: one market after all" in told(answer)
    assert "I think so too" in told(answer)
    assert [kept.review.verdict.value for kept in own_case.reviews()] == ["split", "undo"]


def test_an_incident_that_never_was_is_not_there(own_case, two):
    mira, _ = two
    token = fields(mira.get("/").text, "/sign-out")["token"]
    answer = mira.post("/incidents/nobody/split", data={"token": token, "account": "x", "reason": "my long reason"})
    assert answer.status_code == 404
    assert "my long reason" in told(answer)


def test_what_was_refused_for_another_reason_is_not_lost_either(own_case, two):
    mira, _ = two
    find = next(one.find for one in own_case.queue() if one.find.item.kind == "figure")
    sent = correction(mira.get(f"/review?item={find.item.id}").text, "low")
    answer = mira.post("/review", data={**sent, "value": "a dozen <b>", "reason": "as the league lists them"})
    assert answer.status_code == 422
    assert "as the league lists them" in told(answer)
    assert "a dozen &lt;b&gt;" in answer.text


def test_where_another_program_holds_the_case_nothing_is_lost(own_case, two, monkeypatch):
    monkeypatch.setattr("accordingto.record.store.WAIT_S", 0.05)
    mira, _ = two
    sent = fields(mira.get("/review").text, "accept")
    with own_case._store.writing():
        answer = mira.post("/review", data={**sent, "reason": "as the league lists them"})
    assert answer.status_code == 503
    assert "another program holds the case; try again when it is done" in told(answer)
    assert "as the league lists them" in told(answer)
    assert own_case.reviews() == ()
    assert mira.post("/review", data=sent).status_code == 200
