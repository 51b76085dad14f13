"""A place is never drawn finer than it is known."""

import re
from itertools import accumulate, combinations

import pytest

from accordingto.show.web.basemap import View, draw_land
from accordingto.show.web.labels import LETTER, LINE, cover_of
from accordingto.show.web.pages import maps
from accordingto.show.web.pictures import Marker, draw_map


def test_the_land_of_a_view_is_drawn_with_its_countries():
    countries = {land.country for land in draw_land(View(35.0, 33.0, 42.0, 38.0))}
    assert {"Syria", "Turkey", "Lebanon"} <= countries
    assert "Chile" not in countries


def points_of(path):
    """The points of a path, each piece by itself: "M1,2l3,4 5,6z"."""
    pieces = [re.split("[l ]", piece) for piece in path.removeprefix("M").removesuffix("z").split("zM")]
    moves = [[tuple(float(n) for n in pair.split(",")) for pair in piece] for piece in pieces]
    return [list(accumulate(piece, lambda at, by: (at[0] + by[0], at[1] + by[1]))) for piece in moves]


def test_a_path_stays_near_the_view():
    view = View(35.0, 33.0, 42.0, 38.0)
    numbers = [n for land in draw_land(view) for piece in points_of(land.path) for point in piece for n in point]
    assert min(numbers) >= -2 * view.width
    assert max(numbers) <= 3 * view.width


def test_a_coast_stands_where_the_picture_has_its_points():
    view = View(30.0, 33.0, 37.0, 37.0)
    cyprus = next(land for land in draw_land(view) if land.country == "Cyprus")
    points = [point for piece in points_of(cyprus.path) for point in piece]
    west, south = view.place(32.30, 34.57)  # Paphos, and Cape Gata
    assert min(x for x, _ in points) == pytest.approx(west, abs=4)
    assert max(y for _, y in points) == pytest.approx(south, abs=4)


def test_a_country_of_many_islands_is_one_path():
    greece = [land for land in draw_land(View(19.0, 34.0, 29.0, 42.0)) if land.country == "Greece"]
    assert len(greece) == 1
    assert len(points_of(greece[0].path)) > 10


def test_the_whole_world_is_no_finer_than_a_screen_shows():
    world = draw_land(View(-170.0, -58.0, 180.0, 78.0))
    assert sum(len(land.path) for land in world) < 300_000
    assert {"Chile", "Russia", "Syria"} <= {land.country for land in world}


def test_a_piece_of_sea_has_no_land():
    assert draw_land(View(-30.0, -30.0, -28.0, -29.0)) == ()


@pytest.mark.parametrize(
    ("lon", "lat", "x", "y"), [(35.0, 38.0, 0.0, 0.0), (42.0, 33.0, 960.0, None), (38.5, 35.5, 480.0, None)]
)
def test_a_point_of_the_world_has_its_place_in_the_picture(lon, lat, x, y):
    view = View(35.0, 33.0, 42.0, 38.0)
    assert view.place(lon, lat)[0] == x
    assert y is None or view.place(lon, lat)[1] == y


def test_kilometres_are_told_from_north_to_south():
    view = View(35.0, 33.0, 42.0, 38.0)
    assert view.pixels(111.2) == pytest.approx(view.height / 5, abs=0.1)


def test_a_town_is_a_dot_and_says_how_finely_it_is_known(client):
    marks = {mark["place"]: mark for mark in client.get("/map.json").json()["marks"]}
    assert marks["Sukkari"]["ring"] == 0.0
    assert marks["Sukkari"]["prec"] == "at this place"


def test_what_has_no_place_stands_in_the_list(client):
    page = client.get("/map.json").json()
    placed = sum(len(mark["incidents"]) for mark in page["marks"])
    assert placed + len(page["unplaced"]) == len(client.get("/incidents.json").json()["incidents"])


def test_the_zoom_leads_on_to_its_ends(client):
    address, steps = "/map", 0
    while address and steps < 20:
        address, steps = client.get(address.replace("/map", "/map.json", 1)).json()["closer"], steps + 1
    assert steps == 7


@pytest.mark.parametrize("zoom", ["nan", "much", "-1", "1e9", ""])
def test_a_zoom_that_makes_no_sense_does_no_harm(client, zoom):
    assert client.get("/map", params={"zoom": zoom}).status_code == 200


def _picture(*places, zoom=1.0):
    return draw_map([Marker(lon, lat, 1, name, number, name, "", False) for name, lon, lat, number in places], zoom)


ALEPPO, DAMASCUS = ("Aleppo", 37.16, 36.2, 5), ("Damascus", 36.29, 33.51, 3)


def test_a_map_names_the_countries_in_view_each_on_its_own_land():
    picture = _picture(ALEPPO, DAMASCUS)
    named = {one.name: one for one in picture.wide if one.label is None}
    assert {"Syria", "Turkey", "Lebanon", "Iraq"} <= set(named)
    assert "Chile" not in named
    # Lebanon lies at the sea, Iraq at the other end, and Turkey above both.
    assert named["Lebanon"].x < named["Syria"].x < named["Iraq"].x
    assert named["Turkey"].y < named["Syria"].y
    assert {"Syria", "Turkey"} <= {one.name for one in picture.narrow if one.label is None}


def test_a_closer_map_names_its_big_towns_and_a_wider_one_only_countries():
    near, wide = _picture(ALEPPO, DAMASCUS), _picture(ALEPPO, ("Madrid", -3.7, 40.4, 5))
    assert {"Homs", "Beirut"} <= {one.name for one in near.wide if one.label}
    assert not [one.name for one in wide.wide if one.label]


def test_what_has_a_sign_is_not_named_again():
    names = [one.name for one in _picture(ALEPPO, ("Syria", 38.0, 35.0, 1)).wide]
    assert "Aleppo" not in names
    assert "Syria" not in names


def _covers(picture, kind, widths):
    """What is written in the picture of this kind, as boxes at each of its widths."""
    sizes = [(width, width * picture.height / picture.width) for width in widths]
    signs = [(sign.x, sign.y, sign.place, getattr(sign, kind), LETTER) for sign in picture.signs]
    names = [(one.x, one.y, one.name, one.label, 7.7) for one in getattr(picture, kind)]
    for x, y, name, label, letter in [one for one in signs if one[3]] + names:
        long, dx, dy = letter * len(name), label.dx if label else 0, label.dy - LINE / 2 + 4 if label else 0
        left = {"start": dx, "end": dx - long, "middle": dx - long / 2}[label.anchor if label else "middle"]
        yield cover_of(x, y, (left, dy - 5, left + long, dy + 5), sizes)


@pytest.mark.parametrize(("kind", "widths"), [("wide", (780, 900, 1340)), ("narrow", (320, 390, 780))])
@pytest.mark.parametrize("zoom", [1.0, 4.0, 0.25])
def test_no_name_stands_on_another_at_any_width(kind, widths, zoom):
    crowd = [(f"Village {n}", 36.6 + n % 7 / 9, 35.6 + n % 5 / 7, 1 + n % 4) for n in range(30)]
    picture = _picture(ALEPPO, DAMASCUS, *crowd, zoom=zoom)
    covers = list(_covers(picture, kind, widths))
    assert len(covers) > 3
    for one, other in combinations(covers, 2):
        for (a, b, c, d), (e, f, g, h) in zip(one, other, strict=True):
            assert not (a < g and e < c and b < h and f < d), (one, other)


def test_a_place_far_off_does_not_shrink_the_map_and_is_told_beside_it():
    crowd = [(f"Village {n}", 36.6 + n % 7 / 9, 35.6 + n % 5 / 7, 2) for n in range(30)]
    picture = _picture(*crowd, ("Orem", -111.7, 40.3, 1))
    assert picture.outside == ("Orem",)
    assert max(sign.x for sign in picture.signs) - min(sign.x for sign in picture.signs) > 20
    assert _picture(*crowd, ("Orem", -111.7, 40.3, 1), zoom=1 / 128).outside == ()


@pytest.mark.parametrize("zoom", [2.0, 16.0, 64.0])
def test_no_zoom_ends_where_nothing_is(zoom):
    # The middle between these two is the sea.
    assert _picture(ALEPPO, ("Tripoli", 13.19, 32.88, 2), zoom=zoom).signs


def test_a_map_is_no_strip_also_where_places_lie_above_each_other():
    picture = _picture(("North", 37.0, 38.0, 1), ("South", 37.1, 22.0, 1))
    assert 0.4 < picture.height / picture.width < 0.7


def test_land_across_the_antimeridian_is_no_line_through_the_world():
    world = View(-180.0, -58.0, 180.0, 78.0)
    pieces = {land.country: points_of(land.path) for land in draw_land(world)}
    for piece in pieces["Fiji"]:
        across = [x for x, _ in piece]
        assert max(across) - min(across) < world.width / 10
    assert any(piece[0][0] < world.width / 20 for piece in pieces["Russia"])  # Chukotka, at the left


def test_a_page_says_whose_the_names_are_and_which_places_lie_outside(client):
    page = client.get("/map").text
    assert "GeoNames (CC BY 4.0)" in page
    assert '<text class="country"' in page


def test_the_places_of_a_long_map_are_lists_to_open_and_those_of_a_short_one_stand_open(client, monkeypatch):
    short = client.get("/map").text
    assert short.count('<details class="place" open>') == len(client.get("/map.json").json()["marks"])
    monkeypatch.setattr(maps, "OPEN_ROWS", 1)
    long = client.get("/map?place=&type=").text
    assert '<details class="place" open>' not in long
    assert long.count('<details class="place">') == short.count('<details class="place" open>')
