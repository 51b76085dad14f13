"""`accordingto claims`: who claims what, through whom, how surely."""

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.options import format_option

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
@click.pass_context
def command(ctx: click.Context, source: str | None, about: str | None, place: str | None, form: str) -> None:
    with open_named_case(ctx.obj.case) as case:
        found = [(hit.reading, hit.claim) for hit in case.claims(source=source, about=about, place=place)]
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.claims import claim_form

        write_lines(claim_form(reading, claim) for reading, claim in found)
        return
    from accordingto.cli.screens import show
    from accordingto.show.terminal.finds import claims_view

    show(claims_view(found))
