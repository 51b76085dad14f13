"""Coding in a real browser: two coders by keyboard alone, each in their own, and an editor who decides.

Left out where there is no chromium; the build server installs it.
"""

from datetime import UTC, datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.show.web.browsers import DESK, PHONE, RULES, needs_chromium, serving

pytestmark = needs_chromium
ANN, BEN, ZOE = "Ann (invented)", "Ben (invented)", "Zoe (invented)"


@pytest.fixture
def figures(own_case):
    """A round of ten counts and events."""
    return own_case.coding.start(
        "toll", (ANN, BEN), ZOE, "a trial", sample=10, seed=3, kinds=["figure", "event"], at=datetime.now(UTC)
    )


@pytest.fixture
def browser_of(own_case, figures, chromium):
    """A browser of one person at the round, who says their name; complaints of the browser fail the test."""
    contexts, complaints = [], []
    with serving(own_case) as home:

        def opened(name, **asked):
            context = chromium.new_context(**{"viewport": DESK, **asked})
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(f"{home}/coding/toll/code")
            page.fill("#author", name)
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return page

        yield opened
        for context in contexts:
            context.close()
    assert complaints == []


def press(page, key):
    with page.expect_navigation():
        page.keyboard.press(key)


def test_two_coders_code_ten_items_by_keyboard_alone_and_an_editor_decides(own_case, figures, browser_of):
    ann, ben = browser_of(ANN), browser_of(BEN)
    for key in "axaaaxaaa":
        press(ann, key)
    press(ann, "u")
    press(ann, "a")
    for key in "aaaaaaaaa":
        press(ben, key)
    for page in (ann, ben):
        page.keyboard.press("e")
        field = page.evaluate("document.activeElement.name")
        assert field.startswith("field-")
        own_case.coding.round("toll")
        page.keyboard.press("Escape")
        press(page, "a")
        page.wait_for_selector("text=You have coded every find of this round.")
        page.keyboard.press("Tab")
        page.locator("#finish button").focus()
        press(page, "Enter")
    state = own_case.coding.round("toll")
    assert state.coded == {ANN: 10, BEN: 10}
    assert not state.blind
    zoe = browser_of(ZOE)
    zoe.goto(f"{zoe.url.partition('/coding')[0]}/coding/toll/adjudicate")
    with zoe.expect_navigation():
        zoe.click(f"button[aria-label='Take the answer of {ANN}']")
    (kept,) = own_case.reviews()
    assert (kept.review.verdict.value, kept.review.author) == ("reject", ZOE)


def test_a_coder_corrects_several_fields_at_once_by_keyboard_alone(own_case, figures, browser_of):
    figure = next(one.item for one in figures.items if one.item.kind == "figure")
    ann = browser_of(ANN)
    ann.goto(f"{ann.url.partition('?')[0]}?item={figure.id}")
    ann.keyboard.press("e")
    for field, value in (("field-low", "3"), ("field-high", "4")):
        while ann.evaluate("document.activeElement.id") != field:
            ann.keyboard.press("Tab")
        ann.keyboard.press("Control+a")
        ann.keyboard.type(value)
    press(ann, "Enter")
    assert dict(own_case.coding.item("toll", figure.id, ANN).codes[0].values) == {"low": 3, "high": 4}


def test_the_coding_pages_keep_the_rules_of_access_on_desk_and_phone(own_case, figures, browser_of):
    pages = {"/coding/toll/code": browser_of(ANN)}
    press(pages["/coding/toll/code"], "a")
    item = figures.items[0].item.id
    own_case.coding.code("toll", item, "reject", BEN, "no count", at=datetime.now(UTC))
    check(pages["/coding/toll/code"], ["/coding", "/coding/toll", f"/coding/toll/code?item={item}"])
    own_case.coding.close("toll", ZOE, "done", at=datetime.now(UTC))
    after = ["/coding/toll", "/coding/toll/agreement", f"/coding/toll/adjudicate?item={item}", "/coding/toll/code"]
    check(pages["/coding/toll/code"], after)
    check(browser_of(ZOE, color_scheme="dark"), after)


def check(page, addresses):
    home = page.url.partition("/coding")[0]
    for address in addresses:
        page.set_viewport_size(DESK)
        page.goto(f"{home}{address}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": RULES}})
        assert found.violations_count == 0, f"{address}: {found.generate_report()}"
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address


def test_an_editor_begins_a_round_in_a_browser_by_keyboard(own_case, chromium):
    with serving(own_case) as home:
        page = chromium.new_page(viewport=DESK)
        page.goto(f"{home}/coding")
        page.fill("#round", "Spring 2017")
        page.fill("#sample", "5")
        page.get_by_label("counts of people").check()
        page.fill("#coders", f"{ANN}\n{BEN}")
        page.fill("#begins", ZOE)
        page.locator("#why").focus()
        press(page, "Enter")
        assert page.url.endswith("/coding/Spring%202017")
        assert f"coded by {ANN} and {BEN}" in page.inner_text("main")
        check(page, ["/coding"])
        page.close()
    assert len(own_case.coding.round("Spring 2017").round.items) == 5
