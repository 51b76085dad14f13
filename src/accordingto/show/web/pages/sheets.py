"""Sheets: a long list is shown some at a time, with how long it is and the way to the rest."""

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a list: its number, how many there are, and which of the items it has.

    `previous` and `next` are the addresses of its neighbours, empty where there is none.
    """

    number: int
    of: int
    total: int
    first: int
    last: int
    previous: str
    next: str


def page_asked(text: str) -> int:
    """The number of the page that an address asks for; the first for what is no such number."""
    return max(1, int(text)) if text.isdecimal() and len(text) < 8 else 1


def start_of(page: int, size: int) -> int:
    """How many items come before this page."""
    return (page - 1) * size


def sheet_of(total: int, page: int, size: int, address: str) -> Sheet:
    """The page of a list of so many; `address` is that of its first page, with all that is asked beside."""
    of = max(1, -(-total // size))
    first = min(start_of(page, size), total)
    before = page_address(address, min(page - 1, of)) if page > 1 else ""
    after = page_address(address, page + 1) if page < of else ""
    return Sheet(page, of, total, first + 1 if first < total else first, min(first + size, total), before, after)


def page_address(address: str, page: int) -> str:
    """The address of a page of a list."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query)) | ({"page": str(page)} if page > 1 else {})
    return parts._replace(query=urlencode(query)).geturl()
