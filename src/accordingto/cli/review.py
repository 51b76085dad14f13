"""`accordingto review`: a person looks single finds over, and accepts, rejects or corrects them."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.deciding import decide

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from accordingto.casebook import Casebook, Decided

HELP = """Looks over what was read in REPORT. ITEM is a find: "figure 3", the short id that this verb lists, or its
exact words. Accepting says that it is right as it stands; rejecting takes it out of every answer; correcting gives
FIELD another VALUE: a number, a word of the codebook, "none", or words of the report (a stretch such as 120-132 where
they stand more than once). What the reader read stays in the record, and `undo` takes each of these back.

\b
Examples:
  accordingto --case aleppo.db review --queue
  accordingto --case aleppo.db review citadel-1
  accordingto --case aleppo.db review citadel-1 figure 0
  accordingto --case aleppo.db review citadel-1 figure 0 accept --reason "as the words say"
  accordingto --case aleppo.db review citadel-1 figure 0 correct low 14 --reason "the list has fourteen"
"""
QUEUE = """List what to look over first: sides of a dispute, then counts and blame of disputed incidents, then other
counts and blame, then the rest; among these the least certain first."""
VERDICTS = ("accept", "reject", "correct")
SHOWN = 20  # a screenful or two


@click.command(name="review", help=HELP, short_help="Accept, reject or correct single finds.")
@click.argument("words", metavar="[REPORT [ITEM [accept|reject|correct FIELD VALUE]]]", nargs=-1)
@click.option("--queue", is_flag=True, help=QUEUE)
@click.option(
    "--limit", type=click.IntRange(1), default=SHOWN, show_default=True, help="How many of the queue to list."
)
@click.option(
    "--by", "author", metavar="NAME", help="Who decides.  [env var: ACCORDINGTO_AUTHOR; default: your name here]"
)
@click.option("--reason", metavar="WORDS", help="Why, in words that somebody else can check; needed to decide.")
@click.pass_context
def command(
    ctx: click.Context, words: tuple[str, ...], queue: bool, limit: int, author: str | None, reason: str | None
) -> None:
    if queue == bool(words):
        raise click.UsageError("name a REPORT, or ask for the --queue")
    if queue:
        _list_queue(ctx, limit)
        return
    report, item, said = _parted(words)
    if not said:
        _look(ctx, report, item)
        return
    if not reason:
        raise click.UsageError("why? Say it: --reason WORDS")
    decide(ctx.obj, author, lambda case, who, now: _decided(case, (report, item), said, (who, reason), now))


def _parted(words: "Sequence[str]") -> tuple[str, str, tuple[str, ...]]:
    """The report, the item, and what is said of it: a verdict, and for a correction a field and its value."""
    at = next((n for n, word in enumerate(words) if n > 1 and word in VERDICTS), len(words))
    report, item, said = words[0], " ".join(words[1:at]), tuple(words[at:])
    if said and len(said) != (3 if said[0] == "correct" else 1):
        raise click.UsageError("write ITEM accept, ITEM reject, or ITEM correct FIELD VALUE")
    return report, item, said


def _list_queue(ctx: click.Context, limit: int) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.queues import queue_view

    with open_named_case(ctx.obj.case) as case:
        queued = case.queue()
    show(queue_view(queued[:limit], len(queued)))


def _look(ctx: click.Context, report: str, item: str) -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.queues import find_view, finds_view

    with open_named_case(ctx.obj.case) as case:
        view = find_view(case.find(report, item)) if item else finds_view(case.finds(report))
    show(view)


def _decided(
    case: "Casebook", asked: tuple[str, str], said: tuple[str, ...], who: tuple[str, str], now: "datetime"
) -> "Decided":
    from accordingto.casebook import value_asked

    find = case.find(*asked)
    named = (find.item.report_id, find.item.kind, find.item.id)
    match said:
        case ("accept",):
            return case.accept(*named, *who, at=now, seen=find.seen)
        case ("reject",):
            return case.reject(*named, *who, at=now, seen=find.seen)
        case (_, field, text):
            return case.correct(*named, field, value_asked(find, field, text), *who, at=now, seen=find.seen)
        case _:
            raise AssertionError(said)
