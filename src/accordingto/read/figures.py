"""Draft."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FigureWords:
    @classmethod
    def load(cls) -> "FigureWords":
        return cls()


def attach_figures(figures: Any, statements: Any, events: Any, page: Any) -> Any:
    return figures


def read_figures(page: Any, lexicon: FigureWords) -> Any:
    return ()
