"""Words as data: every list of words that reading uses stands in a TOML file of this folder."""

import tomllib
from importlib import resources
from typing import Any


def load_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicons/<name>.toml`, as tomllib reads them."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))
