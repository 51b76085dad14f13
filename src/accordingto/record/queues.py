"""Where finds to be looked over are: the reports on whose finds most hangs, some at a time."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, exists, or_, select, true

from accordingto.record.reports import batches
from accordingto.record.tables import accounts, asked, blame, contested, figures, summaries

READ = asked.c


def reports_with_sides(record: Connection, after: str, most: int) -> list[str]:
    """Reports with words on a side of a contradiction, in order of id, from the first after this one on."""
    return _some(record, _inside(contested.c.report), after, most)


def reports_of_disputed(record: Connection, after: str, most: int) -> list[str]:
    """Reports that tell of an incident of which something is disputed."""
    told = accounts.join(summaries, accounts.c.incident == summaries.c.incident)
    disputed = select(accounts.c.report).select_from(told).where(summaries.c.contested.is_(True))
    return _some(record, READ.id.in_(disputed), after, most)


def reports_with_harm(record: Connection, after: str, most: int) -> list[str]:
    """Reports that count people or hold somebody responsible."""
    counts = (exists().where(table.c.reading == READ.reading) for table in (figures, blame))
    return _some(record, or_(*counts), after, most)


def reports_read(record: Connection, after: str, most: int) -> list[str]:
    """Reports that were read."""
    return _some(record, true(), after, most)


def _inside(column: ColumnElement[str]) -> ColumnElement[bool]:
    return READ.id.in_(select(column))


def _some(record: Connection, where: ColumnElement[bool], after: str, most: int) -> list[str]:
    chosen = select(READ.id).where(READ.id > after, where).order_by(READ.id).limit(most)
    return list(record.execute(chosen).scalars())


def incidents_at(record: Connection, report_ids: Collection[str]) -> set[str]:
    """The incidents that these reports tell of, or have words in a contradiction of."""
    found: set[str] = set()
    for some in batches(report_ids):
        for table in (accounts, contested):
            found.update(record.execute(select(table.c.incident).where(table.c.report.in_(some))).scalars())
    return found
