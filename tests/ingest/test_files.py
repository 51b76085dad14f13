import io
import sys
from datetime import date

import pytest

from accordingto.errors import EmptyReport, UnknownFormat, UnreadableFile
from accordingto.ingest.files import load_reports
from accordingto.terms.reports import Report

LINE = (
    '{"id": "a1", "outlet": "The Example", "published": "2016-12-13", "title": "Shells fall", '
    '"text": "Two were hurt."}\n'
)


def test_the_first_line_of_a_plain_text_is_its_title(tmp_path):
    file = tmp_path / "one.txt"
    file.write_text("\n\nShells fall\r\n\r\nTwo were hurt.\r\n", encoding="utf-8")
    [report] = load_reports(file, outlet="The Example", published="2016-12-13")
    assert isinstance(report, Report)
    assert (report.title, report.text, report.day) == ("Shells fall", "Two were hurt.", date(2016, 12, 13))


def test_a_folder_is_read_in_order_of_name_and_what_is_broken_stops_nothing(tmp_path):
    (tmp_path / "b.jsonl").write_text(LINE, encoding="utf-8")
    (tmp_path / "a.txt").write_text("First\n\nOne was hurt.", encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"\x00\x01")
    (tmp_path / "d.txt").write_text(" \n", encoding="utf-8")
    (tmp_path / "e.csv").write_text("title,text\nLast,Three were hurt.\n", encoding="utf-8")
    (tmp_path / "notes.docx").write_bytes(b"PK")
    found = list(load_reports(tmp_path))
    assert [item.title for item in found if isinstance(item, Report)] == ["First", "Shells fall", "Last"]
    assert [type(item) for item in found if not isinstance(item, Report)] == [UnreadableFile, EmptyReport]


@pytest.mark.parametrize(
    ("content", "title"),
    [(LINE, "Shells fall"), ("Shells fall\nTwo were hurt.", "Shells fall"), ("Two were hurt.", "")],
)
def test_standard_input_holds_lines_of_json_or_plain_text(monkeypatch, content, title):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    [report] = load_reports("-")
    assert isinstance(report, Report)
    assert (report.title, report.text) == (title, "Two were hurt.")


def test_a_file_that_is_not_there_or_of_another_kind_is_named_with_a_remedy(tmp_path):
    (tmp_path / "page.docx").write_bytes(b"words")
    [missing] = load_reports(tmp_path / "none.txt")
    [strange] = load_reports(tmp_path / "page.docx")
    (tmp_path / "empty").mkdir()
    [empty] = load_reports(tmp_path / "empty")
    assert [type(item) for item in (missing, strange, empty)] == [UnreadableFile, UnknownFormat, UnknownFormat]
    assert "none.txt" in str(missing)
    assert ".docx" in str(strange)
