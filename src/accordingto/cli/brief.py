"""`accordingto brief`: one incident in plain sentences, as Markdown."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import look_up
from accordingto.cli.options import now_option, rule_option, standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint
    from accordingto.terms.tolls import TollRule

HELP = """Writes one incident in plain sentences, as Markdown: every sentence with its report, outlet, date and exact
words; how many reports and how many origins; the range of the toll and its rule; what is disputed; what was announced
and what became of it; what is not known. It never says true or false. Tolls are given under every rule; with --rule,
under one, with what it leaves out.

\b
Examples:
  accordingto --case aleppo.db brief bobus-kijom > brief.md
  accordingto --case aleppo.db brief bobus-kijom --rule ged > brief.md
  accordingto --case aleppo.db brief bobus-kijom --as-of 2016-12-14T12:00
"""


@click.command(name="brief", help=HELP, short_help="Write one incident in plain sentences (Markdown).")
@click.argument("id_or_name", metavar="ID")
@now_option
@rule_option
@standpoint_options
@click.pass_context
def command(
    ctx: click.Context, id_or_name: str, now: datetime, rule: "TollRule | None", standpoint: "Standpoint | None"
) -> None:
    from accordingto.show.brief import brief

    told = look_up(ctx.obj.case, standpoint, id_or_name, now)
    click.echo(brief(told.found, told.readings, told.compared.outcomes, seen=told.seen, rule=rule))
