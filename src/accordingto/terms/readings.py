"""A reading: all that one reader found in one report, also when it is nothing."""

from dataclasses import dataclass

from accordingto.terms.attributions import Attribution
from accordingto.terms.blame import Blame
from accordingto.terms.claims import Claim
from accordingto.terms.commitments import Commitment
from accordingto.terms.entities import Entity
from accordingto.terms.events import Event
from accordingto.terms.figures import Figure
from accordingto.terms.ids import content_id
from accordingto.terms.marks import marked_text
from accordingto.terms.places import Place
from accordingto.terms.reports import Report
from accordingto.terms.times import TimeMention


@dataclass(frozen=True, slots=True)
class ReaderName:
    """Who read: a name, a version, and a hash of the settings that change what is found."""

    name: str
    version: str
    settings: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.settings})"


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader found in one report. Indexes between the lists count within this reading.

    `notes` say what the reader could not do ("the text seems not to be English").
    """

    report: Report
    reader: ReaderName
    statements: tuple[Attribution, ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    blame: tuple[Blame, ...] = ()
    announcements: tuple[Commitment, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The same report read by the same reader is the same reading."""
        return content_id("reading", self.report.id, self.reader)

    def _repr_html_(self) -> str:
        """The report with what was found in it highlighted, for a notebook."""
        layers = (
            [("statement", s.content) for s in self.statements]
            + [("source", s.source) for s in self.statements if s.source]
            + [("cue", s.cue) for s in self.statements if s.cue]
            + [("figure", f.anchor) for f in self.figures]
            + [("event", e.trigger) for e in self.events]
            + [("place", p.anchor) for p in self.places]
            + [("time", t.anchor) for t in self.times]
        )
        return marked_text(self.report.body, layers)
