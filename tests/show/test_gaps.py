"""What is not known is said, so that silence is not taken for an answer."""

from dataclasses import replace
from datetime import date

import pytest

from accordingto.show.citations import Citations
from accordingto.show.gaps import gap_lines
from accordingto.terms.findings import IncidentFindings
from accordingto.terms.incidents import Direction
from tests.show.invented import FINDINGS, READINGS, WIRE_READING


def gaps(found: IncidentFindings = FINDINGS, readings=READINGS) -> str:
    return "\n".join(gap_lines(found, readings, Citations.of(readings, readings)))


def with_incident(**changes) -> IncidentFindings:
    return replace(FINDINGS, incident=replace(FINDINGS.incident, **changes))


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"place": None}, "no report names a place"),
        ({"date": None}, "no report gives a day"),
        ({"date": "2016-05-01/2016-05-03"}, "do not settle on a single day"),
        ({"date": "2016-05"}, "do not settle on a single day"),
    ],
)
def test_a_place_or_a_day_that_nobody_gives_is_a_gap(change, gap):
    assert gap in gaps(with_incident(**change))
    assert gap not in gaps()


def test_an_author_that_nobody_names_is_a_gap():
    quiet = replace(WIRE_READING, events=(replace(WIRE_READING.events[0], actor=()),), blame=())
    assert "Who did it: no report says." in gaps(readings={quiet.report.id: quiet})
    assert "Who did it" not in gaps()


def test_one_origin_alone_is_no_second_voice():
    assert "second voice" in gaps(replace(FINDINGS, origins=FINDINGS.origins[:1]))
    assert "second voice" not in gaps()


def test_wording_shared_without_a_known_direction_is_a_gap():
    unknown = replace(FINDINGS, copies=(replace(FINDINGS.copies[0], direction=Direction.UNKNOWN),))
    assert "Who took the wording from whom: [3] and [1]." in gaps(unknown)


def test_a_voice_without_a_name_is_a_gap():
    event = replace(WIRE_READING.events[0], statement=2)
    assert "Who speaks as “an army source”: no name is given." in gaps(
        readings={WIRE_READING.report.id: replace(WIRE_READING, events=(event,))}
    )


def test_a_report_that_nobody_dated_is_a_gap():
    undated = replace(WIRE_READING, report=replace(WIRE_READING.report, published=None))
    assert "When [1] was published." in gaps(readings={undated.report.id: undated})
    dated = replace(undated, report=replace(undated.report, written=date(2016, 5, 3)))
    assert "was published" not in gaps(readings={dated.report.id: dated})
