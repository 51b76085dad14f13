"""`accordingto reviews`: what people decided."""

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.options import format_option

HELP = """Lists every decision that people made about the case: its name, who, when, why, and what it does now. A
decision rests while the accounts that it speaks of fit no event, such as after a report was read anew. None is deleted.

\b
Examples:
  accordingto --case aleppo.db reviews
  accordingto --case aleppo.db reviews --format jsonl
"""


@click.command(name="reviews", help=HELP, short_help="List what people decided.")
@format_option("text", "jsonl", default="text")
@click.pass_context
def command(ctx: click.Context, form: str) -> None:
    with open_named_case(ctx.obj.case) as case:
        kept = case.reviews()
        names = {report.id: report.name for report in case.reports()}
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.reviews import review_form

        write_lines(review_form(one, names) for one in kept)
        return
    from accordingto.cli.screens import show
    from accordingto.show.terminal.reviews import reviews_view

    show(reviews_view(kept, names))
