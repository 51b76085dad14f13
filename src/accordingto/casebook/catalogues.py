"""Catalogues: what pages show of a case, each question bounded by what is shown and not by how large the case is."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime

from accordingto.terms.findings import Agreement, AgreementKind, IncidentFindings, Outcome, OutcomeKind, Toll
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.summaries import CaseNumbers, CaseVoice, Pin, Stretch, Summary, Wanted

What = Callable[[str, str | None], str]
When = Callable[[str | None], str]


class Catalogue(ABC):
    """What pages ask of one state of a case, held against one clock."""

    @property
    @abstractmethod
    def clock(self) -> datetime | None:
        """The moment that announcements are held against; without one asked for, the latest publication."""

    @abstractmethod
    def numbers(self) -> CaseNumbers:
        """How much the case holds."""

    @abstractmethod
    def newest(self, most: int) -> tuple[Report, ...]:
        """The reports that came in last, the last first."""

    @abstractmethod
    def readings(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The readings asked of these reports, by the report's id."""

    @abstractmethod
    def quoted(self, report_ids: Collection[str]) -> Mapping[str, Reading]:
        """The same readings, of which quotations are made: somebody may look at little of each."""

    @abstractmethod
    def incident(self, id_or_name: str) -> IncidentFindings:
        """The incident under this id, the start of an id that fits one only, or its speakable name."""

    @abstractmethod
    def found(self, incident_ids: Collection[str]) -> tuple[IncidentFindings, ...]:
        """These incidents with their findings, in the order of the case."""

    @abstractmethod
    def tolls(self, incident_ids: Collection[str]) -> Mapping[str, tuple[Toll, ...]]:
        """What the figures of each of these incidents add up to, under the usual rule."""

    @abstractmethod
    def summaries(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        """The incidents asked for, those that reports are about first."""

    @abstractmethod
    def summaries_of(self, report_id: str) -> tuple[Summary, ...]:
        """Every incident that the report tells of, what it is about first."""

    @abstractmethod
    def alike(self, incident: Incident, most: int) -> tuple[Summary, ...]:
        """Other incidents that might be the same: those of its type first, and of those the ones at its place."""

    @abstractmethod
    def titled(self, words: Sequence[str], what: What, when: When, most: int) -> tuple[Summary, ...]:
        """The first in the order of the case whose title or short name has all of these folded words.

        `what` begins a title, of a type and a mode, and `when` ends it, of a date; both are folded.
        """

    @abstractmethod
    def days(self, wanted: Wanted) -> tuple[tuple[str, int], ...]:
        """Each day that an incident asked for begins on, with how many do; "9999" for those without a day."""

    @abstractmethod
    def on(self, wanted: Wanted, days: Sequence[str], most: int) -> tuple[Summary, ...]:
        """The incidents asked for of these days, of each day so many: those that most reports tell of first."""

    @abstractmethod
    def pins(self, wanted: Wanted, most: int) -> Stretch[tuple[Pin, int]]:
        """Where incidents asked for are drawn, each place with how many are; those with the most first."""

    @abstractmethod
    def placed(self, wanted: Wanted, pins: Sequence[Pin], most: int) -> tuple[Summary, ...]:
        """The incidents asked for that are drawn at these places, of each so many, in order of rank."""

    @abstractmethod
    def unplaced(self, wanted: Wanted, start: int, most: int) -> Stretch[Summary]:
        """The incidents asked for that are not drawn."""

    @abstractmethod
    def voices(self, words: Sequence[str], start: int, most: int) -> Stretch[CaseVoice]:
        """The named voices whose name has all of these folded words, whoever is quoted most first."""

    @abstractmethod
    def voice(self, key: str) -> CaseVoice | None:
        """The voice with this key; None where no report quotes it."""

    @abstractmethod
    def names(self, key: str) -> tuple[str, ...]:
        """Every name that reports give the voice, in the order in which they come."""

    @abstractmethod
    def spoken(self, key: str, start: int, most: int) -> Stretch[tuple[str, int]]:
        """The statements of the voice by report and number, in the order of the reports."""

    @abstractmethod
    def heard(self, key: str, kind: AgreementKind, start: int, most: int) -> Stretch[Agreement]:
        """The agreements of this kind of which the voice is behind a side, in the order of the case."""

    @abstractmethod
    def promises(self, kinds: Iterable[OutcomeKind], start: int, most: int) -> Stretch[tuple[Outcome, ...]]:
        """The promises of which this became, each with all who print it, the first printed first."""

    @abstractmethod
    def outcomes_of(self, report_ids: Collection[str]) -> tuple[Outcome, ...]:
        """What became of what these reports announce, wherever the same promise is printed."""
