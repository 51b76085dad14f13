"""Casts: who is who, the case's own actors before the general ones."""

from collections.abc import Iterable, Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from accordingto.show.phrases import counted
from accordingto.show.terminal.layout import HEADING, NAME, QUIET, plain
from accordingto.show.words import clipped, one_line
from accordingto.terms.casts import Actor, Cast, KeptCast

NAMES_SHOWN = 60  # characters; `--format toml` has them all


def cast_view(cast: Cast, own: Cast) -> RenderableType:
    """The actors in force, each with what it has from whom it belongs to: the case's own, then the general ones."""
    keys, actors = {actor.key for actor in own.actors}, cast.traits().values()
    mine = [actor for actor in actors if actor.key in keys]
    general = [actor for actor in actors if actor.key not in keys]
    return Group(*_part("The case's own", mine), *_part("General", general))


def _part(title: str, actors: Sequence[Actor]) -> list[RenderableType]:
    if not actors:
        return []
    return [plain(f"{title.upper()} ({counted(len(actors), 'actor')})", HEADING), _table(actors), plain("")]


def _table(actors: Iterable[Actor]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    table.add_column("ACTOR", style=NAME)
    for title in ("ALSO CALLED", "BELONGS TO", "COUNTRY", "SECTOR", "SIDE"):
        table.add_column(title)
    for actor in actors:
        table.add_row(*_cells(actor))
    return table


def _cells(actor: Actor) -> list[str]:
    names = ", ".join((*actor.aliases, *actor.adjectives, *actor.capitals))
    told = (actor.affiliation, actor.country, actor.sector, actor.side)
    return [one_line(actor.name), clipped(names, NAMES_SHOWN) or "-", *(one_line(value or "-") for value in told)]


def history_view(kept: Sequence[KeptCast]) -> RenderableType:
    """Every cast that the case has had, the one in force last."""
    if not kept:
        return plain("The case has no cast of its own.")
    return Group(*(plain(_kept_words(one, one is kept[-1])) for one in kept))


def _kept_words(one: KeptCast, last: bool) -> str:
    when = f"{one.kept_at:%Y-%m-%d %H:%M} UTC"
    actors = counted(len(one.cast.actors), "actor")
    return f"cast {one.number}, {when}: {actors} ({one.cast.version[:12]}){', in force' if last else ''}"
