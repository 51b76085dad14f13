"""Questions: what can be asked of a case, the same now and as it stood at an earlier moment."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from accordingto.casebook.answers import ClaimHit, Find, Hit, LookedOver, Queued, Why
from accordingto.casebook.catalogues import Catalogue
from accordingto.casebook.finds import find_kept, finds_in, looked, one_find
from accordingto.casebook.queues import queue_finds
from accordingto.casebook.things import one_thing, reports_behind
from accordingto.errors import NothingFound, Unclear
from accordingto.terms.casts import Cast
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import OF_FINDS, Correction
from accordingto.terms.decisions import Decisions, KeptReview
from accordingto.terms.findings import Comparison, IncidentFindings
from accordingto.terms.histories import Arrival, Edition
from accordingto.terms.ids import goes_by
from accordingto.terms.incidents import Account
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.reviews import Review, Verdict
from accordingto.terms.spans import Anchor
from accordingto.terms.summaries import Stretch


class Questions(ABC):
    """What can be asked of a case. Asking changes nothing."""

    @abstractmethod
    def reports(self) -> tuple[Report, ...]:
        """Every report, in the order they came in."""

    @abstractmethod
    def report(self, id_or_name: str) -> Report:
        """The report under this id, the start of an id that fits one only, its speakable name, or its own file's id."""

    @abstractmethod
    def readings(self) -> tuple[Reading, ...]:
        """The reading asked of every report that has been read, in the order of the reports."""

    @abstractmethod
    def cast(self) -> Cast:
        """The cast in force: the general one, and the case's own where it says more or other."""

    @abstractmethod
    def search(self, words: str, *, limit: int = 50) -> tuple[Hit, ...]:
        """Reports with all of these words, best first; "a phrase" in quotation marks, `evacuat*` for a beginning."""

    @abstractmethod
    def claims(
        self, *, source: str | None = None, about: str | None = None, place: str | None = None
    ) -> tuple[ClaimHit, ...]:
        """Claims whose voices, words or place have all of the words asked for."""

    @abstractmethod
    def incidents(self) -> tuple[IncidentFindings, ...]:
        """Every incident that comparing found, with its findings."""

    @abstractmethod
    def _compared(self, report_ids: Collection[str]) -> tuple[Reading, ...]:
        """The readings of these reports that what was found is made of."""

    @abstractmethod
    def _asked(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readings of these reports that are asked, by report, in the order of the reports."""

    @abstractmethod
    def _own(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readers' own readings of these reports, of which those that are asked were made, by report."""

    @abstractmethod
    def _made(self) -> tuple[Review, ...]:
        """The decisions that count, in the order they were made."""

    @abstractmethod
    def arrivals(self, report_ids: Collection[str]) -> tuple[Arrival, ...]:
        """When each of these reports came in and was read, in the order they came in."""

    @abstractmethod
    def changed_at(self) -> datetime | None:
        """When something last came in or was decided, or the moment that the case is seen from."""

    @abstractmethod
    def edition(self) -> Edition:
        """Which state of the case the answers are of: a hash of all it holds, and since when it has been this."""

    @abstractmethod
    def comparison(self, *, now: datetime | None = None) -> Comparison:
        """All that comparing found, and what became of each announcement by `now`.

        Without `now`, the clock stands at the latest publication, or at the moment that the case is seen from: nothing
        here asks the machine's.
        """

    def incident(self, id_or_name: str) -> IncidentFindings:
        """The incident under this id, the start of an id that fits one only, or its speakable name."""
        return one_incident(id_or_name, [f for f in self.incidents() if goes_by(f.incident.id, id_or_name)])

    @abstractmethod
    def catalogue(self, *, now: datetime | None = None) -> Catalogue:
        """What pages show of the case, with announcements held against this clock, or the usual one."""

    def why(self, id_or_name: str, *, now: datetime | None = None) -> Why:
        """What goes by this id, name or start of an id, with all that it stands on.

        That may be an incident; one of its links, origins, copies, tolls or agreements; an agreement beside incidents;
        what became of an announcement by `now`; or a review.
        """
        from accordingto.reconcile.likeness import ENOUGH

        comparison, reviews = self.comparison(now=now), self.reviews()
        found, incidents = one_thing(id_or_name, comparison, reviews)
        readings = self._compared(reports_behind(found, *incidents))
        return Why(found, incidents, {reading.report.id: reading for reading in readings}, reviews, ENOUGH)

    def reviews(self) -> tuple[KeptReview, ...]:
        """Every decision that people made, in the order they made them, and what it does now."""
        from accordingto.reconcile.rulings import find_standings

        made = self._made()
        of_accounts = find_standings(made, triggers_of(self._compared(reports_behind(*Decisions.of_all(made)))))
        about = {Correction.of(review).item.report_id for review in made if review.verdict in OF_FINDS}
        of_finds = find_kept(made, self._own(about)) if about else {}
        return tuple(of_finds.get(kept.review.id, kept) for kept in of_accounts)

    def finds(self, report: str) -> tuple[Find, ...]:
        """Everything that was read in this report, in the order of its words, with what people said of it."""
        return self.finds_in(self._asked([self.report(report).id]))

    def finds_in(self, readings: Mapping[str, Reading]) -> tuple[Find, ...]:
        """Everything that was read in these reports, whose asked readings are at hand, with what people said of it."""
        return self._finds(readings, self._made())

    def find(self, report: str, find: int | str, kind: ClaimKind | str | None = None) -> Find:
        """One find of the report: by its number and kind, "figure 3", its id or the start of it, or its exact words."""
        return one_find(self.finds(report), find, kind)

    def reviewed_finds(self) -> tuple[Find, ...]:
        """Every find that people have looked over, report by report."""
        made = self._made()
        about = {Correction.of(review).item.report_id for review in made if review.verdict in OF_FINDS}
        return tuple(find for find in self._finds(self._asked(about), made) if find.reviews)

    def looked_over(self) -> tuple[LookedOver, ...]:
        """Every report of which people have looked over a find, with all its finds, in the order of the reports."""
        made = self._made()
        about = {Correction.of(review).item.report_id for review in made if review.verdict in OF_FINDS}
        by_report: dict[str, list[Find]] = {}
        for find in self._finds(self._asked(about), made):
            by_report.setdefault(find.item.report_id, []).append(find)
        return tuple(looked(finds) for finds in by_report.values() if any(find.reviews for find in finds))

    def queue(self) -> tuple[Queued, ...]:
        """Every find that nobody has looked over, in the order in which to do so (see `casebook/queues.py`)."""
        readings = {reading.report.id: reading for reading in self.readings()}
        return queue_finds(self._finds(readings, self._made()), self.incidents())

    def head(self) -> Stretch[Queued]:
        """The first of the queue, and how many it has; of a case that is not large, all of them."""
        return Stretch.of(self.queue())

    def _finds(self, readings: Mapping[str, Reading], made: Sequence[Review]) -> tuple[Find, ...]:
        by_report: dict[str, list[Review]] = {}
        for review in made:
            if review.verdict in OF_FINDS:
                by_report.setdefault(Correction.of(review).item.report_id, []).append(review)
        undoing = [review for review in made if review.verdict is Verdict.UNDO]
        own = {**readings, **self._own(by_report.keys() & readings.keys())}
        said = {
            report_id: [*by_report[report_id], *undoing] if report_id in by_report else [] for report_id in readings
        }
        return tuple(find for name, reading in readings.items() for find in finds_in(own[name], reading, said[name]))


def triggers_of(readings: Sequence[Reading]) -> dict[Account, Anchor]:
    """The words that name each event of these readings, by the account it is."""
    events = ((reading.report.id, reading.events) for reading in readings)
    return {Account(report_id, n): event.trigger for report_id, some in events for n, event in enumerate(some)}


def one_incident(asked: str, fits: Sequence[IncidentFindings]) -> IncidentFindings:
    """The only one of these; NothingFound, with what was asked for, where there are none or several."""
    if len(fits) != 1:
        raise (Unclear if fits else NothingFound)(_no_one_incident(asked, fits))
    return fits[0]


def _no_one_incident(asked: str, fits: Sequence[IncidentFindings]) -> str:
    if fits:
        names = ", ".join(found.incident.name for found in fits)
        return f"{len(fits)} incidents begin with {asked!r} ({names}); give more of the id"
    return f"no incident goes by {asked!r}; list them with `incidents`, or reconcile first"
