"""`accordingto read`: what reports say, without a case; or the unread reports of a case."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from accordingto.cli.cases import cast_in_force, layers_folder, open_named_case
from accordingto.cli.faults import tell_refused
from accordingto.cli.options import format_option, input_options, now_option, workers_option

if TYPE_CHECKING:
    from accordingto.casebook import Casebook, ReadDone
    from accordingto.read.reader import Reader
    from accordingto.settings import Settings
    from accordingto.terms.reports import Report

HELP = """Shows what reports say: who said what and through whom, how many, what happened, who is blamed, what is
announced and what became of it, and what is disputed inside each report.

REPORT is a .txt file (its first line is the title), a .jsonl or .csv table, a folder of these, or - for standard input.
Nothing is kept; where --case names a case, its cast says who is who. Without REPORT, and with --case, reads what the
case has not read yet and keeps it.

\b
Examples:
  accordingto read report.txt --outlet "Sky News" --published 2016-12-13
  accordingto read reports/ --format jsonl > readings.jsonl
  accordingto --case aleppo.db read
"""


@click.command(name="read", help=HELP, short_help="Show what reports say; or read what a case has not read yet.")
@click.argument("inputs", metavar="[REPORT]...", nargs=-1)
@input_options
@format_option("text", "jsonl", default="text")
@now_option
@workers_option
@click.pass_context
def command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str],
    form: str,
    now: datetime,
    workers: int | None,
) -> None:
    if inputs:
        ctx.exit(_read_files(inputs, outlet or ctx.obj.outlet, published, columns, form, now, ctx.obj))
    if ctx.obj.case is None:
        raise click.UsageError("read what? Name a file, a folder or - for standard input; or a case: --case aleppo.db")
    with open_named_case(ctx.obj.case) as case:
        click.echo(read_words(read_with_progress(case, workers or ctx.obj.workers, layers_folder(ctx.obj))))


def _read_files(
    inputs: tuple[str, ...],
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str],
    form: str,
    now: datetime,
    settings: "Settings",
) -> int:
    from accordingto.casebook import load_inputs, load_reader

    loaded = load_inputs(*inputs, outlet=outlet, published=published, columns=columns)
    if loaded.new:
        reader = load_reader(layers_folder(settings), cast_in_force(settings.case))
        if form == "jsonl":
            _write_readings(loaded.new, reader)
        else:
            _show_readings(loaded.new, now, reader)
    code = tell_refused(loaded.refused)
    if loaded.known:
        click.echo(f"{len(loaded.known)} came twice and stand once above.", err=True)
    return code


def _write_readings(reports: "tuple[Report, ...]", reader: "Reader") -> None:
    """The exchange form, a line as soon as it is read: no comparing, so a large folder needs little memory."""
    from accordingto.cli.screens import write_lines
    from accordingto.show.export.exchange import exchange_form

    write_lines(exchange_form(reader.read(report)) for report in reports)


def _show_readings(reports: "tuple[Report, ...]", now: datetime, reader: "Reader") -> None:
    from accordingto.casebook import look
    from accordingto.cli.screens import show
    from accordingto.show.terminal.readings import across_view, reading_view

    readings, comparison = look(reports, reader=reader, now=now)
    for reading in readings:
        show(reading_view(reading, comparison))
    if across := across_view(comparison, {reading.report.id: reading for reading in readings}):
        show(across)


def read_with_progress(case: "Casebook", workers: int, layers: Path) -> "ReadDone":
    """What reading the case's unread reports did, with a bar on a terminal while it runs."""
    from accordingto.cli.progress import bar

    with bar("reading") as advance:
        return case.read(workers=workers, on_progress=advance, layers=layers)


def read_words(done: "ReadDone") -> str:
    """What was read, what was skipped, and by whom."""
    from accordingto.show.phrases import counted

    skipped = f"; {counted(done.skipped, 'report')} skipped, read before by the same reader" if done.skipped else ""
    return f"{counted(done.new, 'report')} read by {done.reader}{skipped}."
