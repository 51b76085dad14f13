"""Tables of reports: a row, a JSON line or a CSV record becomes a Report, or a named error that says which and why."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from accordingto.errors import BadDate, BrokenLine, EmptyReport, InputError, UnknownFormat
from accordingto.ingest.datelines import find_dateline, parse_day
from accordingto.ingest.normalise import mend, replace_halves
from accordingto.terms.reports import UNKNOWN_OUTLET, Report
from accordingto.terms.spans import Span

COLUMNS = ("id", "outlet", "published", "title", "text")
csv.field_size_limit(2**31 - 1)  # a report is often longer than the standard 131072 characters


def report_of_row(
    row: Mapping[str, Any],
    *,
    outlet: str | None = None,
    published: str | None = None,
    where: str = "row",
    notes: tuple[str, ...] = (),
) -> Report:
    """The report of a row of id, outlet, published, title and text; `outlet`, `published` serve where it is silent."""
    (title, text), mended = mend(_words(row, "title", where), _words(row, "text", where))
    if not text.strip():
        raise EmptyReport(f"{where}: the text is empty; give the report's words in `text` or leave the row out")
    when = parse_published(row.get("published") or published, where=where)
    line = find_dateline(text, when.date() if isinstance(when, datetime) else when)
    begins = len(title) + 2  # the body is title, empty line, text
    return Report.of(
        title=title,
        text=text,
        outlet=replace_halves(str(row.get("outlet") or outlet or UNKNOWN_OUTLET)),
        published=when,
        ref=replace_halves(str(row["id"])) if row.get("id") not in (None, "") else None,
        dateline=Span(begins + line.start, begins + line.end) if line else None,
        written=line.day if line else None,
        notes=tuple(dict.fromkeys((*notes, *mended))),
    )


def parse_published(value: object, *, where: str) -> date | datetime | None:
    """A day or a moment with its zone; None for nothing. BadDate for what is neither."""
    words = str(value or "").strip()
    if not words:
        return None
    if day := parse_day(words):
        return day
    try:
        moment = datetime.fromisoformat(words)
    except ValueError as error:
        raise BadDate(
            f"{where}: {words!r} is no day of publication; write it as 2016-12-13 or 2016-12-13T18:30:00+02:00"
        ) from error
    return moment if moment.tzinfo else moment.date()  # a clock without a zone names no moment


def read_jsonl(
    content: str, *, where: str, outlet: str | None, published: str | None, notes: tuple[str, ...] = ()
) -> Iterator[Report | InputError]:
    """A report or an error for every line that is not blank."""
    for number, line in enumerate(content.split("\n"), 1):
        if line.strip():
            place = f"{where}, line {number}"
            try:
                row = _json_row(line, place)
                yield report_of_row(row, outlet=outlet, published=published, where=place, notes=notes)
            except InputError as error:
                yield error


def read_csv(
    content: str,
    *,
    where: str,
    outlet: str | None,
    published: str | None,
    columns: Mapping[str, str] | None = None,
    notes: tuple[str, ...] = (),
) -> Iterator[Report | InputError]:
    """A report or an error for every record. `columns` maps our names to the file's: {"text": "body"}."""
    records = csv.DictReader(io.StringIO(content), dialect=_dialect(content), strict=True)
    try:
        mapping = _mapping(records.fieldnames or (), columns or {}, where)
        for record in records:
            yield _csv_report(record, mapping, f"{where}, line {records.line_num}", outlet, published, notes)
    except csv.Error as error:
        yield BrokenLine(f"{where}, line {records.line_num}: {error}; check the quotation marks of that record")
    except UnknownFormat as error:
        yield error


def _words(row: Mapping[str, Any], key: str, where: str) -> str:
    value = row.get(key)
    if value is None and key == "text":
        raise BrokenLine(f"{where}: there is no `text`; a row has id, outlet, published, title and text")
    if value is not None and not isinstance(value, str):
        raise BrokenLine(f"{where}: `{key}` is {type(value).__name__}, not text; put it in quotation marks")
    return value or ""


def _json_row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BrokenLine(f"{where}: not JSON ({error}); a line holds one object with title and text") from error
    if not isinstance(row, dict):
        raise BrokenLine(f"{where}: {type(row).__name__} instead of an object; a line holds one object")
    return row


def _dialect(content: str) -> type[csv.Dialect]:
    header = content.split("\n", 1)[0]

    class Table(csv.excel):
        delimiter = max(",;\t", key=header.count)

    return Table


def _mapping(names: Any, columns: Mapping[str, str], where: str) -> dict[str, str]:
    if strange := sorted(set(columns) - set(COLUMNS)):
        raise UnknownFormat(f"{where}: no column of ours is called {strange[0]!r}; ours are {', '.join(COLUMNS)}")
    mapping = {ours: columns.get(ours, ours) for ours in COLUMNS}
    for ours in (*columns, "text"):
        if mapping[ours] not in names:
            raise UnknownFormat(
                f"{where}: there is no column {mapping[ours]!r} for {ours}; it has {', '.join(map(str, names))}; "
                f"name the right one with --column {ours}=HEADER"
            )
    return mapping


def _csv_report(
    record: Mapping[str | None, Any],
    mapping: Mapping[str, str],
    where: str,
    outlet: str | None,
    published: str | None,
    notes: tuple[str, ...],
) -> Report | InputError:
    row = {ours: record.get(theirs) for ours, theirs in mapping.items()}
    try:
        if None in record:
            raise BrokenLine(f"{where}: more fields than the header names; check the commas and quotation marks")
        return report_of_row(row, outlet=outlet, published=published, where=where, notes=notes)
    except InputError as error:
        return error
