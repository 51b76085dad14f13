"""What went wrong, on standard error: one line each, and an exit code that says so."""

from collections.abc import Iterable

import click

from accordingto.errors import AccordingToError, InputError
from accordingto.show.words import one_line

REFUSED = 1  # exit code when an input could not be used; the others went through


def as_message(error: AccordingToError) -> str:
    """The error's own words, harmless on a terminal: they may quote a file."""
    return one_line(str(error))


def tell_refused(refused: Iterable[InputError]) -> int:
    """The exit code that the inputs deserve, each one that could not be used named on standard error."""
    errors = list(refused)
    for error in errors:
        click.echo(f"not used: {as_message(error)}", err=True)
    return REFUSED if errors else 0
