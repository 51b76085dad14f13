"""`accordingto reviews`: what people decided."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import asking, open_named_case
from accordingto.cli.options import format_option, standpoint_options

if TYPE_CHECKING:
    from accordingto.terms.standpoints import Standpoint

HELP = """Lists every decision that people made about the case: its name, who, when, why, and what it does now. A
decision rests while what it speaks of is not in the readings, such as after a report was read anew. None is deleted.

\b
Examples:
  accordingto --case aleppo.db reviews
  accordingto --case aleppo.db reviews --format jsonl
  accordingto --case aleppo.db reviews export > corrected.jsonl
"""


@click.group(name="reviews", help=HELP, short_help="List what people decided.", invoke_without_command=True)
@format_option("text", "jsonl", default="text")
@standpoint_options
@click.pass_context
def command(ctx: click.Context, form: str, standpoint: "Standpoint | None") -> None:
    if ctx.invoked_subcommand is not None:
        return
    from accordingto.show.standpoints import seen_form, seen_from

    with asking(ctx.obj.case, standpoint) as case:
        seen, stamp = seen_from(case), seen_form(case)
        kept = case.reviews()
        names = {report.id: report.name for report in case.reports()}
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.reviews import review_form

        write_lines(review_form(one, names) | stamp for one in kept)
        return
    from accordingto.cli.screens import show, tell
    from accordingto.show.terminal.reviews import reviews_view

    tell(seen)
    show(reviews_view(kept, names))


@command.command("export", short_help="Write what was rejected and corrected as training data.")
@format_option("changes", "exchange", default="changes")
@click.pass_context
def export(ctx: click.Context, form: str) -> None:
    """Writes each find that people rejected, and each field that they corrected, as one JSON object a line: the
    report's id, the words and where they stand, what the reader read and what the person says. Only what is in force is
    written; the reports' texts are not.

    With --format exchange, each report that people looked over in the codebook's exchange form: with their values, who
    accepted or corrected which find under its `review`, and rejected finds in their place, marked as `rejected`."""
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.looked_over import training_form
    from accordingto.show.export.reviews import training_forms

    with open_named_case(ctx.obj.case) as case:
        if form == "exchange":
            write_lines(training_form(looked) for looked in case.looked_over())
        else:
            write_lines(training_forms(case.reviewed_finds()))
