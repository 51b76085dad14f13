"""Explanations: the rule that made a thing, and the steps it took, each with the words that it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from accordingto.show.phrases import outlet_words, published_words
from accordingto.show.words import one_line
from accordingto.terms.ids import speakable
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import sentence_around
from accordingto.terms.spans import Anchor


@dataclass(frozen=True, slots=True)
class Quotation:
    """Exact words of a report, where they stand in it, and the sentence around them; `report` is what it is called."""

    report_id: str
    report: str
    outlet: str
    published: str
    exact: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that is said, and the words it stands on; `points` is what it adds where points are added up."""

    says: str
    words: tuple[Quotation, ...] = ()
    points: float | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Steps that belong together."""

    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a thing is as it is. `kind` says what it is: "toll"; `rule` what made it, in words."""

    id: str
    kind: str
    title: str
    rule: str
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """A short id that can be said aloud."""
        return speakable(self.id)


def points_words(points: float) -> str:
    """Points as they are added up, to the last decimal that they have: "2.745"."""
    return f"{points:.3f}".rstrip("0").rstrip(".")


@dataclass(frozen=True, slots=True)
class Sources:
    """The readings at hand, by the id of their report: what steps quote."""

    readings: Mapping[str, Reading]

    def name(self, report_id: str) -> str:
        """What people call the report."""
        reading = self.readings.get(report_id)
        return one_line(reading.report.name if reading else report_id)

    def names(self) -> dict[str, str]:
        """Report id to what people call it."""
        return {report_id: self.name(report_id) for report_id in self.readings}

    def quote(self, *anchors: Anchor | None) -> tuple[Quotation, ...]:
        """Each of these anchors as a quotation; nothing of a report that is not at hand."""
        return tuple(self._quotation(anchor) for anchor in anchors if anchor and anchor.report_id in self.readings)

    def _quotation(self, anchor: Anchor) -> Quotation:
        report = self.readings[anchor.report_id].report
        return Quotation(
            report.id,
            self.name(report.id),
            outlet_words(report),
            published_words(report),
            anchor.exact,
            anchor.start,
            anchor.end,
            sentence_around(report.body, anchor),
        )
