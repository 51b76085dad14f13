"""An incident's page: who took whose text, when and where, how it came to be known, and what can be taken along."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from accordingto.show.web.pages.copies import copy_tree
from accordingto.terms.findings import Copy
from accordingto.terms.incidents import Direction


@pytest.fixture(scope="module")
def page(client, main):
    return client.get(f"/incidents/{main.incident.name}.json").json()


def _names(nodes):
    return {node["report"]["name"]: _names(node["takers"]) for node in nodes}


def test_takers_stand_under_the_report_whose_text_they_took(page):
    assert _names(page["copies"]["originals"]) == {"meridian-1": {"valley-1": {}, "harbour-1": {}}}
    (original,) = page["copies"]["originals"]
    reprint = next(node for node in original["takers"] if node["report"]["name"] == "harbour-1")
    assert reprint["how"] == (
        "repeats it: 129 of the 129 words of the shorter text stand in the other; it credits Meridian News Agency "
        "(invented)"
    )
    assert reprint["credits"] == ["Meridian News Agency (invented): “Reporting by Meridian News Agency”"]
    assert {node["report"]["name"] for node in page["copies"]["alone"]} >= {"citadel-1", "meridian-2"}


def _copied(main, *copies):
    return replace(main, copies=copies)


def test_an_unknown_direction_is_an_answer(main, case):
    readings = {reading.report.id: reading for reading in case.readings()}
    first, second = main.incident.report_ids[:2]
    alike = Copy(first, second, 0.9, True, Direction.UNKNOWN, ("nothing says which was first",))
    tree = copy_tree(_copied(main, alike), readings)
    assert [pair.why for pair in tree.unknown] == ["nothing says which was first"]
    assert tree.originals == ()


def test_credits_that_go_round_make_no_endless_tree(main, case):
    readings = {reading.report.id: reading for reading in case.readings()}
    one, two, three = main.incident.report_ids[:3]
    round_ = [
        Copy(a, b, overlap, True, Direction.FIRST_FROM_SECOND, ())
        for a, b, overlap in ((one, two, 0.9), (two, three, 0.8), (three, one, 0.7))
    ]
    (original,) = copy_tree(_copied(main, *round_), readings).originals
    assert original.report.name == readings[three].report.name
    assert original.takers[0].takers[0].report.name == readings[one].report.name
    assert len(original.also) == 1  # that it, too, is said to take from one of them


def test_the_history_says_what_each_report_added(page):
    first, *_, last = page["history"]["published"]
    assert first["report"]["name"] == "meridian-1"
    assert "the first origin: the Aleppo Ambulance League" in first["adds"]
    assert last["report"]["name"] == "meridian-2"
    assert "an earlier or a later word on how many were killed" in last["adds"]
    reprint = next(step for step in page["history"]["published"] if step["report"]["name"] == "harbour-1")
    assert {"no new origin", "takes its text from meridian-1"} <= set(reprint["adds"])


def test_a_step_of_the_history_leads_to_the_incident_as_it_stood_then(client, page):
    then = client.get(page["history"]["published"][0]["then"].replace("?", ".json?"))
    assert then.status_code == 200
    assert [line["name"] for line in then.json()["reports"]] == ["meridian-1"]


def test_the_history_says_when_the_case_took_it_in(page, main):
    came, read = page["history"]["came_in"]
    assert came["words"] == "6 reports came in"
    assert read["words"].startswith("6 reports read by accordingto")


def test_the_history_has_decisions_with_author_time_reason_and_standing(own_case, own_client, main):
    figure = own_case.find("meridian-2", 1, "figure")
    report = figure.item.report_id
    at = datetime(2026, 11, 1, 10, 5, tzinfo=UTC)
    own_case.accept(report, "figure", figure.item.id, "Mira (invented)", "read it twice", at=at)
    names = [found.incident.name for found in own_case.incidents() if report in found.incident.report_ids]
    pages = [own_client.get(f"/incidents/{name}.json").json() for name in names]
    (told,) = [one for page in pages for one in page["history"]["decided"]]
    assert (told["author"], told["when"]) == ("Mira (invented)", "1 November 2026, 10:05 UTC")
    assert told["what"].startswith(f"accepted the figure “{figure.item.anchor.exact}” of")
    assert (told["reason"], told["standing"]) == ("read it twice", "in force")


def test_the_timeline_tells_own_texts_from_taken_ones(page):
    lanes = {lane["name"]: [mark["sign"] for mark in lane["marks"]] for lane in page["timeline"]["lanes"]}
    assert lanes["Meridian News Agency (invented)"] == ["dot", "dot"]
    assert lanes["The Harbour Post (invented)"] == ["ring"]
    start, end = page["timeline"]["happened"]
    assert start < end


def test_the_map_of_an_incident_names_how_finely_each_place_is_known(page):
    (sign,) = page["map"]["picture"]["signs"]
    assert (sign["place"], sign["ring"]) == ("Sukkari", 0)
    assert page["map"]["places"][0].startswith("Sukkari, at this place: in ")


def test_blame_is_counted_by_side(page):
    matrix = page["blame_by_side"]
    assert "the government and its allies" in matrix["whom"]
    cells = [cell for _, row in matrix["rows"] for cell in row]
    assert "2 voices deny its part" in " ".join(cells)


def test_accounts_stand_by_source(page):
    sources = [group["source"] for group in page["accounts"]]
    assert sources[0] == "The Aleppo Ambulance League"
    assert len(sources) == len(set(sources))


def test_an_incident_is_taken_along_as_sentence_voices_range_and_citation(page, client):
    told = {one["name"]: one["text"] for one in page["clippings"]}
    assert list(told) == ["sentence", "voices", "range", "citation"]
    assert told["sentence"].startswith(
        "Assault (shelling), Sukkari, 13 December 2016: 23 to 82 people reported killed ("
    )
    assert "23 to 82 people reported killed, counted by the rule “all figures”" in told["range"]
    assert page["id"] in told["citation"]


def test_the_address_of_a_citation_stays_what_it_was(own_client, own_case, main):
    address = f"/incidents/{main.incident.name}.json"
    before = own_client.get(address).json()
    cited = before["clippings"][-1]["text"]
    where = re.search(r"http://127\.0\.0\.1:8070(\S+)\?(\S+)$", cited)
    own_case.split(
        main.incident.id, [main.incident.report_ids[0]], "Mira (invented)", "another day", at=datetime.now(UTC)
    )
    then = own_client.get(f"{where[1]}.json?{where[2]}").json()
    for part in ("title", "id", "in_short", "tolls", "disputes", "copies"):
        assert then[part] == before[part], part
    assert re.search(r"case ([0-9a-f]{32})", then["clippings"][-1]["text"])[1] in cited


def test_the_texts_to_copy_stand_on_the_page_without_script(client, main, page):
    html = client.get(f"/incidents/{main.incident.name}").text
    assert f'data-copy="sentence">{page["clippings"][0]["text"]}</textarea>' in html.replace("&#34;", '"')


@pytest.mark.parametrize("kind", ["incidents", "reports", "sources"])
def test_pages_of_one_thing_can_be_cited(client, main, case, kind):
    key = {
        "incidents": main.incident.name,
        "reports": main.incident.report_ids[0],
        "sources": next(e.key for r in case.readings() for e in r.entities if e.key),
    }[kind]
    last = client.get(f"/{kind}/{key}.json").json()["clippings"][-1]
    assert last["name"] == "citation"
    assert f"http://127.0.0.1:8070/{kind}/" in last["text"]
