"""`accordingto rules`: the named rules for tolls, what each means and whose it is."""

import click

from accordingto.cli.options import format_option

HELP = """Lists the rules that make one toll of many figures: the word for --rule, the name that stands beside the
number, what it means, and whose rule it is. Without --rule, `incidents` tells the toll of all figures, and `incident`
and `brief` tell every rule's.

\b
Example:
  accordingto rules
"""


@click.command(name="rules", help=HELP, short_help="List the rules for tolls.")
@format_option("table", "jsonl", default="table")
def command(form: str) -> None:
    from accordingto.cli.screens import show, write_lines
    from accordingto.show.export.tolls import rule_form
    from accordingto.show.terminal.tolls import rules_view
    from accordingto.terms.tolls import TollRule

    if form == "jsonl":
        write_lines(rule_form(rule) for rule in TollRule)
    else:
        show(rules_view())
