"""The data keep to their own description: whatever is asked as it allows is answered as it says, and nothing breaks.

Schemathesis makes up the questions within the description, the same ones in every run.
"""

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import booleans
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from accordingto.show.web.app import create_app

HOST = {"Host": "127.0.0.1:8070"}
QUESTIONS = 12  # of each page: all of them together take some seconds
PAGES = (
    "/api/case",
    "/api/incidents",
    "/api/incidents/{key}",
    "/api/reports/{key}",
    "/api/sources",
    "/api/sources/{key}",
    "/api/announcements",
    "/api/map",
    "/api/timeline",
    "/api/search",
    "/api/review",
)
CHECKS = (not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance)


@pytest.fixture(scope="module")
def described(case):
    """The description of the data, as a client reads it."""
    return schemathesis.openapi.from_asgi("/api/openapi.json", create_app(case, name="aleppo"), headers=HOST)


@pytest.fixture(scope="module")
def keys(case, main):
    """Something that is there, for each page of one thing; keys that are made up find nothing."""
    source = next(e.key for reading in case.readings() for e in reading.entities if e.key)
    return {
        "/api/incidents/{key}": main.incident.name,
        "/api/reports/{key}": main.incident.report_ids[0],
        "/api/sources/{key}": source,
    }


def test_every_page_is_described(described):
    assert set(PAGES) <= {result.ok().path for result in described.get_all_operations()}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_answers_as_described(described, keys, page):
    @given(case=described[page]["GET"].as_strategy(), there=booleans())
    @settings(
        max_examples=QUESTIONS,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def answers(case, there):
        if there and page in keys:
            case.path_parameters = {"key": keys[page]}
        case.call_and_validate(headers=HOST, checks=list(CHECKS))

    answers()
