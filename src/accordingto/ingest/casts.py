"""Casts from files: TOML as people edit it, or JSON as programs write it."""

import json
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accordingto.errors import BadCast, UnreadableFile
from accordingto.terms.cast_tables import read_cast
from accordingto.terms.casts import Cast

STDIN = "-"
_LOADERS: dict[str, Callable[[str], Any]] = {".toml": tomllib.loads, ".json": json.loads}


def load_cast(path: str | Path, *, beside: Cast) -> Cast:
    """The cast that a file says; "-" is TOML on standard input. References are followed in the cast beside it."""
    name, kind = str(path), ".toml" if str(path) == STDIN else Path(path).suffix.lower()
    if kind not in _LOADERS:
        raise BadCast(f"{name}: a cast is a .toml or a .json file; `cast export cast.toml` writes one to begin with")
    return parse_cast(_text(path), where=name, beside=beside, kind=kind)


def parse_cast(text: str, *, where: str, beside: Cast, kind: str = ".toml") -> Cast:
    """The cast that a text in TOML (or in JSON, `kind` ".json") says; `where` names it in errors."""
    try:
        table = _LOADERS[kind](text)
    except (tomllib.TOMLDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadCast(f"{where}: is no {kind[1:].upper()}: {error}") from error
    if not isinstance(table, dict):
        raise BadCast(f'{where}: expected an object with a list under "actor"')
    return read_cast(table, where=where, beside=beside)


def _text(path: str | Path) -> str:
    try:
        data = sys.stdin.buffer.read() if str(path) == STDIN else Path(path).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}; check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path}: is no UTF-8 text (byte {error.start}); save it as UTF-8") from error
