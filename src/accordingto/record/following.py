"""Ledgers that note what changes: whose announcements or news, and of which incidents what was found."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, select

from accordingto.record.asked import moment_key
from accordingto.record.comparisons import in_order, load_found
from accordingto.record.ledgers import RecordLedger
from accordingto.record.rows import to_json
from accordingto.record.shelves import Shelf
from accordingto.record.statements import add_rows, delete_each, delete_rows, find_rows, insert_rows
from accordingto.record.tables import hints, incidents, outcomes, pages
from accordingto.terms.findings import IncidentFindings, OutcomeKind
from accordingto.terms.incidents import Incident
from accordingto.terms.prospects import Prospect

DUES = "dues"  # the kind of page that tells of announcements


class FollowedLedger(RecordLedger):
    """A ledger of the record. `moved` are the numbers of the reports whose page of announcements has changed."""

    def __init__(self, record: Connection, shelf: Shelf | None = None) -> None:
        super().__init__(record, shelf)
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
        rows = (row for role, some in keys.items() for row in self._found(hints.c.key, some, "report", role=role))
        return {row[0] for row in rows}

    def hints(self, numbers: Collection[int]) -> set[tuple[Any, int]]:
        return {(role, key) for role, key in self._found(hints.c.report, numbers, "role", "key")}

    def keep_hints(self, borne: Mapping[int, Collection[tuple[int, int]]]) -> None:
        delete_rows(self._record, hints.c.report, borne)
        rows = ((int(role), key, number) for number, some in borne.items() for role, key in sorted(some))
        insert_rows(self._record, hints, ("role", "key", "report"), rows)

    def wordings(self, numbers: Collection[int]) -> set[str]:
        return {row[0] for row in self._found(outcomes.c.page, numbers, "wording")}

    def worded(self, wordings: Collection[str]) -> set[int]:
        return {row[0] for row in self._found(outcomes.c.wording, wordings, "page")}

    def keep_prospects(self, gone: Collection[int], kept: Mapping[int, Collection[Prospect]]) -> None:
        delete_rows(self._record, outcomes.c.page, gone)
        rows = [_row(number, one) for number, some in kept.items() for one in some]
        delete_each(self._record, outcomes, ("report", "number"), [(row["report"], row["number"]) for row in rows])
        add_rows(self._record, outcomes, rows)

    def _found(self, column: Column[Any], keys: Collection[Any], *names: str, **where: Any) -> Iterator[Sequence[Any]]:
        return find_rows(self._record, column, keys, names, **where)


class WatchedLedger(FollowedLedger):
    """A ledger that can say of which incidents something else is found than before it was written to."""

    def __init__(self, record: Connection, shelf: Shelf | None = None) -> None:
        super().__init__(record, shelf)
        self._before: dict[str, IncidentFindings | None] = {}

    def keep_incidents(self, kept: Collection[IncidentFindings]) -> None:
        self._note([found.incident.id for found in kept])
        super().keep_incidents(kept)

    def renew_incidents(self, renewed: Collection[Incident]) -> None:
        self._note([incident.id for incident in renewed])
        super().renew_incidents(renewed)

    def drop_incidents(self, incident_ids: Collection[str]) -> None:
        self._note(incident_ids)
        super().drop_incidents(incident_ids)

    def clear(self) -> None:
        self._note(self._record.execute(select(incidents.c.id)).scalars().all())
        super().clear()

    def _note(self, incident_ids: Collection[str]) -> None:
        new = [name for name in incident_ids if name not in self._before]
        self._before.update(dict.fromkeys(new))
        self._before.update((found.incident.id, found) for found in load_found(self._record, new))

    def before(self) -> tuple[IncidentFindings, ...]:
        """The incidents that were touched, as they were."""
        return in_order(found for found in self._before.values() if found)

    def after(self) -> tuple[IncidentFindings, ...]:
        """The incidents that were touched, as they are."""
        return load_found(self._record, self._before.keys())


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
