"""`accordingto user`: who may sign in to the workspace of a case, and what they may do there."""

import sys
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.errors import BadUser

if TYPE_CHECKING:
    from collections.abc import Callable

HELP = """Says who may sign in to the workspace, and what they may do: a reader sees everything and decides nothing; a
reviewer also accepts, rejects and corrects single finds; an editor also splits, merges, undoes and adds reports. The
case keeps of a password only what cannot be turned back into it. Passwords are asked for, never written on the
command line.

\b
Examples:
  accordingto --case aleppo.db user add "Mira Haddad" --role editor
  accordingto --case aleppo.db user list
  accordingto --case aleppo.db user role "Omar Said" --role reviewer
"""
ROLES = ("reader", "reviewer", "editor")


@click.group(name="user", help=HELP, short_help="Say who may sign in to the workspace.")
def command() -> None:
    """Nothing of its own: the verbs below it do the work."""


def role_option(verb: "Callable[..., None]") -> "Callable[..., None]":
    """What the user may do; always said, so that nobody may more than was meant."""
    return click.option("--role", type=click.Choice(ROLES), required=True, help="What they may do.")(verb)


def password_option(verb: "Callable[..., None]") -> "Callable[..., None]":
    text = "Read the password from standard input, its first line, instead of asking for it twice."
    return click.option("--password-stdin", "piped", is_flag=True, help=text)(verb)


@command.command("add", short_help="Let somebody sign in.")
@click.argument("name", metavar="NAME")
@role_option
@password_option
@click.pass_context
def add(ctx: click.Context, name: str, role: str, piped: bool) -> None:
    """Lets somebody of this NAME sign in. It stands under their decisions, so write it as people know them."""
    with open_named_case(ctx.obj.case) as case:
        user = case.users.add(name, role, _password(piped))
    click.echo(f"{user.name} may sign in as {user.role}: {user.role.meaning}.")


@command.command("list", short_help="List who may sign in.")
@click.pass_context
def list_users(ctx: click.Context) -> None:
    """Lists who may sign in, and what they may do."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.users import users_view

    with open_named_case(ctx.obj.case) as case:
        users = case.users.all()
    if users:
        show(users_view(users))
    else:
        click.echo(f"Nobody may sign in yet: accordingto --case {ctx.obj.case} user add NAME --role editor")


@command.command("role", short_help="Change what somebody may do.")
@click.argument("name", metavar="NAME")
@role_option
@click.pass_context
def set_role(ctx: click.Context, name: str, role: str) -> None:
    """Changes what NAME may do, at once, also where they are signed in."""
    with open_named_case(ctx.obj.case) as case:
        user = case.users.set_role(name, role)
    click.echo(f"{user.name} is now {user.role}: {user.role.meaning}.")


@command.command("password", short_help="Give somebody another password.")
@click.argument("name", metavar="NAME")
@password_option
@click.pass_context
def set_password(ctx: click.Context, name: str, piped: bool) -> None:
    """Gives NAME another password, and signs them out wherever they are signed in."""
    with open_named_case(ctx.obj.case) as case:
        user = case.users.set_password(name, _password(piped))
    click.echo(f"{user.name} signs in with the new password from now on, and was signed out everywhere.")


@command.command("remove", short_help="Let somebody sign in no more.")
@click.argument("name", metavar="NAME")
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Lets NAME sign in no more, and signs them out. What they decided stands, under their name."""
    with open_named_case(ctx.obj.case) as case:
        user = case.users.remove(name)
    click.echo(f"{user.name} may sign in no more, and was signed out. Their decisions stand.")


def _password(piped: bool) -> str:
    """What was typed twice alike, or the first line of standard input."""
    if not piped:
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True))
    try:
        return sys.stdin.buffer.readline().decode().rstrip("\r\n")
    except UnicodeDecodeError:
        raise BadUser("the password on standard input is not UTF-8; write it so") from None
