"""Layers kept in a folder: one file a layer, written whole or not at all."""

import gzip
import json
import os
from dataclasses import astuple
from pathlib import Path

from accordingto.errors import NothingFound, UnreadableFile
from accordingto.terms.places import Layer, Spot

ENDING = ".layer.gz"


def keep_layer(folder: Path, layer: Layer) -> bool:
    """The layer lies in the folder, in place of an older one of its name; whether that changed anything."""
    path = folder / f"{layer.name}{ENDING}"
    if path.exists() and _read(path).version == layer.version:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    head = json.dumps([layer.name, layer.form, layer.version], ensure_ascii=False)
    lines = (json.dumps([astuple(spot), names], ensure_ascii=False) for spot, names in layer.spots)
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_bytes(gzip.compress("\n".join([head, *lines]).encode(), mtime=0))
    os.replace(unfinished, path)
    return True


def load_layers(folder: Path) -> tuple[Layer, ...]:
    """Every layer of the folder in order of name; none where there is no such folder."""
    return tuple(_read(path) for path in sorted(folder.glob(f"*{ENDING}")))


def drop_layer(folder: Path, name: str) -> None:
    """The layer is gone. NothingFound when there is none of that name."""
    path = folder / f"{name}{ENDING}"
    if "/" in name or not path.exists():
        known = ", ".join(sorted(file.name.removesuffix(ENDING) for file in folder.glob(f"*{ENDING}"))) or "none"
        raise NothingFound(f"no layer is called {name!r} in {folder}; there are: {known}")
    path.unlink()


def _read(path: Path) -> Layer:
    try:
        head, *lines = gzip.decompress(path.read_bytes()).decode().split("\n")
        name, form, version = json.loads(head)
        rows = [json.loads(line) for line in lines]
        return Layer(name, form, version, tuple((Spot(*spot), tuple(names)) for spot, names in rows))
    except (OSError, EOFError, ValueError, TypeError) as error:
        raise UnreadableFile(f"{path}: {error}; remove the file and add the list of places again") from error
