"""Casts as TOML that people edit, and as JSON."""

import json
from collections.abc import Iterator
from typing import Any

from accordingto.terms.cast_tables import cast_table
from accordingto.terms.casts import Cast, Sector

HEAD = f"""\
# Who is who in this case. Edit this file, then: accordingto --case CASE.db cast import FILE
#
# [[actor]]
# name = "Harbour Brigade"                 # the only line that must be there
# kind = "body"                            # body, outlet, person or state
# aliases = ["HB", "the brigade"]          # other names; one in small letters counts only where nothing else is said
# affiliation = "Free Coast Front"         # the actor it belongs to, here or in the general cast
# country = "Syria"                        # a state, by name or code
# sector = "REB"                           # {", ".join(list(Sector)[:12])},
#                                          # {", ".join(list(Sector)[12:])} (PLOVER)
# side = "the opposition"                  # as this case calls its sides
"""


def cast_toml(cast: Cast) -> str:
    """The cast as TOML with a few lines of help at its head; read back, it is the same cast."""
    return "\n".join((HEAD, *(line for actor in cast_table(cast)["actor"] for line in _lines(actor))))


def _lines(actor: dict[str, Any]) -> Iterator[str]:
    yield "[[actor]]"
    yield from (f"{key} = {_value(value)}" for key, value in actor.items())
    yield ""


def _value(value: Any) -> str:
    """A TOML string is written as JSON writes it, and so is a list of strings, where no control character is in it."""
    return json.dumps(value, ensure_ascii=False)


def cast_json(cast: Cast) -> str:
    """The cast as one JSON object, each actor on a line of its own."""
    rows = ",\n".join(f"  {json.dumps(actor, ensure_ascii=False)}" for actor in cast_table(cast)["actor"])
    return f'{{"actor": [\n{rows}\n]}}' if rows else '{"actor": []}'
