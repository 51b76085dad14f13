"""A place is never drawn finer than it is known."""

import re
from itertools import accumulate

import pytest

from accordingto.show.web.basemap import View, draw_land


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
