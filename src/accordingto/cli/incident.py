"""`accordingto incident`: one incident, all that is known of it."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import look_up
from accordingto.cli.options import now_option, rule_option, standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint
    from accordingto.terms.tolls import TollRule

HELP = """Shows one incident: its accounts and why they are held to be one, where the claims come from, who copied whom,
the figures and what they add up to, who blames whom, what is disputed, and what became of what was announced. ID is
the short name that `incidents` lists, the long id, or the start of it. Tolls are given under every rule; with --rule,
under one, with what it leaves out.

\b
Examples:
  accordingto --case aleppo.db incident bobus-kijom
  accordingto --case aleppo.db incident bobus-kijom --rule independent
  accordingto --case aleppo.db incident bobus-kijom --as-of 2016-12-14T12:00
"""


@click.command(name="incident", help=HELP, short_help="Show one incident.")
@click.argument("id_or_name", metavar="ID")
@now_option
@rule_option
@standpoint_options
@click.pass_context
def command(
    ctx: click.Context, id_or_name: str, now: datetime, rule: "TollRule | None", standpoint: "Standpoint | None"
) -> None:
    from accordingto.cli.screens import show, tell
    from accordingto.show.terminal.incidents import incident_view

    told = look_up(ctx.obj.case, standpoint, id_or_name, now)
    tell(told.seen)
    show(incident_view(told.found, told.readings, told.compared.outcomes, rule=rule, others=told.compared.incidents))
