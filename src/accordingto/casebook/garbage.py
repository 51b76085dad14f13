"""Garbage: Python's search for objects that only hold each other, put off while much is made and little thrown away.

The search goes through every object of the process, whatever it is for: half a second where a case of some thousands is
at hand, in the midst of twenty milliseconds' work. What comparing makes holds no such circles, and goes without it.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def search_put_off() -> Iterator[None]:
    """No search for circles of objects until the end; as it was before then, also when an error comes."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()
