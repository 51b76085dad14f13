"""The case itself: its verbs, each one transaction; what is asked and decided of it stands in the modules beside."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.casebook.answers import Added, CastKept, Ingested, ReadDone, Reconciled
from accordingto.casebook.codings import Codings
from accordingto.casebook.comparisons import catalogue_new, compare_new, is_near
from accordingto.casebook.decisions import ReviewedCase
from accordingto.casebook.inputs import Input, check_cast, load_inputs, load_reader, reading_of
from accordingto.casebook.pasts import PastCase, load_past
from accordingto.casebook.shapes import shape_readings
from accordingto.casebook.users import Users
from accordingto.terms.casts import Cast
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.standpoints import Standpoint

if TYPE_CHECKING:
    from accordingto.read.reader import Reader

Progress = Callable[[int, int], None]
SOON_READ = 100_000  # characters: some forty reports, read in a few seconds
SOON_COMPARED = 100  # readings: a case that knows thousands takes that many in within seconds


def open_case(path: str | Path) -> "Casebook":
    """The case in this file, made or brought up to date where needed; ":memory:" keeps it in memory."""
    from accordingto.record.store import open_store

    return Casebook(open_store(path))


class Casebook(ReviewedCase):
    """One investigation and its record. Every verb may be run again: the second time changes nothing."""

    @property
    def coding(self) -> Codings:
        """The rounds in which people code finds of the case blind."""
        return Codings(self._store, self._shelf)

    @property
    def users(self) -> Users:
        """Who may sign in to a workspace of this case."""
        return Users(self._store)

    def ingest(
        self,
        *inputs: Input,
        outlet: str | None = None,
        published: str | None = None,
        columns: Mapping[str, str] | None = None,
        most: int | None = None,
    ) -> Ingested:
        """The reports of these inputs are in the case, each once. More than `most` are refused, all of them."""
        from accordingto.record.reports import keep_reports, names_of

        loaded = load_inputs(*inputs, outlet=outlet, published=published, columns=columns, most=most)
        with self._store.writing() as record:
            new_ids = keep_reports(record, (*loaded.new, *loaded.known))
            new = tuple(report for report in loaded.new if report.id in new_ids)
            known = (*(report for report in loaded.new if report.id not in new_ids), *loaded.known)
            return Ingested(new, known, loaded.refused, names_of(record, [report.id for report in known]))

    def add(
        self,
        *inputs: Input,
        outlet: str | None = None,
        published: str | None = None,
        layers: Path | None = None,
        most: int | None = None,
    ) -> Added:
        """The reports of these inputs are in the case; where that is soon done, it is also read and compared."""
        from accordingto.record.ledgers import RecordLedger
        from accordingto.record.readings import unread_size

        done = self.ingest(*inputs, outlet=outlet, published=published, most=most)
        reader, own_cast = load_reader(layers, self.cast()), self.own_cast()
        with self._store.looking() as record:
            unread, characters = unread_size(record, reader.name)
            near = characters <= SOON_READ and is_near(RecordLedger(record), own_cast, SOON_COMPARED)
        if not near:
            return Added(done, unread, compared=False)
        self.read(reader=reader)
        self.reconcile()
        return Added(done, 0, compared=True)

    def read(
        self,
        *,
        reader: "Reader | None" = None,
        workers: int = 1,
        on_progress: Progress | None = None,
        layers: Path | None = None,
    ) -> ReadDone:
        """Every report of the case has a reading by this reader, or by the one that ships.

        That one reads with the cast in force and with the places of these layers. Questions are asked of these readings
        from now on, also where another reader has read since.
        """
        from accordingto.record.readings import choose_readings, keep_readings, unread_reports

        cast = self.cast()
        made = reader or load_reader(layers, cast)
        with self._store.looking() as record:
            reports, skipped = unread_reports(record, made.name)
        # Reading needs no database: the file is free for others until all is read, and is then taken once.
        load = partial(reading_of, made if workers <= 1 else reader, layers, cast)
        readings = tuple(_read_all(reports, load, workers, on_progress))
        with self._store.writing() as record:
            new = keep_readings(record, readings)
            choose_readings(record, made.name)
            shape_readings(record)
        return ReadDone(new, skipped + len(readings) - new, made.name)

    def reconcile(self) -> Reconciled:
        """The record holds what comparing the latest reading of every report finds."""
        from accordingto.record.casts import load_own_cast
        from accordingto.record.comparisons import count_incidents
        from accordingto.record.following import FollowedLedger
        from accordingto.record.reviews import load_reviews

        with self._store.writing() as record:
            ledger = FollowedLedger(record, self._shelf)
            changed = compare_new(ledger, load_own_cast(record), load_reviews(record))
            catalogue_new(record, ledger)
            return Reconciled(count_incidents(record), changed)

    def keep_cast(self, cast: str | Path | Cast) -> CastKept:
        """The cast of this file, or this one, is the case's own; what it had before is kept beside it.

        A cast that says something impossible is refused, and nothing is changed.
        """
        from accordingto.record.casts import keep_cast

        own = check_cast(cast)
        with self._store.writing() as record:
            return CastKept(own, keep_cast(record, own))

    def as_of(self, moment: date | datetime, *, known: bool = False) -> PastCase:
        """The case as it stood at this moment, or at the end of this day (UTC where no zone is told), to be asked.

        By what was published by then; with `known`, by what the record held by then: reports, readings, casts, reviews.
        """
        return load_past(self, self._store, Standpoint.at(moment, known=known))


def _read_all(
    reports: Sequence[Report],
    load: Callable[[], Callable[[Report], Reading]],
    workers: int,
    on_progress: Progress | None,
) -> Iterator[Reading]:
    from accordingto.scale.local import Local

    readings = Local(workers).map(load, reports)
    for done, reading in enumerate(readings, start=1):
        yield reading
        if on_progress:
            on_progress(done, len(reports))
