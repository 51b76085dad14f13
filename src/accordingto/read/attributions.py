"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class AttributionWords:
    @classmethod
    def load(cls) -> "AttributionWords":
        return cls()


def read_attributions(page: Any, tags: Any, lexicon: AttributionWords) -> Any:
    return ()
