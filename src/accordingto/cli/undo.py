"""`accordingto undo`: a person takes a decision back."""

import click

from accordingto.cli.deciding import decide
from accordingto.cli.options import decision_options

HELP = """Takes back the decision REVIEW, as `reviews` names it. The decision stays in the record, and so does this one:
undoing an undo brings back what it took.

\b
Example:
  accordingto --case aleppo.db undo tabud-kuzom --reason "the map shows one bakery only"
"""


@click.command(name="undo", help=HELP, short_help="Take a decision back.")
@click.argument("review", metavar="REVIEW")
@decision_options
@click.pass_context
def command(ctx: click.Context, review: str, author: str | None, reason: str) -> None:
    decide(ctx.obj, author, lambda case, who, now: case.undo(review, who, reason, at=now))
