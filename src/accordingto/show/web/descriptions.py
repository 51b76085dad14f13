"""Descriptions: what the address of a page may ask for, and how it is answered where it cannot be, in OpenAPI."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from accordingto.show.web.pages.filters import TYPES
from accordingto.terms.findings import OutcomeKind
from accordingto.terms.tolls import TollRule

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
DAY: Schema = {
    "anyOf": [
        {"type": "string", "format": "date"},
        {"type": "string", "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2]))?$"},
        {"type": "string", "maxLength": 0},
    ]
}
YES: Schema = {"type": "string", "enum": ["", "yes"]}
MOMENT: Schema = {"anyOf": [{"type": "string", "format": "date"}, {"type": "string", "format": "date-time"}]}


def _one_of(words: Iterable[str]) -> Schema:
    return {"type": "string", "enum": ["", *words]}


# What every page takes: the state of the case that it is asked of.
STANDPOINT: dict[str, tuple[Schema, str]] = {
    "as_of": (MOMENT, "the moment, or the end of the day, from which the case is seen"),
    "known": (YES, "yes: by what the case held then, not by what was published by then"),
    "now": (MOMENT, "the moment that announcements are held against"),
}
PAGE: dict[str, tuple[Schema, str]] = {"page": (TEXT, "which page of a long list, the first without it")}
FILTER: dict[str, tuple[Schema, str]] = {
    "since": (DAY, "the first day of incidents, ISO"),
    "until": (DAY, "the last day of incidents, ISO"),
    "place": (TEXT, "words in the place's name"),
    "type": (_one_of(TYPES), "a type of event, such as ASSAULT"),
    "disputed": (YES, "yes: only what is disputed"),
    "all": (YES, "yes: also what one report mentions in passing"),
}
ASKED: dict[str, dict[str, tuple[Schema, str]]] = {
    "/": {"since": (MOMENT, "what came in after this moment is new")},
    "/incidents": {**FILTER, **PAGE},
    "/sources": PAGE,
    "/sources/{key}": PAGE,
    "/announcements": {
        **PAGE,
        "kind": (_one_of(kind.value for kind in OutcomeKind), "the one column to show, such as kept"),
    },
    "/incidents/{key}": {
        "rule": (_one_of(rule.key for rule in TollRule), "the key of the rule that tolls are counted by")
    },
    "/reports/{key}": {"at": (TEXT, "characters to be marked, such as 120-132")},
    "/map": {**FILTER, "zoom": (TEXT, "how much closer than all incidents together")},
    "/timeline": {**FILTER, **PAGE},
    "/search": {"q": (TEXT, "the words to be found")},
    "/review": {
        "report": (TEXT, "the report of a find"),
        "item": (TEXT, "the id of a find"),
        "skipped": (TEXT, "the finds passed over, by their short ids"),
    },
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something was not answered, and what to do."""

    error: str


@dataclass(frozen=True, slots=True)
class Led:
    """An incident that is several now, or none: `successors` names them by id, short name and title."""

    error: str
    successors: tuple[dict[str, str], ...]


def parameters_of(path: str) -> list[dict[str, Any]]:
    """What the address of a page may name."""
    keyed = [{"name": "key", "in": "path", "required": True, "schema": TEXT}] if "{key}" in path else []
    asked = {**ASKED.get(path, {}), **STANDPOINT}
    return keyed + [
        {"name": name, "in": "query", "required": False, "schema": schema, "description": words}
        for name, (schema, words) in asked.items()
    ]


MOVED: dict[int | str, dict[str, Any]] = {
    300: {"model": Led, "description": "the incident is several now, which are named"},
    308: {"description": "the incident is another now, at the address that is named"},
    410: {"model": Led, "description": "the incident is no more, and no other holds what it held"},
}


def problems_of(path: str) -> dict[int | str, dict[str, Any]]:
    """The statuses under which a page says why it is none."""
    told = {404: "nothing goes by this key", 422: "something asked for cannot be understood"}
    problems: dict[int | str, dict[str, Any]] = {
        status: {"model": Problem, "description": words}
        for status, words in told.items()
        if status != 404 or "{key}" in path or path in ("/", "/review")
    }
    return problems | (MOVED if path == "/incidents/{key}" else {})
