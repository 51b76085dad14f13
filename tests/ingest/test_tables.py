from datetime import UTC, date, datetime

import pytest

from accordingto.errors import BadDate, BrokenLine, EmptyReport, UnknownFormat
from accordingto.ingest.tables import parse_published, read_csv, read_jsonl, report_of_row
from accordingto.terms.reports import Report

ROW = {"id": "a1", "outlet": "The Example", "published": "2016-12-13", "title": "Shells fall", "text": "Two were hurt."}


def test_a_row_becomes_a_report_that_keeps_its_own_id():
    report = report_of_row(ROW)
    assert (report.ref, report.outlet, report.published) == ("a1", "The Example", date(2016, 12, 13))
    assert report.body == "Shells fall\n\nTwo were hurt."


def test_the_dateline_is_marked_in_the_body_and_beats_the_day_of_publication():
    report = report_of_row(ROW | {"text": "Mon Dec 12 2016 Two were hurt."})
    assert report.dateline is not None
    assert report.body[report.dateline.start : report.dateline.end] == "Mon Dec 12 2016"
    assert report.day == date(2016, 12, 12)


def test_what_the_row_does_not_say_is_taken_from_the_one_who_ingests():
    report = report_of_row({"text": "Two were hurt."}, outlet="The Example", published="2016-12-13")
    assert (report.outlet, report.day, report.ref, report.title) == ("The Example", date(2016, 12, 13), None, "")


@pytest.mark.parametrize("field", ["id", "outlet", "title", "text"])
def test_half_a_character_in_any_field_does_not_stop_a_report(field):
    report = report_of_row(ROW | {field: "Shells \ud800 fall"})
    found = {"id": report.ref, "outlet": report.outlet, "title": report.title, "text": report.text}
    assert found[field] == "Shells \ufffd fall"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("2016-12-13", date(2016, 12, 13)),
        ("13 December 2016", date(2016, 12, 13)),
        ("2016-12-13T18:30:00Z", datetime(2016, 12, 13, 18, 30, tzinfo=UTC)),
        ("2016-12-13T18:30:00", date(2016, 12, 13)),
        ("", None),
        (None, None),
    ],
)
def test_publication_is_a_day_or_a_moment_with_its_zone(words, when):
    assert parse_published(words, where="x") == when


def test_a_day_that_is_none_says_where_it_stands_and_how_to_write_it():
    with pytest.raises(BadDate, match=r"x, line 3: 'yesterday'.*2016-12-13"):
        parse_published("yesterday", where="x, line 3")


LINES = """{"id": "a1", "text": "Two were hurt."}

not json
["a", "list"]
{"id": "a2", "title": "No words"}
{"id": "a3", "text": 7}
{"id": "a4", "text": "  "}
{"id": "a5", "text": "Three were hurt.", "published": "some day"}
{"id": "a6", "text": "Four were hurt."}"""


def test_a_broken_line_is_named_and_the_others_go_through():
    found = list(read_jsonl(LINES, where="x.jsonl", outlet=None, published=None))
    kinds = [type(item) for item in found]
    assert kinds == [Report, BrokenLine, BrokenLine, BrokenLine, BrokenLine, EmptyReport, BadDate, Report]
    assert "x.jsonl, line 3" in str(found[1])


def test_line_separators_inside_a_text_do_not_break_its_line():
    found = list(read_jsonl('{"text": "Two\u2028were\x85hurt."}', where="x", outlet=None, published=None))
    assert [item.text for item in found if isinstance(item, Report)] == ["Two\u2028were\x85hurt."]


def test_columns_of_a_csv_are_mapped_to_ours():
    table = 'name;body;day\nfirst;"Two were hurt;\nthree fled.";2016-12-13\n'
    columns = {"id": "name", "text": "body", "published": "day"}
    [report] = read_csv(table, where="x.csv", outlet=None, published=None, columns=columns)
    assert isinstance(report, Report)
    assert (report.ref, report.text, report.day) == ("first", "Two were hurt;\nthree fled.", date(2016, 12, 13))


@pytest.mark.parametrize(
    ("table", "columns", "error", "words"),
    [
        ("id,body\n1,Two were hurt.\n", None, UnknownFormat, "no column 'text'"),
        ("id,text\n1,Two were hurt.\n", {"title": "headline"}, UnknownFormat, "no column 'headline' for title"),
        ("id,text\n1,Two were hurt.\n", {"headline": "text"}, UnknownFormat, "no column of ours is called 'headline'"),
        ("id,text\n1,Two, or three, were hurt.\n", None, BrokenLine, "line 2: more fields"),
        ('id,text\n1,"Two were hurt.\n', None, BrokenLine, "quotation marks"),
        ("id,text\n1,\n", None, EmptyReport, "line 2"),
    ],
)
def test_a_table_that_does_not_fit_says_why(table, columns, error, words):
    [found] = read_csv(table, where="x.csv", outlet=None, published=None, columns=columns)
    assert isinstance(found, error)
    assert words in str(found)


def test_gold_reports_come_in_with_every_character_in_its_place(shared):
    from evals.shared import MEASURING_SETS, TRAIN_SETS, gold_rows

    rows = [row for name in (*TRAIN_SETS, *MEASURING_SETS) for row in gold_rows(name)]
    assert [row["id"] for row in rows if report_of_row(row).body != f"{row['title']}\n\n{row['text']}"] == []
