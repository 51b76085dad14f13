"""`accordingto ingest`: reports come into the case."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.faults import tell_refused
from accordingto.cli.options import input_options

if TYPE_CHECKING:
    from accordingto.casebook import Ingested

HELP = """Brings reports into the case. A report that is there already is left as it is, so this may be run again.

REPORT is a .txt file (its first line is the title), a .jsonl or .csv table, a folder of these, or - for standard input.
What cannot be used is named, with the file, the line and what to do; the others go through, and the exit code is 1.

\b
Examples:
  accordingto --case aleppo.db ingest reports/
  accordingto --case aleppo.db ingest table.csv --column text=Body --column published=Date
"""

LISTED = 20  # reports that are there under another name


@click.command(name="ingest", help=HELP, short_help="Bring reports into the case.")
@click.argument("inputs", metavar="REPORT...", nargs=-1, required=True)
@input_options
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str],
) -> None:
    with open_named_case(ctx.obj.case, make=True) as case:
        done = case.ingest(*inputs, outlet=outlet or ctx.obj.outlet, published=published, columns=columns)
    click.echo(ingest_words(done))
    ctx.exit(tell_refused(done.refused))


def ingest_words(done: "Ingested") -> str:
    """What came in, what was there already, what could not be used."""
    from accordingto.show.phrases import counted

    known = f"; {counted(len(done.known), 'report')} skipped, already there" if done.known else ""
    refused = f"; {counted(len(done.refused), 'input')} not used" if done.refused else ""
    told = [f"{counted(len(done.new), 'report')} ingested{known}{refused}.", *_renamed(done)]
    return "\n".join(told)


def _renamed(done: "Ingested") -> Iterator[str]:
    """A line for each report that the case has under another name, and goes by its own, too."""
    from accordingto.show.words import one_line

    for own, there in done.renamed[:LISTED]:
        yield f"{one_line(own)} is there as {one_line(there)}: outlet, day, title and text are the same."
    if (more := len(done.renamed) - LISTED) > 0:
        yield f"{more:,} more are there under other names."
