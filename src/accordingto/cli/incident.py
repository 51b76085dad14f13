"""`accordingto incident`: one incident, all that is known of it."""

from datetime import datetime

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.options import now_option, rule_option
from accordingto.terms.tolls import TollRule

HELP = """Shows one incident: its accounts and why they are held to be one, where the claims come from, who copied whom,
the figures and what they add up to, who blames whom, what is disputed, and what became of what was announced. ID is
the short name that `incidents` lists, the long id, or the start of it. Tolls are given under every rule; with --rule,
under one, with what it leaves out.

\b
Examples:
  accordingto --case aleppo.db incident bobus-kijom
  accordingto --case aleppo.db incident bobus-kijom --rule independent
"""


@click.command(name="incident", help=HELP, short_help="Show one incident.")
@click.argument("id_or_name", metavar="ID")
@now_option
@rule_option
@click.pass_context
def command(ctx: click.Context, id_or_name: str, now: datetime, rule: TollRule | None) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.incidents import incident_view

    with open_named_case(ctx.obj.case) as case:
        found = case.incident(id_or_name)
        readings = {reading.report.id: reading for reading in case.readings()}
        outcomes = case.comparison(now=now).outcomes
    show(incident_view(found, readings, outcomes, rule))
