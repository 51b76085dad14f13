"""The filter that table, map and timeline share: it lives in the address, so that a view can be sent to somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from accordingto.show.phrases import capital, event_words
from accordingto.terms.events import EventType
from accordingto.terms.summaries import Wanted

TYPES = tuple(kind.value for kind in EventType)
TYPE_WORDS = tuple((kind.value, capital(event_words(kind, None))) for kind in EventType)


@dataclass(frozen=True, slots=True)
class Filter:
    """What incidents are asked for; an empty field asks for nothing. Days are ISO and include both ends."""

    since: str = ""
    until: str = ""
    place: str = ""
    type: str = ""
    disputed: str = ""
    all: str = ""

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> "Filter":
        """The filter of an address; what it does not know is left aside."""
        return cls(**{field.name: query.get(field.name, "").strip() for field in fields(cls)})

    @property
    def query(self) -> str:
        """The same filter as a part of an address, empty where nothing is asked."""
        said = {field.name: value for field in fields(self) if (value := getattr(self, field.name))}
        return f"?{urlencode(said)}" if said else ""

    @property
    def wanted(self) -> Wanted:
        """What it asks of the case."""
        return Wanted(self.since, self.until, self.place, self.type, bool(self.disputed), bool(self.all))
