"""The command `accordingto`: one module a verb, imported when it is asked for."""

import os
import sys
from importlib import import_module
from pathlib import Path

import click

from accordingto.cli.faults import as_message
from accordingto.errors import AccordingToError

# The order of the help page: the sentence (ingest, read, reconcile, show), then the questions, then what people say.
COMMANDS = (
    *("run", "ingest", "read", "reconcile"),
    *("incidents", "incident", "brief", "reports", "search", "claims", "why", "serve"),
    *("review", "coding", "split", "merge", "undo", "reviews", "cast", "gazetteer", "rules", "user"),
)
SHORT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(click.Group):
    """Finds a command in the module of its name; what that module needs it imports when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"accordingto.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """The verb's result; an error of ours becomes one line that says what happened and what to do."""
        try:
            return super().invoke(ctx)
        except AccordingToError as error:
            raise click.ClickException(as_message(error)) from error


@click.group(cls=LazyGroup, context_settings=SHORT)
@click.option(
    "--case",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="The case: one file that keeps an investigation. `ingest` makes it. [env var: ACCORDINGTO_CASE]",
)
@click.version_option(package_name="accordingto", prog_name="accordingto")
@click.pass_context
def cli(ctx: click.Context, case: str | None) -> None:
    """Reads reports of a conflict and keeps the record straight: who said what, through whom, how surely; which
    accounts are one incident; what is disputed; what became of what was announced. It never says true or false.

    \b
    One report, no case:     accordingto read report.txt
    A case, from the start:  accordingto run aleppo.db reports/
    Then ask it:             accordingto --case aleppo.db incidents
    """
    from accordingto.settings import load_settings

    ctx.obj = load_settings({"case": case}, environ=os.environ, folder=Path())


def main() -> None:
    """The entry point: a screen that cannot show a letter shows a stand-in for it, and nothing stops."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    cli(prog_name="accordingto")


if __name__ == "__main__":
    main()
