"""Words that are far longer than a phone is wide: names without a space, addresses, a text whose letters are broken.

The reports are invented. What they look like is not: feeds bring texts in which every apostrophe became thirty signs.
"""

from datetime import UTC, datetime

import pytest

from accordingto.casebook import open_case
from accordingto.terms.reports import Report
from tests.show.web.browsers import PHONE, needs_chromium, serving

pytestmark = needs_chromium
BROKEN = "â€_" * 40  # what became of an apostrophe
LONG = "Qal" + "atan" * 30 + "iyah"


@pytest.fixture(scope="module")
def long_case():
    """A case whose outlets, voices, places, titles and ids are one word each, and each wider than a phone."""
    with open_case(":memory:") as case:
        case.ingest(*(_report(number) for number in range(4)))
        case.read()
        case.reconcile()
        case.coding.start("r" * 60, ["Ann" * 30, "Ben" * 30], "Zoe" * 30, "why" * 60, sample=6, at=datetime.now(UTC))
        yield case


def _report(number):
    killed = 40 + 7 * (number % 2)
    return Report.of(
        title=f"Shells kill {killed} in {LONG} https://example.org/{'invented-' * 30}{number}",
        text=f"At least {killed} people were killed when shells hit a market in {LONG}, Idlib, on Tuesday, the {LONG} "
        f"Ambulance League{BROKEN} said.\n\nGovernment forces shelled the market in Idlib, Abu {LONG}, a rebel "
        f"commander, said. The army denied shelling Idlib{BROKEN}.\n\nAmbulances will leave for {LONG} on Friday, the "
        "league said.",
        outlet=f"The{LONG}Lamp{number}(invented)",
        published=datetime(2016, 12, 14 + number, tzinfo=UTC),
        ref=f"lamp-{'x' * 80}-{number}",
    )


@pytest.fixture(scope="module")
def long_home(long_case):
    with serving(long_case) as home:
        yield home


def test_no_page_of_long_words_is_wider_than_a_phone(chromium, long_home, long_case):
    context = chromium.new_context(viewport=PHONE, base_url=long_home)
    page = context.new_page()
    for address in _addresses(long_case):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address
    context.close()


def _addresses(case):
    """Every kind of page, and the pages of what has the longest names."""
    lists = ("", "incidents", "map", "timeline", "sources", "announcements", "review", "coding", "add")
    return [
        *(f"/{name}?all=yes" for name in lists),
        *(f"/incidents/{found.incident.name}" for found in case.incidents()),
        f"/reports/{case.reports()[0].id}",
        f"/sources/{case.catalogue().voices((), 0, 1).items[0].key}",
        f"/coding/{'r' * 60}",
        f"/search?q={LONG}",
        f"/search?q={'z' * 300}",
        f"/incidents/{'z' * 300}",
        f"/{'z' * 300}",
        f"/map?as_of={'z' * 300}",
    ]
