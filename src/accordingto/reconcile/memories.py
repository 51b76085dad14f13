"""Memories: what was worked out of a report or a reading before is not worked out again while it is at hand.

A report is looked at once for each of its incidents, and again when others come. What is remembered is told by which
object the noun is: a reading is thousands of values, and comparing two would take as long as working out what is asked.
"""

from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import wraps
from typing import Any, TypeVar, cast

REMEMBERED = 2048  # nouns: the readings that lie on a desk, the accounts of a portion of reports

Function = TypeVar("Function", bound=Callable[..., Any])


def remembered(find: Function) -> Function:
    """The same function of a noun and little else, that remembers what it found of the last `REMEMBERED`."""
    known: dict[Hashable, tuple[object, object]] = {}  # with the noun, so that no other can come under its number

    @wraps(find)
    def asked(noun: object, *more: Hashable) -> object:
        key = (id(noun), *more)
        held = known.pop(key, None)
        known[key] = found = held or (noun, find(noun, *more))  # put back as the last asked for
        if len(known) > REMEMBERED:
            _forget_first(known)
        return found[1]

    return cast(Function, asked)


def _forget_first(known: dict[Hashable, tuple[object, object]]) -> None:
    # Another thread may have forgotten it, or put back what it was asked, just now.
    with suppress(KeyError, RuntimeError):
        del known[next(iter(known))]
