import time
from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from accordingto.record.questions import fold
from accordingto.record.reports import keep_reports, search_reports
from accordingto.terms.reports import Report

ReportOf = Callable[..., Report]
LONG = "Nothing of note was told here. " * 30


@pytest.fixture
def kept(record: Connection, report_of: ReportOf) -> Connection:
    keep_reports(
        record,
        [
            report_of("Evacuees reached Al-Foua, the café owner said.", title="Buses arrive", ref="buses"),
            report_of(LONG + "The evacuation of the café was halted. " + LONG, title="Talks", ref="talks"),
            report_of('Rebels denied it: "we did not shell the school".', title="A denial", ref="denial"),
        ],
    )
    return record


@pytest.mark.parametrize(
    ("words", "refs"),
    [
        ("evacuation", ["talks"]),
        ("EVACUATION", ["talks"]),
        ("evacu*", ["buses", "talks"]),
        ("cafe", ["buses", "talks"]),
        ("café halted", ["talks"]),
        ("al-foua", ["buses"]),
        ("foua al", ["buses"]),
        ('"foua al"', []),
        ('"not shell"', ["denial"]),
        ('"not shel"*', ["denial"]),
        ("buses", ["buses"]),
        ("school talks", []),
        ("", []),
        ("—", []),
    ],
)
def test_all_the_words_asked_for_are_there(kept: Connection, words: str, refs: list[str]) -> None:
    assert sorted(found[0].name for found in search_reports(kept, words, 10)) == refs


@pytest.mark.parametrize(
    "words",
    [
        '"',
        '""',
        'a "b',
        "body:school",
        "school AND",
        "NOT school",
        "NEAR(school shell)",
        "^school",
        "{body} : school",
        "school*)",
        "(((",
        "-school",
        "+",
        "';DROP TABLE reports;--",
        "a\x00b",
        "*",
        "* *",
        "\\",
        "%_",
        "x" * 5000,
        "cafe\u0301",
    ],
)
def test_no_question_is_wrong(kept: Connection, words: str) -> None:
    search_reports(kept, words, 10)
    assert len(search_reports(kept, "school", 10)) == 1


def test_the_words_stand_where_the_find_says(kept: Connection) -> None:
    for words, exact in [
        ("evacuation", "evacuation"),
        ("buses", "Buses"),
        ('"not shell"', "not shell"),
        ("cafe", "café"),
    ]:
        for report, start, end, _ in search_reports(kept, words, 10):
            assert report.body[start:end] == exact


def test_a_snippet_shows_the_words_among_their_neighbours(kept: Connection) -> None:
    ((_, _, _, snippet),) = search_reports(kept, "halted", 10)
    assert "The evacuation of the café was halted. Nothing of note" in snippet
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert len(snippet.split()) < 40


def test_a_long_text_full_of_the_word_is_searched_in_no_time(record: Connection, report_of: ReportOf) -> None:
    keep_reports(record, [report_of("The convoy reached Aleppo. " * 50_000 + "Then it left.")])
    begun = time.process_time()
    ((report, start, end, _),) = search_reports(record, "convoy left", 10)
    assert report.body[start:end] == "convoy"
    assert time.process_time() - begun < 5  # 0.3 s; FTS5's own snippet takes minutes


def test_a_title_is_searched_and_shown_on_one_line(kept: Connection) -> None:
    ((_, start, _, snippet),) = search_reports(kept, "arrive", 10)
    assert start == len("Buses ")
    assert snippet == "Buses arrive Evacuees reached Al-Foua, the café owner said."


@pytest.mark.parametrize("words", ["hit", "School", "مدرسة", "cafe", "naïve"])
def test_odd_texts_are_found_where_the_words_stand(record: Connection, report_of: ReportOf, words: str) -> None:
    keep_reports(
        record, [report_of("The\x00 school\x02 was hit, مدرسة, the cafe\u0301 of nai\u0308ve \U0001f600 people.")]
    )
    ((report, start, end, _),) = search_reports(record, words, 10)
    assert fold(report.body[start:end]) == fold(words)


def test_no_more_than_the_limit_are_found(kept: Connection) -> None:
    assert len(search_reports(kept, "cafe", 1)) == 1


@pytest.mark.parametrize(
    ("words", "folded"),
    [("Leïla  HADDAD's", " leila haddad s "), ("al-Foua", " al foua "), ("", "  "), ("Straße", " strasse ")],
)
def test_folded_words_have_no_accents_and_no_case(words: str, folded: str) -> None:
    assert fold(words) == folded
