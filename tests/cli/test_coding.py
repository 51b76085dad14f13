"""Rounds of blind coding through the command: drawn, coded in files away from the case, measured, decided on."""

import csv
import io
import json

import pytest

ANN, BEN, ZOE = "ann", "ben", "zoe"
LISTS = ("statements", "events", "figures", "blame", "announcements")


def ask(run, *arguments, **more):
    done = run("--case", "case.db", *arguments, **more)
    assert done.exit_code == 0, done.output
    return done.stdout


def refused(run, *arguments, **more):
    done = run("--case", "case.db", *arguments, **more)
    assert done.exit_code != 0
    return done.output


def rows(text):
    return [json.loads(line) for line in text.splitlines()]


@pytest.fixture
def drawn(run, case):
    """A round of all counts of the case."""
    return ask(run, "coding", "start", "toll", "--sample", 4, "--kinds", "figures", "--coders", "ann,ben", "--by", ZOE)


@pytest.fixture
def whole(run, case):
    """A round of every find of every report."""
    return ask(run, "coding", "start", "all", "--sample", 4, "--by-reports", "--coders", "ann,ben", "--by", ZOE)


def coded(run, name, coder, change=None):
    """The coder's file with every find accepted, or as `change` (find, its number in the file) leaves it."""
    reports = rows(ask(run, "coding", "export", name, "--by", coder))
    number = 0
    for report in reports:
        for find in (find for listed in LISTS for find in report[listed] if "coding" in find):
            find["coding"]["verdict"] = "accept"
            if change:
                change(find, number)
            number += 1
    return "".join(json.dumps(report) + "\n" for report in reports)


def brought(run, name, coder, change=None):
    return ask(run, "coding", "import", name, "-", "--by", coder, stdin=coded(run, name, coder, change))


def finish(run, name="toll"):
    for coder in (ANN, BEN):
        ask(run, "coding", "finish", name, "--by", coder)


def agreement(run, *more):
    found = rows(ask(run, "coding", "agreement", "toll", "--format", "jsonl", "--by", ZOE, *more))
    return {row["field"]: row for row in found}


def other_number(find, number):
    """Ben finds 7 in the first count and none in the second."""
    if number == 0:
        find |= {"low": 7, "high": 7, "bound": "exact"}
        find["coding"] |= {"verdict": "correct", "reason": "his list"}
    if number == 1:
        find["coding"]["verdict"] = "reject"


def test_a_round_says_what_was_drawn_and_how_far_its_coders_are(run, drawn):
    assert "4 finds (counts of people), coded by ann and ben; drawn with seed 0 by zoe" in " ".join(drawn.split())
    brought(run, "toll", ANN)
    listed = " ".join(ask(run, "coding").split())
    assert "ann 4 of 4 coded" in listed
    assert "ben 0 of 4 coded" in listed
    assert "being coded, answers hidden" in listed


def test_a_file_brought_back_as_it_was_says_that_every_find_of_every_kind_is_right(run, whole):
    for coder in (ANN, BEN):
        brought(run, "all", coder)
    finish(run, "all")
    made = rows(ask(run, "coding", "codes", "all", "--by", ZOE))
    assert {row["verdict"] for row in made} == {"accept"}
    kinds = {row["kind"] for row in csv.DictReader(io.StringIO(ask(run, "coding", "codes", "all", "--format", "csv")))}
    assert kinds >= {"statement", "event", "figure"}


def test_a_file_shows_its_coders_own_codes_and_nobody_elses(run, drawn):
    brought(run, "toll", BEN, other_number)
    own = rows(ask(run, "coding", "export", "toll", "--by", BEN))
    figures = [find for report in own for find in report["figures"] if "coding" in find]
    assert [find["coding"]["verdict"] for find in figures].count("accept") == 2
    assert any(find["low"] == 7 and find["coding"]["reason"] == "his list" for find in figures)
    others = ask(run, "coding", "export", "toll", "--by", ANN)
    assert "his list" not in others
    assert "confidence" not in others
    assert "his list" not in ask(run, "coding", "codes", "toll", "--by", ZOE)
    assert "his list" not in ask(run, "coding", "show", "toll", "--by", ANN)
    for verb in (("agreement", "toll"), ("training", "toll"), ("show", "toll", "--different")):
        said = refused(run, "coding", *verb, "--by", ZOE)
        assert "is coded blind" in said
        assert "his list" not in said


def test_words_may_be_written_alone_and_indexes_count_in_the_file(run, case):
    ask(run, "coding", "start", "toll", "--sample", 4, "--kinds", "events", "--by-reports", "--coders", "ann,ben")

    def change(find, number):
        if number == 0:
            find |= {"place": "Idlib", "status": "denied", "statement": None, "actor": ["people"], "date": "2016-05"}
            find["coding"]["verdict"] = "correct"

    brought(run, "toll", ANN, change)
    (row,) = [row for row in rows(ask(run, "coding", "codes", "toll", "--by", ANN)) if row["verdict"] == "correct"]
    assert row["values"]["status"] == "denied"
    assert row["values"]["date"] == "2016-05"
    start, end = row["values"]["actor"][0]
    texts = rows(ask(run, "coding", "export", "toll", "--by", ANN))
    assert any(f"{one['title']}\n\n{one['text']}"[start:end] == "people" for one in texts)


def test_a_changed_due_day_is_a_day_and_a_changed_hour_a_moment(run, case):
    ask(
        run, "coding", "start", "toll", "--sample", 2, "--kinds", "announcements", "--by-reports", "--coders", "ann,ben"
    )

    def change(find, number):
        find["due_iso"] = "2016-05-09" if number % 2 else "2016-05-09T06:00:00+03:00"
        find["coding"]["verdict"] = "correct"

    brought(run, "toll", ANN, change)
    values = [row["values"] for row in rows(ask(run, "coding", "codes", "toll", "--by", ANN))]
    assert {"due_at": "2016-05-09T06:00:00+03:00", "due_day": "2016-05-09"} in values
    assert {"due_at": None, "due_day": "2016-05-09"} in values


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda find: find.update(low=7), "corrected, not accepted"),
        (lambda find: (find.update(low=7), find["coding"].update(verdict=None)), "low changed, and no verdict"),
        (lambda find: find["coding"].update(verdict="fine"), "'fine' is no verdict"),
        (lambda find: find["coding"].update(item="nobody"), "no item of this round"),
        (lambda find: find.update(text={"start": 0, "end": 4, "text": "nobody"}), "does not stand at 0-4"),
        (lambda find: find.update(text={"start": 0}), "is no stretch"),
        (lambda find: find.update(text="nobody said this"), "does not stand in the report"),
        (lambda find: find.update(event=99), "is no event of this report"),
    ],
)
def test_a_file_with_a_mistake_changes_nothing_and_names_it(run, drawn, change, words):
    def once(find, number):
        if number == 0:
            change(find)

    said = refused(run, "coding", "import", "toll", "-", "--by", ANN, stdin=coded(run, "toll", ANN, once))
    assert words in said
    assert ask(run, "coding", "codes", "toll", "--by", ANN) == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [("{", "line 1: this is no JSON"), ("[1]\n", "no report"), ('{"figures": 3}', "no list")],
)
def test_a_file_of_another_kind_is_refused(run, drawn, text, words):
    assert words in refused(run, "coding", "import", "toll", "-", "--by", ANN, stdin=text)
    assert "cannot be read" in refused(run, "coding", "import", "toll", "missing.jsonl", "--by", ANN)


def test_agreement_is_told_as_table_json_and_csv_with_its_levels(run, drawn):
    brought(run, "toll", ANN)
    brought(run, "toll", BEN, other_number)
    finish(run)
    found = agreement(run)
    assert (found["verdict"]["level"], found["verdict"]["units"], found["verdict"]["percent"]) == ("ordinal", 4, 50)
    assert (found["low"]["level"], found["low"]["pairs"]) == ("ratio", 3)
    assert found["harm"]["alpha"] is None
    assert "every code is the same" in found["harm"]["why"]
    assert agreement(run, "--level", "verdict=nominal")["verdict"]["level"] == "nominal"
    assert agreement(run, "--seed", "5")["verdict"]["seed"] == 5
    assert "undefined" in ask(run, "coding", "agreement", "toll", "--by", ZOE)
    table = list(csv.DictReader(io.StringIO(ask(run, "coding", "agreement", "toll", "--format", "csv"))))
    assert {row["field"] for row in table} == set(found)
    assert "write FIELD=LEVEL" in refused(run, "coding", "agreement", "toll", "--level", "verdict=lucky")


def test_differences_are_decided_and_agreement_is_taken_over_as_reviews(run, drawn):
    brought(run, "toll", ANN)
    brought(run, "toll", BEN, other_number)
    finish(run)
    shown = ask(run, "coding", "show", "toll", "--different", "--by", ZOE)
    assert shown.count("different") == 2
    names = [line.split("  ")[2] for line in shown.splitlines() if line.endswith("different")]
    decide = ("coding", "adjudicate", "toll")
    assert "own answer" in refused(run, *decide, names[0], "--take", ANN, "--by", ANN, "--reason", "mine")
    done = ask(run, *decide, names[0], "--take", BEN, "--by", ZOE, "--reason", "his list is the official one")
    assert done.startswith("zoe decides: ")
    third = ask(run, *decide, names[1], "correct", "low=8", "high=9", "--by", ZOE, "--reason", "two lists")
    assert "low 8" in third
    closed = ask(run, "coding", "close", "toll", "--apply", "--by", ZOE)
    assert "2 items taken over as 2 reviews." in closed
    kept = rows(ask(run, "reviews", "--format", "jsonl"))
    assert {row["author"] for row in kept} == {ZOE}
    assert "ann and ben agreed, coding round toll" in {row["reason"] for row in kept}
    name = third.rsplit("[code ", 1)[1].strip("]\n")
    ask(run, "coding", "undo", "toll", name, "--by", ZOE, "--reason", "one list")
    ask(run, "coding", "undo", "toll", "--applied", "--by", ZOE, "--reason", "wrong sample")
    assert {row["standing"] for row in rows(ask(run, "reviews", "--format", "jsonl")) if row["verdict"] != "undo"} == {
        "undone"
    }
    assert "name a CODE" in refused(run, "coding", "undo", "toll", "--reason", "what")
    assert "say whose answer" in refused(run, *decide, names[0], "--reason", "what")


def test_training_data_of_a_round_has_the_values_that_hold_and_marks_what_was_rejected(run, drawn):
    def both(find, number):
        if number == 0:
            find["who"] = "women"
            find["coding"]["verdict"] = "correct"
        if number == 1:
            find["coding"]["verdict"] = "reject"

    for coder in (ANN, BEN):
        brought(run, "toll", coder, both)
    finish(run)
    reports = rows(ask(run, "coding", "training", "toll", "--by", ZOE))
    figures = [find for report in reports for find in report["figures"]]
    told = {find["coding"]["verdict"]: find for find in figures if find["coding"]}
    assert (told["correct"]["who"], told["correct"]["coding"]["read"]) == ("women", {"who": "people"})
    assert told["reject"]["rejected"]
    assert [find["rejected"] for find in figures].count(True) == 1
    assert told["accept"]["coding"]["concord"] == "agreed"
    assert all(set(LISTS) <= set(report) and "claims" not in report for report in reports)


def test_reviews_are_handed_out_in_the_exchange_form_with_rejected_finds_in_their_place(run, reports, case):
    (report,) = [row for row in rows(ask(run, "read", "reports", "--format", "jsonl")) if row["id"] == "wire-1"]
    pointed = next(n for n, figure in enumerate(report["figures"]) if figure["statement"] is not None)
    statement = report["figures"][pointed]["statement"]
    say = ("review", "wire-1")
    who = ("--by", ZOE, "--reason", "as the words say")
    ask(run, *say, f"statement {statement}", "reject", *who)
    ask(run, *say, f"figure {pointed}", "correct", "who", "women", *who)
    ask(run, *say, "event 0", "accept", *who)
    (form,) = rows(ask(run, "reviews", "export", "--format", "exchange"))
    assert form["id"] == "wire-1"
    assert len(form["statements"]) == len(report["statements"])
    assert form["statements"][statement]["rejected"]
    assert form["statements"][statement]["review"]["verdict"] == "reject"
    assert form["statements"][statement]["content"] == report["statements"][statement]["content"]
    figure = form["figures"][pointed]
    assert (figure["who"], figure["statement"], figure["rejected"]) == ("women", None, False)
    assert (figure["review"]["verdict"], figure["review"]["read"]["who"]) == ("correct", "people")
    assert form["events"][0]["review"]["verdict"] == "accept"
    assert form["events"][0]["review"]["author"] == ZOE
    assert [find["review"] for find in form["events"][1:]] == [None] * (len(form["events"]) - 1)
