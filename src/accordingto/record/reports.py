"""Reports in the record: each text once, in the order they came in, found by any of its names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, String, Table, bindparam, func, insert, select

from accordingto.errors import NothingFound
from accordingto.record.moments import held_by
from accordingto.record.rows import from_json, to_json
from accordingto.record.search import index_reports, search_words
from accordingto.record.statements import find_rows
from accordingto.record.tables import refs, reports
from accordingto.terms.ids import speakable
from accordingto.terms.reports import Report

Key = TypeVar("Key", str, int)

AT_ONCE = 500  # ids in one question: far below what any engine takes
OWN_COLUMNS = ("outlet", "published", "title", "text", "ref")
WHOLE = ("id", *OWN_COLUMNS, "noun")


def keep_reports(record: Connection, found: Sequence[Report]) -> frozenset[str]:
    """Every report is in the case; the ids of those that were not before. A report under a second ref keeps both."""
    before = seqs_of(record, reports, [report.id for report in found])
    fresh = {report.id: report for report in reversed(found) if report.id not in before}
    in_order = [report for report in found if fresh.get(report.id) is report]
    if in_order:
        record.execute(insert(reports), [_row(report) for report in in_order])
    after = seqs_of(record, reports, [report.id for report in found])
    index_reports(record, [(after[report.id], report.body) for report in in_order])
    _keep_refs(record, {(report.ref, after[report.id]) for report in found if report.ref})
    return frozenset(fresh)


def seqs_of(record: Connection, table: Table, ids: Sequence[str]) -> dict[str, int]:
    """The `seq` of those rows of the table that have one of these ids."""
    found: dict[str, int] = {}
    for some in batches(ids):
        rows = record.execute(select(table.c.id, table.c.seq).where(table.c.id.in_(some)))
        found.update((row.id, row.seq) for row in rows)
    return found


def names_of(record: Connection, report_ids: Collection[str]) -> dict[str, str]:
    """What these reports are called in the case, by id."""
    return {row[0]: row[1] or row[2] for row in find_rows(record, reports.c.id, report_ids, ("id", "ref", "name"))}


def batches(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """The keys in lists short enough for one question."""
    left = iter(keys)
    while some := list(islice(left, AT_ONCE)):
        yield some


def _row(report: Report) -> dict[str, Any]:
    noun = to_json(report)
    own = {name: noun.pop(name, None) for name in OWN_COLUMNS}
    return {"id": noun.pop("id"), "name": speakable(report.id), **own, "noun": noun}


def _keep_refs(record: Connection, pairs: set[tuple[str, int]]) -> None:
    have: set[tuple[str, int]] = set()
    for some in batches({ref for ref, _ in pairs}):
        have.update((row.ref, row.report) for row in record.execute(select(refs).where(refs.c.ref.in_(some))))
    new = [{"ref": ref, "report": seq} for ref, seq in sorted(pairs - have)]
    if new:
        record.execute(insert(refs), new)


def load_reports(record: Connection, until: datetime | None = None) -> tuple[Report, ...]:
    """Every report, or those that were in the case by then, in the order they came in."""
    question = select(reports).where(held_by(reports, until)).order_by(reports.c.seq)
    return tuple(report_of_row(row) for row in record.execute(question))


def report_of_row(row: Row[Any]) -> Report:
    """The report of one row of its table."""
    return from_json(Report, {"id": row.id, **{name: getattr(row, name) for name in OWN_COLUMNS}, **row.noun})


def load_reports_at(record: Connection, seqs: Collection[int]) -> dict[int, Report]:
    """The reports under these numbers."""
    return {seq: _report(row) for seq, *row in find_rows(record, reports.c.seq, seqs, ("seq", *WHOLE))}


def load_reports_of(record: Connection, report_ids: Collection[str]) -> dict[str, Report]:
    """The reports of these ids, by id."""
    return {row[0]: _report(row) for row in find_rows(record, reports.c.id, report_ids, WHOLE)}


def _report(row: Sequence[Any]) -> Report:
    *own, noun = row
    return from_json(Report, {**dict(zip(WHOLE, own, strict=False)), **noun})


def search_reports(record: Connection, words: str, limit: int) -> tuple[tuple[Report, int, int, str], ...]:
    """Reports with all of the words, best first, each with where the first stands and the words around it."""
    found = search_words(record, words, limit)
    by_seq = load_reports_at(record, [one.seq for one in found])
    return tuple((by_seq[one.seq], one.start, one.end, one.snippet) for one in found)


def find_report(record: Connection, asked: str) -> Report:
    """The one report under an id, a ref, a speakable name or the start of an id, tried in this order."""
    for question in QUESTIONS if asked else ():
        rows = record.execute(question, {"asked": asked}).all()
        if len(rows) > 1:
            names = ", ".join(row.id[:12] for row in rows[:5])
            raise NothingFound(f"{len(rows)} reports go by {asked!r} ({names} ...); give more of the id")
        if rows:
            return report_of_row(rows[0])
    raise NothingFound(f"no report goes by {asked!r}; list them with `reports`, or ingest it first")


AFTER = "~"  # what no id goes on with comes before it
ASKED: ColumnElement[str] = bindparam("asked", type_=String)
QUESTIONS = tuple(
    question.order_by(reports.c.seq)
    for question in (
        select(reports).where(reports.c.id == ASKED),
        select(reports).join(refs, refs.c.report == reports.c.seq).where(refs.c.ref == ASKED),
        select(reports).where(reports.c.name == ASKED),
        select(reports).where(reports.c.id >= func.lower(ASKED), reports.c.id < func.lower(ASKED) + AFTER),
    )
)
