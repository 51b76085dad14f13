"""`accordingto claims`: who claims what, through whom, how surely."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import asking
from accordingto.cli.options import format_option, standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint

HELP = """Finds claims: what is said by --source, about --about, of --place; each with the chain of voices that carries
it to the outlet and how surely it is said. Several options narrow the list; none lists every claim.

\b
Examples:
  accordingto --case aleppo.db claims --source "human rights office"
  accordingto --case aleppo.db claims --about evacuation --place Aleppo --format jsonl
"""


@click.command(name="claims", help=HELP, short_help="Find claims by source, subject and place.")
@click.option("--source", metavar="WORDS", help="Words of any voice in the chain.")
@click.option("--about", metavar="WORDS", help="Words of what is claimed.")
@click.option("--place", metavar="WORDS", help="Words of the place it is about.")
@format_option("text", "jsonl", default="text")
@standpoint_options
@click.pass_context
def command(
    ctx: click.Context,
    source: str | None,
    about: str | None,
    place: str | None,
    form: str,
    standpoint: "Standpoint | None",
) -> None:
    from accordingto.show.standpoints import seen_form, seen_from

    with asking(ctx.obj.case, standpoint) as case:
        found = [(hit.reading, hit.claim) for hit in case.claims(source=source, about=about, place=place)]
        seen, stamp = seen_from(case), seen_form(case)
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.claims import claim_form

        write_lines(claim_form(reading, claim) | stamp for reading, claim in found)
        return
    from accordingto.cli.screens import show, tell
    from accordingto.show.terminal.finds import claims_view

    tell(seen)
    show(claims_view(found))
