"""The answers of a round: taken away and brought back as files, decided on, taken back, and handed out."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import open_named_case
from accordingto.cli.deciding import who_decides
from accordingto.cli.options import decision_options, format_option

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from accordingto.casebook import CodedItem

BY = "Who asks or decides.  [env var: ACCORDINGTO_AUTHOR; default: your name here]"


def _now() -> "datetime":
    from datetime import UTC, datetime

    return datetime.now(UTC)


@click.command("export", short_help="Write a round as a file to code away from the case.")
@click.argument("name", metavar="ROUND")
@click.option("--by", "author", metavar="NAME", help=BY)
@click.pass_context
def export(ctx: click.Context, name: str, author: str | None) -> None:
    """Writes the reports of ROUND in the codebook's exchange form, one JSON object a line, with their texts. Each find
    to judge has a `coding`: write accept, reject or correct as its `verdict`, and change what should say otherwise in
    the find itself. Your own codes stand in it; nobody else's do."""
    from accordingto.casebook import coded_reading
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.looked_over import coders_form

    coder = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        state = case.coding.round(name)
        state.check_open_to(coder)
        items = case.coding.items(name, coder)
    for some in _by_reading(items):
        own = [(item.sampled, code) for item in some.values() for code in item.codes if code.coder == coder]
        reading = coded_reading(next(iter(some.values())).reading, own)
        write_lines([coders_form(state.round, reading, some, coder)])


def _by_reading(items: "tuple[CodedItem, ...]") -> "list[dict[Any, CodedItem]]":
    """The items of each reading by their kind and number."""
    found: dict[str, dict[Any, CodedItem]] = {}
    for one in items:
        found.setdefault(one.sampled.reading_id, {})[one.sampled.item.kind, one.sampled.number] = one
    return list(found.values())


@click.command("import", short_help="Bring back what you coded away from the case.")
@click.argument("name", metavar="ROUND")
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, dir_okay=False, path_type=Path))
@click.option("--by", "author", metavar="NAME", help=BY)
@click.pass_context
def import_file(ctx: click.Context, name: str, file: Path, author: str | None) -> None:
    """Takes your codes of ROUND from FILE (- for standard input): all of them, or none where one cannot be. Finds
    without a verdict are left as they are."""
    from accordingto.casebook import said_in_lines

    lines = _lines(file)
    coder = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        said = said_in_lines(lines, case.coding.items(name, coder))
        case.coding.code_all(name, said, coder, at=_now())
        state = case.coding.round(name)
    click.echo(f"{len(said)} coded; {state.coded.get(coder, 0)} of {len(state.round.items)} are.")


def _lines(file: Path) -> list[str]:
    if str(file) == "-":
        return sys.stdin.read().splitlines()
    try:
        return file.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        from accordingto.errors import UnreadableFile

        raise UnreadableFile(f"{file} cannot be read as text: {error}") from error


@click.command("adjudicate", short_help="Decide where coders differ.")
@click.argument("name", metavar="ROUND")
@click.argument("words", metavar="ITEM [accept|reject|correct FIELD=VALUE...]", nargs=-1, required=True)
@click.option("--take", metavar="CODER", help="Take over the answer of this coder.")
@click.option("--own", is_flag=True, help="You coded in this round yourself, and decide all the same.")
@decision_options
@click.pass_context
def adjudicate(
    ctx: click.Context,
    name: str,
    words: tuple[str, ...],
    take: str | None,
    own: bool,
    author: str | None,
    reason: str,
) -> None:
    """Decides about ITEM of ROUND, as `coding show ROUND --different` lists it: takes one coder's answer over, or gives
    a third. The result is a review at once."""
    from accordingto.show.codings import code_words

    item, *said = words
    if bool(take) == bool(said):
        raise click.UsageError(
            "say whose answer holds (--take CODER), or give another: accept, reject, correct FIELD=VALUE"
        )
    who = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        coded = case.coding.item(name, item, who)
        values = _values(coded, said[1:])
        verdict = said[0] if said else None
        code = case.coding.adjudicate(
            name, item, who, reason, at=_now(), pick=take, verdict=verdict, values=values, own=own
        )
    click.echo(f"{code.coder} decides: {code_words(coded, code)} [code {code.spoken}]")


def _values(coded: "CodedItem", pairs: list[str]) -> "Mapping[str, Any]":
    from accordingto.casebook import value_asked

    parted = [pair.partition("=") for pair in pairs]
    if wrong := [field + equals for field, equals, _ in parted if not equals]:
        raise click.UsageError(f"write FIELD=VALUE, not {wrong[0]!r}")
    return {field: value_asked(coded.find(), field, text) for field, _, text in parted}


@click.command("undo", short_help="Take a code, an adjudication or all reviews of a round back.")
@click.argument("name", metavar="ROUND")
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--applied", is_flag=True, help="Every review that came of the round.")
@decision_options
@click.pass_context
def undo(ctx: click.Context, name: str, code: str | None, applied: bool, author: str | None, reason: str) -> None:
    """Takes back CODE of ROUND: your own while you code, an adjudication with its reviews at any time. With --applied,
    every review that came of the round."""
    if bool(code) == applied:
        raise click.UsageError("name a CODE, or ask for --applied")
    who = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        if code:
            case.coding.undo(name, code, who, reason, at=_now())
            click.echo("Taken back.")
        else:
            click.echo(f"{len(case.coding.take_back(name, who, reason, at=_now()))} reviews taken back.")


@click.command("codes", short_help="Write codes and adjudications, one a line.")
@click.argument("name", metavar="ROUND")
@click.option("--by", "author", metavar="NAME", help=BY)
@format_option("jsonl", "csv", default="jsonl")
@click.pass_context
def codes(ctx: click.Context, name: str, author: str | None, form: str) -> None:
    """Writes every code of ROUND that you may see, adjudications and those taken back among them, in the order made."""
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.looked_over import code_form, code_rows
    from accordingto.show.export.tables import csv_text

    who = who_decides(ctx.obj, author)
    with open_named_case(ctx.obj.case) as case:
        made, items = case.coding.codes(name, who), case.coding.items(name, who)
    if form == "csv":
        click.echo(csv_text(code_rows({item.sampled.item.id: item for item in items}, made)), nl=False)
        return
    write_lines(code_form(code) for code in made)


@click.command("training", short_help="Write the answers of a round as training data.")
@click.argument("name", metavar="ROUND")
@click.option("--by", "author", metavar="NAME", help=BY)
@click.pass_context
def training(ctx: click.Context, name: str, author: str | None) -> None:
    """Writes the reports of ROUND in the codebook's exchange form with the values that hold in the end: agreed or
    adjudicated. Under `coding` each find of the round has its answer and every code; rejected ones stay in their place
    and say so."""
    from accordingto.casebook import coded_reading
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.looked_over import coded_form

    with open_named_case(ctx.obj.case) as case:
        state = case.coding.round(name)
        state.check_seen()
        items = case.coding.items(name, who_decides(ctx.obj, author))
    for some in _by_reading(items):
        answers = [(item.sampled, item.answer) for item in some.values() if item.answer]
        write_lines([coded_form(state.round, coded_reading(next(iter(some.values())).reading, answers), some)])


VERBS = (export, import_file, adjudicate, undo, codes, training)
