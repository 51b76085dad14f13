"""The verbs and questions of a case, each through the command."""

import json

import pytest


def ask(run, *arguments):
    done = run("--case", "case.db", *arguments)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def main_incident(run, case):
    rows = [json.loads(line) for line in ask(run, "incidents", "--format", "jsonl").splitlines()]
    return max(rows, key=lambda row: len(row["reports"]))


def test_the_four_verbs_one_by_one_end_where_run_ends(run, reports, case):
    for verb in (("ingest", reports), ("read",), ("reconcile",)):
        assert run("--case", "steps.db", *verb).exit_code == 0
    steps = run("--case", "steps.db", "incidents", "--format", "jsonl").stdout
    assert steps == run("--case", "case.db", "incidents", "--format", "jsonl").stdout


def test_run_tells_each_step_lists_the_incidents_and_says_how_to_go_on(run, reports):
    done = run("run", "new.db", reports)
    assert done.exit_code == 0
    for words in ("4 reports ingested", "4 reports read", "found", "INCIDENT", "accordingto --case new.db brief "):
        assert words in done.stdout
    name = done.stdout.rstrip().rsplit(" ", 1)[1]
    assert run("--case", "new.db", "brief", name).exit_code == 0


def test_run_again_changes_nothing_and_says_so(run, reports, case):
    before = ask(run, "incidents", "--format", "jsonl")
    again = run("run", "case.db", reports)
    assert again.exit_code == 0
    assert "0 reports ingested; 4 reports skipped" in again.stdout
    assert "0 reports read" in again.stdout
    assert "the same as before" in again.stdout
    assert ask(run, "incidents", "--format", "jsonl") == before


def test_run_takes_what_it_can_names_the_rest_and_exits_with_1(run, reports, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    done = run("run", "new.db", reports, "empty.txt", "nowhere.txt")
    assert done.exit_code == 1
    assert "2 inputs not used" in done.stdout
    assert "empty.txt" in done.stderr
    assert "nowhere.txt" in done.stderr
    assert "INCIDENT" in done.stdout


def test_ingest_says_what_is_new_and_what_is_known(run, reports):
    assert "4 reports ingested." in run("--case", "case.db", "ingest", reports).stdout
    assert "0 reports ingested; 4 reports skipped, already there" in run("--case", "case.db", "ingest", reports).stdout


def test_a_report_that_is_there_under_another_name_is_said_to_be_and_goes_by_both(run, tmp_path):
    row = {"outlet": "Meridian (invented)", "published": "2016-05-03", "text": "Shells hit the market in Idlib."}
    lines = [json.dumps({"id": name, **row}) for name in ("first-1", "second-1", "first-1")]
    (tmp_path / "twice.jsonl").write_text("\n".join(lines), encoding="utf-8")
    said = "second-1 is there as first-1: outlet, day, title and text are the same."
    done = run("--case", "own.db", "ingest", "twice.jsonl")
    assert done.stdout.splitlines() == ["1 report ingested; 2 reports skipped, already there.", said]
    assert said in run("--case", "own.db", "ingest", "twice.jsonl").stdout
    run("--case", "own.db", "read")
    one, other = (run("--case", "own.db", "reports", name).stdout for name in ("first-1", "second-1"))
    assert one == other != ""


def test_incidents_as_jsonl_are_what_the_scorer_reads(run, main_incident):
    assert {"wire-1", "post-1", "rival-1"} <= set(main_incident["reports"])
    assert {"incident", "reports", "disputes", "updates", "copies", "date", "place", "type"} <= set(main_incident)
    assert any({"wire-1", "post-1"} <= set(group) for group in main_incident["copies"])
    assert any(dispute["about"] == "killed" for dispute in main_incident["disputes"])


def test_the_table_of_incidents_shows_the_dispute(run, case):
    table = ask(run, "incidents")
    assert "INCIDENT" in table
    assert "killed" in table


def test_an_incident_goes_by_its_name_its_id_or_the_start_of_it(run, main_incident):
    shown = [
        ask(run, "incident", key)
        for key in (main_incident["name"], main_incident["incident"], main_incident["incident"][:12])
    ]
    assert len(set(shown)) == 1
    assert "wire-1" in shown[0]


def test_a_brief_is_markdown_with_its_reports(run, main_incident):
    page = ask(run, "brief", main_incident["name"])
    assert page.startswith("# ")
    assert "## What is disputed" in page
    assert "Meridian (invented)" in page
    assert "At least 30" in page


@pytest.mark.parametrize("arguments", [("incident", "zzz"), ("brief", "zzz"), ("reports", "zzz")], ids=lambda a: a[0])
def test_an_unknown_id_is_an_error_of_one_line(run, case, arguments):
    done = run("--case", "case.db", *arguments)
    assert done.exit_code == 1
    assert "zzz" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_reports_are_listed_and_one_is_shown_by_its_own_name(run, case):
    assert "4 reports, 4 read." in ask(run, "reports")
    assert "WHO SAID WHAT" in ask(run, "reports", "wire-1")


def test_a_report_that_is_not_read_yet_says_so(run, reports):
    run("--case", "case.db", "ingest", reports)
    assert "(not read yet)" in ask(run, "reports")
    done = run("--case", "case.db", "reports", "wire-1")
    assert done.exit_code == 1
    assert "has not been read" in done.stderr


def test_search_shows_the_words_in_their_surroundings(run, case):
    found = ask(run, "search", "market", "shells")
    assert "wire-1" in found
    assert "killed when shells hit the market" in " ".join(found.split())
    assert ask(run, "search", "submarine").strip() == "Nothing found."


@pytest.mark.parametrize("words", ['"', "AND", "market OR", "(((", "a:b", "-", "*", "NEAR("])
def test_search_never_fails_on_strange_words(run, case, words):
    done = run("--case", "case.db", "search", "--", words)
    assert done.exit_code in (0, 1)
    assert "Traceback" not in done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_claims_are_narrowed_by_source_and_each_has_its_chain(run, case):
    found = ask(run, "claims", "--source", "Rescue League")
    assert "Rescue League <- Meridian (invented)" in found
    assert "The army" not in found
    rows = [json.loads(line) for line in ask(run, "claims", "--source", "army", "--format", "jsonl").splitlines()]
    assert rows
    assert all("army" in " ".join(row["chain"]) for row in rows)


def test_claims_nobody_made_are_not_found(run, case):
    assert ask(run, "claims", "--source", "the moon").strip() == "Nothing found."


def test_a_case_without_reports_answers_every_question(run, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    assert run("--case", "case.db", "ingest", "empty.txt").exit_code == 1
    for verb in (("read",), ("reconcile",), ("incidents",), ("reports",), ("search", "x"), ("claims",)):
        ask(run, *verb)
