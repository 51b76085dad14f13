"""Citations number the reports a brief stands on, the earliest first."""

from accordingto.show.citations import Citations
from tests.show.invented import READINGS, REPRINT, RIVAL, WIRE


def test_the_earliest_report_is_number_one_and_each_is_listed_once():
    citations = Citations.of([REPRINT.id, WIRE.id, RIVAL.id, WIRE.id], READINGS)
    assert citations.number(WIRE.id) == "[1]"
    assert len(citations.lines()) == 3


def test_a_citation_names_outlet_and_day_and_says_where_they_are_not_known(report_of):
    citations = Citations.of([WIRE.id, RIVAL.id], READINGS)
    assert citations.cite(WIRE.id) == "(Meridian (invented), 3 May 2016, 20:00 UTC) [1]"
    assert citations.cite(RIVAL.id) == "(an outlet that is not named, 4 May 2016) [2]"


def test_a_report_that_is_not_at_hand_has_no_number():
    citations = Citations.of([WIRE.id, "gone"], READINGS)
    assert citations.number("gone") == ""
    assert citations.cite("gone") == ""
