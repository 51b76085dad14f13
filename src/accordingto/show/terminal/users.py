"""Users: who may sign in to the workspace of a case, and what they may do there."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table

from accordingto.show.terminal.layout import NAME, QUIET
from accordingto.show.words import one_line
from accordingto.terms.users import User


def users_view(users: Iterable[User]) -> RenderableType:
    """Everybody who may sign in, each with their role and what it means."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    table.add_column("NAME", style=NAME)
    for title in ("ROLE", "WHAT THEY MAY DO"):
        table.add_column(title)
    for user in users:
        table.add_row(one_line(user.name), user.role.value, user.role.meaning)
    return table
