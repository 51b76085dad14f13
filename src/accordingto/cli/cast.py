"""`accordingto cast`: who is who in a case, shown, exported, edited and imported."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.faults import as_message
from accordingto.cli.options import format_option
from accordingto.errors import InputError, NothingFound

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, CastKept
    from accordingto.terms.casts import Cast

HELP = """Shows who is who: the case's own actors, then the general cast that ships (states, UN bodies, NGOs, agencies).
Each has its names, whom it belongs to, its country, its sector (PLOVER) and the side that the case gives it. Without
--case, the general cast.

\b
Examples:
  accordingto cast
  accordingto --case aleppo.db cast --own
  accordingto --case aleppo.db cast export > cast.toml
  accordingto --case aleppo.db cast import cast.toml
"""
NEXT = "`read` reads the reports with it; what was read before stays beside."


@click.group(name="cast", help=HELP, short_help="Show or change who is who in the case.", invoke_without_command=True)
@click.option("--own", is_flag=True, help="Only the actors that the case has of its own.")
@format_option("table", "toml", "json", default="table")
@click.pass_context
def command(ctx: click.Context, own: bool, form: str) -> None:
    if ctx.invoked_subcommand is None:
        _show(*_casts(ctx), own, form)


def _casts(ctx: click.Context) -> "tuple[Cast, Cast]":
    """The cast in force and the case's own; without a case, the general one and none."""
    from accordingto.terms.casts import Cast
    from accordingto.terms.general import general_cast

    if ctx.obj.case is None:
        return general_cast(), Cast()
    with open_named_case(ctx.obj.case) as case:
        return case.cast(), case.own_cast()


def _show(cast: "Cast", own_cast: "Cast", own: bool, form: str) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.export.casts import cast_json, cast_toml
    from accordingto.show.terminal.casts import cast_view

    if form == "toml":
        click.echo(cast_toml(own_cast if own else cast), nl=False)
    elif form == "json":
        click.echo(cast_json(own_cast if own else cast))
    elif own and not own_cast.actors:
        click.echo("The case has no cast of its own; `cast export > cast.toml` writes a file to begin with.")
    else:
        show(cast_view(own_cast if own else cast, own_cast))


@command.command("export", short_help="Write the case's own cast as TOML.")
@click.option("--number", type=click.IntRange(1), metavar="N", help="An earlier cast, as `cast history` numbers them.")
@click.pass_context
def export(ctx: click.Context, number: int | None) -> None:
    """Writes the actors that the case has of its own as TOML, to be edited and imported: an empty form where it has
    none."""
    from accordingto.show.export.casts import cast_toml

    with open_named_case(ctx.obj.case) as case:
        cast = case.own_cast() if number is None else _earlier(case, number)
    click.echo(cast_toml(cast), nl=False)


def _earlier(case: "Casebook", number: int) -> "Cast":
    found = next((kept.cast for kept in case.casts() if kept.number == number), None)
    if found is None:
        raise NothingFound(f"the case has no cast {number}; list them with `cast history`")
    return found


@command.command("import", short_help="Make the cast of a file the case's own.")
@click.argument("file", metavar="FILE")
@click.pass_context
def import_file(ctx: click.Context, file: str) -> None:
    """Makes the actors of FILE (.toml or .json; - for TOML on standard input) the case's own. They take the place of
    the ones it had, which are kept: see `cast history`. A file with a mistake in it changes nothing."""
    with open_named_case(ctx.obj.case) as case:
        click.echo(kept_words(case.keep_cast(file)))


@command.command("edit", short_help="Edit the case's own cast in your editor.")
@click.pass_context
def edit(ctx: click.Context) -> None:
    """Opens the case's own cast in your editor ($EDITOR) and imports what you save."""
    from accordingto.show.export.casts import cast_toml

    with open_named_case(ctx.obj.case) as case:
        click.echo(_edited(case, cast_toml(case.own_cast())))


def _edited(case: "Casebook", text: str) -> str:
    """What became of the text once it was edited; a mistake is shown, and the text opened again."""
    from accordingto.casebook import parse_cast

    while saved := click.edit(text, extension=".toml"):
        try:
            return kept_words(case.keep_cast(parse_cast(saved)))
        except InputError as error:
            click.echo(as_message(error), err=True)
            if not click.confirm("Edit it again?", default=True, err=True):
                break
        text = saved
    return "Nothing changed."


@command.command("history", short_help="List the casts that the case has had.")
@click.pass_context
def history(ctx: click.Context) -> None:
    """Lists every cast that the case has had of its own; `cast export --number N` writes one of them."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.casts import history_view

    with open_named_case(ctx.obj.case) as case:
        show(history_view(case.casts()))


def kept_words(done: "CastKept") -> str:
    """How many actors the case now has of its own, and what to do next."""
    from accordingto.show.phrases import counted

    actors = counted(len(done.cast.actors), "actor")
    return f"{actors} in the case's cast. {NEXT}" if done.changed else f"{actors} in the case's cast, as before."
