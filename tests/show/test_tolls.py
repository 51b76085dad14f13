"""Tolls on the page and on the screen: under every rule or one, step by step, with what is left out and kept apart."""

from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from accordingto.show.brief import brief
from accordingto.show.export.incidents import incident_form
from accordingto.show.export.tolls import rule_form
from accordingto.show.families import number_words, same_numbers
from accordingto.show.terminal.incidents import incident_view, incidents_view
from accordingto.show.terminal.tolls import bar, rules_view
from accordingto.terms.figures import Harm, Who
from accordingto.terms.findings import LeftOut, RunningTotal
from accordingto.terms.tolls import DEFAULT_RULE, TollRule
from tests.show.invented import FINDINGS, READINGS, REPRINT, RIVAL, WIRE

(ALL,) = FINDINGS.tolls
RIVALS, LEAGUES, REPRINTS = ALL.entries
GED = replace(
    ALL,
    rule=TollRule.GED,
    best=30,
    entries=(LEAGUES, RIVALS),
    why="best is the last figure of a named source",
    left_out=(LeftOut(REPRINTS, "a reprint of another report's text"),),
)
RUNNING = RunningTotal(Harm.KILLED, Who.PEOPLE, replace(LEAGUES, low=900, high=None), "since 2011")
FOUND = replace(FINDINGS, tolls=(ALL, GED), running=(RUNNING,))


def screen(view, width=80):
    console = Console(width=width, color_system=None, highlight=False, markup=False, emoji=False)
    with console.capture() as caught:
        console.print(view)
    return caught.get()


def flat(view, width=80):
    return " ".join(screen(view, width).split())


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (9, None, 12, "9 to 12"),
        (9, 11, 12, "9 to 12 (best 11)"),
        (9, 9, None, "9 to 30 or more (best 9)"),
        (9, None, None, "9 to 30 or more"),
        (30, None, None, "30 or more"),
        (9, 9, 9, "9"),
        (None, None, 40, "up to 40"),
    ],
)
def test_best_is_named_beside_the_range_where_there_is_one(low, best, high, words):
    assert number_words(replace(ALL, low=low, best=best, high=high)) == words


def test_rules_that_give_one_number_are_told_together():
    same = same_numbers([ALL, replace(ALL, rule=TollRule.LATEST), GED])
    assert [[toll.rule for toll in tolls] for tolls in same] == [[TollRule.ALL, TollRule.LATEST], [TollRule.GED]]


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [(30, 30, "##########"), (15, None, "#####+"), (None, 15, "....."), (1, 1, "#"), (None, None, "+")],
)
def test_a_bar_says_how_much_and_which_side_is_open(low, high, shown):
    assert bar(replace(LEAGUES, low=low, high=high), 30) == shown


def test_without_a_rule_every_number_stands_with_its_rule():
    shown = flat(incident_view(FOUND, READINGS, ()))
    assert "12 to 30 or more “all figures”" in shown
    assert "12 to 30 or more (best 30) “UCDP GED low/best/high”" in shown
    assert "left out" not in shown


def test_under_one_rule_its_number_alone_stands_with_what_it_leaves_out():
    shown = flat(incident_view(FOUND, READINGS, (), rule=TollRule.GED))
    assert "“all figures”" not in shown
    assert "left out: “At least 30” the rescue league [h-1]: a reprint of another report's text" in shown


def test_a_rule_that_the_case_was_not_reconciled_under_is_not_passed_over_in_silence():
    shown = flat(incident_view(FOUND, READINGS, (), rule=TollRule.CONSERVATIVE))
    assert "Reconcile again" in shown
    assert "reconcile again" in brief(FOUND, READINGS, (), rule=TollRule.CONSERVATIVE)


def test_the_count_by_time_fits_a_screen_of_80_columns():
    shown = screen(incident_view(FOUND, READINGS, ()))
    steps = [line for line in shown.splitlines() if "##" in line or "####" in line]
    assert [line.split()[:3] for line in steps] == [["3", "May", "2016"], ["4", "May", "2016"]]
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_the_list_tells_the_toll_of_the_rule_that_is_asked_for_and_names_it():
    assert "best" not in flat(incidents_view([FOUND]))
    shown = flat(incidents_view([FOUND], rule=TollRule.GED), 120)
    assert "12 to 30 or more (best 30) people killed" in shown
    assert "Tolls: UCDP GED low/best/high." in shown


def test_running_totals_stand_apart_from_the_toll():
    shown = flat(incident_view(FOUND, READINGS, ()))
    assert "RUNNING TOTALS, IN NO TOLL 900 or more people killed, since 2011" in shown
    page = brief(FOUND, READINGS, ())
    apart = page.split("## Running totals, in no toll\n")[1].split("\n## ")[0]
    assert "since 2011" in apart
    assert "[1]" in apart
    assert "900" not in page.split("## How many\n")[1].split("\n## ")[0]


def test_a_brief_under_one_rule_says_what_it_means_and_what_it_leaves_out():
    page = brief(FOUND, READINGS, (), rule=TollRule.GED)
    assert f"Under the rule “UCDP GED low/best/high”: {TollRule.GED.meaning}" in page
    assert "Left out: “At least 30” (30 or more)" in page
    assert "all figures" not in page


def test_a_part_that_its_whole_cannot_hold_is_shown_as_that():
    flagged = replace(RIVALS, flag="more than the whole it is said to be part of")
    found = replace(FOUND, tolls=(replace(ALL, entries=(flagged,)),))
    assert flagged.flag in flat(incident_view(found, READINGS, ()))
    assert flagged.flag in brief(found, READINGS, ())


def test_each_hop_is_shown_with_its_sentence():
    shown = flat(incident_view(FOUND, READINGS, ()))
    assert "the rescue league: “At least 30 people, including four children, were killed when shells hit" in shown
    page = brief(FOUND, READINGS, ())
    assert "    - The governor: “The governor put the dead at 12.”" in page


def test_the_json_has_every_rule_the_series_and_the_running_totals():
    names = {WIRE.id: "wire-1", RIVAL.id: "rival"}
    form = incident_form(FOUND, names, TollRule.GED)
    assert form["rule"] == "UCDP GED low/best/high"
    assert form["reported"] == ["12 to 30 or more (best 30) people killed"]
    assert [(toll["rule"], toll["best"]) for toll in form["tolls"]] == [("all figures", None), (TollRule.GED, 30)]
    assert [one["why"] for one in form["tolls"][1]["left_out"]] == ["a reprint of another report's text"]
    (series,) = form["series"]
    assert [step["as_of"] for step in series["steps"]] == sorted(step["as_of"] for step in series["steps"])
    assert {step["report"] for step in series["steps"]} == {"wire-1", "rival"}
    assert form["running"][0]["over"] == "since 2011"
    assert form["origins"][0]["hops"][0][0]["text"] == "the rescue league"


def test_every_rule_is_listed_with_its_word_its_meaning_and_whose_it_is():
    shown = flat(rules_view())
    for rule in TollRule:
        assert f"{rule.key} {rule}" in shown
        assert rule.meaning in shown
        assert rule.basis in shown
    assert [rule_form(rule)["key"] for rule in TollRule if rule_form(rule)["default"]] == [DEFAULT_RULE.key]


def test_undated_steps_come_last():
    undated = replace(RIVALS, as_of=None, origin="nobody")
    assert replace(ALL, entries=(undated, LEAGUES)).growth == (LEAGUES, undated)
    assert LEAGUES.as_of == date(2016, 5, 3)


def test_a_brief_names_whom_a_figure_is_counted_for_and_through_whom_it_came():
    entry = replace(REPRINTS, origin="Meridian (invented)", voice="outlet:meridian", low=31)
    reading = READINGS[REPRINT.id]
    own = replace(reading, figures=tuple(replace(figure, statement=None) for figure in reading.figures))
    found = replace(FOUND, tolls=(replace(ALL, entries=(RIVALS, LEAGUES, entry)),))
    told = brief(found, {**READINGS, REPRINT.id: own}, ())
    assert "according to Meridian (invented), via Harbour Post (invented)" in told
