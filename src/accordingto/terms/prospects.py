"""Prospects: what became of an announcement without a clock, and what the clock may yet make of it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from accordingto.terms.findings import Outcome, OutcomeKind
from accordingto.terms.ids import content_id
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import sentence_around
from accordingto.terms.summaries import NO_DAY


@dataclass(frozen=True, slots=True)
class Prospect:
    """The outcome of an announcement as it stands without a clock; one that waits is overdue after `late_from`.

    `overdue` is then why. `wording` is the same for all that one text announces in these words, `promise` for all that
    announce it in the same sentence in the same name; `printed` tells which of these came out first.
    """

    outcome: Outcome
    late_from: datetime | None
    overdue: str
    wording: str
    promise: str
    printed: str

    def at(self, now: datetime | None) -> Outcome:
        """What became of it by this moment."""
        if self.outcome.kind is not OutcomeKind.WAITING or not now or not self.late_from or _utc(now) <= self.late_from:
            return self.outcome
        return replace(self.outcome, kind=OutcomeKind.OVERDUE, why=self.overdue)


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def promise_of(reading: Reading, announcement: int) -> tuple[str, str]:
    """Whose promise an announcement is, and in which sentence: the same wherever the sentence is printed."""
    coming, voice = reading.announcements[announcement], ""
    if coming.statement is not None:
        said = reading.statements[coming.statement]
        voice = said.source.exact if said.source else ""
        voice = voice if said.entity is None else reading.entities[said.entity].name
    words = sentence_around(reading.report.body, coming.what)
    return " ".join(voice.split()).casefold(), " ".join(words.split())


def promise_id(reading: Reading, announcement: int) -> str:
    """The id of whose promise it is, in which sentence."""
    return content_id("promise", *promise_of(reading, announcement))


def printing(reading: Reading, announcement: int) -> str:
    """The order of announcements: by when their reports speak."""
    when = reading.report.as_of
    return f"{when.isoformat() if when else NO_DAY}\x01{reading.report.id}\x01{announcement:06}"
