"""Errors as pages: what happened, in a sentence, and where to go from there."""

import html
import re

import pytest

from accordingto.show.web.pages.errors import error_page


def ways(page):
    """The ways on that an error page shows, by their words."""
    main = re.search(r"<main.*?</main>", page, re.DOTALL)[0]
    return {html.unescape(words): html.unescape(href) for href, words in re.findall(r'href="([^"]+)">([^<]+)', main)}


@pytest.mark.parametrize(
    ("address", "status", "words", "way"),
    [
        ("/nowhere", 404, "There is no page at this address", ("To the case", "/")),
        ("/incidents/xx", 404, "No incident goes by 'xx'", ("All incidents", "/incidents")),
        ("/reports/xx", 404, "No report goes by 'xx'", ("Search the reports", "/search")),
        ("/sources/xx", 404, "No report of the case quotes a source called 'xx'", ("All sources", "/sources")),
        ("/coding/xx", 404, "The case has no coding round 'xx'", ("All rounds of coding", "/coding")),
        (
            "/map?as_of=yesterday&type=ASSAULT",
            422,
            "'yesterday' is no moment",
            ("This page as the case stands now", "/map?type=ASSAULT"),
        ),
        (
            "/search?q=buses&as_of=yesterday",
            422,
            "'yesterday' is no moment",
            ("This page as the case stands now", "/search?q=buses"),
        ),
    ],
)
def test_an_error_says_what_happened_and_leads_on(client, address, status, words, way):
    page = client.get(address)
    assert page.status_code == status
    assert words in html.unescape(page.text)
    assert ways(page.text)[way[0]] == way[1]
    assert ".." not in re.search(r'<p dir="auto">(.*?)</p>', page.text)[1]


@pytest.mark.parametrize("at", ["abc", "9-1", "5-5", "5", "-3-4", "1-2-3"])
def test_what_is_no_stretch_of_characters_is_said_to_be_none(client, case, at):
    page = client.get(f"/reports/{case.reports()[0].name}", params={"at": at})
    assert page.status_code == 422
    assert f"'{at}' is no stretch of characters; write its ends: 120-132" in html.unescape(page.text)


def test_a_stretch_beyond_the_report_is_not_there(client, case):
    report = case.reports()[0]
    length = len(report.body)
    assert client.get(f"/reports/{report.name}?at={length - 2}-{length}").status_code == 200
    page = client.get(f"/reports/{report.name}?at={length}-{length + 1}")
    assert page.status_code == 404
    assert f"has {length:,} characters, and none at {length}-{length + 1}" in html.unescape(page.text)


def test_a_map_of_nothing_says_that_nothing_fits(client):
    assert "No incident fits this filter." in client.get("/map?place=zzzz").text


def test_the_first_page_asks_of_what_waits_for_review_in_words(client):
    page = html.unescape(client.get("/").text)
    find = client.get("/case.json").json()["waiting"]["finds"][0]
    assert re.match("(Count|Blame|Event|Statement|Announcement) “", find["words"])
    assert "?" in find["why"]
    assert find["words"] in page


def test_an_error_is_no_page_of_data(client):
    assert "This page as data" in client.get("/incidents").text
    page = client.get("/incidents/xx").text
    assert "This page as data" not in page
    assert 'rel="alternate"' not in page


def test_nothing_found_says_how_more_is_found(client):
    page = html.unescape(client.get("/search?q=zzzz").text)
    assert "Search: zzzz</h1>" in page
    assert "Fewer words find more" in page


def test_no_way_leads_to_another_machine():
    page = error_page("Not found", "There is no page", 404, None, ("//elsewhere.example/a?b", "as_of=yesterday"))
    assert page.ways[0] == ("/elsewhere.example/a%3Fb", "This page as the case stands now")
