"""`accordingto merge`: a person says that two incidents are one."""

import click

from accordingto.cli.deciding import decide
from accordingto.cli.options import decision_options

HELP = """Makes the incidents FIRST and SECOND one: a person says that they are one moment. Their accounts stand
together from now on, whatever likeness says, also when reports are added or read anew. `undo` takes it back.

\b
Example:
  accordingto --case aleppo.db merge bobus-kijom dosar-mimab --reason "one bakery under two names"
"""


@click.command(name="merge", help=HELP, short_help="Say that two incidents are one.")
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND")
@decision_options
@click.pass_context
def command(ctx: click.Context, first: str, second: str, author: str | None, reason: str) -> None:
    decide(ctx.obj, author, lambda case, who, now: case.merge(first, second, who, reason, at=now))
