"""The few shapes every terminal view is built of: a headed section, rows under it, and quiet words."""

from collections.abc import Iterable, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.terms.ids import Finding

INDENT = 2
HEADING = "bold cyan"
QUIET = "dim"
ALARM = "bold red"
HEDGE = "yellow"
WORDS = "italic"
NAME = "bold"


def section(title: str, rows: Sequence[RenderableType], *, style: str = HEADING) -> list[RenderableType]:
    """A heading in capitals with its rows beneath; nothing at all where there are no rows."""
    if not rows:
        return []
    return [Text(""), Text(title.upper(), style=style), *(indented(row) for row in rows)]


def indented(row: RenderableType, steps: int = 1) -> RenderableType:
    return Padding(row, (0, 0, 0, INDENT * steps))


def labelled(rows: Iterable[tuple[str | Text, str | Text]], width: int, *, style: str = QUIET) -> RenderableType:
    """Rows of a narrow label and words that wrap beside it, aligned."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=width, style=style, no_wrap=False)
    grid.add_column(ratio=1, overflow="fold")
    for label, words in rows:
        grid.add_row(label, words)
    return grid


def plain(words: str, style: str = "") -> Text:
    """Words as they are: nothing in them is taken for markup."""
    return Text(words, style=style)


def asked_by(*findings: Finding) -> Text:
    """ " [why lusab-babad]": what to ask for to see why; nothing for no finding."""
    return Text(f" [why {', '.join(one.spoken for one in findings)}]" if findings else "", style=f"not italic {QUIET}")
