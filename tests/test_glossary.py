"""The glossary has every noun: no class of `terms` is without its words there."""

import importlib
import pkgutil
import re

import pytest

import accordingto.terms as terms

NOUNS = sorted(
    name
    for module in pkgutil.iter_modules(terms.__path__)
    for name, item in vars(importlib.import_module(f"accordingto.terms.{module.name}")).items()
    if isinstance(item, type) and item.__module__ == f"accordingto.terms.{module.name}" and not name.startswith("_")
)


@pytest.fixture(scope="module")
def headwords(project):
    """The words that the glossary explains, as they are written there."""
    text = (project / "docs" / "glossary.md").read_text(encoding="utf-8")
    return {word.lower() for word in re.findall(r"[*`]{1,2}([\w ]+?)[*`]{1,2}", text)}


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_stands_in_the_glossary(noun, headwords):
    assert noun in {word.title().replace(" ", "") for word in headwords}
