from datetime import date

import pytest

from accordingto.ingest.datelines import find_dateline, parse_day

PUBLISHED = date(2017, 1, 2)


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("April 18 2017 Shells fell on the market.", "April 18 2017", date(2017, 4, 18)),
        ("Mon Jul 11 2016 Shells fell on the market.", "Mon Jul 11 2016", date(2016, 7, 11)),
        ("Published April 26 2017 - Shells fell.", "April 26 2017", date(2017, 4, 26)),
        ("Last updated at Apr 232017 - Shells fell.", "Apr 232017", date(2017, 4, 23)),
        ("AFP\n\nThursday 25 Sep 2014\n\nShells fell.", "Thursday 25 Sep 2014", date(2014, 9, 25)),
        ("Al Jazeera Sunday 8 Oct 2017\n\nShells fell.", "Sunday 8 Oct 2017", date(2017, 10, 8)),
        ("Date of publication 2 June 2016 - Shells fell.", "2 June 2016", date(2016, 6, 2)),
        ("09-07-2014 Shells fell.", "09-07-2014", date(2014, 7, 9)),
        ("23/12/2016\n\nShells fell.", "23/12/2016", date(2016, 12, 23)),
        ("1/4/2017 Shells fell.", "1/4/2017", date(2017, 1, 4)),
        ("ALEPPO, Syria, Dec 13 (Reuters) - Shells fell.", "Dec 13", date(2016, 12, 13)),
        ("ALEPPO, December 14, 2016 - Shells fell.", "December 14, 2016", date(2016, 12, 14)),
        ("ALEPPO, Syria, Dec. 14, 2016 (Reuters) - Shells fell.", "Dec. 14, 2016", date(2016, 12, 14)),
        ("BEIRUT 14 December 2016 (AFP) – Shells fell.", "14 December 2016", date(2016, 12, 14)),
        ("Geneva (14 December 2016) – Shells fell.", "14 December 2016", date(2016, 12, 14)),
        (
            "By our reporter\nAleppo, Syria – 14 December 2016 – Shells fell.",
            "14 December 2016",
            date(2016, 12, 14),
        ),
        ("BEIRUT Jan 1 (Reuters) - Shells fell.", "Jan 1", date(2017, 1, 1)),
    ],
)
def test_a_text_says_its_own_day_in_its_first_lines(text, words, day):
    found = find_dateline(text, PUBLISHED)
    assert found is not None
    assert (text[found.start : found.end], found.day) == (words, day)


@pytest.mark.parametrize(
    "text",
    [
        "On March 15 2011 the first protests were held.",
        "March 15 2011 was the day when it began.",
        "Shells fell.\n" * 60 + "Published April 26 2017",
        "Published 31 February 2017 - Shells fell.",
        "BEIRUT (AP) - Shells fell.",
        "In Aleppo, December 14, 2016 - a black day - was remembered.",
        "ALEPPO, December 14, 2016 was a black day.",
        "",
    ],
)
def test_a_date_of_the_story_is_no_dateline(text):
    assert find_dateline(text, PUBLISHED) is None


def test_a_dateline_without_a_year_needs_the_day_of_publication():
    assert find_dateline("ALEPPO, Syria, Dec 13 (Reuters) - Shells fell.", None) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("13 December 2016", date(2016, 12, 13)),
        ("Dec. 13, 2016", date(2016, 12, 13)),
        ("soon", None),
        ("31 June 2016", None),
    ],
)
def test_a_day_is_understood_as_people_write_it(words, day):
    assert parse_day(words) == day
