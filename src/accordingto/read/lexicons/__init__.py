"""Words as data: every list of words that reading uses stands in a TOML file of this folder."""

import tomllib
from importlib import resources
from typing import Any

from accordingto.terms.ids import content_id


def load_lexicon(name: str) -> dict[str, Any]:
    """The tables of `lexicons/<name>.toml`, as tomllib reads them."""
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def lexicons_version() -> str:
    """A hash of every list of words that ships: the same in every process, another as soon as one word changes."""
    files = sorted(file.name for file in resources.files(__name__).iterdir() if file.name.endswith(".toml"))
    texts = (resources.files(__name__).joinpath(name).read_text(encoding="utf-8") for name in files)
    return content_id("lexicons", *files, *texts)
