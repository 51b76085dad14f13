"""One report as its reading has it: who said what, how many, what happened, who is blamed, what is announced."""

from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from accordingto.show.phrases import (
    FACTUALITY,
    STANCE,
    STATUS,
    capital,
    counted,
    due_words,
    event_words,
    iso_words,
    listed,
    outlet_words,
    people_words,
    published_words,
    reads_as,
    statement_chain,
    voice_words,
    where_words,
    within,
)
from accordingto.show.terminal.agreements import agreement_sections
from accordingto.show.terminal.layout import (
    ALARM,
    HEADING,
    HEDGE,
    NAME,
    QUIET,
    WORDS,
    asked_by,
    indented,
    labelled,
    plain,
    section,
)
from accordingto.show.terminal.statements import statement_rows
from accordingto.show.words import one_line, quoted
from accordingto.terms.blame import Blame, Stance
from accordingto.terms.claims import ClaimKind, Factuality
from accordingto.terms.commitments import Commitment
from accordingto.terms.events import Event
from accordingto.terms.findings import AgreementKind, Comparison, Outcome, OutcomeKind
from accordingto.terms.ids import speakable
from accordingto.terms.readings import Reading
from accordingto.terms.reports import Report
from accordingto.terms.sentences import sentence_around

DEED_SHOWN = 120
LABEL = 10  # columns for "announces", the longest act, and a space


def reading_view(reading: Reading, comparison: Comparison, *, kept: bool = False) -> RenderableType:
    """Everything one reading holds, then what disagrees inside the report. What is `kept` in a case has a name."""
    inside = [one for one in comparison.agreements if one.report_ids == (reading.report.id,)]
    outcomes = {one.announcement: one for one in comparison.outcomes if one.report_id == reading.report.id}
    return Group(
        *_head(reading, sum(one.kind is AgreementKind.CONTRADICTION for one in inside)),
        *section("Who said what", statement_rows(reading)),
        *section("How many", _figures(reading)),
        *section("What is said to have happened", _events(reading)),
        *section("Who blames whom", [_blame(reading, blame) for blame in reading.blame]),
        *section("What is announced", _announcements(reading, outcomes, kept)),
        *agreement_sections(inside, "inside this report", {reading.report.id: reading}, kept=kept),
        *_notes(reading),
        Text(""),
    )


def _head(reading: Reading, disputed: int) -> list[RenderableType]:
    report = reading.report
    alarm = [plain(f"Disputed inside this report: {disputed} (see the end).", ALARM)] if disputed else []
    return [
        plain(one_line(report.title) or "(no title)", NAME),
        Rule(style=HEADING, characters="="),
        plain(f"{outlet_words(report)}, {_published(report)}. {_called(report)}"),
        plain(f"{_inventory(reading)}; read by {reading.reader}.", QUIET),
        *alarm,
    ]


def _published(report: Report) -> str:
    words = published_words(report)
    return f"published {words}" if report.published and not report.is_dated_apart else words


def _called(report: Report) -> str:
    spoken = speakable(report.id)
    return f"Report {one_line(report.ref)} ({spoken})." if report.ref else f"Report {spoken}."


def _inventory(reading: Reading) -> str:
    parts = [
        (len(reading.statements), "statement"),
        (len(reading.figures), "figure"),
        (len(reading.events), "event"),
        (len(reading.blame), "blame"),
        (len(reading.announcements), "announcement"),
    ]
    found = [counted(number, noun) for number, noun in parts if number]
    return listed(found) if found else "Nothing found"


def _figures(reading: Reading) -> list[RenderableType]:
    if not reading.figures:
        return []
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(ratio=6)
    grid.add_column(ratio=2, min_width=8)
    grid.add_column(ratio=4, style=QUIET)
    sure = {claim.index: claim.factuality for claim in reading.claims if claim.kind is ClaimKind.FIGURE}
    for index, depth in _in_order(reading):
        figure = reading.figures[index]
        words = Text("of them " if depth else "")
        words.append(quoted(figure.anchor.exact), WORDS)
        words.append(f" {people_words(figure.who, figure.harm, figure.low, figure.high)}")
        if sure.get(index, Factuality.CERTAIN) is not Factuality.CERTAIN:
            words.append(f", {FACTUALITY[sure[index]]}", HEDGE)
        grid.add_row(indented(words, depth), plain(reads_as(figure)), _if_new(reading, index, depth))
    return [grid]


def _in_order(reading: Reading) -> list[tuple[int, int]]:
    """Every figure with its depth, each share right under its whole."""
    shares: dict[int | None, list[int]] = {}
    for index, figure in enumerate(reading.figures):
        known = figure.part_of is not None and figure.part_of != index and figure.part_of < len(reading.figures)
        shares.setdefault(figure.part_of if known else None, []).append(index)
    order: list[tuple[int, int]] = []
    waiting = [(index, 0) for index in reversed(shares.get(None, []))]
    while waiting:
        index, depth = waiting.pop()
        order.append((index, depth))
        waiting += [(share, depth + 1) for share in reversed(shares.get(index, []))]
    return order


def _if_new(reading: Reading, index: int, depth: int) -> Text:
    # A share told in the same breath as its whole needs its chain only once.
    figure = reading.figures[index]
    whole = reading.figures[figure.part_of] if depth and figure.part_of is not None else None
    if whole and whole.statement == figure.statement:
        return Text("")
    return plain(_teller(reading, figure.statement))


def _teller(reading: Reading, statement: int | None) -> str:
    """Whose word it is; the outlet itself is said to speak in its own voice."""
    if statement is None:
        return f"{outlet_words(reading.report)} in its own voice"
    return voice_words(statement_chain(reading, statement))


def _events(reading: Reading) -> list[RenderableType]:
    # What the report is about first, then the background, each in reading order.
    return [_event(reading, event) for event in sorted(reading.events, key=lambda event: not event.main)]


def _event(reading: Reading, event: Event) -> RenderableType:
    words = Text()
    words.append(quoted(event.trigger.exact, 90), WORDS)
    words.append(f"  {event_words(event.type, event.mode)}, {STATUS[event.status]}")
    words.append(f"\n{_setting(reading, event)}", QUIET)
    return labelled([(Text("main", style=NAME) if event.main else "background", words)], LABEL)


def _setting(reading: Reading, event: Event) -> str:
    doers = listed(one_line(actor.exact) for actor in event.actor)
    receivers = listed(one_line(recipient.exact) for recipient in event.recipient)
    day = iso_words(event.date) or (one_line(event.time.exact) if event.time else "day not known")
    parts = [
        f"by {doers}" if doers else "",
        f"to {receivers}" if receivers else "",
        where_words(reading, event) or "place not named",
        day,
        f"according to {_teller(reading, event.statement)}",
    ]
    return "; ".join(part for part in parts if part)


def _blame(reading: Reading, blame: Blame) -> RenderableType:
    before, after = STANCE[blame.stance]
    actor = "" if blame.stance is Stance.CLAIMS else f" {within(one_line(blame.actor.exact))}"
    words = Text(capital(_teller(reading, blame.by)), style=NAME)
    words.append(f" {before}{actor} {after} {_deed(reading, blame)}", "not bold")
    return words


def _deed(reading: Reading, blame: Blame) -> str:
    """What it is for, in the report's words; where it hangs on no event, the sentence that names who is held to it."""
    if blame.event is not None and blame.event < len(reading.events):
        return quoted(reading.events[blame.event].trigger.exact, DEED_SHOWN)
    return f"what is told here: {quoted(sentence_around(reading.report.body, blame.actor), DEED_SHOWN)}"


def _announcements(reading: Reading, outcomes: dict[int, Outcome], kept: bool) -> list[RenderableType]:
    return [_coming(reading, coming, outcomes.get(i), kept) for i, coming in enumerate(reading.announcements)]


def _coming(reading: Reading, coming: Commitment, outcome: Outcome | None, kept: bool) -> RenderableType:
    words = Text()
    words.append(quoted(coming.what.exact), WORDS)
    words.append(f"  according to {_teller(reading, coming.statement)}", QUIET)
    told = f" (in the report's words: {quoted(coming.due.exact)})" if coming.due else ""
    words.append(f"\n{due_words(coming)}{told}")
    if outcome:
        words.append("\noutcome: ")
        words.append(outcome.kind.value, alarm(outcome.kind))
        words.append(f"; {one_line(outcome.why)}" if outcome.why else "", QUIET)
        words.append(asked_by(outcome) if kept else "")
    return words


def alarm(kind: OutcomeKind) -> str:
    """The style of an outcome: loud where somebody should look."""
    return ALARM if kind in (OutcomeKind.OVERDUE, OutcomeKind.BROKEN, OutcomeKind.DISPUTED) else NAME


def _notes(reading: Reading) -> list[RenderableType]:
    notes = dict.fromkeys(reading.report.notes + reading.notes)
    return section("Notes", [plain(one_line(note)) for note in notes])


def across_view(comparison: Comparison, readings: Mapping[str, Reading]) -> RenderableType | None:
    """What agrees and disagrees between the reports, None where nothing does; `readings` by report id."""
    across = [one for one in comparison.agreements if len(one.report_ids) > 1]
    return Group(*agreement_sections(across, "between these reports", readings), Text("")) if across else None
