"""What became of announcements, as the catalogue has it: by standing at a moment, and of the reports of an incident."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, case, func, or_, select

from accordingto.record.asked import moment_key
from accordingto.record.reports import batches
from accordingto.record.rows import from_json
from accordingto.record.tables import outcomes
from accordingto.terms.findings import Outcome, OutcomeKind
from accordingto.terms.summaries import Stretch

OF = outcomes.c


def list_promises(
    record: Connection, kinds: Iterable[OutcomeKind], now: datetime | None, start: int, most: int
) -> Stretch[tuple[Outcome, ...]]:
    """The promises of which this became by now, each with all who print it, the first printed first."""
    standing = _standing(now)
    asked = or_(*(_stands(kind, now) for kind in kinds))
    by_promise = select(OF.promise, standing.label("standing"), func.min(OF.printed).label("printed")).where(asked)
    found = by_promise.group_by(OF.promise, standing).subquery()
    rows = record.execute(select(found).order_by(found.c.printed).offset(start).limit(most)).all()
    total = record.execute(select(func.count()).select_from(found)).scalar_one()
    return Stretch(_families(record, [(row.promise, row.standing) for row in rows], now), total)


def _standing(now: datetime | None) -> ColumnElement[Any]:
    late = moment_key(now)
    return case((OF.late_from < late, OutcomeKind.OVERDUE.value), else_=OF.kind) if late else OF.kind


def _stands(kind: OutcomeKind, now: datetime | None) -> ColumnElement[bool]:
    """Whether this became of it by now; what waits has no news, and is overdue once its moment has passed."""
    late, waits = moment_key(now), OF.kind == OutcomeKind.WAITING.value
    match kind:
        case OutcomeKind.OVERDUE:
            return and_(waits, OF.late_from < (late or ""))
        case OutcomeKind.WAITING:
            return and_(waits, or_(OF.late_from.is_(None), OF.late_from >= (late or "")))
        case _:
            return OF.kind == kind.value


def _families(
    record: Connection, wanted: Sequence[tuple[str, str]], now: datetime | None
) -> tuple[tuple[Outcome, ...], ...]:
    rows = sorted(_with(record, OF.promise, {promise for promise, _ in wanted}), key=lambda row: row.printed)
    found: dict[tuple[str, str], list[Outcome]] = {}
    for row in rows:
        outcome = _outcome(row, now)
        found.setdefault((row.promise, outcome.kind.value), []).append(outcome)
    return tuple(tuple(found[key]) for key in wanted)


def list_outcomes(record: Connection, report_ids: Collection[str], now: datetime | None) -> tuple[Outcome, ...]:
    """What became by now of what these reports announce, wherever it is printed, in order of report and number."""
    promises = {row.promise for row in _with(record, OF.report, report_ids)}
    rows = sorted(_with(record, OF.promise, promises), key=lambda row: (row.report, row.number))
    return tuple(_outcome(row, now) for row in rows)


def _with(record: Connection, column: Any, keys: Collection[str]) -> list[Row[Any]]:
    question = BY_REPORT if column is OF.report else BY_PROMISE
    return [row for some in batches(keys) for row in record.execute(question, {"keys": some})]


BY_REPORT, BY_PROMISE = (
    select(outcomes).where(column.in_(bindparam("keys", expanding=True))) for column in (OF.report, OF.promise)
)


def _outcome(row: Row[Any], now: datetime | None) -> Outcome:
    outcome, late = from_json(Outcome, row.noun), moment_key(now)
    if late is None or row.late_from is None or row.late_from >= late:
        return outcome
    return replace(outcome, kind=OutcomeKind.OVERDUE, why=row.overdue)
