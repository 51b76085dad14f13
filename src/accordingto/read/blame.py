"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class BlameWords:
    @classmethod
    def load(cls) -> "BlameWords":
        return cls()


def read_blame(page: Any, statements: Any, events: Any, lexicon: BlameWords) -> Any:
    return ()
