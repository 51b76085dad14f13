"""`accordingto reconcile`: the accounts of the case are compared."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case

if TYPE_CHECKING:
    from accordingto.casebook import Reconciled

HELP = """Compares all that the case has read: which accounts are one incident, which reports copy which, what the
figures add up to, what is disputed, and what became of what was announced.

\b
Example:
  accordingto --case aleppo.db reconcile
"""


@click.command(name="reconcile", help=HELP, short_help="Compare the accounts of the case.")
@click.pass_context
def command(ctx: click.Context) -> None:
    with open_named_case(ctx.obj.case) as case:
        click.echo(reconcile_words(case.reconcile()))


def reconcile_words(done: "Reconciled") -> str:
    """How many incidents there are, and whether the record changed."""
    from accordingto.show.phrases import counted

    return f"{counted(done.incidents, 'incident')} found{'' if done.changed else ', the same as before'}."
