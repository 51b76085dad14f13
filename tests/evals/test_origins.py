"""Origins of claims: how what is shown is held against marks. All reports, voices and marks here are invented."""

from collections import Counter
from dataclasses import replace

import pytest

from accordingto.terms.claims import ClaimKind
from evals import origins
from evals.adapter import gold_readings
from evals.origin_answers import (
    Answer,
    Answers,
    Mark,
    Named,
    each_outlet,
    find_answers,
    find_items,
    gold_case,
    load_marks,
    own_case,
)
from evals.origins import of_many_reports, score_answers
from evals.shared import gold_incidents, load_lines
from tests.reconcile.invented import blame, event, figure, invented, said

TEXT = (
    "Nine people died when a rocket struck the landing at Harrat on Friday, the Ferrymen's League said. "
    "The league said four more were hurt. A miller told the Courier that hill men had fired it. "
    "The landing was crowded, and two mules were lost. "
)
LEAGUE, MILLER = "the Ferrymen's League", "A miller"


def telling(ref, *, title="Nine dead at Harrat", text=TEXT, outlet="The Lantern (invented)", **changed):
    lists = {
        "statements": [
            said(LEAGUE, "said", "Nine people died"),
            said("The league", "said", "four more were hurt"),
            said(MILLER, "told", "hill men had fired it", via=["the Courier"]),
        ],
        "events": [event("struck", place="Harrat", statement=0)],
        "figures": [
            figure("Nine", 9, 9, statement=None),
            figure("Nine", 9, 9, statement=0) | {"text@": 2},
            figure("four", 4, 4, statement=1, harm="injured"),
            figure("two", 2, 2, statement=None, harm="other"),
        ],
        "blame": [blame("hill men", 2)],
    }
    return invented(text, title=title, outlet=outlet, ref=ref, **(lists | changed))


def marked(reading, kind, index, origin, words=None, *, kind_of_origin="source", incident="harrat", nth=1):
    """The mark of one claim; `words` name its voice where they stand for the nth time."""
    body, start = reading.report.body, -1
    for _ in range(nth if words else 0):
        start = body.index(words, start + 1)
    place = (start, start + len(words)) if words else None
    return Mark(incident, reading.report.name, ClaimKind(kind), index, origin, kind_of_origin, place)


def marks_of(reading):
    return [
        marked(reading, "event", 0, "league", LEAGUE),
        marked(reading, "figure", 0, "league", LEAGUE),
        marked(reading, "figure", 1, "league", LEAGUE),
        marked(reading, "figure", 2, "league", "The league"),
        marked(reading, "figure", 3, "lantern", kind_of_origin="outlet"),
        marked(reading, "blame", 0, "miller", MILLER),
    ]


def by_name(*readings):
    return {reading.report.name: reading for reading in readings}


def case_of(*readings, incident="harrat"):
    rows = [{"incident": incident, "reports": {reading.report.name: 0 for reading in readings}}]
    return gold_case(readings, rows)


def answered(marks, *readings, who_is_who=(), case=None):
    gold = by_name(*readings)
    return find_answers(marks, gold, case or case_of(*readings), Named.of(marks, gold, who_is_who))


def rights(marks, answers):
    return [answers.claims[mark].right for mark in marks]


@pytest.fixture(scope="module")
def lantern():
    return telling("lantern")


def test_a_claim_is_right_where_its_own_voice_is_shown(lantern):
    marks = marks_of(lantern)
    assert rights(marks, answered(marks, lantern)) == [True] * 6


def test_a_claim_is_wrong_where_other_words_are_shown(lantern):
    marks = [
        marked(lantern, "blame", 0, "league", LEAGUE),
        marked(lantern, "figure", 3, "league", LEAGUE),  # the outlet is shown
        marked(lantern, "figure", 2, "lantern", kind_of_origin="outlet"),  # the league is shown
    ]
    assert rights(marks, answered(marks, lantern)) == [False] * 3


def test_another_mention_of_the_same_voice_is_right_where_who_is_who_says_so(lantern):
    (mark,) = [marked(lantern, "figure", 2, "league", LEAGUE)]  # shown by "The league", marked by its full name
    assert rights([mark], answered([mark], lantern)) == [False]
    one_voice = [{"id": "lantern", "voices": [[0, 1], [2]]}]
    assert rights([mark], answered([mark], lantern, who_is_who=one_voice)) == [True]


def test_words_marked_for_another_claim_of_the_origin_are_right_in_the_same_report(lantern):
    marks = [marked(lantern, "figure", 1, "league", LEAGUE), marked(lantern, "event", 0, "league", "The league")]
    assert rights(marks, answered(marks, lantern)) == [True, True]


def test_a_headlines_number_is_that_of_the_source_the_toll_lists_it_for(lantern):
    headline = marked(lantern, "figure", 0, "league", LEAGUE)
    assert rights([headline], answered([headline], lantern)) == [True]
    other = telling("lantern", title="Eight dead at Harrat", figures=[figure("Eight", 8, 8, statement=None)])
    unsourced = marked(other, "figure", 0, "league", LEAGUE)
    assert rights([unsourced], answered([unsourced], other)) == [False]


OWN = {"statements": [], "events": [event("struck", place="Harrat")], "figures": [], "blame": []}


def test_a_credited_agency_is_right_by_its_kind_and_its_name():
    credited = telling("courier", text=f"{TEXT}\n\nSource: Reuters", **OWN)
    marks = [
        marked(credited, "event", 0, "reuters", "Reuters", kind_of_origin="agency"),
        marked(credited, "event", 0, "lantern", kind_of_origin="outlet"),
        marked(credited, "event", 0, "courier", "the Courier", kind_of_origin="agency"),
    ]
    assert [answered([mark], credited).claims[mark].right for mark in marks] == [True, False, False]


def test_an_agency_credited_in_another_copy_alone_is_right_where_no_words_are_marked():
    copy = telling("copy", **OWN)
    credited = telling("courier", text=f"{TEXT}\n\nSource: Reuters", outlet="The Courier (invented)", **OWN)
    mark = marked(copy, "event", 0, "reuters", kind_of_origin="agency")
    assert rights([mark], answered([mark], copy, credited)) == [True]
    assert rights([mark], answered([mark], copy)) == [False]


def test_a_hidden_voice_is_right_where_nobody_is_named():
    hidden = telling("hidden", statements=[said(None, "reportedly", "a rocket struck")], figures=[], blame=[])
    mark = marked(hidden, "event", 0, "hidden")
    assert rights([mark], answered([mark], hidden)) == [True]
    assert rights([mark], answered([mark], telling("hidden"))) == [False]  # the league is shown


def test_each_claim_of_an_annotation_finds_itself(lantern):
    marks, gold = marks_of(lantern), by_name(lantern)
    assert find_items(marks, gold, gold) == {mark: mark.index for mark in marks}


def test_what_was_not_read_is_wrong_and_stands_alone(lantern):
    marks = marks_of(lantern)
    bare = telling("lantern", figures=[], blame=[])
    gold = by_name(lantern)
    answers = find_answers(marks, gold, case_of(bare), Named.of(marks, gold, ()))
    assert list(answers.claims) == marks[:1]
    table = score_answers(marks, answers)
    assert table["origin of a claim accuracy"] == pytest.approx(1 / 6)
    assert table["origins within an incident pair F1"] is None  # nothing was joined: no precision to speak of
    assert table["origins within an incident B3 F1"] == pytest.approx(
        2 / 3
    )  # precision of 1, recall of (4 / 4 + 2) / 6


def test_the_number_of_origins_is_that_shown_of_the_incident(lantern):
    second = telling("second", text="A rocket struck Harrat.", outlet="The Valley Post (invented)", **OWN)
    assert answered(marks_of(lantern), lantern).counts == {"harrat": 3}  # the mules are the outlet's own
    marks = [*marks_of(lantern), marked(second, "event", 0, "second", kind_of_origin="outlet")]
    assert answered(marks, lantern, second).counts == {"harrat": 4}


def test_an_incident_that_is_not_shown_has_no_origins(lantern):
    marks = marks_of(lantern)
    passing = telling("lantern", events=[event("struck", place="Harrat", statement=0, main=False)])
    assert answered(marks, lantern, case=own_case([passing])).counts == {"harrat": 0}
    assert answered(marks, lantern, case=own_case([lantern])).counts == {"harrat": 3}


def test_the_baseline_holds_each_outlet_for_the_origin_of_what_it_prints(lantern):
    other = telling("other", outlet="The Valley Post (invented)")
    marks = [*marks_of(lantern), *marks_of(other)]
    answers = each_outlet(marks, by_name(lantern, other))
    assert answers.counts == {"harrat": 2}
    assert {answer.key for answer in answers.claims.values()} == {
        "The Lantern (invented)",
        "The Valley Post (invented)",
    }
    assert sum(answer.right for answer in answers.claims.values()) == 2  # what the outlets say themselves


def answers_by(marks, keys, count):
    claims = {mark: Answer(key, key == mark.origin) for mark, key in zip(marks, keys, strict=True)}
    return Answers(claims, dict.fromkeys((mark.incident for mark in marks), count))


def test_answers_that_are_the_marks_score_everything(lantern):
    marks = marks_of(lantern)
    table = score_answers(marks, answers_by(marks, [mark.origin for mark in marks], 3))
    assert table.pop("number of origins, mean error") == 0
    assert set(table.values()) == {1}


def test_numbers_of_origins_are_scored_exactly_within_one_and_by_their_mean_error(lantern):
    marks = marks_of(lantern)
    for count, exact, near, error in [(3, 1, 1, 0), (4, 0, 1, 1), (1, 0, 0, -2)]:
        table = score_answers(marks, answers_by(marks, [mark.origin for mark in marks], count))
        shown = [table[f"number of origins{measure}"] for measure in (" exact", " within one", ", mean error")]
        assert shown == [exact, near, error]


def test_a_voice_of_two_incidents_is_one_origin_across_them_alone(lantern):
    marks = [marked(lantern, "figure", 1, "league"), marked(lantern, "figure", 2, "league", incident="mill")]
    table = score_answers(marks, answers_by(marks, ["league", "league"], 1))
    assert table["origins across incidents pair F1"] == 1
    assert table["origins within an incident pair F1"] is None


def test_incidents_of_one_report_can_be_left_out(lantern):
    alone = marked(lantern, "figure", 1, "league", incident="mill")
    two = [marked(lantern, "event", 0, "league"), marked(telling("other"), "event", 0, "league")]
    assert of_many_reports([alone, *two]) == tuple(two)


def test_no_marks_leave_every_measure_unknown():
    assert set(score_answers([], Answers({}, {})).values()) == {None}


ROWS = load_lines(origins.MARKS[origins.SET])
OWN_ROWS = load_lines(origins.MARKS[origins.OWN])


def test_the_files_of_marks_hold_ids_kinds_and_numbers_alone():
    for row in (*ROWS, *OWN_ROWS):
        assert set(row) == {"incident", "claims", "origins"}
        for claim in row["claims"]:
            assert set(claim) == {"report", "kind", "index", "origin", "kind_of_origin", "source"}
            assert claim["kind"] in ("event", "figure", "blame")
            assert claim["kind_of_origin"] in ("source", "outlet", "agency")
            assert claim["origin"].removeprefix("o").isdigit()
            assert type(claim["index"]) is int
            assert claim["source"] is None or [type(end) for end in claim["source"]] == [int, int]


def test_the_number_of_origins_is_that_of_its_claims():
    for row in (*ROWS, *OWN_ROWS):
        assert row["origins"] == len({claim["origin"] for claim in row["claims"]})


def test_our_own_marks_are_on_reports_to_learn_from_and_each_incident_has_an_event_in_several(shared):
    readings = by_name(*origins.marked_readings(origins.OWN))
    assert {claim["report"] for row in OWN_ROWS for claim in row["claims"]} == set(readings)
    assert not set(readings) & set(by_name(*gold_readings(origins.SET)))
    for row in origins.marked_incidents(OWN_ROWS):
        assert len(row["reports"]) > 1
        assert all(number < len(readings[name].events) for name, number in row["reports"].items())


def test_no_outlet_is_named_by_words_and_no_source_by_none_but_a_hidden_one():
    marks = load_marks(ROWS)
    assert all(mark.words is None for mark in marks if mark.origin_kind == "outlet")
    unnamed = {mark.origin for mark in marks if mark.origin_kind == "source" and mark.words is None}
    assert not unnamed & {mark.origin for mark in marks if mark.words}


def test_every_offset_lies_within_its_report_and_holds_words(shared):
    bodies = {reading.report.name: reading.report.body for reading in gold_readings(origins.SET)}
    for mark in load_marks(ROWS):
        if mark.words:
            start, end = mark.words
            words = bodies[mark.report][start:end]
            assert 0 <= start < end <= len(bodies[mark.report])
            assert words == words.strip() != ""


def test_every_claim_of_every_incident_is_marked_once(shared):
    readings = by_name(*gold_readings(origins.SET))
    told = [
        (row["incident"], name, kind, index)
        for row in gold_incidents(origins.SET)
        for name, number in row["reports"].items()
        for kind, index in _claims_of(readings[name], number)
    ]
    marked_claims = [(mark.incident, mark.report, str(mark.kind), mark.index) for mark in load_marks(ROWS)]
    assert Counter(marked_claims) == Counter(told)


def _claims_of(reading, number):
    yield "event", number
    yield from (("figure", index) for index, one in enumerate(reading.figures) if one.event == number)
    yield from (("blame", index) for index, one in enumerate(reading.blame) if one.event == number)


def test_the_annotators_claims_find_themselves(shared):
    marks, gold = load_marks(ROWS), by_name(*gold_readings(origins.SET))
    assert find_items(marks, gold, gold) == {mark: mark.index for mark in marks}


def test_marks_that_are_changed_are_scored_anew(shared):
    marks, readings = load_marks(ROWS), gold_readings(origins.SET)
    answers = answered(marks, *readings, case=gold_case(readings, gold_incidents(origins.SET)))
    swapped = [replace(mark, origin=f"o{number}") for number, mark in enumerate(marks)]
    kept = Answers({new: answers.claims[old] for new, old in zip(swapped, marks, strict=True)}, answers.counts)
    within = "origins within an incident B3 F1"
    assert score_answers(swapped, kept)[within] < score_answers(marks, answers)[within]


def test_the_command_prints_totals_and_no_words_of_a_report(shared, monkeypatch, capsys):
    monkeypatch.setattr("evals.score.read_set", lambda name, reader: gold_readings(name))
    origins.main([])
    shown = capsys.readouterr().out
    assert shown.count("origin of a claim accuracy") == 2
    assert "Observatory" not in shown
    assert "fakes" not in shown
