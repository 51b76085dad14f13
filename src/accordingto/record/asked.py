"""What is asked of each report: its reading, what is in it, and who speaks there. Kept up when another is chosen."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, delete, func, literal, select, union_all

from accordingto.record.reports import batches
from accordingto.record.rows import spoken_in
from accordingto.record.statements import add_rows, find_rows
from accordingto.record.tables import (
    announcements,
    asked,
    blame,
    choices,
    entities,
    events,
    figures,
    readings,
    reports,
    spoken,
    statements,
    voices,
)

FOUND = (statements, events, figures, blame, announcements)  # the lists whose nouns people look over


def keep_asked(record: Connection, report_seqs: Collection[int]) -> None:
    """What is asked of these reports is the reading chosen last, in `asked`, `spoken` and `voices`."""
    for some in batches(report_seqs):
        seqs = _chosen(record, some)
        before = record.execute(select(spoken).where(spoken.c.report.in_(some))).all()
        record.execute(delete(spoken).where(spoken.c.report.in_(some)))
        record.execute(delete(asked).where(asked.c.report.in_(some)))
        now = _spoken(record, seqs)
        add_rows(record, asked, _asked(record, seqs))
        add_rows(record, spoken, now)
        _recount(record, before, now)


def _chosen(record: Connection, report_seqs: Collection[int]) -> dict[int, int]:
    """The reading chosen last of each of these reports, by report."""
    of_report = choices.join(readings, choices.c.reading == readings.c.seq)
    last = select(func.max(choices.c.seq)).select_from(of_report).where(readings.c.report.in_(report_seqs))
    chosen = select(readings.c.report, readings.c.seq).select_from(of_report)
    rows = record.execute(chosen.where(choices.c.seq.in_(last.group_by(readings.c.report))))
    return {row.report: row.seq for row in rows}


def _asked(record: Connection, seqs: Mapping[int, int]) -> list[dict[str, Any]]:
    found = _counts(record, list(seqs.values()))
    told = select(reports.c.seq, reports.c.id, reports.c.published, reports.c.noun).where(reports.c.seq.in_(seqs))
    return [
        {
            "report": row.seq,
            "id": row.id,
            "reading": seqs[row.seq],
            "finds": found[seqs[row.seq]],
            "moment": moment_key(spoken_in(row.published, row.noun)),
        }
        for row in record.execute(told)
    ]


def moment_key(when: date | datetime | None) -> str | None:
    """A moment, or the first one of a day, as words that can be compared; in UTC where no zone is told."""
    if when is None:
        return None
    moment = when if isinstance(when, datetime) else datetime.combine(when, time())
    shared = moment.astimezone(UTC) if moment.tzinfo else moment
    return shared.replace(tzinfo=None).isoformat(timespec="microseconds")


def _counts(record: Connection, seqs: Collection[int]) -> Counter[int]:
    """How many finds each of these readings has."""
    numbers = union_all(
        *(
            select(table.c.reading, func.count().label("number"), literal(table.name))
            .where(table.c.reading.in_(seqs))
            .group_by(table.c.reading)
            for table in FOUND
        )
    )
    found: Counter[int] = Counter()
    for row in record.execute(numbers):
        found[row.reading] += row.number
    return found


def _spoken(record: Connection, seqs: Mapping[int, int]) -> list[dict[str, Any]]:
    """Every statement of a named voice in these readings."""
    report_of = {reading: report for report, reading in seqs.items()}
    named = select(entities.c.reading, entities.c.idx, entities.c.key, entities.c.name).where(
        entities.c.reading.in_(report_of), entities.c.key.is_not(None), entities.c.key != ""
    )
    names = {(row.reading, row.idx): (row.key, row.name) for row in record.execute(named)}
    said = select(statements.c.reading, statements.c.idx, statements.c.entity, statements.c.noun).where(
        statements.c.reading.in_(report_of), statements.c.entity.is_not(None)
    )
    rows = ((row, names.get((row.reading, row.entity))) for row in record.execute(said))
    return [
        {
            "report": report_of[row.reading],
            "idx": row.idx,
            "key": told[0],
            "entity": row.entity,
            "name": told[1],
            "spans": row.noun["content"]["spans"],
        }
        for row, told in rows
        if told
    ]


def _recount(record: Connection, before: Iterable[Any], now: Iterable[Mapping[str, Any]]) -> None:
    """The rows of the voices that speak, or spoke, in the reports whose statements changed from `before` to `now`."""
    said: Counter[str] = Counter()
    where: Counter[str] = Counter()
    for sign, pairs in ((-1, [(r.key, r.report) for r in before]), (1, [(r["key"], r["report"]) for r in now])):
        for key, _ in pairs:
            said[key] += sign
        for key, _ in set(pairs):
            where[key] += sign
    named: defaultdict[str, list[tuple[str, int, int, int]]] = defaultdict(list)
    for row in now:
        named[row["key"]].append((row["name"], row["report"], row["idx"], row["entity"]))
    gone = {(row.key, row.report) for row in before}
    for some in batches(said.keys()):
        known = {row.key: row for row in record.execute(select(voices).where(voices.c.key.in_(some)))}
        record.execute(delete(voices).where(voices.c.key.in_(some)))
        rows = [_voice(record, key, known.get(key), said[key], where[key], named[key], gone) for key in some]
        add_rows(record, voices, [row for row in rows if row["statements"]])


def _voice(
    record: Connection,
    key: str,
    known: Any,
    said: int,
    where: int,
    named: Collection[tuple[str, int, int, int]],
    gone: Collection[tuple[str, int]],
) -> dict[str, Any]:
    """The row of a voice; where what gave its fullest name is gone, that is looked for among all its statements."""
    total = (known.statements if known else 0) + said
    if known and (key, known.report) in gone:
        asked_names = select(spoken.c.name, spoken.c.report, spoken.c.idx, spoken.c.entity)
        named = [tuple(row) for row in record.execute(asked_names.where(spoken.c.key == key))]
    elif known:
        named = [*named, (known.name, known.report, -1, known.entity)]
    name, report, _, entity = max(named, key=_fullness, default=("", 0, 0, 0))
    return {
        "key": key,
        "name": name,
        "folded": " ".join(name.split()).casefold(),
        "statements": total,
        "reports": (known.reports if known else 0) + where,
        "report": report,
        "entity": entity,
    }


def _fullness(named: tuple[str, int, int, int]) -> tuple[int, str, int, int]:
    """The longest name; of those as long the last in the alphabet, and the first that stands so in the case."""
    name, report, idx, _ = named
    return len(name), name, -report, -idx


def seqs_asked(record: Connection, report_ids: Collection[str]) -> dict[str, int]:
    """The reading asked of each of these reports, by the report's id, in the order of the reports."""
    rows = find_rows(record, asked.c.id, report_ids, ("report", "reading", "id"))
    return {name: seq for _, seq, name in sorted(map(tuple, rows))}
