"""`accordingto run`: the whole sentence in one go, from files to a list of incidents."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import layers_folder, open_named_case
from accordingto.cli.faults import tell_refused
from accordingto.cli.ingest import ingest_words
from accordingto.cli.options import input_options, workers_option
from accordingto.cli.read import read_with_progress, read_words
from accordingto.cli.reconcile import reconcile_words

if TYPE_CHECKING:
    from accordingto.casebook import Casebook

MAIN_LISTED = 15  # a screenful; the rest stands under `incidents`

HELP = """Ingests, reads and reconciles REPORTs into the case file CASE, then lists the main incidents and how to see
the brief of one. Run again, it does only what is left to do.

\b
Example:
  accordingto run aleppo.db reports/
"""


@click.command(name="run", help=HELP, short_help="Ingest, read, reconcile and list, in one go.")
@click.argument("case_file", metavar="CASE", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("inputs", metavar="REPORT...", nargs=-1, required=True)
@input_options
@workers_option
@click.pass_context
def command(
    ctx: click.Context,
    case_file: Path,
    inputs: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str],
    workers: int | None,
) -> None:
    with open_named_case(case_file, make=True) as case:
        done = case.ingest(*inputs, outlet=outlet or ctx.obj.outlet, published=published, columns=columns)
        click.echo(ingest_words(done))
        code = tell_refused(done.refused)
        click.echo(read_words(read_with_progress(case, workers or ctx.obj.workers, layers_folder(ctx.obj))))
        click.echo(reconcile_words(case.reconcile()))
        _summary(case, case_file)
    ctx.exit(code)


def _summary(case: "Casebook", case_file: Path) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.incidents import is_thin, main_first
    from accordingto.show.terminal.incidents import incidents_view

    ordered = [one for one in main_first(case.incidents()) if not is_thin(one)]
    if not ordered:
        return
    click.echo()
    show(incidents_view(ordered[:MAIN_LISTED]))
    more = len(ordered) - MAIN_LISTED
    click.echo(f"\n{f'{more} more: accordingto --case {case_file} incidents' + chr(10) if more > 0 else ''}", nl=False)
    click.echo(f"See the brief of one: accordingto --case {case_file} brief {ordered[0].incident.name}")
