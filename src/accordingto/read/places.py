"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PlaceWords:
    @classmethod
    def load(cls) -> "PlaceWords":
        return cls()


def read_places(page: Any, lexicon: PlaceWords, gazetteer: Any) -> Any:
    return ()
