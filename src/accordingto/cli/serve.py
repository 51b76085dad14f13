"""`accordingto serve`: the workspace in a browser."""

import click

from accordingto.cli.cases import open_named_case

HELP = """Opens the case as a workspace in the browser: everything it holds, one click from the exact words. It answers
to this machine alone, and no request ever leaves it. Ctrl+C stops it.

\b
Example:
  accordingto --case aleppo.db serve
"""
PORT = 8070


@click.command(name="serve", help=HELP, short_help="Open the workspace in a browser.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="The port to listen on.")
@click.pass_context
def command(ctx: click.Context, port: int) -> None:
    from accordingto.show.web.server import serve

    with open_named_case(ctx.obj.case) as case:
        click.echo(f"{ctx.obj.case} is open at http://127.0.0.1:{port}/ (Ctrl+C stops it)")
        serve(case, name=ctx.obj.case.stem, port=port)
