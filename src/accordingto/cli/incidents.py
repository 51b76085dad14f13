"""`accordingto incidents`: what the case tells of."""

from typing import TYPE_CHECKING, Any

import click

from accordingto.cli.cases import asking
from accordingto.cli.options import format_option, rule_option, standpoint_options
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

if TYPE_CHECKING:
    from accordingto.casebook import Questions
    from accordingto.terms.standpoints import Standpoint

HELP = """Lists the incidents of the case: day, place, reported toll, how many reports and how many voices behind them,
and what is disputed. Main incidents come first. The toll is that of all figures, or of the --rule that you name. As
jsonl, one object an incident, for programs, with the tolls under every rule.

\b
Examples:
  accordingto --case aleppo.db incidents
  accordingto --case aleppo.db incidents --rule conservative
  accordingto --case aleppo.db incidents --format jsonl > incidents.jsonl
  accordingto --case aleppo.db incidents --as-of 2016-12-14T12:00
"""


@click.command(name="incidents", help=HELP, short_help="List what the case tells of.")
@format_option("table", "jsonl", default="table")
@click.option("--all", "every", is_flag=True, help="Also what one report alone mentions in passing (jsonl has all).")
@rule_option
@standpoint_options
@click.pass_context
def command(ctx: click.Context, form: str, every: bool, rule: TollRule | None, standpoint: "Standpoint | None") -> None:
    from accordingto.show.standpoints import seen_form, seen_from

    asked = rule or DEFAULT_RULE
    with asking(ctx.obj.case, standpoint) as case:
        found, seen, stamp = case.incidents(), seen_from(case), seen_form(case)
        if form == "jsonl":
            _write(case, asked, stamp)
            return
    from accordingto.cli.screens import show, tell
    from accordingto.show.terminal.incidents import incidents_view

    tell(seen)
    show(incidents_view(found, every=every, rule=asked))


def _write(case: "Questions", rule: TollRule, stamp: dict[str, Any]) -> None:
    """A line for each incident. The clock stands at the latest publication: the same case writes the same lines."""
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.incidents import incident_form
    from accordingto.show.incidents import incident_outcomes

    names = {report.id: report.name for report in case.reports()}
    readings = {reading.report.id: reading for reading in case.readings()}
    found = case.comparison()
    homes = {account: one.incident.id for one in found.incidents for account in one.incident.accounts}
    outcomes = ((one, incident_outcomes(one, readings, found.outcomes)) for one in found.incidents)
    write_lines(incident_form(one, names, rule, outcomes=own, homes=homes) | stamp for one, own in outcomes)
