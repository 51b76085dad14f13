"""Announcements: what was said to be coming, when it was due, and what later reports tell of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from accordingto.casebook import Catalogue
from accordingto.show.incidents import outcome_families
from accordingto.show.phrases import capital, counted, due_words, statement_chain, voice_words
from accordingto.show.web.desk import Desk
from accordingto.show.web.pages.parts import Quote, quote_of, side_quote, told_once
from accordingto.show.web.pages.sheets import Sheet, sheet_of, start_of
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
OF_A_COLUMN = 10  # promises on the board; the rest of a column has pages of its own
OF_A_SHEET = 30
OF_A_TABLE = 500  # of each column, in CSV
LAST_SHOWN = 12  # passages that tell what became of a promise, the latest of them


@dataclass(frozen=True, slots=True)
class AnnouncementLine:
    """One promise, everybody who passes it on, and what became of it; `earlier` passages of it are not shown."""

    what: Quote
    again: tuple[Quote, ...]
    due: str
    outcome: str
    late: str
    why: str
    evidence: tuple[Quote, ...]
    earlier: int


@dataclass(frozen=True, slots=True)
class Column:
    """Announcements of one outcome: `total` promises, of which some are shown; `more` is where all are."""

    title: str
    kind: str
    lines: tuple[AnnouncementLine, ...]
    total: int
    more: str


@dataclass(frozen=True, slots=True)
class AnnouncementsPage:
    """Every announcement of the case on one board, or one of its columns page by page."""

    title: str
    clock: str
    columns: tuple[Column, ...]
    sheet: Sheet | None


def announcements_page(desk: Desk, kind: str = "", page: int = 1, size: int | None = None) -> AnnouncementsPage:
    """The board of the case, or its column of this kind; a column without announcements is left out.

    `size` is how many promises are shown of a column; without it, as many as a screen has room for.
    """
    chosen = next(((one, title) for one, title in BOARD if one.value == kind), None)
    if chosen:
        most = size or OF_A_SHEET
        column = _column(desk, *chosen, start_of(page, most), most)
        sheet = sheet_of(column.total, page, most, _address(chosen[0]))
        return AnnouncementsPage("Announcements", desk.clock, (column,), sheet)
    columns = [_column(desk, one, title, 0, size or OF_A_COLUMN) for one, title in BOARD]
    return AnnouncementsPage("Announcements", desk.clock, tuple(one for one in columns if one.total), None)


def announcement_rows(page: AnnouncementsPage) -> Iterator[tuple[object, ...]]:
    """A row a promise, column by column, the header first."""
    yield "outcome", "announced", "by", "report", "outlet", "published", "due", "late", "why", "told_by", "printed_by"
    for line in (line for column in page.columns for line in column.lines):
        first, told, again = line.what, line.evidence, line.again
        where = (first.report.name, first.report.outlet, first.report.published)
        others = ("; ".join(dict.fromkeys(quote.report.name for quote in some)) for some in (told, again))
        yield line.outcome, first.words, first.voice, *where, line.due, line.late, line.why, *others


def _column(desk: Desk, kind: OutcomeKind, title: str, start: int, most: int) -> Column:
    found = desk.catalogue.promises([kind], start, most)
    lines = promise_lines(found.items, desk.catalogue)
    return Column(title, kind.value, lines, found.total, _address(kind) if found.total > len(lines) else "")


def _address(kind: OutcomeKind) -> str:
    return f"/announcements?{urlencode({'kind': kind.value})}"


def promise_lines(families: Sequence[Sequence[Outcome]], told: Catalogue) -> tuple[AnnouncementLine, ...]:
    """A line for each of these promises, told by all who print it."""
    readings = told.quoted(reports_of(outcome for family in families for outcome in family))
    return tuple(_line(family, readings) for family in families)


def reports_of(outcomes: Iterable[Outcome]) -> set[str]:
    """The reports that announce, and those that tell what became of it."""
    told = list(outcomes)
    return {one.report_id for one in told} | {side.report_id for one in told for side in one.evidence[-LAST_SHOWN:]}


def announcement_lines(outcomes: Iterable[Outcome], readings: Mapping[str, Reading]) -> tuple[AnnouncementLine, ...]:
    """One line for each promise, whoever prints it."""
    at_hand = [one for one in outcomes if one.report_id in readings]
    return tuple(_line(family, readings) for family in outcome_families(at_hand, readings))


def _line(family: Sequence[Outcome], readings: Mapping[str, Reading]) -> AnnouncementLine:
    outcome = family[0]
    coming = readings[outcome.report_id].announcements[outcome.announcement]
    first, *again = (_what(one, readings) for one in family)
    evidence = (side_quote(side, readings) for side in outcome.evidence[-LAST_SHOWN:])
    late = f"{counted(round(outcome.hours_late), 'hour')} late" if outcome.hours_late else ""
    return AnnouncementLine(
        first,
        tuple(again),
        capital(due_words(coming)),
        outcome.kind.value,
        late,
        capital(one_line(outcome.why)),
        told_once(quote for quote in evidence if quote),
        max(0, len(outcome.evidence) - LAST_SHOWN),
    )


def _what(outcome: Outcome, readings: Mapping[str, Reading]) -> Quote:
    reading = readings[outcome.report_id]
    coming = reading.announcements[outcome.announcement]
    voice = voice_words(statement_chain(reading, coming.statement))
    return quote_of(reading, coming.what, voice=voice, item=f"a{outcome.announcement}")
