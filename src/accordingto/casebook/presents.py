"""Presents: a case as it stands now. Its questions, answered from what its record holds."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Self

from accordingto.casebook.answers import ClaimHit, Hit, Queued, Why
from accordingto.casebook.hands import AtHand
from accordingto.casebook.heads import head_of_queue
from accordingto.casebook.kept import KeptCatalogue
from accordingto.casebook.looks import latest_of
from accordingto.casebook.questions import Questions
from accordingto.casebook.whereabouts import check_moved, incident_at
from accordingto.errors import NotCatalogued, NothingFound, Unclear
from accordingto.terms.casts import Cast, KeptCast
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.findings import Comparison, IncidentFindings
from accordingto.terms.histories import Arrival, Edition
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review
from accordingto.terms.summaries import Stretch

if TYPE_CHECKING:
    from accordingto.record.store import Store


NO_CATALOGUE = (
    "the case was compared by an earlier version, which kept no catalogue for pages; run `accordingto reconcile` on it "
    "once, then load this page again"
)


class PresentCase(Questions):
    """A case with its record, to be asked; it holds the file until it is closed."""

    def __init__(self, store: "Store") -> None:
        from accordingto.record.shelves import Shelf

        self._store = store
        self._shelf = Shelf()  # of readings compared lately
        self._at_hand = AtHand()  # readings shown lately

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def at_once(self) -> AbstractContextManager[None]:
        """All that is asked within this, in one thread, is answered of one moment of the case."""
        return self._store.holding()

    def cast(self) -> Cast:
        """The cast in force: the general one, and the case's own where it says more or other."""
        from accordingto.terms.general import general_cast

        return general_cast().with_own(self.own_cast())

    def own_cast(self) -> Cast:
        """The cast that the case has of its own, without actors where it was given none."""
        from accordingto.record.casts import load_own_cast

        with self._store.looking() as record:
            return load_own_cast(record)

    def casts(self) -> tuple[KeptCast, ...]:
        """Every cast that the case has had of its own, the first first; the last is in force."""
        from accordingto.record.casts import load_casts

        with self._store.looking() as record:
            return load_casts(record)

    def reports(self) -> tuple[Report, ...]:
        """Every report, in the order they came in."""
        from accordingto.record.reports import load_reports

        with self._store.looking() as record:
            return load_reports(record)

    def readings(self) -> tuple[Reading, ...]:
        """The latest reading of every report that has been read, in the order of the reports."""
        from accordingto.record.readings import load_latest_readings

        with self._store.looking() as record:
            return load_latest_readings(record)

    def report(self, id_or_name: str) -> Report:
        """The report under this id, the start of an id that fits one only, its speakable name, or its own file's id."""
        from accordingto.record.reports import find_report

        with self._store.looking() as record:
            return find_report(record, id_or_name)

    def incidents(self) -> tuple[IncidentFindings, ...]:
        """Every incident the last reconcile found, with its findings."""
        from accordingto.record.comparisons import load_incidents

        with self._store.looking() as record:
            return load_incidents(record)

    def incident(self, id_or_name: str) -> IncidentFindings:
        """The incident under this id, the start of an id that fits one only, or its speakable name.

        Moved, which says where it went, of one that is no more.
        """
        with self._store.looking() as record:
            return incident_at(record, id_or_name)

    def why(self, id_or_name: str, *, now: datetime | None = None) -> Why:
        try:
            return super().why(id_or_name, now=now)
        except Unclear:
            raise
        except NothingFound:
            with self._store.looking() as record:
                check_moved(record, id_or_name)
            raise

    def catalogue(self, *, now: datetime | None = None) -> KeptCatalogue:
        """What pages show of the case. NotCatalogued where an earlier version compared it last."""
        from accordingto.record.catalogues import is_catalogued

        with self._store.looking() as record:
            if not is_catalogued(record):
                raise NotCatalogued(NO_CATALOGUE)
        return KeptCatalogue(self._store, self._at_hand, now)

    def head(self) -> Stretch[Queued]:
        """The first of the queue, and how many it has; of a case that is not large, all of them."""
        catalogue, made = self.catalogue(), self._made()
        reviewed = {Correction.of(review).item.report_id for review in made if review.verdict in OF_FINDS}
        return head_of_queue(catalogue, lambda names: self._finds(catalogue.readings(names), made), reviewed)

    def comparison(self, *, now: datetime | None = None) -> Comparison:
        from accordingto.reconcile.hearing import follow_pages
        from accordingto.record.comparisons import load_comparison, load_days
        from accordingto.record.ledgers import RecordLedger

        with self._store.looking() as record:
            found, clock = load_comparison(record), now or latest_of(load_days(record))
            return replace(found, outcomes=follow_pages(RecordLedger(record), now=clock))

    def arrivals(self, report_ids: Collection[str]) -> tuple[Arrival, ...]:
        from accordingto.record.histories import load_arrivals

        with self._store.looking() as record:
            return load_arrivals(record, report_ids)

    def changed_at(self) -> datetime | None:
        from accordingto.record.histories import load_last_change

        with self._store.looking() as record:
            return load_last_change(record)

    def edition(self) -> Edition:
        from accordingto.record.histories import load_edition

        cast = self.cast().version
        with self._store.looking() as record:
            return load_edition(record, cast)

    def _compared(self, report_ids: Collection[str]) -> tuple[Reading, ...]:
        from accordingto.record.comparisons import load_compared

        with self._store.looking() as record:
            return load_compared(record, report_ids)

    def _asked(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        from accordingto.record.readings import latest_seqs, load_readings_of

        with self._store.looking() as record:
            return load_readings_of(record, report_ids, lambda of: latest_seqs(of=of))

    def _own(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        from accordingto.record.readings import load_readings_of, own_seqs

        with self._store.looking() as record:
            return load_readings_of(record, report_ids, lambda of: own_seqs(of=of))

    def _made(self) -> tuple[Review, ...]:
        from accordingto.record.reviews import load_reviews

        with self._store.looking() as record:
            return load_reviews(record)

    def stamp(self) -> str:
        """Words that are others whenever something in the case has changed: what was worked out before may be kept."""
        from accordingto.record.stamps import stamp_of

        with self._store.looking() as record:
            return stamp_of(record)

    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Reports with all of these words, best first; "a phrase" in quotation marks, `evacuat*` for a beginning."""
        from accordingto.record.reports import search_reports

        with self._store.looking() as record:
            return tuple(Hit(*found) for found in search_reports(record, words, limit))

    def claims(
        self, *, source: str | None = None, about: str | None = None, place: str | None = None
    ) -> tuple[ClaimHit, ...]:
        """Claims of the latest readings whose voices, words or place have all of the words asked for."""
        from accordingto.record.readings import find_claims

        with self._store.looking() as record:
            found = find_claims(record, source=source, about=about, place=place)
        return tuple(ClaimHit(reading.report, reading, claim) for reading, claim in found)
