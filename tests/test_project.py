"""The project as a whole: what may and may not stand in its files."""

import json
import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

# Python's own index and the places that mirror it: a project that names one breaks where another is used.
REGISTRIES = re.compile(
    r"\b(?:pypi\.org|pythonhosted\.org|testpypi|registry\.npmjs|conda\.anaconda|/simple/|index-url)\b"
)
SHINGLE = 12  # words in a row; shared by chance only in names of bodies and fixed phrases
WORD = re.compile(r"[^\W_]+")


@pytest.fixture(scope="module")
def texts(project) -> dict[str, str]:
    """Every text file of the project that is kept under version control or is about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=project, capture_output=True, text=True
    )
    if listed.returncode:
        pytest.skip("not a git checkout: what belongs to the project cannot be told from what lies in its folder")
    paths = sorted(set(listed.stdout.splitlines()))
    return {path: text for path in paths if (text := _text(project / path)) is not None}


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, OSError):
        return None


def test_no_file_names_a_package_registry(texts):
    own = "tests/test_project.py"
    assert [path for path, text in texts.items() if path != own and REGISTRIES.search(text)] == []


def test_no_file_names_a_folder_of_one_machine(texts):
    own = "tests/test_project.py"
    private = re.compile(r"/(?:root|work|Users)/\w|/home/\w")
    assert [path for path, text in texts.items() if path != own and private.search(text)] == []


def test_no_file_holds_words_of_the_gold_or_the_corpora(texts, shared):
    kept = {shingle: path for path, text in texts.items() for shingle in _shingles(text)}
    borrowed = {kept[shingle] for text in _kept_out(shared) for shingle in _shingles(text) if shingle in kept}
    assert borrowed == set()


def _shingles(text: str) -> Iterator[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    return zip(*(words[n:] for n in range(SHINGLE)), strict=False)


def _kept_out(shared: Path) -> Iterator[str]:
    yield from (path.read_text(encoding="utf-8") for path in sorted((shared / "seed").glob("*.txt")))
    for path in [*sorted((shared / "gold").glob("*.reports.jsonl")), shared / "data" / "fakes" / "reports.jsonl"]:
        rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        yield from (f"{row['title']} {row['text']}" for row in rows)


def test_borrowed_words_would_be_found():
    first = "One two three four five six seven eight nine ten eleven twelve thirteen."
    assert set(_shingles(first)) & set(_shingles("So: ONE, two three four five six seven eight nine ten eleven twelve"))


def test_the_licence_is_apache_2(project):
    text = (project / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0" in text


def test_the_version_is_the_same_everywhere(project):
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version("accordingto") == told
    assert f"## {told}" in (project / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_dependency_is_pinned(project):
    told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*told["dependencies"], *(name for extra in told["optional-dependencies"].values() for name in extra)]
    pinned = {line.split("==")[0].lower() for line in (project / "constraints.txt").read_text().splitlines()}
    assert {re.split(r"[<>=!\[;]", name)[0].lower() for name in asked} - pinned == set()


def test_every_example_says_that_it_is_invented(examples):
    rows = [json.loads(line)["text"] for path in examples.rglob("*.jsonl") for line in path.read_text().splitlines()]
    files = [path.read_text(encoding="utf-8") for path in examples.rglob("*.txt")]
    last_lines = {text.strip().splitlines()[-1] for text in rows + files}
    assert last_lines == {"(Invented report.)"}


LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


def test_every_link_between_the_documents_leads_somewhere(project, texts):
    links = [(path, link) for path in texts if path.endswith(".md") for link in LINK.findall(texts[path])]
    assert [(path, link) for path, link in links if not (project / path).parent.joinpath(link).exists()] == []
