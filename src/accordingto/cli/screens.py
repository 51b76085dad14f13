"""Where answers go: a terminal with colours and the width it has, or a pipe with plain lines."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPE_WIDTH = 100  # a pipe has no width; this one still reads well in a pager, a mail or a diff


def show(view: "RenderableType") -> None:
    """The view on standard output; without a terminal, no colours and no spaces at the ends of lines."""
    console = _console()
    with console.capture() as caught:
        console.print(view)
    for line in caught.get().splitlines():
        click.echo(line if console.is_terminal else line.rstrip())


def tell(words: str) -> None:
    """A line of its own before a view, and a gap; nothing where there is nothing to tell."""
    if words:
        click.echo(f"{words}\n")


def _console() -> "Console":
    from rich.console import Console

    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, width=_asked_width())
    return console


def _asked_width() -> int:
    import os

    asked = os.environ.get("COLUMNS", "")
    return int(asked) if asked.isdigit() and int(asked) > 0 else PIPE_WIDTH


def write_lines(forms: Iterable[dict[str, Any]]) -> None:
    """One JSON object a line on standard output."""
    from accordingto.show.export.lines import json_line

    for form in forms:
        click.echo(json_line(form))
