"""`accordingto gazetteer`: places that a person adds to those that ship."""

from pathlib import Path

import click

from accordingto.cli.cases import layers_folder

HELP = """Adds places to those that ship: villages and quarters of the area you work on. Reports read from then on are
read with them, under a reader's name of their own. The folder is the user's own, or the one that ACCORDINGTO_GAZETTEER
or the settings file names.

\b
Examples:
  accordingto gazetteer add SY.zip
  accordingto gazetteer list
  accordingto gazetteer remove SY
"""


@click.group(name="gazetteer", help=HELP, short_help="Add, list and remove places of your own.")
def command() -> None:
    pass


@command.command(short_help="Add a GeoNames dump or an OCHA list of places.")
@click.argument("file", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path))
@click.pass_context
def add(ctx: click.Context, file: Path) -> None:
    """Makes FILE a layer, named after it: a GeoNames dump (.txt or its .zip), or an OCHA list (COD-AB) as CSV.

    Adding the same file again changes nothing; a newer file of the same name takes the place of the older one.
    """
    from accordingto.casebook import add_layer
    from accordingto.show.phrases import counted

    layer, changed = add_layer(file, layers_folder(ctx.obj))
    done = "added" if changed else "there already, unchanged"
    click.echo(f"{layer.name}: {counted(len(layer.spots), 'place')} ({layer.form}), {done}.")


@command.command(name="list", short_help="List the layers.")
@click.pass_context
def list_(ctx: click.Context) -> None:
    """Lists every layer with its form, its number of places and its version."""
    from accordingto.casebook import list_layers
    from accordingto.show.phrases import counted

    layers = list_layers(layers_folder(ctx.obj))
    for layer in layers:
        click.echo(f"{layer.name}: {counted(len(layer.spots), 'place')} ({layer.form}), version {layer.version}")
    if not layers:
        click.echo("No layer: reading knows the places that ship. Add one with `accordingto gazetteer add FILE`.")


@command.command(short_help="Remove a layer.")
@click.argument("name")
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Removes the layer NAME. Readings made with it stay in their cases."""
    from accordingto.casebook import remove_layer

    remove_layer(name, layers_folder(ctx.obj))
    click.echo(f"{name}: removed.")
