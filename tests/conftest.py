"""What every test may ask for: a report of some words, and the folder `shared` where it lies beside the project."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from accordingto.terms.reports import Report

# The machines that run the tests are shared: how long one example takes there says nothing.
settings.register_profile("shared machine", deadline=None)
settings.load_profile("shared machine")

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
DAY = date(2016, 12, 13)


@pytest.fixture(autouse=True, scope="session")
def _no_added_places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the person at this machine added to the gazetteer changes no test, and no test adds to it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.delenv("ACCORDINGTO_GAZETTEER", raising=False)
        yield


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's own folder."""
    return PROJECT


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of invented reports that ships with the project."""
    return PROJECT / "examples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold and corpora beside the project; a test that asks for it is skipped where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the folder `shared` (gold, corpora) does not lie beside the project")
    return SHARED


@pytest.fixture(scope="session")
def report_of() -> Callable[..., Report]:
    """Makes a report of one text: `report_of("Two people were killed.", outlet="The Harbour Post (invented)")`."""

    def report(
        text: str,
        *,
        title: str = "An invented report",
        outlet: str = "The Example (invented)",
        published: date | datetime | None = DAY,
        ref: str | None = None,
    ) -> Report:
        return Report.of(title=title, text=text, outlet=outlet, published=published, ref=ref)

    return report
