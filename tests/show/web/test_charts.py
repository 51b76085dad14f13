"""Charts: time to the right, numbers upwards, and every source with a sign of its own."""

from datetime import UTC, date, datetime, timedelta

import pytest

from accordingto.show.web.pictures import Marker, draw_map
from accordingto.show.web.scales import FAR, NEAR, NumberScale, TimeScale, moment_of

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
