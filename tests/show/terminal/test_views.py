"""What a terminal shows of readings, incidents and finds, at the widths people have."""

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from accordingto.show.terminal.finds import claims_view, hits_view, reports_view
from accordingto.show.terminal.incidents import incident_view, incidents_view
from accordingto.show.terminal.readings import across_view, reading_view
from accordingto.terms.attributions import Attribution
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from tests.show.invented import COMPARISON, FINDINGS, OUTCOME, READINGS, RIVAL, RIVAL_READING, WIRE, WIRE_READING

VIEWS = {
    "reading": reading_view(WIRE_READING, COMPARISON),
    "rival": reading_view(RIVAL_READING, COMPARISON),
    "across": across_view(COMPARISON, READINGS),
    "incidents": incidents_view([FINDINGS]),
    "incident": incident_view(FINDINGS, READINGS, (OUTCOME,)),
    "reports": reports_view([WIRE, RIVAL], {WIRE.id}),
    "hits": hits_view([(WIRE, 28, 39)]),
    "claims": claims_view([(WIRE_READING, WIRE_READING.claims[0])]),
}


def screen(view, *, width=100, colours=False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=colours, highlight=False, markup=False)
    console.print(view)
    return console.file.getvalue()


def flat(view, **how) -> str:
    return " ".join(screen(view, **how).split())


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", VIEWS)
def test_every_view_keeps_to_the_width_it_has(name, width):
    assert max(len(line) for line in screen(VIEWS[name], width=width).splitlines()) <= width


def test_statements_stand_under_their_source_with_its_names_and_chain():
    shown = screen(VIEWS["reading"])
    assert "an army source <- the Meridian agency <- Meridian (invented)" in shown
    assert "also called The league" in shown


def test_one_voice_has_one_block():
    said = screen(VIEWS["reading"]).split("HOW MANY")[0]
    assert said.count("the rescue league <- Meridian (invented)") == 1


def test_hedges_are_marked_in_words_where_colours_are_missing():
    assert "hedged: “We hear that”; not verified by the speaker" in flat(VIEWS["reading"])


def test_a_share_is_indented_under_its_whole_though_it_was_read_first():
    lines = screen(VIEWS["reading"]).splitlines()
    whole = next(i for i, line in enumerate(lines) if "“At least 30” people killed" in line)
    assert lines[whole + 1].startswith("    of them “four” children killed")
    assert "30 or more" in lines[whole]


def test_an_announcement_shows_both_zones_and_its_outcome():
    shown = flat(VIEWS["reading"])
    assert "due 4 May 2016, 06:00 UTC+2 = 04:00 UTC" in shown
    assert "outcome: overdue, no report" in shown


def test_main_events_come_before_the_background():
    background = replace(WIRE_READING.events[0], main=False)
    reading = replace(WIRE_READING, events=(background, WIRE_READING.events[0]))
    shown = screen(reading_view(reading, COMPARISON))
    assert shown.index("  main ") < shown.index("  background ")


def test_blame_and_denial_name_voice_actor_and_deed():
    assert "The rescue league held government forces responsible for “shells hit the market”" in flat(VIEWS["reading"])
    assert "The army denied that it did it: “shelled the market”" in flat(VIEWS["rival"])


def test_what_only_looks_disputed_stands_apart_with_its_reason():
    shown = flat(VIEWS["reading"])
    assert "LOOKS LIKE A CONTRADICTION AND IS NONE, INSIDE THIS REPORT (1)" in shown
    assert "why two places, so both can hold" in shown
    assert "DISPUTED" not in shown


def test_a_dispute_inside_a_report_is_told_at_the_top_and_shown_at_the_end():
    inside = replace(
        COMPARISON.agreements[0], sides=tuple(replace(s, report_id=WIRE.id) for s in COMPARISON.agreements[0].sides)
    )
    shown = screen(reading_view(WIRE_READING, replace(COMPARISON, agreements=(inside,))))
    assert shown.index("Disputed inside this report: 1") < shown.index("WHO SAID WHAT") < shown.index("DISPUTED INSIDE")


def test_a_dispute_between_reports_names_both():
    shown = screen(VIEWS["across"])
    assert "DISPUTED BETWEEN THESE REPORTS (1)" in shown
    assert "[wire-1]" in shown
    assert f"[{RIVAL.name}]" in shown


def test_nothing_between_reports_is_nothing_to_show():
    assert across_view(replace(COMPARISON, agreements=()), READINGS) is None


def test_the_list_of_incidents_counts_reports_and_origins_and_names_the_dispute():
    row = next(line for line in screen(VIEWS["incidents"], width=120).splitlines() if "bahog-hijol" in line)
    assert row.split()[-3:] == ["3", "2", "killed"]


def test_what_one_report_mentions_in_passing_is_counted_and_shown_when_asked():
    passing = replace(
        FINDINGS, incident=replace(FINDINGS.incident, main=False, accounts=FINDINGS.incident.accounts[:1])
    )
    assert "1 event that one report mentions in passing" in screen(incidents_view([passing]))
    assert "bahog-hijol" in screen(incidents_view([passing], every=True))


def test_an_incident_shows_why_its_accounts_stand_together_and_who_copied():
    shown = flat(VIEWS["incident"])
    assert f"wire-1 and {RIVAL.name}: both tell of Qalat; both on 2016-05-03" in shown
    assert "h-1 repeats wire-1: 100%" in shown
    assert "12 to 30 or more “all figures”: the lowest and the highest count that an independent voice gives" in shown


def test_the_list_of_incidents_keeps_its_words_whole_on_a_narrow_screen():
    shown = screen(VIEWS["incidents"], width=80)
    assert "…" not in shown
    assert "(shelling), Qalat" in " ".join(shown.split())


def test_a_find_stands_among_the_words_around_it():
    assert "Shells hit market in Qalat At least 30 people, including" in flat(VIEWS["hits"])


def test_no_finds_and_no_reports_are_said():
    assert flat(hits_view([])) == "Nothing found."
    assert flat(claims_view([])) == "Nothing found."
    assert "ingest" in flat(reports_view([], set()))


def _hostile() -> Reading:
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m [red]bold[/red] \u202e"
    report = Report.of(
        title=f"{evil}title", text=f"{evil}said {evil} by \x1b[31mnobody", outlet=f"{evil}outlet", ref=evil
    )
    everything = WIRE_READING.statements[0].content.at(report.id, report.body, (0, len(report.body)))
    said = WIRE_READING.statements[0]
    statement = Attribution(everything, (everything,), everything, everything, said.form, said.act, everything)
    event = replace(
        WIRE_READING.events[0], trigger=everything, actor=(everything,), place=everything, date=evil, mode=evil
    )
    figure = replace(WIRE_READING.figures[0], anchor=everything, part_of=None)
    blame = replace(WIRE_READING.blame[0], actor=everything, by=0)
    coming = replace(WIRE_READING.announcements[0], what=everything, due=everything, statement=0)
    return Reading(
        report, WIRE_READING.reader, (statement,), (), (event,), (figure,), (blame,), (coming,), notes=(evil,)
    )


def test_a_report_whose_text_bears_another_day_than_it_was_given_is_listed_with_both():
    apart = replace(WIRE, published=date(2016, 5, 4), written=date(2016, 5, 11))
    assert "2016-05-11 (given as 2016-05-04)" in flat(reports_view([apart], set()))
    assert "given as" not in flat(reports_view([replace(apart, written=date(2016, 5, 3))], set()))


@pytest.mark.parametrize("colours", [False, True])
def test_no_escape_sequence_of_a_report_reaches_a_terminal(colours):
    reading = _hostile()
    outcome = replace(OUTCOME, report_id=reading.report.id, why="\x1b[2Jwhy")
    views = [
        reading_view(reading, replace(COMPARISON, outcomes=(outcome,))),
        reports_view([reading.report], set()),
        hits_view([(reading.report, 3, 9)]),
        claims_view(
            [(reading, replace(WIRE_READING.claims[0], anchor=reading.statements[0].content, chain=("\x1b[31mx",)))]
        ),
    ]
    for view in views:
        shown = screen(view, colours=colours)
        assert "\x1b[2J" not in shown
        assert "\x07" not in shown
        assert "\x9b" not in shown
        assert "\u202e" not in shown
        assert "\x1b[31mx" not in shown
        if not colours:
            assert "\x1b" not in shown


def test_brackets_of_a_report_are_no_markup():
    assert "[red]bold[/red]" in flat(reading_view(_hostile(), COMPARISON))
