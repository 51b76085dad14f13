"""A ledger that notes of which reports the announcements or the news have changed, and keeps what became of them."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, select

from accordingto.record.asked import moment_key
from accordingto.record.ledgers import RecordLedger
from accordingto.record.reports import batches
from accordingto.record.rows import to_json
from accordingto.record.tables import hints, outcomes, pages
from accordingto.terms.findings import OutcomeKind
from accordingto.terms.prospects import Prospect

DUES = "dues"  # the kind of page that tells of announcements


class FollowedLedger(RecordLedger):
    """A ledger of the record. `moved` are the numbers of the reports whose page of announcements has changed."""

    def __init__(self, record: Connection) -> None:
        super().__init__(record)
        self.moved: set[int] = set()

    def keep_pages(self, kind: str, kept: Mapping[int, str]) -> None:
        if kind == DUES:
            known, before = self.pages(kind, kept), frozenset(self.moved)
            super().keep_pages(kind, kept)
            self.moved = {*before, *(number for number, text in kept.items() if known.get(number) != text)}
        else:
            super().keep_pages(kind, kept)

    def drop_pages(self, kind: str, reports_: Collection[int]) -> None:
        if kind == DUES and self.pages(kind, reports_):
            self.moved.update(reports_)
        super().drop_pages(kind, reports_)

    def all_moved(self) -> set[int]:
        """Every report that there is a page of: nothing has been followed yet."""
        return set(self._record.execute(select(pages.c.report).where(pages.c.kind == DUES)).scalars())

    def bearers(self, asked: Collection[tuple[int, int]]) -> set[int]:
        keys: dict[int, list[int]] = {}
        for role, key in asked:
            keys.setdefault(int(role), []).append(key)
        return {
            report
            for role, some in keys.items()
            for few in batches(some)
            for report in self._record.execute(
                select(hints.c.report).where(hints.c.role == role, hints.c.key.in_(few))
            ).scalars()
        }

    def hints(self, numbers: Collection[int]) -> set[tuple[Any, int]]:
        chosen = select(hints.c.role, hints.c.key)
        return {
            (row.role, row.key)
            for some in batches(numbers)
            for row in self._record.execute(chosen.where(hints.c.report.in_(some)))
        }

    def keep_hints(self, borne: Mapping[int, Collection[tuple[int, int]]]) -> None:
        self._delete_in(hints.c.report, borne)
        self._insert(
            hints,
            ({"role": int(role), "key": key, "report": number} for number, some in borne.items() for role, key in some),
        )

    def wordings(self, numbers: Collection[int]) -> set[str]:
        chosen = select(outcomes.c.wording)
        return {
            wording
            for some in batches(numbers)
            for wording in self._record.execute(chosen.where(outcomes.c.page.in_(some))).scalars()
        }

    def worded(self, wordings: Collection[str]) -> set[int]:
        chosen = select(outcomes.c.page)
        return {
            number
            for some in batches(wordings)
            for number in self._record.execute(chosen.where(outcomes.c.wording.in_(some))).scalars()
        }

    def keep_prospects(self, gone: Collection[int], kept: Mapping[int, Collection[Prospect]]) -> None:
        self._delete_in(outcomes.c.page, gone)
        rows = [_row(number, one) for number, some in kept.items() for one in some]
        self._delete(outcomes, ("report", "number"), [(row["report"], row["number"]) for row in rows])
        self._insert(outcomes, rows)


def _row(page: int, prospect: Prospect) -> dict[str, Any]:
    outcome = prospect.outcome
    waits = outcome.kind is OutcomeKind.WAITING
    return {
        "report": outcome.report_id,
        "number": outcome.announcement,
        "page": page,
        "wording": prospect.wording,
        "promise": prospect.promise,
        "printed": prospect.printed,
        "kind": outcome.kind.value,
        "late_from": moment_key(prospect.late_from) if waits else None,
        "overdue": prospect.overdue,
        "noun": to_json(outcome),
    }
