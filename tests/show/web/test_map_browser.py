"""Names on maps as a browser draws them, in its own letters: legible, and none on another."""

import pytest

from tests.show.web.browsers import DESK, PHONE, needs_chromium

pytestmark = needs_chromium

WRITTEN = """(all) => all.filter((one) => one.checkVisibility()).map((one) => {
    const {left, right, top, bottom} = one.getBoundingClientRect()
    return [one.textContent, left, right, top, bottom]
})"""
LETTERS = 4  # pixels of a line's box above and below its letters


@pytest.mark.parametrize("zoom", ["1", "4", "0.1"])
@pytest.mark.parametrize("viewport", [DESK, PHONE, {"width": 1000, "height": 800}], ids=lambda one: str(one["width"]))
def test_no_name_on_a_map_stands_on_another(open_page, main, viewport, zoom):
    for address in (f"/map?zoom={zoom}", f"/incidents/{main.incident.name}"):
        page = open_page(address, viewport=viewport)
        written = page.locator(".map text").evaluate_all(WRITTEN)
        assert written
        for n, (name, left, right, top, bottom) in enumerate(written):
            for other, start, end, high, low in written[:n]:
                apart = right <= start or end <= left or bottom - LETTERS <= high or low - LETTERS <= top
                assert apart, f"{name} and {other} at {address}"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_names_on_a_map_can_be_told_from_the_land(open_page, scheme):
    page = open_page("/map?zoom=0.25", viewport=DESK, color_scheme=scheme)
    shown = page.locator(".map .country").evaluate_all("(all) => all.map((one) => getComputedStyle(one).fill)")
    land = page.locator(".map .land path").first.evaluate("(one) => getComputedStyle(one).fill")
    assert _contrast(shown[0], land) >= 4.5  # WCAG 2.2, 1.4.3


def _contrast(one, other):
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)


def _luminance(colour):
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").rstrip(")").split(", ")]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
