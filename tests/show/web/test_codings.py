"""Coding in the workspace by plain forms: what two coders and an editor do, and what nobody is shown too early."""

import html
import json
import re
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from accordingto.show.web.app import create_app
from tests.show.web.people import EDITOR, READER, REVIEWER, add_people, sign_in

ANN, BEN, ZOE = "Ann (invented)", "Ben (invented)", "Zoe (invented)"
SECRET = "BENSAYSSO"  # the reason of Ben's codes: wherever it is shown, a code of his is
BLIND = ("/coding", "/coding/toll", "/coding/toll/code", "/coding/toll/agreement", "/coding/toll/adjudicate")


@pytest.fixture
def figures(own_case):
    """A round of three counts and two events of the case."""
    return own_case.coding.start(
        "toll", (ANN, BEN), ZOE, "a trial", sample=5, seed=3, kinds=["figure", "event"], at=datetime.now(UTC)
    )


@pytest.fixture
def browser_of(own_case, figures):
    """The browser of somebody who has said who they are."""
    opened = []

    def browser(name):
        client = TestClient(
            create_app(own_case, name="own"), base_url="http://127.0.0.1:8070", raise_server_exceptions=False
        )
        opened.append(client)
        form = fields(client.get("/coding/toll/code").text, "/coding/toll/author")
        assert client.post("/coding/toll/author", data={**form, "author": name}).status_code == 200
        return client

    yield browser
    for client in opened:
        client.close()


def fields(page, form):
    """What the form with this id, or to this address, would send if nobody changed it."""
    found = re.search(
        rf'<form method="post" (?:action="[^"]*" id="{form}"|action="{form}")[^>]*>(.*?)</form>', page, re.DOTALL
    )
    assert found, form
    inputs = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', found[1])
    for name, options in re.findall(r'<select[^>]*name="([^"]+)">(.*?)</select>', found[1], re.DOTALL):
        chosen = re.search(r"<option selected>([^<]*)</option>", options)
        inputs.append((name, chosen[1] if chosen else re.findall(r"<option[^>]*>([^<]*)", options)[0]))
    return {name: html.unescape(value) for name, value in inputs}


def step(client, name):
    page = client.get("/coding/toll").text
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'name="step" value="{name}"' in f)
    sent = {n: html.unescape(v) for n, v in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)}
    return client.post("/coding/toll/steps", data=sent)


def send(client, form, **more):
    """The page after this form of the coder's page was sent."""
    return client.post("/coding/toll/code", data={**fields(client.get("/coding/toll/code").text, form), **more})


def test_a_coder_goes_through_the_round_by_plain_forms(own_case, figures, browser_of):
    ann = browser_of(ANN)
    for form in ("accept", "reject", "accept", "accept"):
        assert send(ann, form).status_code == 200
    page = ann.get("/coding/toll/code")
    sent = fields(page.text, "correct")
    field = "field-low" if "field-low" in sent else "field-status"
    after = ann.post("/coding/toll/code", data={**sent, field: "3" if field == "field-low" else "denied"})
    assert "You have coded every find of this round." in after.text
    items = own_case.coding.items("toll", ANN)
    assert sorted(item.codes[0].verdict.value for item in items) == ["accept"] * 3 + ["correct", "reject"]
    last = next(item.codes[0] for item in items if item.codes[0].verdict == "correct")
    assert dict(last.values) == ({"low": 3} if field == "field-low" else {"status": "denied"})


def test_only_changed_fields_are_kept_and_a_code_can_be_changed_again(own_case, figures, browser_of):
    ann = browser_of(ANN)
    figure = next(one.item for one in figures.items if one.item.kind == "figure")
    address = f"/coding/toll/code?item={figure.id}"
    sent = fields(ann.get(address).text, "correct")
    assert ann.post("/coding/toll/code", data=sent).status_code == 422
    ann.post("/coding/toll/code", data={**sent, "field-who": "women", "field-harm": "missing"})
    again = fields(ann.get(address).text, "correct")
    assert (again["field-who"], again["field-harm"]) == ("women", "missing")
    ann.post("/coding/toll/code", data={**again, "field-who": "men"})
    assert dict(own_case.coding.item("toll", figure.id, ANN).codes[0].values) == {"who": "men", "harm": "missing"}


def test_the_last_answer_can_be_taken_back_and_what_is_skipped_comes_last(own_case, figures, browser_of):
    ann = browser_of(ANN)
    first = ann.get("/coding/toll/code.json").json()
    send(ann, "reject")
    page = ann.get("/coding/toll/code").text
    assert "you said that it rejects it" in page
    back = ann.post("/coding/toll/undo", data=fields(page, "undo"))
    assert first["item"]["id"] in str(back.url)
    assert own_case.coding.round("toll").coded == {}
    skipped = ann.get(first["skip"].replace("/code?", "/code.json?")).json()
    assert skipped["item"]["id"] != first["item"]["id"]
    assert skipped["left"] == 5


@pytest.fixture
def ben_has_coded(own_case, figures):
    for sampled in figures.items:
        own_case.coding.code("toll", sampled.item.id, "reject", BEN, SECRET, at=datetime.now(UTC))


@pytest.mark.parametrize("who", [ANN, ZOE, None])
def test_no_page_nor_its_data_nor_the_api_shows_anothers_codes_while_they_are_blind(
    own_case, browser_of, ben_has_coded, who
):
    client = browser_of(who) if who else browser_of(" ".join((ZOE, "nobody")))
    if who == ANN:
        send(client, "accept")
        step(client, "finish")  # who has finished sees no more than before
    for address in BLIND:
        for asked in (address, f"{address}.json", f"/api{address}"):
            for query in ("", *(f"?item={one.item.id}" for one in own_case.coding.round("toll").round.items[:2])):
                answer = client.get(f"{asked}{query}")
                assert answer.status_code in (200, 403), asked
                assert SECRET not in answer.text
                assert "rejects it" not in answer.text
    for address in ("/coding/toll/agreement", "/coding/toll/adjudicate"):
        for asked in (address, f"{address}.json", f"/api{address}"):
            assert client.get(asked).status_code == 403
    assert client.get("/coding/toll/agreement.csv").status_code == 403
    for page in ("/", "/review", "/incidents", "/search?q=Ben", "/sources", "/case.json", "/review.json"):
        assert SECRET not in client.get(page).text
    item = own_case.coding.round("toll").round.items[0].item
    assert SECRET not in client.get(f"/reports/{item.report_id}").text


def test_while_a_round_is_blind_its_form_to_decide_does_nothing(own_case, browser_of, ben_has_coded):
    zoe = browser_of(ZOE)
    token = fields(zoe.get("/coding/toll").text, "/coding/toll/steps")["token"]
    item = own_case.coding.round("toll").round.items[0].item.id
    sent = {"token": token, "item": item, "pick": BEN, "reason": "a guess"}
    answer = zoe.post("/coding/toll/adjudicate", data=sent)
    assert answer.status_code == 403
    assert SECRET not in answer.text
    assert own_case.reviews() == ()


def test_once_all_have_finished_everybody_sees_everything(own_case, browser_of, ben_has_coded):
    ann, ben = browser_of(ANN), browser_of(BEN)
    for _ in range(5):
        send(ann, "accept")
    step(ann, "finish")
    assert "being coded, answers hidden" in ben.get("/coding/toll").text
    step(ben, "finish")
    page = ann.get("/coding/toll").text
    assert "rejects it" in page
    rows = ann.get("/coding/toll/agreement.json").json()["rows"]
    verdicts = {row["kind"]: row for row in rows if row["field"] == "verdict"}
    assert {row["percent"] for row in verdicts.values()} == {"0.0 %"}
    assert ann.get("/coding/toll/agreement.csv").text.startswith("kind,field,level,alpha")


def test_an_adjudicator_picks_an_answer_or_gives_a_third_and_takes_it_back(own_case, figures, browser_of):
    ann, ben, zoe = browser_of(ANN), browser_of(BEN), browser_of(ZOE)
    for _ in range(5):
        send(ann, "accept")
        send(ben, "reject")
    step(zoe, "close")
    page = zoe.get("/coding/toll/adjudicate").text
    first = zoe.get("/coding/toll/adjudicate.json").json()["item"]
    pick = next(f for f in re.findall(r"<form.*?</form>", page, re.DOTALL) if f'name="pick" value="{BEN}"' in f)
    sent = {n: html.unescape(v) for n, v in re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', pick)}
    after = zoe.post("/coding/toll/adjudicate", data={**sent, "reason": "a street number"})
    assert "4 to decide" in after.text
    (kept,) = own_case.reviews()
    assert (kept.review.author, kept.review.verdict.value) == (ZOE, "reject")
    assert kept.review.reason == "a street number (coding round toll)"
    decided = zoe.get(f"/coding/toll/adjudicate?item={first['id']}").text
    assert "Zoe (invented) decided: rejects it (a street number)" in decided
    zoe.post("/coding/toll/adjudicate/undo", data={**fields(decided, "undo"), "reason": "a slip"})
    assert [one.standing.value for one in own_case.reviews()] == ["undone", "in force"]
    figure = next(one.item for one in figures.items if one.item.kind == "figure")
    third = fields(zoe.get(f"/coding/toll/adjudicate?item={figure.id}").text, "correct")
    zoe.post("/coding/toll/adjudicate", data={**third, "field-who": "women"})
    find = own_case.find(figure.report_id, figure.id)
    assert find.reading.figures[find.index].who == "women"


def test_the_second_adjudicator_is_told_what_the_first_decided(own_case, browser_of, ben_has_coded):
    ann, zoe = browser_of(ANN), browser_of(ZOE)
    send(ann, "accept")
    step(zoe, "close")
    stale = fields(zoe.get("/coding/toll/adjudicate").text, "/coding/toll/adjudicate")
    omar = browser_of("Omar (invented)")
    first = fields(omar.get("/coding/toll/adjudicate").text, "/coding/toll/adjudicate")
    assert omar.post("/coding/toll/adjudicate", data={**first, "reason": "his list"}).status_code == 200
    answer = zoe.post("/coding/toll/adjudicate", data=stale)
    assert answer.status_code == 409
    assert "Omar (invented) did: his list" in html.unescape(answer.text)
    assert len(own_case.reviews()) == 1
    page = html.unescape(zoe.get(f"/coding/toll/adjudicate?item={first['item']}").text)
    assert "Looked over already: " in page


def test_a_coder_who_decides_has_to_say_so(own_case, browser_of, ben_has_coded):
    ann = browser_of(ANN)
    send(ann, "accept")
    step(ann, "close")
    page = ann.get("/coding/toll/adjudicate").text
    assert "I coded here myself and decide all the same" in page
    sent = fields(page, "/coding/toll/adjudicate")
    assert ann.post("/coding/toll/adjudicate", data={k: v for k, v in sent.items() if k != "own"}).status_code == 422
    assert own_case.reviews() == ()
    assert ann.post("/coding/toll/adjudicate", data=sent).status_code == 200
    assert len(own_case.reviews()) == 1


def test_what_all_agree_on_is_taken_over_by_a_step_of_its_own(own_case, browser_of, ben_has_coded):
    ann, zoe = browser_of(ANN), browser_of(ZOE)
    for form in ("reject", "reject", "accept", "accept", "accept"):
        send(ann, form)
    step(zoe, "close")
    assert own_case.reviews() == ()
    step(zoe, "apply")
    assert [kept.review.verdict.value for kept in own_case.reviews()] == ["reject", "reject"]


def test_who_does_not_code_in_the_round_is_told_so_and_has_no_form(browser_of):
    zoe = browser_of(ZOE)
    page = zoe.get("/coding/toll/code").text
    assert "does not code in round" in html.unescape(page)
    assert 'id="accept"' not in page


def test_a_round_nobody_knows_is_not_here_and_a_past_has_none(own_client, figures):
    assert own_client.get("/coding/luck").status_code == 404
    assert own_client.get("/coding?as_of=2016-12-20").status_code == 404
    assert own_client.get("/coding").status_code == 200


def test_a_name_of_a_round_is_shown_as_words(own_case, own_client):
    now = datetime.now(UTC)
    own_case.coding.start("<script>alert(1)<", (ANN, BEN), ZOE, "a trial", sample=1, at=now)
    page = own_client.get("/coding").text
    assert "<script>alert" not in page
    address = re.search(r'href="(/coding/%3C[^"]*)"', page)
    assert address
    assert own_client.get(address[1]).status_code == 200
    assert json.loads(own_client.get(f"{address[1]}.json").text)["round"]["name"] == "<script>alert(1)<"


def test_confidence_is_shown_only_where_the_round_says_so(own_case, browser_of):
    now = datetime.now(UTC)
    for name, shown in (("sure", True), ("unsure", False)):
        own_case.coding.start(name, (ANN, BEN), ZOE, "a trial", sample=9, kinds=["statement"], confidence=shown, at=now)
    ann = browser_of(ANN)
    assert "% confidence" in ann.get("/coding/sure/code").text
    assert "confidence" not in ann.get("/coding/unsure/code").text


@pytest.fixture
def signed_in(own_case):
    """A workspace that people sign in to, with a round that Rami the reviewer and Mira the editor code."""
    add_people(own_case)
    own_case.coding.start(
        "toll", (REVIEWER, EDITOR), EDITOR, "a trial", sample=2, kinds=["figure"], at=datetime.now(UTC)
    )
    shared = create_app(own_case, name="shared", sign_in=True)
    opened = []

    def browser(name):
        client = TestClient(shared, base_url="http://127.0.0.1:8070", raise_server_exceptions=False)
        opened.append(client)
        assert sign_in(client, name).status_code == 200
        return client

    yield browser
    for client in opened:
        client.close()


def test_who_is_signed_in_codes_in_their_own_name_and_sees_their_own_codes_only(own_case, signed_in):
    reviewer, editor = signed_in(REVIEWER), signed_in(EDITOR)
    send(reviewer, "reject", author=EDITOR, reason=SECRET)
    assert own_case.coding.round("toll").coded == {REVIEWER: 1}
    editor.cookies.set("accordingto_author", REVIEWER)
    for address in BLIND:
        for asked in (address, f"{address}.json", f"/api{address}"):
            answer = editor.get(asked, params={"author": REVIEWER})
            assert SECRET not in answer.text
            assert "rejects it" not in answer.text


def test_what_a_coder_may_and_what_takes_an_editor_follows_from_the_role(own_case, signed_in):
    reader, reviewer, editor = signed_in(READER), signed_in(REVIEWER), signed_in(EDITOR)
    page = reader.get("/coding/toll").text
    assert 'action="/coding' not in page
    for client in (reviewer, editor):
        for _ in range(2):
            send(client, "accept" if client is editor else "reject")
    assert "Close the round" not in reviewer.get("/coding/toll").text
    token = fields(reviewer.get("/coding/toll").text, "/coding/toll/steps")["token"]
    for name in ("close", "apply"):
        sent = {"token": token, "step": name, "reason": "enough"}
        assert reviewer.post("/coding/toll/steps", data=sent).status_code == 403
    assert not own_case.coding.round("toll").closed
    step(editor, "close")
    item = own_case.coding.round("toll").round.items[0].item.id
    sent = {"token": token, "item": item, "pick": EDITOR, "reason": "mine", "own": "yes"}
    assert reviewer.post("/coding/toll/adjudicate", data=sent).status_code == 403
    assert "Take this answer" not in reviewer.get("/coding/toll/adjudicate").text
    answer = fields(editor.get("/coding/toll/adjudicate").text, "/coding/toll/adjudicate")
    assert editor.post("/coding/toll/adjudicate", data=answer).status_code == 200
    (kept,) = own_case.reviews()
    final = next(one for one in own_case.coding.codes("toll", EDITOR) if one.final)
    undone = {"token": token, "code": final.id, "reason": "no"}
    assert reviewer.post("/coding/toll/undo", data=undone).status_code == 403
    assert reviewer.post("/coding/toll/adjudicate/undo", data=undone).status_code == 403
    assert own_case.reviews() == (kept,)


def begin(client, **more):
    """The page after the form for a new round was sent."""
    page = client.get("/coding").text
    sent = fields(page, "begin-round")
    kept = {name: value for name, value in sent.items() if name not in ("kind", "confidence")}
    asked = {"round": "spring", "sample": "4", "seed": "7", "by": "finds", "coders": f"{ANN}\n{BEN}", "author": ZOE}
    return client.post("/coding", data={**kept, **asked, **more})


def test_an_editor_begins_a_round_by_a_form_and_it_is_the_one_that_the_command_draws(own_case, own_client):
    page = begin(own_client, kind=["figure", "event"])
    assert page.status_code == 200
    assert page.url.path == "/coding/spring"
    made = own_case.coding.round("spring").round
    assert (made.coders, made.author, made.reason, made.seed) == ((ANN, BEN), ZOE, "to measure agreement", 7)
    assert {kind.value for kind in made.kinds} == {"figure", "event"}
    asked = {"sample": 4, "seed": 7, "kinds": ["figures", "events"], "at": datetime.now(UTC)}
    command = own_case.coding.start("autumn", [ANN, BEN], ZOE, "a trial", **asked)
    assert [one.item.id for one in made.items] == [one.item.id for one in command.items]
    assert "spring" in own_client.get("/coding").text


def test_whole_reports_are_drawn_by_a_form_and_confidence_is_shown_where_it_is_asked_for(own_case, own_client):
    assert begin(own_client, by="reports", sample="1", confidence="yes").status_code == 200
    made = own_case.coding.round("spring").round
    assert made.by_reports
    assert made.confidence
    assert len({one.item.report_id for one in made.items}) == 1


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"coders": ANN}, "a round takes 2 coders or more"),
        ({"coders": f"{ANN}, {ANN}"}, "each named once"),
        ({"round": "a/b"}, "names no round"),
        ({"round": ""}, "names no round"),
        ({"sample": "many"}, "How many to draw is a number, such as 20, not 'many'"),
        ({"sample": "0"}, "How many to draw is 1 to"),
        ({"sample": "100000"}, "and 100000 were to be drawn"),
        ({"seed": "9" * 40}, "The seed is 0 to"),
        ({"kind": "colours"}, "is no kind of find"),
        ({"reason": ""}, "needs an author and a reason"),
    ],
    ids=lambda one: str(one)[:30],
)
def test_a_round_that_cannot_be_is_refused_with_the_reason_and_what_was_written(own_case, own_client, more, words):
    page = begin(own_client, **more)
    assert page.status_code == 422
    assert words.lower() in html.unescape(page.text).lower()
    assert "What you sent" in page.text
    assert not own_case.coding.rounds()


def test_a_second_round_of_one_name_is_refused(own_client):
    assert begin(own_client).status_code == 200
    assert "has a round 'spring' already" in html.unescape(begin(own_client).text)


def test_beginning_a_round_takes_an_editor_and_coders_who_can_sign_in(own_case):
    add_people(own_case)
    for name, status in ((READER, 403), (REVIEWER, 403), (EDITOR, 200)):
        app = create_app(own_case, name="own", sign_in=True)
        with TestClient(app, base_url="http://127.0.0.1:8070", raise_server_exceptions=False) as client:
            sign_in(client, name)
            page = client.get("/coding").text
            assert ("Begin a round" in page) is (status == 200)
            token = re.search(r'name="token" value="([^"]+)"', page)[1]
            asked = {"token": token, "round": "spring", "sample": "4", "reason": "a trial"}
            assert client.post("/coding", data={**asked, "coders": f"{REVIEWER}\n{EDITOR}"}).status_code == status
            if status == 200:
                refused = client.post("/coding", data={**asked, "round": "two", "coders": f"{READER}, {EDITOR}"})
                assert refused.status_code == 422
                assert f"No user who may judge is called {READER}" in html.unescape(refused.text)
    assert own_case.coding.round("spring").round.author == EDITOR
