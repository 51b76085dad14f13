"""`accordingto incidents`: what the case tells of."""

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.options import format_option, rule_option
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

HELP = """Lists the incidents of the case: day, place, reported toll, how many reports and how many voices behind them,
and what is disputed. Main incidents come first. The toll is that of all figures, or of the --rule that you name. As
jsonl, one object an incident, for programs, with the tolls under every rule.

\b
Examples:
  accordingto --case aleppo.db incidents
  accordingto --case aleppo.db incidents --rule conservative
  accordingto --case aleppo.db incidents --format jsonl > incidents.jsonl
"""


@click.command(name="incidents", help=HELP, short_help="List what the case tells of.")
@format_option("table", "jsonl", default="table")
@click.option("--all", "every", is_flag=True, help="Also what one report alone mentions in passing (jsonl has all).")
@rule_option
@click.pass_context
def command(ctx: click.Context, form: str, every: bool, rule: TollRule | None) -> None:
    asked = rule or DEFAULT_RULE
    with open_named_case(ctx.obj.case) as case:
        found = case.incidents()
        names = {report.id: report.name for report in case.reports()} if form == "jsonl" else {}
    if form == "jsonl":
        from accordingto.cli.screens import write_lines
        from accordingto.show.export.incidents import incident_form

        write_lines(incident_form(one, names, asked) for one in found)
        return
    from accordingto.cli.screens import show
    from accordingto.show.terminal.incidents import incidents_view

    show(incidents_view(found, every=every, rule=asked))
