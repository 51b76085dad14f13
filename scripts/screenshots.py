"""Takes the pictures that `sh scripts/screenshots` is for: `python scripts/screenshots.py FOLDER`."""

import shutil
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from accordingto.casebook import Casebook, open_case
from accordingto.show.incidents import main_first
from accordingto.show.web.app import create_app

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "aleppo"
PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
ROUND = "trial"  # in which finds of the examples are coded blind
WIDTHS = {1440: 900, 390: 844}
TOUR = {"width": 1200, "height": 640}


@contextmanager
def served(case: Casebook) -> Iterator[str]:
    """The address of a workspace that runs meanwhile."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(
        uvicorn.Config(create_app(case, name="aleppo"), host="127.0.0.1", port=port, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def addresses(case: Casebook) -> dict[str, str]:
    """Every kind of page, by the name of its picture."""
    main = main_first(case.incidents())[0].incident
    names = ("incidents", "map", "timeline", "sources", "announcements", "review", "coding", "add")
    lists = {name: f"/{name}" for name in names}
    one = {"incident": f"/incidents/{main.name}", "report": f"/reports/{main.report_ids[0]}"}
    return {"case": "/", **one, **lists, "round": f"/coding/{ROUND}", "search": "/search?q=buses", "error": "/nowhere"}


def take(browser: Browser, home: str, pages: dict[str, str], folder: Path) -> None:
    """Every page at every width, light and dark."""
    for scheme in ("light", "dark"):
        for width, height in WIDTHS.items():
            context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
            page = context.new_page()
            for name, address in pages.items():
                page.goto(f"{home}{address}")
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
            context.close()


def tour(browser: Browser, home: str, folder: Path) -> None:
    """The three steps of docs/tour.md from the case to who says 82, as a reader sees them."""
    context = browser.new_context(viewport=TOUR, color_scheme="light", reduced_motion="reduce")
    page = context.new_page()
    page.goto(home)
    page.screenshot(path=folder / "tour-1-case.png")
    page.click("text=Assault (shelling), Sukkari")
    page.screenshot(path=folder / "tour-2-incident.png")
    page.click("a.words:text-is('82')")
    item = page.locator(":target").get_attribute("id")
    page.click(f".text #{item}")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)  # until all is drawn
    page.screenshot(path=folder / "tour-3-report.png")
    context.close()


def main(folder: Path, pictures: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pictures.mkdir(parents=True, exist_ok=True)
    with open_case(":memory:") as case, sync_playwright() as playwright:
        case.ingest(EXAMPLES)
        case.read()
        case.reconcile()
        case.coding.start(ROUND, ["Ann", "Ben"], "Zoe", "a trial", sample=6, at=datetime.now(UTC))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        with served(case) as home:
            take(browser, home, addresses(case), folder)
            tour(browser, home, pictures)
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), PICTURES)
