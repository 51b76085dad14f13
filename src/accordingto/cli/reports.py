"""`accordingto reports`: what is in the case, and what its readings say."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import asking
from accordingto.cli.options import now_option, standpoint_options
from accordingto.errors import NothingFound

if TYPE_CHECKING:
    from accordingto.casebook import Questions
    from accordingto.terms.standpoints import Standpoint

HELP = """Lists the reports of the case. With ID, shows what the reading of that report holds, as `read` does. ID is the
id the report's own file gave it, its short name, its long id, or the start of that.

\b
Examples:
  accordingto --case aleppo.db reports
  accordingto --case aleppo.db reports bobus-kijom
  accordingto --case aleppo.db reports --as-of 2016-12-14
"""


@click.command(name="reports", help=HELP, short_help="List the reports, or show what one says.")
@click.argument("ids", metavar="[ID]...", nargs=-1)
@now_option
@standpoint_options
@click.pass_context
def command(ctx: click.Context, ids: tuple[str, ...], now: datetime, standpoint: "Standpoint | None") -> None:
    from accordingto.cli.screens import tell
    from accordingto.show.standpoints import seen_from

    with asking(ctx.obj.case, standpoint) as case:
        tell(seen_from(case))
        if ids:
            _show_readings(case, ids, now)
        else:
            _list_reports(case)


def _list_reports(case: "Questions") -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.finds import reports_view

    show(reports_view(case.reports(), {reading.report.id for reading in case.readings()}))


def _show_readings(case: "Questions", ids: tuple[str, ...], now: datetime) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.readings import reading_view

    readings = {reading.report.id: reading for reading in case.readings()}
    comparison = case.comparison(now=now)
    for id_or_name in ids:
        report = case.report(id_or_name)
        if report.id not in readings:
            raise NothingFound(f"report {report.name} has not been read yet; run `read`, then `reconcile`")
        show(reading_view(readings[report.id], comparison, kept=True))
