"""Announcements: what was said to be coming, when it was due, and what later reports tell of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.show.incidents import outcome_families
from accordingto.show.phrases import capital, counted, due_words, statement_chain, voice_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import Quote, quote_of, side_quote, told_once
from accordingto.show.words import one_line
from accordingto.terms.findings import Outcome, OutcomeKind
from accordingto.terms.readings import Reading

# The columns of the board, what wants attention first.
BOARD = (
    (OutcomeKind.BROKEN, "Reported broken"),
    (OutcomeKind.DISPUTED, "Disputed whether kept"),
    (OutcomeKind.OVERDUE, "Overdue, no report of it"),
    (OutcomeKind.DELAYED, "Reported delayed"),
    (OutcomeKind.WAITING, "No report of it yet"),
    (OutcomeKind.BEGUN, "Reported begun"),
    (OutcomeKind.KEPT, "Reported kept"),
)


@dataclass(frozen=True, slots=True)
class AnnouncementLine:
    """One promise, everybody who passes it on, and what became of it."""

    what: Quote
    again: tuple[Quote, ...]
    due: str
    outcome: str
    late: str
    why: str
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Announcements of one outcome."""

    title: str
    kind: str
    lines: tuple[AnnouncementLine, ...]


@dataclass(frozen=True, slots=True)
class AnnouncementsPage:
    """Every announcement of the case on one board."""

    title: str
    clock: str
    columns: tuple[Column, ...]


def announcements_page(desk: Desk) -> AnnouncementsPage:
    """The board of the case; a column without announcements is left out."""
    columns = []
    for kind, title in BOARD:
        lines = announcement_lines([one for one in desk.outcomes if one.kind is kind], desk.readings)
        columns += [Column(title, kind.value, lines)] if lines else []
    return AnnouncementsPage("Announcements", desk.clock, tuple(columns))


def announcement_lines(outcomes: Iterable[Outcome], readings: Mapping[str, Reading]) -> tuple[AnnouncementLine, ...]:
    """One line for each promise, whoever prints it."""
    at_hand = [one for one in outcomes if one.report_id in readings]
    return tuple(_line(family, readings) for family in outcome_families(at_hand, readings))


def _line(family: list[Outcome], readings: Mapping[str, Reading]) -> AnnouncementLine:
    outcome = family[0]
    coming = readings[outcome.report_id].announcements[outcome.announcement]
    first, *again = (_what(one, readings) for one in family)
    evidence = (side_quote(side, readings) for side in outcome.evidence)
    late = f"{counted(round(outcome.hours_late), 'hour')} late" if outcome.hours_late else ""
    return AnnouncementLine(
        first,
        tuple(again),
        capital(due_words(coming)),
        outcome.kind.value,
        late,
        capital(one_line(outcome.why)),
        told_once(quote for quote in evidence if quote),
    )


def _what(outcome: Outcome, readings: Mapping[str, Reading]) -> Quote:
    reading = readings[outcome.report_id]
    coming = reading.announcements[outcome.announcement]
    voice = voice_words(statement_chain(reading, coming.statement))
    return quote_of(reading, coming.what, voice=voice, item=f"a{outcome.announcement}")
