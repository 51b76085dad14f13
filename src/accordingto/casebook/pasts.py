"""Pasts: a case as it stood at a moment. The same questions, asked of what there was by then."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from accordingto.casebook.answers import ClaimHit, Hit
from accordingto.casebook.questions import Questions, triggers_of
from accordingto.casebook.wholes import WholeCatalogue
from accordingto.errors import Moved, NothingFound
from accordingto.terms.casts import Cast
from accordingto.terms.decisions import Decisions
from accordingto.terms.findings import Comparison, IncidentFindings
from accordingto.terms.histories import Arrival, Edition
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review
from accordingto.terms.spans import Anchor
from accordingto.terms.standpoints import Standpoint

if TYPE_CHECKING:
    from accordingto.record.store import Store

ALL = 1_000_000  # finds: what was found later is left out only after the search


@dataclass(frozen=True, slots=True)
class _Held:
    """What there was by then. `undated` are reports that nobody can place in time, `later` those that came after."""

    reports: tuple[Report, ...]
    readings: tuple[Reading, ...]
    cast: Cast
    reviews: tuple[Review, ...]
    undated: tuple[Report, ...]
    later: tuple[Report, ...]


class PastCase(Questions):
    """A case as it stood at a moment: it is asked, and cannot be changed."""

    def __init__(self, today: Questions, store: "Store", standpoint: Standpoint, held: _Held) -> None:
        self._today = today
        self._store = store
        self.standpoint = standpoint
        self._held = held

    @property
    def undated(self) -> tuple[Report, ...]:
        """The reports whose day nobody knows: they are left out where the day of publication decides."""
        return self._held.undated

    @property
    def later(self) -> tuple[Report, ...]:
        """The reports that came later, or may have."""
        return self._held.later

    def reports(self) -> tuple[Report, ...]:
        return self._held.reports

    def report(self, id_or_name: str) -> Report:
        found = self._today.report(id_or_name)
        if found not in self._held.reports:
            raise NothingFound(f"report {found.name} was not there by {self.standpoint.moment.isoformat()}")
        return found

    def readings(self) -> tuple[Reading, ...]:
        return self._held.readings

    def cast(self) -> Cast:
        return self._held.cast

    def incidents(self) -> tuple[IncidentFindings, ...]:
        return self._found.incidents

    def incident(self, id_or_name: str) -> IncidentFindings:
        """The incident under this id as it then was, or under the id that it has today, if it was one then, too."""
        try:
            return super().incident(id_or_name)
        except NothingFound:
            today = self._of_today(id_or_name)
        triggers = triggers_of(self._today.readings())
        fits = self._told_in([triggers[account] for account in today.incident.accounts if account in triggers])
        if len(fits) != 1:
            raise NothingFound(_no_one_then(today, fits))
        return fits[0]

    def _of_today(self, id_or_name: str) -> IncidentFindings:
        """The incident of today under this id, or the one that an incident became which went by it in between."""
        try:
            return self._today.incident(id_or_name)
        except Moved as moved:
            if len(moved.successors) != 1:
                raise
            return self._today.incident(moved.successors[0])

    def _told_in(self, anchors: Iterable[Anchor]) -> list[IncidentFindings]:
        """The incidents of then that have an account whose trigger touches one of these."""
        anchors, triggers = list(anchors), triggers_of(self.readings())
        near = {account for account, own in triggers.items() if any(own.touches(anchor) for anchor in anchors)}
        return [found for found in self.incidents() if near.intersection(found.incident.accounts)]

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        hits = self._today.search(words, limit=ALL)
        ids = {report.id for report in self._held.reports}
        return tuple(hit for hit in hits if hit.report.id in ids)[:limit]

    def claims(
        self, *, source: str | None = None, about: str | None = None, place: str | None = None
    ) -> tuple[ClaimHit, ...]:
        from accordingto.record.readings import find_claims

        until = self.standpoint.moment if self.standpoint.known else None
        with self._store.looking() as record:
            found = find_claims(record, source=source, about=about, place=place, until=until)
        ids = {report.id for report in self._held.reports}
        return tuple(ClaimHit(reading.report, reading, claim) for reading, claim in found if reading.report.id in ids)

    @cached_property
    def _found(self) -> Comparison:
        from accordingto.reconcile.accounts import compare_accounts

        held = self._held
        return compare_accounts(held.readings, now=None, cast=held.cast, decisions=Decisions.of(held.reviews))

    def comparison(self, *, now: datetime | None = None) -> Comparison:
        from accordingto.reconcile.outcomes import follow_commitments

        found, clock = self._found, now or self.standpoint.moment
        return replace(found, outcomes=follow_commitments(self._held.readings, found.copies, now=clock))

    def arrivals(self, report_ids: Collection[str]) -> tuple[Arrival, ...]:
        from accordingto.record.histories import load_arrivals

        shown = {report.id for report in self._held.reports}.intersection(report_ids)
        until = self.standpoint.moment if self.standpoint.known else None
        with self._store.looking() as record:
            return load_arrivals(record, shown, until)

    def changed_at(self) -> datetime | None:
        return self.standpoint.moment

    def edition(self) -> Edition:
        held, seen = self._held, self.standpoint
        reports, readings, reviews = ([one.id for one in some] for some in (held.reports, held.readings, held.reviews))
        return Edition.of(reports, readings, held.cast.version, reviews, moment=seen.moment, known=seen.known)

    def catalogue(self, *, now: datetime | None = None) -> WholeCatalogue:
        return WholeCatalogue(self, now=now, usual=self.standpoint.moment)

    def _compared(self, report_ids: Collection[str]) -> tuple[Reading, ...]:
        return tuple(reading for reading in self._held.readings if reading.report.id in report_ids)

    def _asked(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        return {one.report.id: one for one in self._held.readings if one.report.id in report_ids}

    def _own(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        from accordingto.record.readings import load_readings_of, own_seqs

        until = self.standpoint.moment if self.standpoint.known else None
        with self._store.looking() as record:
            return load_readings_of(record, report_ids, lambda of: own_seqs(until, of))

    def _made(self) -> tuple[Review, ...]:
        return self._held.reviews


def load_past(today: Questions, store: "Store", standpoint: Standpoint) -> PastCase:
    """The case as seen from this standpoint."""
    return PastCase(today, store, standpoint, _load_held(store, standpoint))


def _load_held(store: "Store", standpoint: Standpoint) -> _Held:
    from accordingto.record.casts import load_own_cast
    from accordingto.record.readings import load_latest_readings
    from accordingto.record.reports import load_reports
    from accordingto.record.reviews import load_reviews
    from accordingto.terms.general import general_cast

    until = standpoint.moment if standpoint.known else None
    with store.looking() as record:
        every, held = load_reports(record), load_reports(record, until)
        readings, own = load_latest_readings(record, until), load_own_cast(record, until)
        reviews = load_reviews(record, until)
    shown = held if standpoint.known else tuple(report for report in held if standpoint.shows(report))
    ids = {report.id for report in shown}
    undated = () if standpoint.known else tuple(r for r in held if not (r.published or r.day))
    later = tuple(report for report in every if report.id not in ids and report not in undated)
    asked = tuple(reading for reading in readings if reading.report.id in ids)
    return _Held(shown, asked, general_cast().with_own(own), reviews, undated, later)


def _no_one_then(today: IncidentFindings, fits: Sequence[IncidentFindings]) -> str:
    name = today.incident.name
    if not fits:
        return f"nothing that {name} tells of was told by then; list what was with `incidents` and the same moment"
    names = ", ".join(found.incident.name for found in fits)
    return f"what is {name} today was {len(fits)} incidents then ({names}); ask for one of them"
