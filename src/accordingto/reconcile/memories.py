"""Memories: what was worked out of a report or a reading before is not worked out again while it is at hand.

A report is looked at once for each of its incidents, and again when others come. What is remembered is told by which
object the noun is: a reading is thousands of values, and comparing two would take as long as working out what is asked.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, Generic, ParamSpec, TypeVar

REMEMBERED = 2048  # nouns: the readings that lie on a desk, and what was made of them

Noun = TypeVar("Noun")
Found = TypeVar("Found")
More = ParamSpec("More")


class _This(Generic[Noun]):
    """A noun that equals no other, though it say the same."""

    __slots__ = ("noun",)

    def __init__(self, noun: Noun) -> None:
        self.noun = noun

    def __hash__(self) -> int:
        return id(self.noun)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.noun is other.noun


def remembered(find: Callable[Concatenate[Noun, More], Found]) -> Callable[Concatenate[Noun, More], Found]:
    """The same function of a noun and little else, that remembers what it found of the last `REMEMBERED`."""

    @lru_cache(maxsize=REMEMBERED)
    def found(this: _This[Noun], *args: More.args, **kwargs: More.kwargs) -> Found:
        return find(this.noun, *args, **kwargs)

    @wraps(find)
    def asked(noun: Noun, *args: More.args, **kwargs: More.kwargs) -> Found:
        return found(_This(noun), *args, **kwargs)

    return asked
