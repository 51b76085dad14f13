"""`accordingto why`: the chain of words and rules that made a thing."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import asking, followed
from accordingto.cli.options import format_option, now_option, standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint

HELP = """Explains whatever goes by ID: an incident, a tie between two accounts, an origin, a copy, a toll, a dispute or
another agreement, what became of an announcement, or a person's decision. It prints the rule in words and each step
with the sentence it stands on. `incident` and `brief` show after "why" the names to ask for.

\b
Examples:
  accordingto --case aleppo.db why bobus-kijom
  accordingto --case aleppo.db why bobus-kijom --format jsonl
"""


@click.command(name="why", help=HELP, short_help="Explain anything that has an id.")
@click.argument("id_or_name", metavar="ID")
@format_option("text", "jsonl", default="text")
@now_option
@standpoint_options
@click.pass_context
def command(ctx: click.Context, id_or_name: str, form: str, now: datetime, standpoint: "Standpoint | None") -> None:
    from accordingto.show.standpoints import seen_form, seen_from
    from accordingto.show.why.answers import explain

    with asking(ctx.obj.case, standpoint) as case:
        found = followed(lambda asked: case.why(asked, now=now), id_or_name)
        told, seen, stamp = explain(found), seen_from(case), seen_form(case)
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.explanations import explanation_form

        write_lines([explanation_form(told) | stamp])
        return
    from accordingto.cli.screens import show, tell
    from accordingto.show.terminal.explanations import explanation_view

    tell(seen)
    show(explanation_view(told))
