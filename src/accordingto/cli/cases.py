"""Opening the case that `--case` names: to write into it, or to ask something of it."""

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from accordingto.cli.faults import as_message
from accordingto.errors import Moved, NothingFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from accordingto.casebook import Casebook, Questions
    from accordingto.settings import Settings
    from accordingto.terms.casts import Cast
    from accordingto.terms.findings import Comparison, IncidentFindings
    from accordingto.terms.readings import Reading
    from accordingto.terms.standpoints import Standpoint

Answer = TypeVar("Answer")


def layers_folder(settings: "Settings") -> Path:
    """The folder of added places that the settings name, else the user's own."""
    from accordingto.settings import user_gazetteer

    return settings.gazetteer or user_gazetteer(os.environ)


def open_named_case(path: Path | None, *, make: bool = False) -> "Casebook":
    """The case in this file. Only a verb that brings reports in may make it: a slip of the pen is no empty case."""
    if path is None:
        raise click.UsageError("which case? Name it before the verb: accordingto --case aleppo.db ...")
    if not make and not path.exists():
        raise NothingFound(f"there is no case {path}; make it with `accordingto --case {path} ingest REPORTS`")
    from accordingto.casebook import open_case

    return open_case(path)


@contextmanager
def asking(path: Path | None, standpoint: "Standpoint | None") -> "Iterator[Questions]":
    """The case in this file as seen from this standpoint, to be asked; from none, as it is."""
    with open_named_case(path) as case:
        yield case if standpoint is None else case.as_of(standpoint.moment, known=standpoint.known)


@dataclass(frozen=True, slots=True)
class Told:
    """One incident with the readings of its case, all else that was found there, and from when it is seen."""

    found: "IncidentFindings"
    readings: "Mapping[str, Reading]"
    compared: "Comparison"
    seen: str


def look_up(path: Path | None, standpoint: "Standpoint | None", id_or_name: str, now: "datetime") -> Told:
    """The incident that goes by this in the case of this file, as seen from this standpoint."""
    from accordingto.show.standpoints import seen_from

    with asking(path, standpoint) as case:
        found, seen = followed(case.incident, id_or_name), seen_from(case)
        readings = {reading.report.id: reading for reading in case.readings()}
        return Told(found, readings, case.comparison(now=now), seen)


def followed(ask: "Callable[[str], Answer]", asked: str) -> "Answer":
    """What is answered; of an incident that has become one other, what is answered of that one, which is said aside."""
    try:
        return ask(asked)
    except Moved as moved:
        if len(moved.successors) != 1:
            raise
        click.echo(as_message(moved), err=True)
        return ask(moved.successors[0])


def cast_in_force(path: Path | None) -> "Cast | None":
    """The cast of the case in this file; None where there is no such case, and the general cast holds."""
    if path is None or not path.exists():
        return None
    with open_named_case(path) as case:
        return case.cast()
