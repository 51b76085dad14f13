"""What a run is told once and keeps: which case, how many workers, whose reports.

A flag beats a variable (ACCORDINGTO_CASE), a variable beats the settings file, the file beats the default. The file is
the one that ACCORDINGTO_SETTINGS names, else `accordingto.toml` in the folder one stands in.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.errors import SettingsError

PREFIX = "ACCORDINGTO_"
FILE = "accordingto.toml"
NAMES = ("case", "workers", "outlet", "gazetteer", "author")
MANY = 512  # more processes than this on one machine is a slip of the pen


@dataclass(frozen=True, slots=True)
class Settings:
    """`outlet` is who published a report whose file does not say; None where nobody said.

    `gazetteer` is the folder of the places that a person added; None where nobody said, and the user's own serves.
    `author` is who decides; None where nobody said, and the name serves under which the system knows the user.
    """

    case: Path | None = None
    workers: int = 1
    outlet: str | None = None
    gazetteer: Path | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class _Said:
    """A value and where it was said, for the message when it is impossible."""

    value: Any
    where: str
    folder: Path


def load_settings(flags: Mapping[str, object], *, environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings of a run started in this folder. A flag of None was not given, an empty variable not set."""
    said: dict[str, _Said] = {}
    for source in (_from_file(environ, folder), _from_environ(environ, folder), _from_flags(flags, folder)):
        said.update(source)
    found = {name: _CHECKS[name](value) for name, value in said.items()}
    return Settings(**found)


def _from_flags(flags: Mapping[str, object], folder: Path) -> Iterator[tuple[str, _Said]]:
    for name, value in flags.items():
        if value is not None:
            yield name, _Said(value, f"--{name}", folder)


def _from_environ(environ: Mapping[str, str], folder: Path) -> Iterator[tuple[str, _Said]]:
    for name in NAMES:
        variable = PREFIX + name.upper()
        if value := environ.get(variable):
            yield name, _Said(value, variable, folder)


def _from_file(environ: Mapping[str, str], folder: Path) -> Iterator[tuple[str, _Said]]:
    named = environ.get(f"{PREFIX}SETTINGS")
    path = folder / (named or FILE)
    if not named and not path.is_file():
        return
    for name, value in _load_table(path).items():
        if name not in NAMES:
            raise SettingsError(f"{path}: nothing is called {name!r}; it knows {', '.join(NAMES)}")
        yield name, _Said(value, f"{path}: {name}", path.parent)


def _load_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: {error.strerror}; mend {PREFIX}SETTINGS or make the file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: {error}; write it as TOML, such as: workers = 2") from error


def user_gazetteer(environ: Mapping[str, str]) -> Path:
    """The folder of the user's own places, for all cases."""
    data = environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser()
    return Path(data) / "accordingto" / "gazetteer"


def _case(said: _Said) -> Path:
    return _path(said, "name one file, such as aleppo.db")


def _gazetteer(said: _Said) -> Path:
    return _path(said, "name a folder, such as places")


def _path(said: _Said, remedy: str) -> Path:
    """A path said in a file counts from the file's folder."""
    if not isinstance(said.value, (str, Path)) or not str(said.value).strip():
        raise SettingsError(f"{said.where}: {said.value!r} is no path; {remedy}")
    return said.folder / Path(said.value).expanduser()


def _workers(said: _Said) -> int:
    text = str(said.value).strip()
    if isinstance(said.value, (bool, float)) or not text.isdecimal() or not 1 <= int(text) <= MANY:
        raise SettingsError(f"{said.where}: {said.value!r} is no number of workers; write a whole number from 1")
    return int(text)


def _outlet(said: _Said) -> str:
    return _name(said, "outlet", "Reuters")


def _author(said: _Said) -> str:
    return _name(said, "author", "Mira Haddad")


def _name(said: _Said, what: str, example: str) -> str:
    if not isinstance(said.value, str) or not said.value.strip():
        raise SettingsError(f"{said.where}: {said.value!r} is no {what}; write a name, such as {example}")
    return said.value.strip()


_CHECKS: dict[str, Callable[[_Said], Any]] = {
    "case": _case,
    "workers": _workers,
    "outlet": _outlet,
    "gazetteer": _gazetteer,
    "author": _author,
}
