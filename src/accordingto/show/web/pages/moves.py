"""Moves: an address whose incident is no more leads on to those that hold what it held, or says what is left."""

from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlunsplit

from starlette.requests import Request

from accordingto.casebook import Casebook
from accordingto.errors import Moved
from accordingto.show.incidents import incident_title
from accordingto.show.words import one_line
from accordingto.terms.ids import speakable

LONG = 32  # characters of a whole id: who asks by it is led on by it
LISTED = 50  # reports of an incident that is no more
ONE, SEVERAL, NONE = 308, 300, 410  # of HTTP: it moved for good; there are several; it is gone


@dataclass(frozen=True, slots=True)
class Successor:
    """An incident that holds accounts of one that is no more."""

    incident: str
    name: str
    title: str

    @property
    def href(self) -> str:
        """Its address."""
        return f"/incidents/{self.name}"


@dataclass(frozen=True, slots=True)
class MovedPage:
    """What became of an incident: the incidents that it stands in now, and the reports that told of it."""

    title: str
    words: str
    successors: tuple[Successor, ...]
    reports: tuple[tuple[str, str], ...]

    @property
    def status(self) -> int:
        """The HTTP status: 300 where there are several, 410 where there is none."""
        return SEVERAL if self.successors else NONE

    @property
    def data(self) -> dict[str, Any]:
        """The same for a program."""
        return {"error": self.words, "successors": [asdict(one) for one in self.successors]}


def moved_page(case: Casebook, moved: Moved) -> MovedPage:
    """Where an incident went that stands in several now, or in none."""
    by_id = {found.incident.id: found for found in case.catalogue().found(moved.successors)}
    successors = tuple(
        Successor(name, speakable(name), incident_title(by_id[name])) for name in moved.successors if name in by_id
    )
    reports = tuple(_reported(case, name) for name in moved.report_ids[:LISTED])
    title = "This incident is several now" if successors else "This incident is no more"
    return MovedPage(title, one_line(str(moved)), successors, reports)


def _reported(case: Casebook, name: str) -> tuple[str, str]:
    """A report's address and what it is called."""
    return f"/reports/{speakable(name)}", one_line(case.report(name).title) or "(no title)"


def new_address(request: Request, moved: Moved) -> str | None:
    """The same address with the one incident there is now; None where there is not one."""
    if len(moved.successors) != 1:
        return None
    asked, (new,) = str(request.path_params["key"]), moved.successors
    before, _, after = request.url.path.rpartition(asked)
    path = f"{before}{new if len(asked) == LONG else speakable(new)}{after}"
    return urlunsplit(("", "", path, request.url.query, ""))
