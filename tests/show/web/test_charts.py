"""Charts: time to the right, numbers upwards, and every source with a sign of its own."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from accordingto.show.web.charts import toll_chart
from accordingto.show.web.pages.tolls import toll_parts
from accordingto.show.web.pictures import Marker, draw_map
from accordingto.show.web.scales import FAR, NEAR, NumberScale, TimeScale, moment_of
from accordingto.terms.histories import Edition
from tests.show.invented import FINDINGS, READINGS, REPRINT

START = datetime(2016, 12, 13, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "wide",
    [timedelta(minutes=5), timedelta(hours=30), timedelta(days=9), timedelta(days=300), timedelta(days=20_000)],
    ids=str,
)
def test_a_line_of_time_has_a_handful_of_round_moments(wide):
    scale = TimeScale(START, START + wide)
    ticks = scale.ticks()
    assert 1 <= len(ticks) <= 6
    assert all(NEAR <= place <= FAR for place, _ in ticks)


def test_one_moment_stands_in_the_middle():
    assert TimeScale.over([START]).at(START) == 50
    assert TimeScale.over([]) is None


def test_a_day_begins_at_its_midnight_in_utc():
    assert moment_of(date(2016, 12, 13)) == datetime(2016, 12, 13, tzinfo=UTC)
    assert moment_of(datetime(2016, 12, 13, 2)).tzinfo is UTC


@pytest.mark.parametrize("most", [0, 1, 53, 1_200, 400_000])
def test_numbers_rise_from_nobody_to_the_most(most):
    scale = NumberScale(most)
    assert scale.at(0) == FAR
    assert scale.ticks()[0][1] == "0"
    assert len(scale.ticks()) <= 5
    assert not most or scale.at(most) < scale.at(0)


@pytest.fixture(scope="module")
def chart(client, main):
    return client.get(f"/incidents/{main.incident.name}.json").json()["tolls"][0]["chart"]


def test_each_source_has_a_sign_of_its_own(chart):
    signs = [source["sign"] for source in chart["sources"]]
    assert len(signs) > 2
    assert len(signs) == len(set(signs))


def test_a_count_without_upper_limit_is_open_at_the_top(chart):
    tops = {mark["words"]: mark["top"] for mark in chart["marks"]}
    assert tops["At least 41"] is None
    assert tops["23"] is not None


def _passed_on():
    """The reprint of a case in which its paper tells, in its own voice, what the Meridian agency counts."""
    reading = READINGS[REPRINT.id]
    figures = tuple(replace(figure, statement=None) for figure in reading.figures)
    (toll,) = FINDINGS.tolls
    rival, league, taken = toll.entries
    agency = replace(taken, origin="Meridian (invented)", voice="outlet:meridian", low=31)
    return replace(toll, entries=(rival, league, agency)), {**READINGS, REPRINT.id: replace(reading, figures=figures)}


def test_a_figure_is_drawn_for_the_origin_that_it_is_counted_for_with_the_outlet_it_came_through():
    toll, readings = _passed_on()
    chart = toll_chart(toll, readings)
    assert [source.name for source in chart.sources] == [
        "the rescue league",
        "Meridian (invented)",
        "the governor",
    ]
    labels = [mark.label for mark in chart.marks]
    assert "31 or more, according to Meridian (invented), via Harbour Post (invented)" in labels
    assert "31 or more (Meridian (invented), via Harbour Post (invented), " in chart.told


def test_the_chart_the_line_of_origins_and_the_figures_name_the_same_voices():
    toll, readings = _passed_on()
    (part,) = toll_parts(replace(FINDINGS, tolls=(toll,)), Edition("0f", None, known=False), readings, toll.rule)
    for source in part.chart.sources:
        assert any(line.startswith(f"{source.name} ") for line in part.origins)
    assert {mark.label.split("according to ")[1] for mark in part.chart.marks} == {one.voice for one in part.figures}


def test_names_of_a_chart_are_those_of_the_line_of_origins(client):
    for line in client.get("/incidents.json").json()["incidents"]:
        for toll in client.get(f"{line['href']}.json").json()["tolls"]:
            if toll["chart"] and toll["origins"]:
                names = [source["name"] for source in toll["chart"]["sources"]]
                assert all(any(told.startswith(name) for told in toll["origins"]) for name in names)


def test_a_picture_of_one_number_is_none(client, main):
    injured = next(
        toll
        for toll in client.get(f"/incidents/{main.incident.name}.json").json()["tolls"]
        if toll["what"] == "people injured"
    )
    assert injured["chart"] is None


def _pin(place, lon, lat, prec=1):
    return Marker(lon, lat, prec, place, 1, place, "", False)


def test_labels_stand_on_no_other_label_also_on_a_telephone():
    picture = draw_map([_pin("Sukkari", 37.14, 36.18), _pin("Ramouseh", 37.13, 36.16), _pin("Aleppo", 37.16, 36.2)])
    for kind in ("wide", "narrow"):
        places = [(s.x, s.y, getattr(s, kind)) for s in picture.signs if getattr(s, kind)]
        assert len({(x, y, label.dx, label.dy, label.anchor) for x, y, label in places}) == len(places)
    assert all(sign.wide for sign in picture.signs)


def test_a_label_without_room_is_left_out_and_never_the_sign():
    crowd = [_pin("A very long name of a place", 37.1 + n / 10_000, 36.1) for n in range(30)]
    picture = draw_map(crowd)
    assert len(picture.signs) == 30
    assert any(sign.narrow is None for sign in picture.signs)


def test_a_ring_is_as_wide_as_what_is_open():
    near, far = (draw_map([_pin("Idlib", 36.6, 35.9, prec)]).signs[0].ring for prec in (2, 5))
    assert 0 < near < far
