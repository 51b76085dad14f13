"""The general cast: states, bodies and outlets that reports of any conflict quote.

It stands among the nouns because reading and comparing both know these voices, and neither may ask the other.
"""

import tomllib
from functools import cache
from importlib import resources

from accordingto.terms.cast_tables import read_cast
from accordingto.terms.casts import Cast

FILES = ("states.toml", "bodies.toml", "outlets.toml")


@cache
def general_cast() -> Cast:
    """The cast that ships, the same in every process."""
    cast = Cast()
    for name in FILES:
        text = resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
        cast = Cast((*cast.actors, *read_cast(tomllib.loads(text), where=name, beside=cast).actors))
    return cast
