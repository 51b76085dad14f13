"""One investigation: reports are ingested, read, recorded, reconciled and asked about; one transaction a verb.

Only this module brings the rooms together, and only it opens transactions. A room is imported by the verb that needs
it, so that reading a report needs no database and a help page needs neither.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from accordingto.errors import BadReview, InputError, NothingFound, RecordError
from accordingto.terms.casts import Cast, KeptCast
from accordingto.terms.claims import Claim
from accordingto.terms.decisions import Decisions, KeptReview, change_of, takers_back
from accordingto.terms.findings import Comparison, IncidentFindings
from accordingto.terms.ids import speakable
from accordingto.terms.incidents import Account, Incident
from accordingto.terms.readings import ReaderName, Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict

if TYPE_CHECKING:
    from accordingto.read.reader import Reader
    from accordingto.record.store import Store
    from accordingto.terms.places import Layer

Input = str | Path | Report
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of the inputs. `known` is in the case already, or came twice, perhaps under another ref."""

    new: tuple[Report, ...]
    known: tuple[Report, ...]
    refused: tuple[InputError, ...]


@dataclass(frozen=True, slots=True)
class ReadDone:
    """How many reports were read, how many this reader had read before, and who it was."""

    new: int
    skipped: int
    reader: ReaderName


@dataclass(frozen=True, slots=True)
class Reconciled:
    """How many incidents the case tells of, and whether this run changed what the record says of them."""

    incidents: int
    changed: bool


@dataclass(frozen=True, slots=True)
class CastKept:
    """The cast that the case now has of its own, and whether it is another than before."""

    cast: Cast
    changed: bool


@dataclass(frozen=True, slots=True)
class Decided:
    """A review that was just made, the incidents that are no more because of it, and those that are new."""

    review: Review
    before: tuple[IncidentFindings, ...]
    after: tuple[IncidentFindings, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A find of `search`: the first of the words found stands at `start` to `end` of the report's body."""

    report: Report
    start: int
    end: int
    snippet: str


@dataclass(frozen=True, slots=True)
class ClaimHit:
    """A find of `claims`: the claim, the reading it belongs to, and the report it stands in."""

    report: Report
    reading: Reading
    claim: Claim


def load_inputs(
    *inputs: Input, outlet: str | None = None, published: str | None = None, columns: Mapping[str, str] | None = None
) -> Ingested:
    """The reports of files, folders, standard input ("-") or memory, each once, with what could not be used."""
    found = list(_each_input(inputs, outlet, published, columns))
    refused = tuple(item for item in found if isinstance(item, InputError))
    new, again = _each_once(item for item in found if isinstance(item, Report))
    return Ingested(new, again, refused)


def _each_input(
    inputs: Iterable[Input], outlet: str | None, published: str | None, columns: Mapping[str, str] | None
) -> Iterator[Report | InputError]:
    for item in inputs:
        if isinstance(item, Report):
            yield item
        else:
            from accordingto.ingest.files import load_reports

            yield from load_reports(item, outlet=outlet, published=published, columns=columns)


def _each_once(reports: Iterable[Report]) -> tuple[tuple[Report, ...], tuple[Report, ...]]:
    first: dict[str, Report] = {}
    again: list[Report] = []
    for report in reports:
        if first.setdefault(report.id, report) is not report:
            again.append(report)
    return tuple(first.values()), tuple(again)


def load_reader(layers: Path | None = None, cast: Cast | None = None) -> "Reader":
    """The reader that ships, with the places of the layers in this folder and with this cast."""
    from accordingto.ingest.layers import load_layers
    from accordingto.read.gazetteer import Gazetteer
    from accordingto.read.reader import Reader

    added = load_layers(layers) if layers else ()
    return Reader(gazetteer=Gazetteer.load(added) if added else None, cast=cast)


def add_layer(path: Path, folder: Path) -> tuple["Layer", bool]:
    """The places of a GeoNames dump or an OCHA list are a layer of this folder; whether that changed anything."""
    from accordingto.ingest.gazetteers import load_layer
    from accordingto.ingest.layers import keep_layer

    layer = load_layer(path)
    return layer, keep_layer(folder, layer)


def list_layers(folder: Path) -> tuple["Layer", ...]:
    """Every layer of the folder, in order of name."""
    from accordingto.ingest.layers import load_layers

    return load_layers(folder)


def remove_layer(name: str, folder: Path) -> None:
    """The folder has no layer of this name any more; readings made with it stay."""
    from accordingto.ingest.layers import drop_layer

    drop_layer(folder, name)


def look(
    reports: Sequence[Report],
    *,
    reader: "Reader | None" = None,
    now: datetime | None = None,
) -> tuple[tuple[Reading, ...], Comparison]:
    """Each report read and all of them compared, without a case. `now` is the clock that outcomes are held against."""
    from accordingto.reconcile.accounts import compare_accounts

    read = _load_reader(reader)
    readings = tuple(read(report) for report in reports)
    return readings, compare_accounts(readings, now=now or latest_publication(reports))


def _load_reader(
    reader: "Reader | None" = None, layers: Path | None = None, cast: Cast | None = None
) -> Callable[[Report], Reading]:
    """The reading function of this reader, or of the one that ships with these. Runs once in every worker."""
    return (reader or load_reader(layers, cast)).read


def latest_publication(reports: Iterable[Report]) -> datetime | None:
    """The last moment that any of the reports is known to have been written after; None when no day is known.

    A day without an hour counts from its first moment, so nothing is called overdue on the strength of a guess.
    """
    days = (report.published or report.day for report in reports)
    return max((_moment(day) for day in days if day), default=None)


def _moment(published: date | datetime) -> datetime:
    if not isinstance(published, datetime):
        return datetime.combine(published, time(), UTC)
    return published if published.tzinfo else published.replace(tzinfo=UTC)


def open_case(path: str | Path) -> "Casebook":
    """The case in this file, made or brought up to date where needed; ":memory:" keeps it in memory."""
    from accordingto.record.store import open_store

    return Casebook(open_store(path))


class Casebook:
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
        load = partial(_load_reader, made if workers <= 1 else reader, layers, cast)
        readings = tuple(_read_all(reports, load, workers, on_progress))
        with self._store.writing() as record:
            new = keep_readings(record, readings)
            choose_readings(record, made.name)
        return ReadDone(new, skipped + len(readings) - new, made.name)

    def reconcile(self) -> Reconciled:
        """The record holds what comparing the latest reading of every report finds."""
        from accordingto.record.comparisons import keep_comparison

        readings = self.readings()
        comparison = self._compared(readings, self._reviews())
        with self._store.writing() as record:
            changed = keep_comparison(record, readings, comparison)
        return Reconciled(len(comparison.incidents), changed)

    def _compared(self, readings: Sequence[Reading], reviews: Iterable[Review]) -> Comparison:
        from accordingto.reconcile.accounts import compare_accounts

        return compare_accounts(readings, now=None, cast=self.cast(), decisions=Decisions.of(reviews))

    def split(
        self, incident: str, accounts: Iterable[str | Account], author: str, reason: str, *, at: datetime
    ) -> Decided:
        """These accounts of the incident stand apart from its others, whatever likeness says.

        A name means every account of the report that goes by it. `at` is when the person decides.
        """
        found = self.incident(incident).incident
        out = frozenset(account for name in accounts for account in self._accounts(found, name))
        if not out or out == set(found.accounts):
            raise BadReview(
                f"splitting {found.name}: name some of its accounts, not {'all' if out else 'none'} of them"
            )
        change = self._change(out, set(found.accounts) - out)
        return self._decide(Review(found.id, Verdict.SPLIT, author, at, reason, change))

    def _accounts(self, incident: Incident, name: str | Account) -> list[Account]:
        report_id = name.report_id if isinstance(name, Account) else self.report(name).id
        fits = [account for account in incident.accounts if name == account or report_id == account.report_id]
        if not fits:
            raise NothingFound(f"{incident.name} has no account in {name!r}; `incident {incident.name}` lists them")
        return [name] if isinstance(name, Account) and name in fits else fits

    def merge(self, first: str, second: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The accounts of the two are one incident, whatever likeness says. `at` is when the person decides."""
        one, other = (self.incident(name).incident for name in (first, second))
        if one.id == other.id:
            raise BadReview(f"merging {one.name} with itself: name two incidents")
        return self._decide(
            Review(one.id, Verdict.MERGE, author, at, reason, self._change(one.accounts, other.accounts))
        )

    def _change(self, first: Iterable[Account], second: Iterable[Account]) -> str:
        """The two sides of a decision by their triggers, as they were when the accounts were compared."""
        from accordingto.record.comparisons import load_compared

        with self._store.looking() as record:
            events = {reading.report.id: reading.events for reading in load_compared(record)}
        sides = ([events[a.report_id][a.event].trigger for a in sorted(side)] for side in (first, second))
        return change_of(*sides)

    def undo(self, review: str, author: str, reason: str, *, at: datetime) -> Decided:
        """The review under this id, name or start of an id is taken back; undoing an undo brings its review back."""
        kept = self._reviews()
        taken = _one_review(kept, review)
        if by := takers_back(kept).get(taken.id):
            raise BadReview(f"{taken.name} is undone already; undo {by.name} to bring it back")
        return self._decide(Review(taken.id, Verdict.UNDO, author, at, reason))

    def _decide(self, review: Review) -> Decided:
        """The review is kept, and with it what comparing anew under it finds."""
        from accordingto.record.comparisons import keep_comparison
        from accordingto.record.reviews import keep_reviews, load_reviews

        kept, before, readings = self._reviews(), self.incidents(), self.readings()
        made = _checked_review(review, kept)
        comparison = self._compared(readings, (*kept, made))
        with self._store.writing() as record:
            if load_reviews(record) != kept:
                raise RecordError("somebody else decided something at the same moment; look at it and decide again")
            keep_reviews(record, [made])
            keep_comparison(record, readings, comparison)
        return Decided(made, _missing(before, comparison.incidents), _missing(comparison.incidents, before))

    def reviews(self) -> tuple[KeptReview, ...]:
        """Every decision that people made, in the order they made them, and what it does now."""
        from accordingto.reconcile.rulings import find_standings

        events = ((reading.report.id, reading.events) for reading in self.readings())
        triggers = {Account(report_id, n): event.trigger for report_id, some in events for n, event in enumerate(some)}
        return find_standings(self._reviews(), triggers)

    def _reviews(self) -> tuple[Review, ...]:
        from accordingto.record.reviews import load_reviews

        with self._store.looking() as record:
            return load_reviews(record)

    def keep_cast(self, cast: str | Path | Cast) -> CastKept:
        """The cast of this file, or this one, is the case's own; what it had before is kept beside it.

        A cast that says something impossible is refused, and nothing is changed.
        """
        from accordingto.record.casts import keep_cast

        own = _checked(cast)
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

    def comparison(self, *, now: datetime | None = None) -> Comparison:
        """What the last reconcile found, and what became of each announcement by `now`.

        Without `now`, the clock stands at the latest publication in the case: nothing here asks the machine's.
        """
        from accordingto.reconcile.outcomes import follow_commitments
        from accordingto.record.comparisons import load_comparison
        from accordingto.record.readings import load_latest_readings

        with self._store.looking() as record:
            kept, readings = load_comparison(record), load_latest_readings(record)
        clock = now or latest_publication(reading.report for reading in readings)
        return replace(kept, outcomes=tuple(follow_commitments(readings, kept.copies, now=clock)))

    def incidents(self) -> tuple[IncidentFindings, ...]:
        """Every incident the last reconcile found, with its findings."""
        from accordingto.record.comparisons import load_comparison

        with self._store.looking() as record:
            return load_comparison(record).incidents

    def incident(self, id_or_name: str) -> IncidentFindings:
        """The incident under this id, the start of an id that fits one only, or its speakable name."""
        fits = [found for found in self.incidents() if _goes_by(found.incident.id, id_or_name)]
        if len(fits) != 1:
            raise NothingFound(_no_one_incident(id_or_name, fits))
        return fits[0]

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


def _checked(cast: str | Path | Cast) -> Cast:
    from accordingto.ingest.casts import load_cast
    from accordingto.terms.cast_tables import cast_table, read_cast
    from accordingto.terms.general import general_cast

    if isinstance(cast, Cast):
        return read_cast(cast_table(cast), where="cast", beside=general_cast())
    return load_cast(cast, beside=general_cast())


def parse_cast(text: str) -> Cast:
    """The cast that a text in TOML says, as a case's own cast is written."""
    from accordingto.ingest.casts import parse_cast as parse
    from accordingto.terms.general import general_cast

    return parse(text, where="the cast", beside=general_cast())


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


def _goes_by(long_id: str, asked: str) -> bool:
    return bool(asked) and (long_id.startswith(asked) or speakable(long_id) == asked)


def _checked_review(review: Review, kept: Sequence[Review]) -> Review:
    """The review as it is kept: its author and reason are words, and it is the latest of the case's."""
    author, reason = " ".join(review.author.split()), " ".join(review.reason.split())
    made = replace(review, author=author, reason=reason, made_at=_moment(review.made_at))
    if not author or not reason:
        raise BadReview(
            f"a decision needs {'a reason' if author else 'an author'}: who reads it later has nothing else"
        )
    if kept and made.made_at <= kept[-1].made_at:
        last = f"{kept[-1].name} was made {kept[-1].made_at.isoformat()}"
        raise BadReview(f"{last}, and this decision would be made {made.made_at.isoformat()}: set the clock right")
    return made


def _missing(some: Iterable[IncidentFindings], others: Iterable[IncidentFindings]) -> tuple[IncidentFindings, ...]:
    ids = {found.incident.id for found in others}
    return tuple(found for found in some if found.incident.id not in ids)


def _one_review(kept: Iterable[Review], asked: str) -> Review:
    fits = [review for review in kept if _goes_by(review.id, asked)]
    if len(fits) == 1:
        return fits[0]
    if fits:
        names = ", ".join(review.name for review in fits)
        raise NothingFound(f"{len(fits)} reviews begin with {asked!r} ({names}); give more of the id")
    raise NothingFound(f"no review goes by {asked!r}; list them with `reviews`")


def _no_one_incident(asked: str, fits: Sequence[IncidentFindings]) -> str:
    if fits:
        names = ", ".join(found.incident.name for found in fits)
        return f"{len(fits)} incidents begin with {asked!r} ({names}); give more of the id"
    return f"no incident goes by {asked!r}; list them with `incidents`, or reconcile first"
