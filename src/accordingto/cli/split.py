"""`accordingto split`: a person says that some accounts of an incident are of another one."""

import click

from accordingto.cli.deciding import decide
from accordingto.cli.options import decision_options

HELP = """Takes ACCOUNTs out of the incident ID: a person says that they tell of something else. Each ACCOUNT is the
name of a report, as `incident ID` lists them. They stand apart from the others from now on, whatever likeness says,
also when reports are added or read anew; whether they stand together is for likeness to say. `undo` takes it back.

\b
Example:
  accordingto --case aleppo.db split bobus-kijom citadel-1 --reason "another bakery, two days later"
"""


@click.command(name="split", help=HELP, short_help="Say that some accounts are of another incident.")
@click.argument("incident", metavar="ID")
@click.argument("accounts", metavar="ACCOUNT...", nargs=-1, required=True)
@decision_options
@click.pass_context
def command(ctx: click.Context, incident: str, accounts: tuple[str, ...], author: str | None, reason: str) -> None:
    decide(ctx.obj, author, lambda case, who, now: case.split(incident, accounts, who, reason, at=now))
