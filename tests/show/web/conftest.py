"""The workspace over the invented reports of the examples, opened as a browser would open it."""

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import sync_playwright

from accordingto.casebook import open_case
from accordingto.show.web.app import create_app
from tests.show.web.browsers import CHROMIUM, DESK, serving

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "aleppo"


@pytest.fixture(scope="session")
def made_case(tmp_path_factory):
    """The file of a case that has gone through all verbs."""
    path = tmp_path_factory.mktemp("web") / "aleppo.db"
    with open_case(path) as case:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
    return path


@pytest.fixture(scope="session")
def case(made_case):
    with open_case(made_case) as case:
        yield case


@pytest.fixture
def own_case(made_case, tmp_path):
    """A copy of the case for one test, to decide in."""
    with open_case(shutil.copy(made_case, tmp_path / "own.db")) as case:
        yield case


@pytest.fixture
def own_client(own_case):
    with TestClient(
        create_app(own_case, name="own"), base_url="http://127.0.0.1:8070", raise_server_exceptions=False
    ) as c:
        yield c


@pytest.fixture(scope="session")
def client(case):
    with TestClient(
        create_app(case, name="aleppo"), base_url="http://127.0.0.1:8070", raise_server_exceptions=False
    ) as c:
        yield c


@pytest.fixture(scope="session")
def main(case):
    """The incident that most of the reports tell of."""
    return max(case.incidents(), key=lambda found: len(found.incident.report_ids))


@pytest.fixture(scope="module")
def home(case):
    """The address of a workspace that runs while these tests do."""
    with serving(case) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, home):
    """Opens an address in a browser of its own; complaints of the browser fail the test."""
    contexts, complaints = [], []

    def opened(address, **asked):
        context = chromium.new_context(**{"viewport": DESK, **asked})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(home) else None)
        page.goto(f"{home}{address}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []
