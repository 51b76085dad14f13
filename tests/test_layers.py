"""Imports point down, never sideways: cli, show, casebook, settings, the rooms, terms, errors."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "accordingto"
ROOMS = ("ingest", "read", "record", "reconcile", "scale")
# What each part may import besides itself. The package's own page hands out what lies anywhere below it.
MAY = {
    "__init__": {"casebook", "read", "terms", "errors"},
    "__main__": {"cli"},
    "cli": {"show", "casebook", "settings", "read", "terms", "errors"},  # a report is read without a case
    "show": {"casebook", "terms", "errors"},
    "casebook": {"settings", *ROOMS, "terms", "errors"},
    "settings": {"terms", "errors"},
    **{room: {"terms", "errors"} for room in ROOMS},
    "terms": {"errors"},
    "errors": set(),
}
SQL = {"sqlalchemy", "alembic"}
OUTSIDE = {"training", "evals"}


def breaches(package: Path) -> Iterator[str]:
    """Every import the design forbids, as "reconcile may not import from read (reconcile/x.py:12)"."""
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package)
        part = place.parts[0].removesuffix(".py")
        for line, module in _imports(path, ("accordingto", *place.parent.parts)):
            if fault := _fault(part, module.split(".")):
                yield f"{fault} ({place}:{line})"


def _imports(path: Path, home: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The line and full name of every module imported anywhere in a file, also inside functions and by name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, alias.name) for alias in names)
            case ast.ImportFrom(module=module, names=names, level=level):
                above = home[: len(home) - level + 1] if level else ()
                base = ".".join((*above, *filter(None, [module])))
                # "from accordingto import read" names its module last
                yield from ((node.lineno, f"{base}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(name)), *_]):
                yield node.lineno, name


def _fault(part: str, module: list[str]) -> str | None:
    top, target = module[0], (module[1:] or ["__init__"])[0]
    if part not in MAY:
        return f"{part} has no place in the design: give it one in tests/test_layers.py; it"
    if top in SQL and part != "record":
        return f"{part} may not import {top}: only record knows SQL"
    if top in OUTSIDE:
        return f"{part} may not import from {top}: it is no part of the package"
    if top != "accordingto":
        strange = part in ("terms", "errors") and top not in sys.stdlib_module_names
        return f"{part} may not import {top}: it takes the standard library only" if strange else None
    return None if target in MAY[part] | {part} else f"{part} may not import from {target}"


def test_imports_point_down_and_never_sideways() -> None:
    assert list(breaches(PACKAGE)) == []


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("reconcile/x.py", "from accordingto.read.times import read_times", "reconcile may not import from read"),
        ("reconcile/x.py", "import accordingto.read", "reconcile may not import from read"),
        ("reconcile/x.py", "from accordingto import read", "reconcile may not import from read"),
        ("reconcile/x.py", "from ..read.times import read_times", "reconcile may not import from read"),
        ("reconcile/x.py", "from .. import read", "reconcile may not import from read"),
        ("reconcile/x.py", "import_module('accordingto.read')", "reconcile may not import from read"),
        ("read/x.py", "def f():\n    from accordingto.casebook import look", "read may not import from casebook"),
        ("read/x.py", "from accordingto import Report", "read may not import from Report"),
        ("read/x.py", "import accordingto", "read may not import from __init__"),
        ("read/deep/x.py", "from ...ingest import files", "read may not import from ingest"),
        ("show/x.py", "from accordingto.record.store import Store", "show may not import from record"),
        ("show/x.py", "from accordingto.cli.main import main", "show may not import from cli"),
        ("casebook.py", "from accordingto.show.brief import brief", "casebook may not import from show"),
        ("casebook.py", "import sqlalchemy as sa", "casebook may not import sqlalchemy: only record knows SQL"),
        ("cli/x.py", "from alembic import command", "cli may not import alembic: only record knows SQL"),
        ("terms/x.py", "import cattrs", "terms may not import cattrs: it takes the standard library only"),
        ("terms/x.py", "from accordingto.read import times", "terms may not import from read"),
        ("errors.py", "from accordingto.terms.spans import Span", "errors may not import from terms"),
        ("read/x.py", "import training.tagger", "read may not import from training: it is no part of the package"),
        ("cli/x.py", "from evals.score import main", "cli may not import from evals: it is no part of the package"),
        ("helpers.py", "import re", "helpers has no place in the design: give it one in tests/test_layers.py; it"),
    ],
)
def test_a_breach_is_caught_and_named(tmp_path: Path, file: str, line: str, said: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"import re\n{line}\n", encoding="utf-8")
    assert f"{said} ({file}:{3 if 'def' in line else 2})" in list(breaches(tmp_path))


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("reconcile/x.py", "from accordingto.reconcile.y import z"),
        ("reconcile/x.py", "from .y import z"),
        ("reconcile/x.py", "import datasketch"),
        ("record/x.py", "from sqlalchemy import select"),
        ("casebook.py", "from accordingto.read.reader import Reader"),
        ("show/x.py", "from accordingto.casebook import Hit"),
        ("cli/x.py", "from accordingto.show.brief import brief"),
        ("terms/x.py", "from accordingto.errors import MissingAnchor"),
        ("__init__.py", "from accordingto.read.reader import Reader"),
    ],
)
def test_what_points_down_is_let_be(tmp_path: Path, file: str, line: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{line}\n", encoding="utf-8")
    assert list(breaches(tmp_path)) == []
