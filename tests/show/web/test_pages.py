"""Every page says what the case holds, leads to the exact words, and says the same as data."""

import csv
import html
import io
import re

import pytest

from accordingto.terms.reports import Report

PAGES = ["/", "/incidents", "/map", "/timeline", "/sources", "/announcements", "/review", "/search?q=buses"]


@pytest.mark.parametrize("address", PAGES)
def test_every_page_opens_and_is_there_as_data(client, address):
    page, _, query = address.partition("?")
    assert client.get(address).status_code == 200
    data = client.get(f"{'/case' if page == '/' else page}.json?{query}")
    assert data.status_code == 200
    assert data.json()["title"]


def test_a_number_leads_to_the_words_it_stands_on(client, main):
    page = client.get(f"/incidents/{main.incident.name}")
    href = re.search(r'<a class="words" href="(/reports/[\w-]+)#(f\d+)">At least 41</a>', page.text)
    assert href
    report = client.get(href[1])
    marked = re.search(rf'id="{href[2]}"[^>]*>([^<]*)<', report.text)
    assert marked
    assert marked[1] == "At least 41"


def test_a_sentence_stands_around_the_words(client, main):
    figures = client.get(f"/incidents/{main.incident.name}.json").json()["tolls"][0]["figures"]
    whole = [f"{one['before']}{one['words']}{one['after']}" for one in figures]
    assert any(sentence.startswith("At least 41 people, including nine children") for sentence in whole)


def test_the_same_words_of_a_reprint_are_shown_once_with_both_reports(client, main):
    figures = client.get(f"/incidents/{main.incident.name}.json").json()["tolls"][0]["figures"]
    first = next(one for one in figures if one["words"] == "At least 41")
    assert {first["report"]["outlet"], *(line["outlet"] for line in first["again"])} == {
        "Meridian News Agency (invented)",
        "The Harbour Post (invented)",
        "Valley Courier (invented)",
    }


def test_the_rule_of_a_toll_can_be_switched_by_its_address(client, main):
    address = f"/incidents/{main.incident.name}.json"
    rules = client.get(address).json()["rules"]
    assert len(rules) > 1
    for key, name, _ in rules:
        page = client.get(address, params={"rule": key}).json()
        assert page["rule"] == key
        assert {toll["chosen"]["rule"] for toll in page["tolls"]} == {name}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("/incidents/{}?rule=luck", "'luck' is no rule for tolls; it is one of all, latest, independent"),
        ("/incidents?since=2016-13-45", "'2016-13-45' is no day; write 2016-12-15"),
        ("/incidents?since=20161214", "'20161214' is no day; write 2016-12-15"),
        ("/incidents?since=2016-W50-3", "'2016-W50-3' is no day"),
        ("/map?until=yesterday", "'yesterday' is no day"),
        ("/timeline?type=WAR", "'WAR' is no type of event; it is one of AGREE"),
        ("/announcements?kind=forgotten", "'forgotten' is nothing that becomes of an announcement; it is one of kept"),
    ],
)
def test_what_nobody_can_be_asked_for_is_said_to_be_none(client, main, asked, told):
    path, _, query = asked.format(main.incident.name).partition("?")
    page, data = client.get(f"{path}?{query}"), client.get(f"{path}.json?{query}")
    assert (page.status_code, data.status_code) == (422, 422)
    assert told in html.unescape(page.text)
    assert told in data.json()["error"]


@pytest.mark.parametrize("day", ["2016", "2016-12", "2016-12-14", ""])
def test_a_day_may_be_a_month_or_a_year(client, day):
    assert client.get("/incidents.json", params={"since": day}).status_code == 200


def test_types_are_chosen_in_words(client):
    assert '<option value="ASSAULT">Assault</option>' in client.get("/incidents").text


def test_who_blames_whom_stands_with_the_words(client, main):
    cells = client.get(f"/incidents/{main.incident.name}.json").json()["blame"]
    assert any(cell["stance"] == "denies" for cell in cells)
    assert all(cell["quotes"] for cell in cells)


def test_the_case_can_be_seen_as_of_a_moment(client, main):
    address = f"/incidents/{main.incident.name}"
    early = client.get(f"{address}.json?as_of=2016-12-14T00:00").json()
    assert [quote["words"] for quote in early["tolls"][0]["figures"]] == ["At least 41"]
    page = client.get(f"{address}?as_of=2016-12-14T00:00").text
    page = re.sub(r'<a class="then".*?</a>', "", page)  # these lead to other moments
    links = re.findall(r'href="(/(?:incidents|reports)/[^"]+)"', page)
    assert links
    assert [link for link in links if "as_of=2016-12-14T00%3A00" not in link] == [address]  # the way back to today
    assert "As of 14 December 2016, 00:00 UTC, by publication: 1 of 8 reports" in page
    assert '<p class="seen"' not in client.get(address).text


def test_disputes_stand_side_by_side(client, main):
    dispute = client.get(f"/incidents/{main.incident.name}.json").json()["disputes"][0]
    assert dispute["about"] == "How many were killed"
    assert len({side["words"] for side in dispute["sides"]}) > 1


def test_all_characters_of_a_report_stand_on_its_page(client, case):
    for report in case.reports():
        page = client.get(f"/reports/{report.id}")
        text = re.search(r'<article class="text".*?</article>', page.text, re.DOTALL)
        assert text
        shown = html.unescape(re.sub(r"<[^>]+>", "", text[0]))
        assert shown.split() == report.body.split()


def test_a_report_goes_by_its_file_name_too(client, case):
    report = next(report for report in case.reports() if report.ref)
    assert client.get(f"/reports/{report.ref}.json").json()["id"] == report.id


def test_claims_lead_to_their_words_and_back(client, case):
    page = client.get(f"/reports/{case.reports()[0].id}")
    for card in client.get(f"/reports/{case.reports()[0].id}.json").json()["claims"]:
        assert f'id="c-{card["item"]}"' in page.text
        assert f'id="{card["item"]}"' in page.text


def test_a_source_page_has_all_that_the_source_said(client):
    lines = client.get("/sources.json").json()["sources"]
    most = lines[0]
    page = client.get(f"{most['href']}.json")
    assert len(page.json()["said"]) == most["statements"]


def test_incidents_can_be_asked_for_by_day_place_and_dispute(client):
    def names(**asked):
        return [line["title"] for line in client.get("/incidents.json", params=asked).json()["incidents"]]

    everything = names()
    assert names(place="sukkari") == ["Assault (shelling), Sukkari, 13 December 2016"]
    assert names(disputed="yes") == ["Assault (shelling), Sukkari, 13 December 2016"]
    assert names(since="2016-12-14") == [title for title in everything if "13 December" not in title]
    assert names(until="2016-12-12") == []
    assert names(type="RETREAT") == [title for title in everything if title.startswith("Retreat")]


def test_a_table_is_there_as_csv(client):
    rows = list(csv.reader(io.StringIO(client.get("/incidents.csv?disputed=yes").text)))
    assert rows[0][:3] == ["incident", "title", "date"]
    assert rows[1][1] == "Assault (shelling), Sukkari, 13 December 2016"


def rows_of(client, address):
    return list(csv.DictReader(io.StringIO(client.get(address).text)))


def test_a_table_of_incidents_has_what_where_and_how_many(client, main):
    (row,) = (row for row in rows_of(client, "/incidents.csv") if row["incident"] == main.incident.name)
    assert (row["type"], row["mode"], row["place"]) == (main.incident.type, main.incident.mode, main.incident.place)
    assert (float(row["lat"]), float(row["lon"])) == pytest.approx((36.2, 37.15), abs=0.2)
    assert row["where_prec"] in "12345"
    (killed,) = (toll for toll in main.under() if (toll.harm, toll.who) == ("killed", "people"))
    assert (row["killed_low"], row["killed_high"]) == (str(killed.low), str(killed.high))
    assert row["toll"].startswith(f"{killed.low} to {killed.high} people killed")
    assert row["rule"] == killed.rule


def test_every_promise_is_in_the_table_of_announcements(client):
    columns = client.get("/announcements.json").json()["columns"]
    rows = rows_of(client, "/announcements.csv")
    assert [row["outcome"] for row in rows] == [column["kind"] for column in columns for _ in range(column["total"])]
    assert rows[0]["announced"] == columns[0]["lines"][0]["what"]["words"]
    assert all(row["report"] and row["outlet"] for row in rows)
    kinds = {row["outcome"] for row in rows_of(client, f"/announcements.csv?kind={columns[-1]['kind']}")}
    assert kinds == {columns[-1]["kind"]}


def test_every_incident_is_in_the_table_of_the_timeline_day_by_day(client, monkeypatch):
    monkeypatch.setattr("accordingto.show.web.pages.timelines.OF_A_DAY", 1)
    rows = rows_of(client, "/timeline.csv?all=yes")
    assert {row["incident"] for row in rows} == {row["incident"] for row in rows_of(client, "/incidents.csv?all=yes")}
    assert [row["day"] or "9999" for row in rows] == sorted(row["day"] or "9999" for row in rows)


def test_the_data_are_told_of_on_a_page(client):
    page, told = client.get("/api"), client.get("/api.json").json()
    assert page.status_code == 200
    described = client.get("/api/openapi.json").json()["paths"]
    assert {one["api"] for one in told["addresses"]} == set(described)
    for one in told["addresses"]:
        names = {asked["name"] for asked in one["asked"]} | {asked["name"] for asked in told["everywhere"]}
        parameters = described[one["api"]]["get"]["parameters"]
        assert names == {asked["name"] for asked in parameters if asked["in"] == "query"}
        assert one["json"] in page.text
        if one["csv"] and "{" not in one["csv"]:
            assert client.get(one["csv"]).headers["content-type"].startswith("text/csv")
    assert "<script>" not in page.text
    assert 'href="/api"' in client.get("/").text


def test_map_table_and_timeline_share_one_filter(client):
    for address in ("/map", "/timeline", "/incidents"):
        page = client.get(f"{address}?place=Sukkari").text
        for other in ("/map", "/timeline", "/incidents"):
            assert f'href="{other}?place=Sukkari"' in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/nowhere", 404, "There is no page at this address"),
        ("/incidents/nobody-home", 404, "No incident goes by"),
        ("/reports/nobody-home", 404, "nobody-home"),
        ("/sources/nobody", 404, "No report of the case quotes"),
        ("/announcements?now=soon", 422, "is no moment"),
    ],
)
def test_an_error_is_a_page_that_says_what_to_do(client, address, status, words):
    answer = client.get(address)
    assert answer.status_code == status
    assert words in html.unescape(answer.text)
    assert '<a href="/">To the case</a>' in answer.text


def test_an_error_of_the_data_is_data(client):
    answer = client.get("/api/incidents/nobody-home")
    assert answer.status_code == 404
    assert "no incident goes by" in answer.json()["error"]


def test_what_breaks_is_a_page_without_the_machine_in_it(client, monkeypatch):
    def broken(*_):
        raise RuntimeError("the secret of the case")

    monkeypatch.setattr("accordingto.show.web.asking.sources_page", broken)
    answer = client.get("/sources?anew=yes")  # what was asked before is not made again
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "unharmed" in answer.text


def test_a_search_finds_words_sources_and_incidents(client):
    found = client.get("/search.json?q=sukkari").json()
    assert found["incidents"]
    assert found["reports"]
    page = client.get(found["reports"][0]["href"].partition("#")[0])
    assert 'id="words"' in page.text


def test_a_search_without_a_find_says_so(client):
    assert "Nothing in the case has these words." in client.get("/search?q=zzzzz").text


def test_words_never_say_true_or_false(client, main):
    for address in [*PAGES, f"/incidents/{main.incident.name}"]:
        text = re.sub(r"<[^>]+>", " ", client.get(address).text)
        assert not re.search(r"\b(?:true|false|credib\w+|score)\b", text, re.IGNORECASE)


def test_the_api_is_described(client):
    told = client.get("/api/openapi.json").json()
    assert "/api/incidents/{key}" in told["paths"]
    answers = told["paths"]["/api/incidents/{key}"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answers["schema"]["$ref"].endswith("/IncidentPage")


def test_a_page_is_told_anew_when_the_case_has_changed(own_case, own_client):
    before = own_client.get("/case.json").json()["counts"]
    assert own_client.get("/case.json").json()["counts"] == before
    own_case.ingest(
        Report.of(title="A bridge is mended", text="The bridge was mended, the mayor said.", outlet="X (invented)")
    )
    after = own_client.get("/case.json").json()
    assert after["counts"] != before
    assert after["unread"] == 1


def test_an_outlet_that_speaks_for_itself_is_named_once(client):
    page = html.unescape(client.get("/announcements").text)
    assert "an outlet that is not named (an outlet that is not named" not in re.sub("<[^>]+>", "", page)
    assert re.search(r'according to <a href="/reports/[^"]+">an outlet that is not named</a>', page)
