"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ClaimWords:
    @classmethod
    def load(cls) -> "ClaimWords":
        return cls()


def read_claims(reading: Any, lexicon: ClaimWords) -> Any:
    return ()
