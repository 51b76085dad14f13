"""Entities: who speaks or acts, by all the names one report gives them."""

from dataclasses import dataclass
from enum import StrEnum

from accordingto.terms.casts import Sector
from accordingto.terms.spans import Anchor


class EntityKind(StrEnum):
    """What sort of voice it is. Unnamed ones ("a military source") are never merged across reports."""

    PERSON = "person"
    BODY = "body"
    OFFICE = "office"
    OUTLET = "outlet"
    UNNAMED = "unnamed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Entity:
    """One voice or party inside one report.

    `mentions` are those of it as a source or a link; of one who does not speak, those as an actor or a recipient.

    `name` is its fullest name in the text; `key` the same for every spelling of a named voice, and None for an unnamed
    one. `office`, `organisation`, `country`, `side` and `sector` stand only where the text or a cast says so; a side is
    always one that a case's own cast names.
    """

    name: str
    kind: EntityKind
    key: str | None
    mentions: tuple[Anchor, ...]
    office: str | None = None
    organisation: str | None = None
    country: str | None = None
    side: str | None = None
    sector: Sector | None = None
