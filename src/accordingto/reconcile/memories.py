"""Memories: what was worked out of a report or a reading before is not worked out again while it is at hand.

A report is looked at once for each of its incidents, and again when others come. What is remembered is told by which
object the noun is: a reading is thousands of values, and comparing two would take as long as working out what is asked.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

REMEMBERED = 2048  # nouns: the readings that lie on a desk, the accounts of a portion of reports

Function = TypeVar("Function", bound=Callable[..., Any])


class _This:
    """A noun that equals no other, though it say the same."""

    __slots__ = ("noun",)

    def __init__(self, noun: object) -> None:
        self.noun = noun

    def __hash__(self) -> int:
        return id(self.noun)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.noun is other.noun


def remembered(find: Function) -> Function:
    """The same function of a noun and little else, that remembers what it found of the last `REMEMBERED`."""

    @lru_cache(maxsize=REMEMBERED)
    def found(this: _This, *more: Hashable) -> object:
        return find(this.noun, *more)

    @wraps(find)
    def asked(noun: object, *more: Hashable) -> object:
        return found(_This(noun), *more)

    return cast(Function, asked)
