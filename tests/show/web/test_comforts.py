"""Comforts in a real browser: texts are copied, chains drawn, pages printed, and Arabic reports stay right."""

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from accordingto.casebook import open_case
from accordingto.terms.reports import Report
from tests.show.web.browsers import DESK, PHONE, RULES, needs_chromium, serving

pytestmark = needs_chromium
ARABIC = Report.of(
    title="قصف سوق في إدلب",
    text="قال مسعفون إن 14 شخصا قتلوا يوم الاثنين في سوق بمدينة إدلب.\n\nAt least 14 people were killed, medics said.",
    outlet="المصباح (مختلق)",
    ref="misbah-1",
)


@pytest.fixture
def incident(main):
    return f"/incidents/{main.incident.name}"


@pytest.fixture(scope="module")
def report(case):
    return f"/reports/{case.report('meridian-1').id}"


def test_a_text_is_copied_by_its_button(open_page, client, incident):
    page = open_page(incident, permissions=["clipboard-read", "clipboard-write"])
    told = client.get(f"{incident}.json").json()["clippings"]
    for one in told:
        page.click(f".head button:text-is('Copy {one['name']}')")
        page.wait_for_selector(f"text=Copied {one['name']}")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.partition(" http")[0] == one["text"].partition(" http")[0]


def test_without_script_the_texts_stand_in_boxes_and_no_button_is_dead(open_page, incident):
    page = open_page(incident, java_script_enabled=False)
    assert page.locator(".take button").count() == 0
    page.click(".head .take summary")
    assert "reported killed" in page.locator(".head .take textarea").first.input_value()


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_claim_draws_its_chain_over_its_source_to_the_outlet(open_page, report, way):
    page = open_page(report)
    card = page.locator(".card", has_text="At least 41").filter(has_text="Aleppo Ambulance League").first
    card.hover() if way == "hover" else card.locator("a.words").focus()
    assert page.locator(".threads .thread").count() == 2  # from the words to the source, and on to the outlet
    assert "".join(page.locator(".lit-source").all_inner_texts()) == "the Aleppo Ambulance League"
    assert page.locator("#outlet.lit-outlet").count() == 1
    page.locator("h2").first.hover() if way == "hover" else page.locator("#q").focus()
    assert page.locator(".threads .thread").count() == 0


def test_words_lead_to_their_claim_and_back_by_keyboard(open_page, report):
    page = open_page(report)
    words = page.locator(".text a.m", has_text=re.compile("^60$"))
    words.focus()
    assert page.locator(".card.lit", has_text="people injured").count() == 1
    page.keyboard.press("Enter")
    card = page.locator(".card:target")
    assert "60 people injured" in card.inner_text()
    card.locator("a.words").press("Enter")
    assert page.locator(":target").inner_text() == "60"


@pytest.mark.parametrize(("wanted", "name"), [("reduce", "none"), ("no-preference", "drawn")])
def test_nothing_moves_for_who_wants_no_motion(open_page, report, wanted, name):
    page = open_page(report, reduced_motion=wanted)
    page.locator(".card a.words").nth(1).focus()
    assert page.locator(".thread").first.evaluate("(one) => getComputedStyle(one).animationName") == name
    scroll = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert scroll == ("auto" if wanted == "reduce" else "smooth")


def test_whoever_walks_by_keyboard_sees_where_they_are(open_page, incident):
    page = open_page(incident)
    seen = []
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = (
            "(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle + s.outlineWidth; })()"
        )
        seen.append((page.evaluate("document.activeElement.tagName"), page.evaluate(outline)))
    assert {"A", "BUTTON", "SELECT"} <= {tag for tag, _ in seen}
    assert {outline for _, outline in seen} == {"solid3px"}


def test_words_of_charts_keep_their_size_on_a_telephone(open_page, incident):
    for address, words in ((incident, ".chart text, .map .label"), ("/map", ".map .label")):
        page = open_page(address, viewport=PHONE)
        heights = page.eval_on_selector_all(
            words, "(all) => all.map((one) => one.getBoundingClientRect().height).filter((height) => height > 0)"
        )
        assert len(heights) > 2
        assert min(heights) >= 11


def test_an_incident_is_printed_as_a_brief(open_page, incident, client):
    page = open_page(f"{incident}?rule=independent", color_scheme="dark")
    told = client.get(f"{incident}.json?rule=independent").json()
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    text = " ".join(" ".join(one.extract_text() for one in pages).replace("ﬁ", "fi").replace("ﬀ", "ff").split())
    assert text.find(told["title"]) < 40
    head = text[:1500]
    assert re.search(r"as of \d+ \w+ \d{4}, \d\d:\d\d UTC, by what the case held then, case [0-9a-f]{32}", head)
    assert f"Tolls are counted by the rule “{told['tolls'][0]['chosen']['rule']}”" in head
    for wanted in (
        "What is disputed",
        "Who took whose text",
        "How it came to be known",
        f"/reports/{told['reports']}"[:9],
    ):
        assert wanted in text
    for unwanted in ("Search", "Copy sentence", "Decide what is one incident", "To copy", "Skip to", "Show"):
        assert unwanted not in text
    assert len(pages) <= 12


def test_no_row_and_no_quotation_is_cut_by_the_end_of_a_printed_page(open_page, incident):
    page = open_page(incident)
    page.emulate_media(media="print")
    for words in ("tr", ".quote", ".chart"):
        whole = page.locator(words).first.evaluate("(one) => getComputedStyle(one).breakInside")
        assert whole == "avoid", words
    assert page.locator(".matrix thead").evaluate("(one) => getComputedStyle(one).display") == "table-header-group"


@pytest.fixture
def arabic(chromium, tmp_path):
    """The page of an invented Arabic report, and its address."""
    with open_case(tmp_path / "arabic.db") as case:
        case.ingest(ARABIC)
        case.read()
        case.reconcile()
        with serving(case) as home:
            context = chromium.new_context(viewport=DESK)
            page = context.new_page()
            page.goto(f"{home}/reports/{ARABIC.id}")
            yield page
            context.close()


def test_an_arabic_report_runs_from_right_to_left_and_its_english_from_left_to_right(arabic):
    title, first, second = arabic.locator(".text > *").all()
    assert [one.evaluate("(one) => getComputedStyle(one).direction") for one in (title, first, second)] == [
        "rtl",
        "rtl",
        "ltr",
    ]
    assert first.inner_text() == ARABIC.text.partition("\n")[0]
    outlet = arabic.locator("#outlet")
    assert outlet.inner_text() == "المصباح (مختلق)"
    assert outlet.evaluate("(one) => getComputedStyle(one).unicodeBidi") == "isolate"
    # The page around it stays English: the line of the outlet begins on the left.
    assert arabic.locator(".head .from").evaluate("(one) => getComputedStyle(one).direction") == "ltr"


def test_the_list_of_reports_keeps_arabic_names_apart_from_the_words_around_them(arabic):
    arabic.goto(arabic.url.partition("/reports")[0])
    link = arabic.locator(".reports a").first
    assert link.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
    assert link.evaluate("(one) => getComputedStyle(one).unicodeBidi") == "isolate"
    found = Axe().run(arabic, options={"runOnly": {"type": "tag", "values": RULES}})
    assert found.violations_count == 0, found.generate_report()
