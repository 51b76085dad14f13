"""`accordingto coding`: several people judge the same finds blind, and how far they agree is measured."""

from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.deciding import who_decides
from accordingto.cli.options import format_option

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from accordingto.casebook import Codings, RoundState
    from accordingto.terms.codings import Level

HELP = """Rounds of blind coding. An editor draws a sample; each coder judges every find of it, here or in a browser,
without seeing the others' answers; then Krippendorff's alpha says how far they agree, somebody decides where they
differ, and the answers become reviews. Without a verb, lists the rounds.

\b
Examples:
  accordingto --case aleppo.db coding start toll --sample 20 --seed 7 --kinds figures,events --coders ann,ben
  accordingto --case aleppo.db coding export toll --by ann > ann.jsonl
  accordingto --case aleppo.db coding import toll ann.jsonl --by ann
  accordingto --case aleppo.db coding finish toll --by ann
  accordingto --case aleppo.db coding agreement toll
  accordingto --case aleppo.db coding adjudicate toll ITEM --take ben --by zoe --reason "the list has 31"
  accordingto --case aleppo.db coding close toll --apply --by zoe
"""
BY = "Who asks or decides.  [env var: ACCORDINGTO_AUTHOR; default: your name here]"
WHY = "Why, in words that somebody else can check."


def by_option(verb: "Callable[..., None]") -> "Callable[..., None]":
    """Whose word it is: a coder sees their own codes only, while a round is blind."""
    return click.option("--by", "author", metavar="NAME", help=BY)(verb)


def reason_option(default: str) -> "Callable[[Callable[..., None]], Callable[..., None]]":
    return click.option("--reason", metavar="WORDS", default=default, show_default=True, help=WHY)


@click.group(
    name="coding", help=HELP, short_help="Code finds blind, and measure agreement.", invoke_without_command=True
)
@click.pass_context
def command(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is None:
        from accordingto.cli.screens import show
        from accordingto.show.terminal.codings import rounds_view

        with open_named_case(ctx.obj.case) as case:
            show(rounds_view(case.coding.rounds()))


@command.command("start", short_help="Draw a sample and name its coders.")
@click.argument("name", metavar="ROUND")
@click.option(
    "--sample", type=click.IntRange(1), required=True, metavar="N", help="How many finds, or reports, to draw."
)
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed draws the same again.")
@click.option(
    "--kinds", metavar="KIND,...", default="", help="figures, events, statements, blame, commitments; or all."
)
@click.option("--coders", metavar="NAME,...", required=True, help="Who codes: two people or more.")
@click.option("--by-reports", is_flag=True, help="Draw whole reports, and code all their finds of these kinds.")
@click.option("--confidence", is_flag=True, help="Show coders how sure the reader was of each attribution.")
@by_option
@reason_option("to measure agreement")
@click.pass_context
def start(
    ctx: click.Context,
    name: str,
    sample: int,
    seed: int,
    kinds: str,
    coders: str,
    by_reports: bool,
    confidence: bool,
    author: str | None,
    reason: str,
) -> None:
    """Begins the round ROUND: draws finds by chance, the same ones for the same seed, and names who codes them."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.codings import round_view

    who = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        case.coding.start(
            name,
            _parts(coders),
            who,
            reason,
            sample=sample,
            seed=seed,
            kinds=_parts(kinds),
            by_reports=by_reports,
            confidence=confidence,
            at=_now(),
        )
        show(round_view(case.coding.round(name)))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _now() -> "datetime":
    """The present, which is looked up at this edge alone."""
    from datetime import UTC, datetime

    return datetime.now(UTC)


@command.command("show", short_help="One round, and its items as far as you may see them.")
@click.argument("name", metavar="ROUND")
@click.option(
    "--different", is_flag=True, help="Only items without an answer: where coders differ, or one has not coded."
)
@by_option
@click.pass_context
def show_round(ctx: click.Context, name: str, different: bool, author: str | None) -> None:
    """Shows the round ROUND and its items, with your codes; with everybody's once no one codes any more."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.codings import items_view, round_view

    with open_named_case(ctx.obj.case) as case:
        state = case.coding.round(name)
        if different:
            state.check_seen()
        items = case.coding.items(name, who_decides(ctx.obj, author))
    show(round_view(state))
    show(items_view([item for item in items if not (different and item.answer)]))


@command.command("finish", short_help="Say that you have coded all you will.")
@click.argument("name", metavar="ROUND")
@by_option
@reason_option("all coded")
@click.pass_context
def finish(ctx: click.Context, name: str, author: str | None, reason: str) -> None:
    """You are done with ROUND. When the last coder is, all see what all said, and nobody codes on."""
    _moved(ctx, author, lambda coding, who: coding.finish(name, who, reason, at=_now()))


@command.command("resume", short_help="Code on after all, while others still do.")
@click.argument("name", metavar="ROUND")
@by_option
@reason_option("not all coded yet")
@click.pass_context
def resume(ctx: click.Context, name: str, author: str | None, reason: str) -> None:
    """You code on in ROUND after you had finished; not once the others' answers can be seen."""
    _moved(ctx, author, lambda coding, who: coding.resume(name, who, reason, at=_now()))


def _moved(ctx: click.Context, author: str | None, step: "Callable[[Codings, str], RoundState]") -> None:
    from accordingto.cli.screens import show
    from accordingto.show.terminal.codings import round_view

    with open_named_case(ctx.obj.case) as case:
        show(round_view(step(case.coding, who_decides(ctx.obj, author))))


@command.command("close", short_help="End a round, and take its answers over.")
@click.argument("name", metavar="ROUND")
@click.option("--apply", "taken_over", is_flag=True, help="What all coders of a find say becomes a review.")
@by_option
@reason_option("coding is over")
@click.pass_context
def close(ctx: click.Context, name: str, taken_over: bool, author: str | None, reason: str) -> None:
    """Ends the round ROUND: nobody codes in it any more, and all see what all said."""
    from accordingto.cli.screens import show
    from accordingto.show.terminal.codings import applied_view, round_view

    who = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        show(round_view(case.coding.close(name, who, reason, at=_now())))
        if taken_over:
            show(applied_view(case.coding.apply(name, who, at=_now())))


@command.command("agreement", short_help="Krippendorff's alpha of every field.")
@click.argument("name", metavar="ROUND")
@click.option("--seed", type=int, help="Of the interval's draws.  [default: the round's own]")
@click.option("--draws", type=click.IntRange(1), help="Of the bootstrap.  [default: 1000]")
@click.option(
    "--level", "levels", metavar="FIELD=LEVEL", multiple=True, help="Another level for a field: verdict=nominal."
)
@format_option("table", "jsonl", "csv", default="table")
@by_option
@click.pass_context
def agreement(
    ctx: click.Context,
    name: str,
    seed: int | None,
    draws: int | None,
    levels: tuple[str, ...],
    form: str,
    author: str | None,
) -> None:
    """How far the coders of ROUND agree: Krippendorff's alpha of each field at its level of measurement, the 95 %
    interval of a bootstrap over items, the share of pairs that are the same, and how many items and pairs there are.
    Undefined where codes do not vary."""
    from accordingto.cli.screens import show, write_lines
    from accordingto.show.codings import reliability_form
    from accordingto.show.export.tables import csv_text
    from accordingto.show.terminal.codings import agreement_view

    with open_named_case(ctx.obj.case) as case:
        state, who = case.coding.round(name), who_decides(ctx.obj, author)
        found = case.coding.reliabilities(name, who, seed=seed, draws=draws, levels=_levels(levels))
    forms = [reliability_form(one) for one in found]
    match form:
        case "jsonl":
            write_lines(forms)
        case "csv":
            rows = [list(forms[0]) if forms else [], *(list(one.values()) for one in forms)]
            click.echo(csv_text(rows), nl=False)
        case _:
            show(agreement_view(state, found))


def _levels(asked: tuple[str, ...]) -> "dict[str, Level]":
    from accordingto.terms.codings import Level

    pairs = [one.rpartition("=") for one in asked]
    for field, _, level in pairs:
        if not field or level not in list(Level):
            raise click.BadParameter(f"write FIELD=LEVEL with one of {', '.join(Level)}, as in --level verdict=nominal")
    return {field: Level(level) for field, _, level in pairs}


def _add_answers() -> None:
    from accordingto.cli.coding_answers import VERBS

    for verb in VERBS:
        command.add_command(verb)


_add_answers()
