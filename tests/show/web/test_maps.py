"""A place is never drawn finer than it is known."""

import pytest

from accordingto.show.web.basemap import View, draw_land


def test_the_land_of_a_view_is_drawn_with_its_countries():
    countries = {land.country for land in draw_land(View(35.0, 33.0, 42.0, 38.0))}
    assert {"Syria", "Turkey", "Lebanon"} <= countries
    assert "Chile" not in countries


def test_a_path_stays_near_the_view():
    view = View(35.0, 33.0, 42.0, 38.0)
    numbers = [float(n) for land in draw_land(view) for pair in land.path.strip("MZ").split() for n in pair.split(",")]
    assert min(numbers) >= -2 * view.width
    assert max(numbers) <= 3 * view.width


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
