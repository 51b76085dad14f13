"""The workspace over the invented reports of the examples, opened as a browser would open it."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from accordingto.casebook import open_case
from accordingto.show.web.app import create_app

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "aleppo"


@pytest.fixture(scope="session")
def case(tmp_path_factory):
    with open_case(tmp_path_factory.mktemp("web") / "aleppo.db") as case:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        yield case


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
