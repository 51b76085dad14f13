"""`accordingto search`: the reports that hold some words."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import asking
from accordingto.cli.options import standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint

HELP = """Finds the reports that hold all of the words, best first, with the words around the find. A phrase goes
between quotation marks, evacuat* stands for every word that begins so.

\b
Examples:
  accordingto --case aleppo.db search bakery shelled
  accordingto --case aleppo.db search '"field hospital"'
"""


@click.command(name="search", help=HELP, short_help="Find reports by their words.")
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many finds.")
@standpoint_options
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], limit: int, standpoint: "Standpoint | None") -> None:
    from accordingto.cli.screens import show, tell
    from accordingto.show.standpoints import seen_from
    from accordingto.show.terminal.finds import hits_view

    with asking(ctx.obj.case, standpoint) as case:
        hits = case.search(" ".join(words), limit=limit)
        tell(seen_from(case))
    show(hits_view((hit.report, hit.start, hit.end) for hit in hits))
