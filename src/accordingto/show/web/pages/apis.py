"""The page about the data: every address that answers as data, what may be asked of it, and how it is told."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accordingto.show.web.descriptions import ASKED, STANDPOINT, Schema


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that an address may ask for: its name, what it does, and the values there are, where they are few."""

    name: str
    words: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Address:
    """One page as data: where it is a page, JSON and perhaps CSV, what it holds and what may be asked of it."""

    page: str
    json: str
    csv: str
    api: str
    words: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class ApiPage:
    """What a program can ask of the workspace."""

    title: str
    addresses: tuple[Address, ...]
    everywhere: tuple[Asked, ...]


def address_of(path: str, kind: type, *, table: bool) -> Address:
    """How the page at this path, of this kind, is had as data."""
    base = "/case" if path == "/" else path
    words = (kind.__doc__ or "").strip().partition("\n")[0]
    csv = f"{base}.csv" if table else ""
    return Address(path, f"{base}.json", csv, f"/api{base}", words, _asked(ASKED.get(path, {})))


def api_page(addresses: Iterable[Address]) -> ApiPage:
    """The page; whatever is asked `everywhere` may be asked of each address."""
    return ApiPage("The case as data", tuple(addresses), _asked(STANDPOINT))


def _asked(told: dict[str, tuple[Schema, str]]) -> tuple[Asked, ...]:
    return tuple(Asked(name, words, _values(schema)) for name, (schema, words) in told.items())


def _values(schema: dict[str, Any]) -> tuple[str, ...]:
    return tuple(value for value in schema.get("enum", ()) if value)
