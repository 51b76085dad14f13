"""Words as data: every list of words that comparing uses stands in a TOML file of this folder."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicons/<name>.toml`, as tomllib reads them."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
