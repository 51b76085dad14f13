"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class CommitmentWords:
    @classmethod
    def load(cls) -> "CommitmentWords":
        return cls()


def read_commitments(page: Any, statements: Any, events: Any, times: Any, lexicon: CommitmentWords) -> Any:
    return ()
