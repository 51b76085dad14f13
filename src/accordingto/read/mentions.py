"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MentionWords:
    @classmethod
    def load(cls) -> "MentionWords":
        return cls()


def read_mentions(page: Any, statements: Any, lexicon: MentionWords) -> Any:
    return (), statements
