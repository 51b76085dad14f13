"""A brief: every sentence stands on exact words of a report, and nothing is called true or false."""

import re
from dataclasses import replace

import pytest

from accordingto.show.brief import brief
from accordingto.terms.findings import OutcomeKind, Side
from accordingto.terms.reports import Report
from tests.show.invented import FINDINGS, OUTCOME, READINGS, REPRINT, RIVAL, RIVAL_READING, WIRE, WIRE_READING


@pytest.fixture(scope="module")
def page():
    return brief(FINDINGS, READINGS, (OUTCOME,))


def section(page, title):
    return page.split(f"## {title}\n")[1].split("\n## ")[0]


def test_it_says_how_many_reports_and_how_many_origins_and_names_them(page):
    assert "3 reports, 2 origins: the rescue league; the governor" in page


def test_it_quotes_whole_sentences_and_names_outlet_day_and_report(page):
    told = section(page, "What is said to have happened")
    assert "“At least 30 people, including four children, were killed when shells hit the market in Qalat" in told
    assert "(Meridian (invented), 3 May 2016, 20:00 UTC) [1]" in told


def test_a_reprint_is_named_beside_its_original_and_tells_nothing_twice(page):
    told = section(page, "What is said to have happened")
    assert "in the same words in [3]" in told
    assert told.count("At least 30 people") == 1


def test_the_toll_has_its_range_its_rule_and_its_growth_by_day(page):
    toll = section(page, "How many")
    assert "12 to 30 or more people killed" in toll
    assert "Rule “all figures”: 12 to 30 or more" in toll
    assert toll.index("As of 3 May 2016") < toll.index("As of 4 May 2016")


def test_a_share_stays_inside_its_whole(page):
    assert "of them “four” children killed" in section(page, "How many")


def test_both_sides_of_a_dispute_are_quoted_with_the_reason(page):
    disputed = section(page, "What is disputed")
    assert "30 or more cannot be 12" in disputed
    assert "“At least 30”" in disputed
    assert "“12”" in disputed


def test_blame_and_denial_stand_with_their_words(page):
    held = section(page, "Who is held responsible")
    assert "The rescue league held government forces responsible: “The league blamed government forces.”" in held
    assert "The army denied that it did it" in held


def test_an_announcement_shows_both_zones_and_what_became_of_it(page):
    announced = section(page, "What was announced, and what became of it")
    assert "06:00 UTC+2 = 04:00 UTC" in announced
    assert "**overdue, no report**" in announced


def test_an_announcement_that_a_reprint_repeats_is_one_entry_with_both_reports():
    readings = READINGS | {REPRINT.id: replace(READINGS[REPRINT.id], announcements=WIRE_READING.announcements)}
    found = replace(FINDINGS, incident=replace(FINDINGS.incident, accounts=FINDINGS.incident.accounts[:1]))
    page = brief(found, readings, (replace(OUTCOME, report_id=REPRINT.id), OUTCOME))
    announced = section(page, "What was announced, and what became of it")
    assert announced.count("Buses for the wounded") == 1
    assert re.search(r"\(Meridian \(invented\), 3 May 2016, 20:00 UTC\) \[1\], in the same words in \[\d\]", announced)


def test_evidence_from_a_report_outside_the_incident_is_cited_and_listed():
    later = Report.of(title="Buses at last", text="The buses came on Friday.", outlet="Valley Courier (invented)")
    late = replace(
        WIRE_READING, report=later, events=(), statements=(), figures=(), blame=(), announcements=(), claims=()
    )
    words = "The buses came on Friday."
    start = later.body.index(words)
    anchor = WIRE_READING.figures[0].anchor.at(later.id, later.body, (start, start + len(words)))
    outcome = replace(
        OUTCOME, kind=OutcomeKind.DELAYED, hours_late=49.7, evidence=(Side(later.id, anchor, (later.outlet,)),)
    )
    page = brief(FINDINGS, READINGS | {later.id: late}, (outcome,))
    announced = section(page, "What was announced, and what became of it")
    assert "**delayed**, 50 hours late" in announced
    assert "“The buses came on Friday.”" in announced
    assert "“Buses at last”, Valley Courier (invented)" in section(page, "Reports")


def test_what_nobody_says_is_said_to_be_unknown(page):
    assert "no report gives a number of people injured" in section(page, "What is not known")


def test_it_never_calls_anything_true_or_false(page):
    ours = re.sub(r"“[^”]*”", "", page).lower()
    assert not re.search(r"\b(true|false|fake|credib\w*|reliab\w*|confirmed|lie[sd]?)\b", ours)


def test_words_of_a_report_cannot_forge_the_page():
    forged = Report.of(
        title="# Forged <b>heading</b>",
        text="The army denied that it had shelled the market in Qalat.\n\n12 [x](y) \x1b[31m",
    )
    assert "<b>" not in brief(FINDINGS, READINGS | {RIVAL.id: replace(RIVAL_READING, report=_under(forged))}, ())
    assert "\x1b" not in brief(FINDINGS, READINGS | {RIVAL.id: replace(RIVAL_READING, report=_under(forged))}, ())


def _under(report: Report) -> Report:
    return replace(report, id=RIVAL.id)


def test_an_incident_whose_readings_are_gone_still_has_a_page():
    page = brief(FINDINGS, {WIRE.id: WIRE_READING}, ())
    assert "At least 30" in page
