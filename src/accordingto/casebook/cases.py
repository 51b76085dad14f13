"""The case itself: its verbs, each one transaction, and the questions asked of it as it stands."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from accordingto.casebook.answers import CastKept, ClaimHit, Decided, Hit, Ingested, ReadDone, Reconciled
from accordingto.casebook.finds import latest_word, reports_told_of
from accordingto.casebook.garbage import search_put_off
from accordingto.casebook.inputs import Input, check_cast, load_inputs, load_reader, reading_of
from accordingto.casebook.looks import latest_of
from accordingto.casebook.pasts import PastCase, load_past
from accordingto.casebook.questions import Questions, triggers_of
from accordingto.casebook.reviews import (
    beside,
    by_triggers,
    check_not_overtaken,
    checked_review,
    is_of_accounts,
    missing,
    overtaken_words,
    taken_out,
    to_take_back,
)
from accordingto.casebook.shapes import shape_readings
from accordingto.errors import BadReview, Overtaken
from accordingto.terms.casts import Cast, KeptCast
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import Correction, change_of_find, corrections_of
from accordingto.terms.decisions import Decisions
from accordingto.terms.findings import Comparison, IncidentFindings
from accordingto.terms.histories import Arrival, Edition
from accordingto.terms.incidents import Account
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.standpoints import Standpoint

if TYPE_CHECKING:
    from accordingto.read.reader import Reader
    from accordingto.record.ledgers import RecordLedger
    from accordingto.record.store import Store

Progress = Callable[[int, int], None]


def open_case(path: str | Path) -> "Casebook":
    """The case in this file, made or brought up to date where needed; ":memory:" keeps it in memory."""
    from accordingto.record.store import open_store

    return Casebook(open_store(path))


class Casebook(Questions):
    """One investigation and its record. Every verb may be run again: the second time changes nothing."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def ingest(
        self,
        *inputs: Input,
        outlet: str | None = None,
        published: str | None = None,
        columns: Mapping[str, str] | None = None,
    ) -> Ingested:
        """The reports of these inputs are in the case, each once."""
        from accordingto.record.reports import keep_reports

        loaded = load_inputs(*inputs, outlet=outlet, published=published, columns=columns)
        with self._store.writing() as record:
            new_ids = keep_reports(record, (*loaded.new, *loaded.known))
        new = tuple(report for report in loaded.new if report.id in new_ids)
        known = tuple(report for report in loaded.new if report.id not in new_ids)
        return Ingested(new, known + loaded.known, loaded.refused)

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
        from accordingto.record.ledgers import RecordLedger
        from accordingto.record.reviews import load_reviews

        with self._store.writing() as record:
            changed = _compare_new(RecordLedger(record), load_own_cast(record), load_reviews(record))
            return Reconciled(count_incidents(record), changed)

    def split(
        self, incident: str, accounts: Iterable[str | Account], author: str, reason: str, *, at: datetime
    ) -> Decided:
        """These accounts of the incident stand apart from its others, whatever likeness says.

        A name means every account of the report that goes by it. `at` is when the person decides.
        """
        found = self.incident(incident).incident
        out = taken_out(found, accounts, self.report)
        change = self._change(out, set(found.accounts) - out)
        return self._decide(Review(found.id, Verdict.SPLIT, author, at, reason, change))

    def merge(self, first: str, second: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The accounts of the two are one incident, whatever likeness says. `at` is when the person decides."""
        one, other = (self.incident(name).incident for name in (first, second))
        if one.id == other.id:
            raise BadReview(f"merging {one.name} with itself: name two incidents")
        change = self._change(one.accounts, other.accounts)
        return self._decide(Review(one.id, Verdict.MERGE, author, at, reason, change))

    def undo(self, review: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The review under this id, name or start of an id is taken back; undoing an undo brings its review back."""
        taken = to_take_back(self._made(), review)
        return self._decide(Review(taken.id, Verdict.UNDO, author, at, reason))

    def accept(
        self,
        report: str,
        kind: ClaimKind | str | None,
        find: int | str,
        author: str,
        reason: str,
        *,
        at: datetime,
        seen: str | None = None,
    ) -> Decided:
        """This find of the report is right as it stands; one that was rejected is back.

        `find` is its number, its id, or its exact words (see `find`). Whoever says with `seen` which review of it was
        the last they saw ("" for none) is refused with Overtaken where somebody has decided since.
        """
        return self._look_over(Verdict.ACCEPT, (report, kind, find), (author, reason, at), seen)

    def reject(
        self,
        report: str,
        kind: ClaimKind | str | None,
        find: int | str,
        author: str,
        reason: str,
        *,
        at: datetime,
        seen: str | None = None,
    ) -> Decided:
        """This find of the report is none: it is no longer asked or compared, and what hung on it hangs on nothing."""
        return self._look_over(Verdict.REJECT, (report, kind, find), (author, reason, at), seen)

    def correct(
        self,
        report: str,
        kind: ClaimKind | str | None,
        find: int | str,
        field: str,
        value: Any,
        author: str,
        reason: str,
        *,
        at: datetime,
        seen: str | None = None,
    ) -> Decided:
        """A field of this find has the person's value, as JSON has it (`terms/corrections.py`: FIELDS says which).

        Words and finds are written as stretches of the report: `[120, 132]`. What cannot be is refused with BadReview.
        """
        return self._look_over(Verdict.CORRECT, (report, kind, find), (author, reason, at), seen, field, value)

    def _look_over(
        self,
        verdict: Verdict,
        asked: tuple[str, ClaimKind | str | None, int | str],
        said: tuple[str, str, datetime],
        seen: str | None,
        field: str | None = None,
        value: Any = None,
    ) -> Decided:
        from accordingto.read.corrections import checked

        (report, kind, name), (author, reason, at), kept = asked, said, self._made()
        find = self.find(report, name, kind)
        review = Review(find.item.id, verdict, author, at, reason, change_of_find(find.item, field, value))
        checked(find.own, corrections_of(kept), Correction.of(review))
        if seen is not None and seen != find.seen:
            raise Overtaken(overtaken_words(latest_word(kept, find.item.id), review))
        return self._decide(review, kept)

    def _change(self, first: Iterable[Account], second: Iterable[Account]) -> str:
        """The two sides of a decision, with the triggers that the accounts had when they were compared."""
        first, second = tuple(first), tuple(second)
        reports = {account.report_id for account in (*first, *second)}
        return by_triggers(first, second, triggers_of(self._compared(reports)))

    def _decide(self, review: Review, seen: tuple[Review, ...] | None = None) -> Decided:
        """The review is kept, and with it what comparing anew under it finds. `seen` is what the person knew of."""
        from accordingto.record.casts import load_own_cast
        from accordingto.record.comparisons import load_incidents
        from accordingto.record.ledgers import RecordLedger
        from accordingto.record.reviews import keep_reviews, load_reviews

        seen = self._made() if seen is None else seen
        with self._store.writing() as record:
            kept = load_reviews(record)
            made = checked_review(review, beside(review, kept))
            check_not_overtaken(made, seen, kept)
            keep_reviews(record, [made])
            shaped = shape_readings(record, reports_told_of(kept, made))
            ledger, cast = RecordLedger(record), load_own_cast(record)
            if not ledger.state() or not (shaped or is_of_accounts(made, kept)):
                return Decided(made, (), ())  # nothing was compared yet, or the readings are what they were
            before = load_incidents(record)
            _compare_new(ledger, cast, (*kept, made))
            after = load_incidents(record)
        return Decided(made, missing(before, after), missing(after, before))

    def keep_cast(self, cast: str | Path | Cast) -> CastKept:
        """The cast of this file, or this one, is the case's own; what it had before is kept beside it.

        A cast that says something impossible is refused, and nothing is changed.
        """
        from accordingto.record.casts import keep_cast

        own = check_cast(cast)
        with self._store.writing() as record:
            return CastKept(own, keep_cast(record, own))

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
            return load_readings_of(record, report_ids, latest_seqs())

    def _own(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        from accordingto.record.readings import load_readings_of, own_seqs

        with self._store.looking() as record:
            return load_readings_of(record, report_ids, own_seqs())

    def _made(self) -> tuple[Review, ...]:
        from accordingto.record.reviews import load_reviews

        with self._store.looking() as record:
            return load_reviews(record)

    def stamp(self) -> str:
        """Words that are others whenever something in the case has changed: what was worked out before may be kept."""
        from accordingto.record.stamps import stamp_of

        with self._store.looking() as record:
            return stamp_of(record)

    def as_of(self, moment: date | datetime, *, known: bool = False) -> PastCase:
        """The case as it stood at this moment, or at the end of this day (UTC where no zone is told), to be asked.

        By what was published by then; with `known`, by what the record held by then: reports, readings, casts, reviews.
        """
        return load_past(self, self._store, Standpoint.at(moment, known=known))

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


def _compare_new(ledger: "RecordLedger", own_cast: Cast, reviews: Iterable[Review]) -> bool:
    """The ledger is that of the case's latest readings, cast and decisions; whether that is new."""
    from accordingto.reconcile.growth import grow, is_current
    from accordingto.terms.general import general_cast

    cast = general_cast().with_own(own_cast)
    if not is_current(ledger, cast):
        ledger.clear()
    with search_put_off():
        changed = grow(ledger, ledger.new_readings(), decisions=Decisions.of(reviews), cast=cast)
    ledger.catch_up()
    return changed


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
