"""Errors as a page: what happened, what was written that led here, and the ways on."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlencode

from accordingto.show.phrases import capital
from accordingto.show.web.forms import Form
from accordingto.show.web.pages.conflicts import sent_lines

NEAR = (
    ("/incidents/", "/incidents", "All incidents"),
    ("/reports/", "/search", "Search the reports"),
    ("/sources/", "/sources", "All sources"),
    ("/coding", "/coding", "All rounds of coding"),
    ("/review", "/review", "The queue of finds to look over"),
)
PAST = ("as_of", "known")  # what an address asks for to be seen as it was


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """A refusal in words, with what the person wrote, so that it need not be written again, and the ways on."""

    title: str
    words: str
    status: int
    sent: tuple[tuple[str, str], ...]
    ways: tuple[tuple[str, str], ...]


def error_page(title: str, words: str, status: int, form: Form | None, asked: tuple[str, str]) -> ErrorPage:
    """The page; `asked` is the path and the query that led here."""
    return ErrorPage(title, capital(f"{words.rstrip('.')}."), status, sent_lines(form) if form else (), _ways(*asked))


def _ways(path: str, query: str) -> tuple[tuple[str, str], ...]:
    """The page as the case stands now, where a past was asked for; the list that the page belongs to; the case."""
    wanted = dict(parse_qsl(query))
    kept: Mapping[str, str] = {name: value for name, value in wanted.items() if name not in PAST}
    here = quote(f"/{path.lstrip('/')}")  # never the name of another machine: "//elsewhere/x"
    now = f"{here}?{urlencode(kept)}" if kept else here
    then = [(now, "This page as the case stands now")] if len(kept) < len(wanted) else []
    near = [(href, words) for beginning, href, words in NEAR if path.startswith(beginning) and path != href]
    form = [(path, "Back to the form")] if path == "/add" else []
    return (*then, *form, *near, ("/", "To the case"))
