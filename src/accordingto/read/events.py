"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EventWords:
    @classmethod
    def load(cls) -> "EventWords":
        return cls()


def read_events(page: Any, statements: Any, figures: Any, places: Any, times: Any, lexicon: EventWords) -> Any:
    return ()
