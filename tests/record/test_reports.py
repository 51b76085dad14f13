from collections.abc import Callable

import pytest
from sqlalchemy import Connection, text

from accordingto.errors import NothingFound
from accordingto.record.reports import find_report, keep_reports, load_reports, search_reports
from accordingto.terms.ids import speakable
from accordingto.terms.reports import Report

ReportOf = Callable[..., Report]


def test_reports_come_back_whole_and_in_the_order_they_came(record: Connection, report_of: ReportOf) -> None:
    reports = [report_of(words, ref=f"r{n}") for n, words in enumerate(("Zulu was shelled.", "Alpha was not."))]
    assert keep_reports(record, reports) == {report.id for report in reports}
    assert load_reports(record) == tuple(reports)
    assert [report.ref for report in load_reports(record)] == ["r0", "r1"]


def test_a_report_kept_again_is_no_new_one(record: Connection, report_of: ReportOf) -> None:
    keep_reports(record, [report_of("A bridge was hit.")])
    assert keep_reports(record, [report_of("A bridge was hit.")]) == frozenset()
    assert len(load_reports(record)) == 1


def test_one_text_under_two_refs_is_one_report_that_both_find(record: Connection, report_of: ReportOf) -> None:
    first, second = report_of("A bridge was hit.", ref="a"), report_of("A bridge was hit.", ref="b")
    assert keep_reports(record, [first, second]) == {first.id}
    assert find_report(record, "a") == find_report(record, "b") == first
    assert find_report(record, "b").ref == "a"


def test_more_reports_than_one_question_takes(record: Connection, report_of: ReportOf) -> None:
    reports = [report_of(f"{n} people fled.", ref=f"n{n}") for n in range(1201)]
    assert len(keep_reports(record, reports)) == 1201
    assert keep_reports(record, reports) == frozenset()
    assert len(search_reports(record, "fled", 1100)) == 1100


def test_a_report_is_found_by_each_of_its_names(record: Connection, report_of: ReportOf) -> None:
    report = report_of("A bridge was hit.", ref="wire-7")
    keep_reports(record, [report, report_of("A school was hit.")])
    for name in (report.id, report.id[:9], speakable(report.id), "wire-7"):
        assert find_report(record, name) == report


@pytest.mark.parametrize("asked", ["", "zzz", "%", "wire"])
def test_a_name_nobody_has_finds_nothing(record: Connection, report_of: ReportOf, asked: str) -> None:
    keep_reports(record, [report_of("A bridge was hit.", ref="wire-7")])
    with pytest.raises(NothingFound, match="no report goes by"):
        find_report(record, asked)


def test_a_name_two_reports_have_says_so(record: Connection, report_of: ReportOf) -> None:
    keep_reports(record, [report_of("A bridge was hit.", ref="1"), report_of("A school was hit.", ref="1")])
    with pytest.raises(NothingFound, match="2 reports go by '1'"):
        find_report(record, "1")


def test_nothing_kept_is_nothing_changed(record: Connection) -> None:
    assert keep_reports(record, []) == frozenset()
    assert record.execute(text("SELECT count(*) FROM report_words")).scalar_one() == 0
