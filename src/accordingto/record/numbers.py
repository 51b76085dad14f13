"""How much a case holds, which reports came last, and when the last was published."""

from sqlalchemy import Connection, func, select

from accordingto.record.reports import report_of_row
from accordingto.record.tables import asked, reports, summaries
from accordingto.terms.reports import Report
from accordingto.terms.summaries import CaseNumbers


def case_numbers(record: Connection) -> CaseNumbers:
    """The numbers of the case."""
    counted, passing = select(func.count()), summaries.c.passing.is_(True)
    of_reports = record.execute(counted.select_from(reports)).scalar_one()
    read = record.execute(counted.select_from(asked)).scalar_one()
    finds = record.execute(select(func.coalesce(func.sum(asked.c.finds), 0))).scalar_one()
    found = record.execute(counted.select_from(summaries)).scalar_one()
    mentioned = record.execute(counted.select_from(summaries).where(passing)).scalar_one()
    return CaseNumbers(of_reports, of_reports - read, found - mentioned, mentioned, finds)


def newest_reports(record: Connection, most: int) -> tuple[Report, ...]:
    """The reports that came in last, the last first."""
    rows = record.execute(select(reports).order_by(reports.c.seq.desc()).limit(most))
    return tuple(report_of_row(row) for row in rows)


def latest_report(record: Connection) -> Report | None:
    """Of the reports that were read, the one that is known to speak last."""
    last = select(asked.c.report).where(asked.c.moment.is_not(None)).order_by(asked.c.moment.desc(), asked.c.report)
    row = record.execute(select(reports).where(reports.c.seq == last.limit(1).scalar_subquery())).one_or_none()
    return report_of_row(row) if row else None
