"""The workspace in a real browser (Debian's chromium, without a window): what people do, with eyes or mouse or without.

Left out where there is no chromium; the build server installs it.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from accordingto.terms.corrections import Correction
from tests.show.web.browsers import DESK, PHONE, RULES, needs_chromium, serving
from tests.show.web.people import EDITOR, READER, REVIEWER, SECRET, add_people

pytestmark = needs_chromium
LIGHT = 300_000  # bytes of a first load, the map left out
ELSEWHERE = "http://elsewhere.example/"  # a page of another site, which never leaves the browser


@pytest.fixture(scope="module")
def addresses(case, main):
    report = next(report for report in case.reports() if report.id in main.incident.report_ids)
    return {
        "case": "/",
        "incident": f"/incidents/{main.incident.name}",
        "report": f"/reports/{report.id}",
        "incidents": "/incidents",
        "map": "/map",
        "timeline": "/timeline",
        "sources": "/sources",
        "announcements": "/announcements",
        "review": "/review",
        "search": "/search?q=buses",
    }


def test_from_the_case_to_who_says_82_and_how_they_know_takes_three_clicks(open_page):
    """The clicks of docs/tour.md."""
    page = open_page("/")
    page.click("text=Assault (shelling), Sukkari")
    page.click("a.words:text-is('82')")
    page.wait_for_url("**/reports/**")
    assert page.locator(":target").inner_text() == "82"
    page.click(":target")
    claim = page.locator(".card:target")
    assert "82 people killed" in claim.inner_text()
    assert "the Aleppo Ambulance League ← Meridian News Agency (invented)" in claim.inner_text()
    source = page.locator(".m.lit-source.m-source").all_text_contents()
    assert "".join(source) == "the Aleppo Ambulance League"
    assert page.locator(".thread").count() == 2


def test_choosing_a_rule_counts_by_it_at_once(open_page, addresses):
    page = open_page(addresses["incident"])
    page.select_option("#rule", index=1)
    page.wait_for_url("**rule=**")
    chosen = page.locator("#rule option:checked").inner_text()
    assert f"By the rule “{chosen}”" in page.locator(".toll .rule").first.inner_text()


def test_without_javascript_everything_can_still_be_read(open_page, addresses):
    for address in addresses.values():
        page = open_page(address, java_script_enabled=False)
        assert page.locator("h1").first.is_visible()
    page = open_page(addresses["incident"], java_script_enabled=False)
    page.select_option("#rule", index=1)
    page.click("text=Show")
    assert "rule=" in page.url


def test_the_keyboard_alone_reaches_the_search_and_the_content(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Control+k")
    page.keyboard.type("sukkari")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=sukkari")
    assert "Assault (shelling), Sukkari" in page.inner_text("main")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_breaks_the_rules_of_access(open_page, addresses, scheme):
    for name, address in addresses.items():
        page = open_page(address, color_scheme=scheme)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, f"{name}: {found.generate_report()}"


def test_no_page_is_wider_than_a_phone(open_page, addresses):
    for name, address in addresses.items():
        page = open_page(address, viewport=PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name


def test_a_first_page_is_light(open_page, addresses):
    parts = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
    for name in ("case", "incident", "report"):
        page = open_page(addresses[name])
        assert 1_000 < page.evaluate(f"{parts}.reduce((sum, part) => sum + part.transferSize, 0)") < LIGHT, name


@pytest.fixture
def desk(chromium, own_case):
    """A browser at a workspace of its own, in which Mira has said who she is: its page, and the case."""
    with serving(own_case) as home:
        context = chromium.new_context(viewport=DESK)
        page, complaints = context.new_page(), []
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{home}/review")
        page.fill("#author", "Mira Haddad (invented)")
        page.keyboard.press("Enter")
        page.wait_for_selector("#accept")
        yield page
        context.close()
        assert complaints == []


def _press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def test_ten_finds_are_looked_over_by_keyboard_alone(desk, own_case):
    queue = [one.find.item.id for one in own_case.queue()]
    for key in ("a", "a", "x", "a", "x", "a", "a", "a", "x"):
        _press(desk, key)
    desk.keyboard.press("e")
    assert desk.evaluate("document.activeElement.name") == "value"
    desk.keyboard.press("Escape")
    _press(desk, "a")
    said = {kept.review.subject: kept.review.verdict.value for kept in own_case.reviews()}
    assert len(said) == 10
    assert sorted(said.values()) == ["accept"] * 7 + ["reject"] * 3
    assert set(queue[:2]) <= said.keys()
    _press(desk, "u")
    assert [kept.standing.value for kept in own_case.reviews()].count("undone") == 1


def test_a_value_is_corrected_by_keyboard_alone(desk, own_case):
    figure = next(one.find.item for one in own_case.queue() if one.find.item.kind == "figure")
    desk.goto(f"{desk.url.partition('/review')[0]}/review?item={figure.id}")
    desk.keyboard.press("e")
    while desk.evaluate("document.activeElement.id") != "f-low":
        desk.keyboard.press("Tab")
    desk.keyboard.press("Control+a")
    desk.keyboard.type("3")
    _press(desk, "Enter")
    find = own_case.find(figure.report_id, figure.id)
    assert find.reading.figures[find.index].low == 3


def test_keys_lead_along_the_queue_and_can_be_turned_off(desk, own_case):
    names = [one.find.item.id for one in own_case.queue()]
    _press(desk, "j")
    assert names[1] in desk.url
    _press(desk, "k")
    assert names[0] in desk.url
    _press(desk, " ")
    assert names[1] in desk.url
    desk.keyboard.press("?")
    assert desk.locator("#keys dl").is_visible()
    desk.uncheck("#keys-on")
    desk.locator("h1").click()
    desk.keyboard.press("a")
    desk.wait_for_timeout(300)
    assert own_case.reviews() == ()


def test_the_pages_of_decisions_keep_the_rules_of_access(desk, own_case):
    home = desk.url.partition("/review")[0]
    _press(desk, "a")
    reviewed = own_case.reviews()[0].review
    report = Correction.of(reviewed).item.report_id
    incident = max(own_case.incidents(), key=lambda found: len(found.incident.report_ids)).incident
    for address in ("/review", f"/review?report={report}&item={reviewed.subject}", f"/incidents/{incident.name}"):
        desk.goto(f"{home}{address}")
        desk.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(desk, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        desk.set_viewport_size(PHONE)
        assert desk.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address
        desk.set_viewport_size(DESK)


def test_incidents_are_merged_and_the_merge_is_undone_in_the_browser(desk, own_case):
    home = desk.url.partition("/review")[0]
    first, second = sorted(own_case.incidents(), key=lambda found: -len(found.incident.report_ids))[:2]
    before = {found.incident.id for found in own_case.incidents()}
    desk.goto(f"{home}/incidents/{first.incident.name}")
    desk.click("#merge summary")
    desk.fill("#other", second.incident.name)
    desk.fill("#why-merge", "one day of shelling")
    with desk.expect_navigation():
        desk.click("text=Put them together >> nth=-1")
    assert "put them together: one day of shelling" in desk.inner_text("main")
    assert {found.incident.id for found in own_case.incidents()} != before
    desk.fill("#why-undo-1", "two after all")
    with desk.expect_navigation():
        desk.click("section[aria-labelledby=rulings] button")
    assert {found.incident.id for found in own_case.incidents()} == before


@pytest.fixture
def people(chromium, own_case):
    """Opens a browser at a workspace that asks people to sign in; `people(EDITOR)` does. Complaints fail the test."""
    add_people(own_case)
    contexts, complaints = [], []
    with serving(own_case, sign_in=True) as home:

        def opened(name=None, address="/", **asked):
            context = chromium.new_context(**{"viewport": DESK, "base_url": home, **asked})
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda said: complaints.append(said.text) if "Security Policy" in said.text else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on("request", lambda asked: asked.url.startswith((home, ELSEWHERE)) or complaints.append(asked.url))
            page.goto(address)
            if name:
                _sign_in(page, name)
            return page

        yield opened
        for context in contexts:
            context.close()
    assert complaints == []


def _sign_in(page, name, password=SECRET):
    page.fill("#name", name)
    page.fill("#password", password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _check_access(page, name):
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
    assert found.violations_count == 0, f"{name}: {found.generate_report()}"
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
    page.set_viewport_size(DESK)


def test_somebody_signs_in_by_keyboard_is_led_on_and_signs_out(people):
    page = people(address="/incidents?disputed=yes", java_script_enabled=False)
    _check_url(page, "/sign-in")
    _sign_in(page, EDITOR, "not the password of Mira")
    assert "do not go together" in page.inner_text("[role=alert]")
    _sign_in(page, EDITOR)
    _check_url(page, "/incidents?disputed=yes")
    assert EDITOR in page.inner_text("header.top")
    with page.expect_navigation():
        page.click("text=Sign out")
    page.goto("/")
    _check_url(page, "/sign-in")


def _check_url(page, address):
    assert page.url.partition("//")[2].partition("/")[2].startswith(address.lstrip("/")), page.url


def test_a_link_in_a_mail_opens_for_whoever_is_signed_in(people):
    page = people(READER)
    home = page.url
    mail = f'<html><a href="{home}incidents">the incidents</a></html>'
    page.route(ELSEWHERE, lambda route: route.fulfill(body=mail, content_type="text/html"))
    page.goto(ELSEWHERE)
    with page.expect_navigation():
        page.click("a")
    assert page.inner_text("h1") == "Incidents"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_of_people_keep_the_rules_of_access(people, scheme):
    page = people(address="/sign-in", color_scheme=scheme)
    _check_access(page, "sign in")
    _sign_in(page, REVIEWER, "not the password of Omar")
    _check_access(page, "wrong")
    _sign_in(page, REVIEWER)
    for address in ("/", "/add", "/nowhere", "/review"):
        page.goto(address)
        _check_access(page, f"reviewer at {address}")
    editor = people(EDITOR, color_scheme=scheme)
    editor.goto("/add")
    _check_access(editor, "add")
    editor.click("text=Add >> nth=-1")
    _check_access(editor, "nothing added")


def test_two_people_at_one_find_in_their_browsers(people, own_case):
    mira, omar = people(EDITOR), people(REVIEWER)
    figure = next(one.find.item for one in own_case.queue() if one.find.item.kind == "figure")
    for page in (mira, omar):
        page.goto(f"/review?item={figure.id}")
    _press(mira, "x")
    omar.fill("#f-low", "4")
    omar.fill("#why-low", "counted at the gate")
    _press(omar, "Enter")
    assert f"Somebody else decided first: {EDITOR} rejected it" in omar.inner_text("[role=alert]")
    assert (omar.input_value("#value"), omar.input_value("#reason")) == ("4", "counted at the gate")
    _check_access(omar, "conflict")
    with omar.expect_navigation():
        omar.click("text=Correct it all the same")
    now = own_case.find(figure.report_id, figure.id)
    assert now.reading.figures[now.index].low == 4


def test_a_report_is_added_in_the_browser_without_script(people, own_case, tmp_path):
    page = people(EDITOR, java_script_enabled=False)
    file = tmp_path / "bakery.txt"
    file.write_text("Bakery hit\n\nAt least 9 people were killed when shells hit the bakery in Sukkari on Tuesday.")
    page.click("nav >> text=Add")
    page.set_input_files("#file", file)
    page.fill("#outlet", "The Quay (invented)")
    with page.expect_navigation():
        page.click("button:text-is('Add')")
    assert "1 report added." in page.inner_text("main")
    page.click("section[aria-labelledby=new] a")
    assert page.inner_text("h1") == "Bakery hit"
