"""`accordingto serve`: the workspace in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import layers_folder, open_named_case

if TYPE_CHECKING:
    from accordingto.show.web.server import Place

HELP = """Opens the case as a workspace in the browser: everything it holds, one click from the exact words. It answers
to this machine alone unless --host says otherwise, and no request of its own ever leaves it. Ctrl+C stops it.

At another host than this machine's own, people sign in: `accordingto user add NAME --role ROLE` says who. Without a
certificate their passwords go over the network for all to read, unless something else before it encrypts.

\b
Examples:
  accordingto --case aleppo.db serve
  accordingto --case aleppo.db serve --host 0.0.0.0 --trusted-host case.example.org --tls-cert c.pem --tls-key k.pem
"""
PORT = 8070
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OPEN = "Whoever uses this machine gets in without signing in; --sign-in asks them to."
PLAIN = (
    "Warning: without --tls-cert passwords and reports cross the network unencrypted. Do so only in a network that is "
    "yours, or behind a proxy that encrypts."
)
NAMES = (
    "Warning: it answers to this machine's numbers only; name what people will type: --trusted-host case.example.org"
)


@click.command(name="serve", help=HELP, short_help="Open the workspace in a browser.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="The port to listen on.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option("--trusted-host", "trusted", metavar="NAME", multiple=True, help="A name that people open it by; repeat.")
@click.option("--sign-in", "asks", is_flag=True, help="Ask people to sign in also at this machine.")
@click.option("--tls-cert", "cert", type=FILE, metavar="FILE", help="A certificate in PEM: serve https with it.")
@click.option("--tls-key", "key", type=FILE, metavar="FILE", help="Its key in PEM.")
@click.pass_context
def command(
    ctx: click.Context, port: int, host: str, trusted: tuple[str, ...], asks: bool, cert: Path | None, key: Path | None
) -> None:
    from accordingto.show.web.server import Place, check_place, serve

    place = Place(host, port, frozenset(trusted), asks, cert, key)
    with open_named_case(ctx.obj.case) as case:
        check_place(case, place, ctx.obj.case)
        click.echo(f"{ctx.obj.case} is open at {place.address} (Ctrl+C stops it)")
        for words in _warnings(place, users=bool(case.users.all())):
            click.echo(words, err=True)
        serve(case, place, name=ctx.obj.case.stem, layers=layers_folder(ctx.obj))


def _warnings(place: "Place", *, users: bool) -> list[str]:
    """What whoever starts it should know of who gets in and who can listen."""
    said = {
        PLAIN: not place.is_local and place.cert is None,
        NAMES: not place.is_local and not place.trusted,
        OPEN: users and not place.sign_in,
    }
    return [words for words, holds in said.items() if holds]
