"""What the verbs of a person's decision share: who decides, when, and telling what changed."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, Decided
    from accordingto.settings import Settings


def decide(settings: "Settings", author: str | None, verb: "Callable[[Casebook, str, datetime], Decided]") -> None:
    """The verb done to the named case by this author now, and what it changed. Here the clock is looked up."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.reviews import decided_view

    who = who_decides(settings, author)
    with open_named_case(settings.case) as case:
        done = verb(case, who, datetime.now(UTC))
    show(decided_view(done.review, done.before, done.after))


def who_decides(settings: "Settings", author: str | None) -> str:
    """Whose word it is: whom the option names, else the settings, else the name of who runs this."""
    return author or settings.author or _user()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system that has no name for whoever runs this
        raise click.UsageError("who decides? Say it: --by NAME, or set ACCORDINGTO_AUTHOR") from None
