"""`accordingto read`: reports shown without a case, whatever else is handed in beside them."""

import json

import pytest


def forms(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_a_text_file_is_shown_with_its_source_chain_and_figures(run, reports):
    done = run("read", reports / "plain.txt", "--outlet", "The Example (invented)", "--published", "2016-05-03")
    assert done.exit_code == 0
    assert "Rescue League <- The Example (invented)" in done.stdout
    assert "published 3 May 2016" in done.stdout
    assert "30 or more" in done.stdout
    assert done.stderr == ""


def test_jsonl_has_one_valid_object_a_report_with_offsets_that_hold(run, reports):
    done = run("read", reports, "--format", "jsonl")
    assert done.exit_code == 0
    found = forms(done)
    assert {"wire-1", "post-1", "rival-1"} <= {form["id"] for form in found}
    assert len(found) == 4
    wire = next(form for form in found if form["id"] == "wire-1")
    rows = [json.loads(line) for line in (reports / "table.jsonl").read_text().splitlines()]
    body = "\n\n".join((rows[0]["title"], rows[0]["text"]))
    assert all(body[f["text"]["start"] : f["text"]["end"]] == f["text"]["text"] for f in wire["figures"])
    assert [f["low"] for f in wire["figures"]] == [30]


def test_standard_input_is_a_report(run):
    done = run("read", "-", "--format", "jsonl", stdin="A title\n\nSix people were killed, a doctor said.\n")
    assert done.exit_code == 0
    assert [f["low"] for form in forms(done) for f in form["figures"]] == [6]


def test_a_table_may_have_headers_of_its_own(run, tmp_path):
    (tmp_path / "own.csv").write_text("Nr,Head,Body\nx1,A title,Six people were killed on Monday.\n")
    done = run(
        "read", "own.csv", "--column", "id=Nr", "--column", "title=Head", "--column", "text=Body", "--format", "jsonl"
    )
    assert done.exit_code == 0, done.output
    assert [form["id"] for form in forms(done)] == ["x1"]


def test_the_clock_decides_whether_an_announcement_is_overdue(run, reports):
    before = run("read", reports / "table.jsonl", "--now", "2016-05-04T05:00+02:00")
    after = run("read", reports / "table.jsonl", "--now", "2016-05-09")
    assert "no report yet" in before.stdout
    assert "overdue, no report" in after.stdout
    assert "06:00 UTC+2 = 04:00 UTC" in after.stdout


def test_a_report_handed_in_twice_is_shown_once(run, reports):
    done = run("read", reports / "plain.txt", reports / "plain.txt", "--format", "jsonl")
    assert len(forms(done)) == 1
    assert "came twice" in done.stderr


def test_a_missing_file_is_named_the_others_go_through_and_the_exit_code_is_1(run, reports):
    done = run("read", "nowhere.txt", reports / "plain.txt", "--format", "jsonl")
    assert done.exit_code == 1
    assert len(forms(done)) == 1
    assert "nowhere.txt" in done.stderr


def test_a_broken_line_is_named_with_its_number_and_the_others_go_through(run, tmp_path):
    good = json.dumps({"id": "a", "outlet": "o", "published": "2016-05-03", "title": "t", "text": "Six were killed."})
    (tmp_path / "table.jsonl").write_text(f"{good}\n{{broken\n{good.replace('Six', 'Nine')}\n")
    done = run("read", "table.jsonl", "--format", "jsonl")
    assert done.exit_code == 1
    assert len(forms(done)) == 2
    assert "table.jsonl" in done.stderr
    assert "line 2" in done.stderr


@pytest.mark.parametrize("text", ["", "   \n\n\t\n"])
def test_an_empty_text_is_refused_by_name(run, tmp_path, text):
    (tmp_path / "empty.txt").write_text(text)
    done = run("read", "empty.txt")
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr
    assert done.stdout == ""


def test_a_folder_without_reports_is_said_to_hold_none(run, tmp_path):
    (tmp_path / "void").mkdir()
    done = run("read", "void")
    assert done.exit_code == 1
    assert "void" in done.stderr


def test_a_day_of_publication_that_is_none_is_refused(run, reports):
    done = run("read", reports / "plain.txt", "--published", "the other day")
    assert done.exit_code == 1
    assert "the other day" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize("clock", ["yesterday", "2016-13-01", ""])
def test_a_clock_that_is_none_is_a_usage_error(run, reports, clock):
    done = run("read", reports / "plain.txt", "--now", clock)
    assert done.exit_code == 2
    assert "2016-12-15" in done.output


@pytest.mark.parametrize("column", ["text", "=Body", "text="])
def test_a_column_without_a_header_is_a_usage_error(run, reports, column):
    done = run("read", reports / "plain.txt", "--column", column)
    assert done.exit_code == 2
    assert "NAME=HEADER" in done.output


def test_nothing_in_a_report_acts_on_the_terminal(run, tmp_path):
    evil = "\x1b[2J\x1b]0;owned\x07\x9b31m"
    (tmp_path / "evil.txt").write_text(
        f"{evil}Title\n\nSix people were killed, {evil}a doctor said.\n", encoding="utf-8"
    )
    for form in ("text", "jsonl"):
        done = run("read", "evil.txt", "--format", form, "--outlet", evil)
        assert done.exit_code == 0
        assert not {"\x1b", "\x07", "\x9b"} & set(done.output)


def test_an_error_that_quotes_a_file_is_harmless_too(run, tmp_path):
    (tmp_path / "table.jsonl").write_text('{"id": "a\x1b[2J", broken\n')
    done = run("read", "table.jsonl", "\x1b[31mno.txt")
    assert done.exit_code == 1
    assert "\x1b" not in done.output


def test_a_pipe_gets_no_trailing_spaces_and_no_colours(run, reports):
    lines = run("read", reports).stdout.splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    assert max(map(len, lines)) <= 100


def test_a_pipe_may_ask_for_its_width(run, reports):
    assert max(map(len, run("read", reports, env={"COLUMNS": "70"}).stdout.splitlines())) <= 70


def test_disputes_between_the_reports_come_last(run, reports):
    shown = run("read", reports / "table.jsonl").stdout
    assert shown.rindex("DISPUTED BETWEEN THESE REPORTS") > shown.rindex("WHO SAID WHAT")


def test_a_case_reads_what_it_has_not_read_and_says_what_it_skipped(run, reports):
    run("--case", "case.db", "ingest", reports)
    assert "4 reports read by" in run("--case", "case.db", "read").stdout
    again = run("--case", "case.db", "read")
    assert again.exit_code == 0
    assert "0 reports read" in again.stdout
    assert "4 reports skipped" in again.stdout


def test_a_named_report_is_only_shown_and_the_case_stays_as_it_is(run, reports):
    run("--case", "case.db", "ingest", reports / "plain.txt")
    assert run("--case", "case.db", "read", reports / "table.jsonl").exit_code == 0
    assert "1 report," in run("--case", "case.db", "reports").stdout


@pytest.fixture(scope="module")
def seed(shared):
    return next((shared / "seed").glob("*.txt"))


def test_the_seed_report_shows_its_disputes_and_says_why_one_is_none(run, seed):
    shown = " ".join(run("read", seed, "--published", "2016-12-13", "--now", "2016-12-13T20:00Z").stdout.split())
    disputed = shown.split("DISPUTED INSIDE THIS REPORT")[1].split("LOOKS LIKE A CONTRADICTION AND IS NONE")[0]
    for words in ("have ended", "relentless", "heavy attack", "only fighters", "nobody is going to harm", "82"):
        assert words in disputed, words
    compatible = shown.split("LOOKS LIKE A CONTRADICTION AND IS NONE")[1]
    assert "Tens of thousands" in compatible
    assert "100,000" in compatible


def test_the_seed_reports_buses_are_awaited_and_then_overdue(run, seed):
    arguments = ("read", seed, "--published", "2016-12-13", "--now")
    shown = " ".join(run(*arguments, "2016-12-13T20:00Z").stdout.split())
    assert "14 December 2016, 05:00 UTC+2 = 03:00 UTC" in shown
    assert "no report yet" in shown
    assert "overdue, no report" in " ".join(run(*arguments, "2016-12-15").stdout.split())
