"""Files: a folder, a plain text, a JSONL, a CSV or standard input, each turned into reports.

What cannot be read is yielded as an error that says file, line and remedy, so that everything else goes through.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from accordingto.errors import EmptyReport, InputError, UnknownFormat, UnreadableFile
from accordingto.ingest.normalise import decode
from accordingto.ingest.tables import read_csv, read_jsonl, report_of_row
from accordingto.terms.reports import Report

STANDARD_INPUT = "-"
TEXT, LINES, TABLE = (".txt", ".text"), (".jsonl", ".ndjson"), (".csv", ".tsv")
Found = Iterator[Report | InputError]


def load_reports(
    path: str | Path,
    *,
    outlet: str | None = None,
    published: str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Found:
    """Every report of a file, of the files of a folder in order of name, or of standard input ("-")."""
    if str(path) == STANDARD_INPUT:
        yield from _from_bytes(sys.stdin.buffer.read(), "standard input", "", outlet, published, columns)
        return
    try:
        for file in _files(Path(path)):
            yield from _from_file(file, outlet, published, columns)
    except InputError as error:
        yield error


def read_file(data: bytes, *, name: str, outlet: str | None = None, published: str | None = None) -> Found:
    """Every report of a file that is at hand already; its name says what kind it is."""
    yield from _from_bytes(data, name, Path(name).suffix.lower() or TEXT[0], outlet, published, None)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        found = sorted(
            file for file in path.iterdir() if file.suffix.lower() in TEXT + LINES + TABLE and file.is_file()
        )
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}; check that the folder may be read") from error
    if not found:
        raise UnknownFormat(f"{path}: no .txt, .jsonl or .csv in this folder; put the reports there or name the file")
    return found


def _is_readable(file: Path) -> bool:
    return file.suffix.lower() in TEXT + LINES + TABLE and file.is_file()


def _from_file(path: Path, outlet: str | None, published: str | None, columns: Mapping[str, str] | None) -> Found:
    try:
        data = path.read_bytes()
    except OSError as error:
        yield UnreadableFile(f"{path}: {error.strerror or error}; check the name and that the file may be read")
        return
    yield from _from_bytes(data, str(path), path.suffix.lower(), outlet, published, columns)


def _from_bytes(
    data: bytes,
    where: str,
    suffix: str,
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str] | None,
) -> Found:
    try:
        content, notes = decode(data, where=where)
        if not content.strip():
            raise EmptyReport(f"{where}: there is nothing in it; leave it out or give it the report's words")
        if suffix in LINES or (not suffix and content.lstrip().startswith("{")):
            yield from read_jsonl(content, where=where, outlet=outlet, published=published, notes=notes)
        elif suffix in TABLE:
            yield from read_csv(content, where=where, outlet=outlet, published=published, columns=columns, notes=notes)
        elif suffix in (*TEXT, ""):
            yield _plain_report(content, where, outlet, published, notes)
        else:
            raise UnknownFormat(f"{where}: no reader for {suffix}; give plain text (.txt), .jsonl or .csv")
    except InputError as error:
        yield error


def _plain_report(
    content: str, where: str, outlet: str | None, published: str | None, notes: tuple[str, ...]
) -> Report:
    """The first line that is not blank is the title, what follows it the text; a single line is text alone."""
    title, _, text = content.strip().partition("\n")
    row = {"title": title.rstrip(), "text": text.strip()} if text.strip() else {"text": title}
    return report_of_row(row, outlet=outlet, published=published, where=where, notes=notes)
