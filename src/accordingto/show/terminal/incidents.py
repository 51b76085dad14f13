"""Incidents: the list of a case, and one incident with all that comparing its accounts found."""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from accordingto.show.blame import cell_words, side_words
from accordingto.show.families import toll_headlines
from accordingto.show.incidents import (
    account_reading,
    copy_words,
    hop_sentences,
    incident_outcomes,
    incident_title,
    is_thin,
    main_first,
    named_voices,
    origin_words,
    outcome_families,
    report_order,
    telling_copies,
)
from accordingto.show.phrases import (
    capital,
    counted,
    due_words,
    event_words,
    listed,
    outlet_words,
    published_words,
    statement_chain,
    voice_words,
)
from accordingto.show.relations import relation_lines
from accordingto.show.reviews import ruling_words
from accordingto.show.terminal.agreements import agreement_sections
from accordingto.show.terminal.layout import (
    ALARM,
    HEADING,
    NAME,
    QUIET,
    WORDS,
    asked_by,
    indented,
    labelled,
    plain,
    section,
)
from accordingto.show.terminal.readings import alarm
from accordingto.show.terminal.tolls import running_views, tolls_views
from accordingto.show.words import clipped, one_line, quoted
from accordingto.terms.findings import AgreementKind, IncidentFindings, Origin, Outcome, Side
from accordingto.terms.incidents import Account, Link
from accordingto.terms.readings import Reading
from accordingto.terms.sentences import sentence_around
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

PLACE_SHOWN = 28
TOLLS_LISTED = 2  # the dead and one more; the rest stands in the incident
SENTENCE_SHOWN = 240
LABEL = 14


def incidents_view(
    found: Sequence[IncidentFindings], *, every: bool = False, rule: TollRule = DEFAULT_RULE
) -> RenderableType:
    """The incidents that reports are about, each with its toll under the rule.

    Those that one report mentions in passing are only counted unless asked.
    """
    ordered = main_first(found)
    shown = ordered if every else [one for one in ordered if not is_thin(one)]
    hidden = len(ordered) - len(shown)
    rest = [plain(f"{counted(hidden, 'event')} that one report mentions in passing: --all", QUIET)] if hidden else []
    named = [] if rule is DEFAULT_RULE else [plain(f"Tolls: {rule}. {rule.meaning}", QUIET)]
    return Group(_table(shown, rule) if shown else plain("No incidents that a report is about."), *rest, *named)


def _table(found: Sequence[IncidentFindings], rule: TollRule) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    table.add_column("INCIDENT", style=NAME, no_wrap=True)
    for title in ("DAY", "WHAT, WHERE, REPORTED TOLL", "REPORTS", "ORIGINS"):
        table.add_column(title)
    table.add_column("DISPUTED", style=ALARM)
    for one in found:
        table.add_row(*_cells(one, rule))
    return table


def _cells(one: IncidentFindings, rule: TollRule) -> list[str]:
    incident = one.incident
    where = clipped(incident.place, PLACE_SHOWN) if incident.place else "place not named"
    disputes = dict.fromkeys(a.about.value for a in one.agreements if a.kind is AgreementKind.CONTRADICTION)
    return [
        incident.name,
        one_line(incident.date or "-").replace("/", " to\n"),
        "\n".join([f"{event_words(incident.type, incident.mode)}, {where}", *_reported(one, rule)]),
        str(len(incident.report_ids)),
        str(len(one.origins)),
        ",\n".join(disputes) or "-",
    ]


def _reported(one: IncidentFindings, rule: TollRule) -> list[str]:
    """The counts of the list, and how many more there are."""
    told = toll_headlines(one.under(rule))
    more = len(told) - TOLLS_LISTED
    return [*told[:TOLLS_LISTED], *([f"and {counted(more, 'more count')}"] if more > 0 else [])]


def incident_view(
    found: IncidentFindings,
    readings: Mapping[str, Reading],
    outcomes: Sequence[Outcome],
    *,
    rule: TollRule | None = None,
    others: Sequence[IncidentFindings] = (),
) -> RenderableType:
    """One incident: its accounts and why they stand together, its voices, tolls, blame, disputes and announcements.

    The tolls under every rule, or under the one asked for with what it leaves out. `others` are the incidents of the
    case, among which are those that it stands to in some way.
    """
    names = {report_id: reading.report.name for report_id, reading in readings.items()}
    own = incident_outcomes(found, readings, outcomes)
    return Group(
        plain(incident_title(found), NAME),
        Rule(style=HEADING, characters="="),
        plain(f"Incident {found.incident.name} ({found.incident.id})"),
        plain(f"{named_voices(found)}."),
        *section(f"Accounts ({len(found.incident.accounts)})", _accounts(found, readings)),
        *section("Why they are held to be one incident", _links(found, names)),
        *section("How it stands to others", _related(found, others, readings)),
        *section("What people decided", [plain(ruling_words(one, names)) for one in found.incident.rulings]),
        *section("Where it comes from", _origins(found, names, readings)),
        *section("Shared wording", _copies(found, names)),
        *section("How many", tolls_views(found, readings, rule)),
        *section("Running totals, in no toll", running_views(found, readings)),
        *section("Who is held responsible", _blame(found, readings)),
        *section("What was announced", [_outcome(one, readings) for one in outcome_families(own, readings)]),
        *agreement_sections(found.agreements, "between these accounts", readings, kept=True),
        Text(""),
    )


def _accounts(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[RenderableType]:
    rows = [(account, account_reading(account, readings)) for account in found.incident.accounts]
    known = sorted(((a, r) for a, r in rows if r), key=lambda row: report_order(row[1].report))
    return [labelled([(one_line(r.report.name), _account(r, a)) for a, r in known], LABEL, style="")]


def _account(reading: Reading, account: Account) -> Text:
    event = reading.events[account.event]
    words = Text(quoted(event.trigger.exact), style=WORDS)
    voice = voice_words(statement_chain(reading, event.statement))
    own = "in its own voice" if event.statement is None else f"according to {voice}"
    words.append(f"  {own}", "not italic")
    words.append(f"\n{outlet_words(reading.report)}, {published_words(reading.report)}: ", f"not italic {QUIET}")
    words.append(clipped(reading.report.title, 90), f"not italic {QUIET}")
    return words


def _links(found: IncidentFindings, names: Mapping[str, str]) -> list[RenderableType]:
    shown = _strongest(found.incident.links)
    rows: list[RenderableType] = []
    for link in shown:
        first, second = (one_line(names.get(one.report_id, one.report_id)) for one in (link.first, link.second))
        rows.append(plain(f"{first} and {second}: {one_line('; '.join(link.reasons))}").append(asked_by(link)))
    more = len(found.incident.links) - len(shown)
    return [*rows, plain(f"and {counted(more, 'weaker tie')}", QUIET)] if more > 0 else rows


def _strongest(links: Sequence[Link]) -> list[Link]:
    """The strongest ties that already hold all accounts together (Kruskal's spanning tree): enough to check by eye.

    What a person decided is stronger than any likeness.
    """
    group: dict[Account, set[Account]] = {}
    chosen: list[Link] = []
    for link in sorted(links, key=lambda link: (link.review is None, -link.score)):
        first, second = (group.setdefault(one, {one}) for one in (link.first, link.second))
        if first is not second:
            chosen.append(link)
            first |= second
            group.update(dict.fromkeys(second, first))
    return chosen


def _origins(
    found: IncidentFindings, names: Mapping[str, str], readings: Mapping[str, Reading]
) -> list[RenderableType]:
    """Each origin, and under it the sentences that show its hops."""
    rows: list[RenderableType] = []
    for origin in found.origins:
        head = f"{origin_words(origin)} ({_kind(origin)}), carried by {_carried(origin.report_ids, names)}"
        rows.append(plain(head).append(asked_by(origin)))
        for hops, sentence, report_ids in hop_sentences(origin, readings):
            row = Text(f"{hops}: ", style=QUIET)
            row.append(quoted(sentence, SENTENCE_SHOWN), WORDS)
            rows.append(indented(row.append(f" [{_carried(report_ids, names)}]")))
    return rows


def _blame(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[RenderableType]:
    """The matrix cell by cell with its words, then by side."""
    rows: list[RenderableType] = []
    for cell in found.blame:
        names = _carried(cell.report_ids, {name: reading.report.name for name, reading in readings.items()})
        rows.append(plain(f"{capital(cell_words(cell))} [{names}]").append(asked_by(cell)))
        words = dict.fromkeys(_sentence(side, readings) for side in cell.sides)
        rows += [indented(plain(sentence, WORDS)) for sentence in words if sentence]
    return [*rows, *(plain(f"By side: {words}", QUIET) for words in side_words(found.blame))]


def _sentence(side: Side, readings: Mapping[str, Reading]) -> str:
    reading = readings.get(side.report_id)
    return quoted(sentence_around(reading.report.body, side.anchor), SENTENCE_SHOWN) if reading else ""


def _related(
    found: IncidentFindings, others: Sequence[IncidentFindings], readings: Mapping[str, Reading]
) -> list[RenderableType]:
    """Each way in which it stands to another, with the sentences that say so."""
    rows: list[RenderableType] = []
    names = {report_id: reading.report.name for report_id, reading in readings.items()}
    for line in relation_lines(found, others):
        named = f" ({line.other.incident.name})" if line.other else ""
        carried = _carried(dict.fromkeys(one.side.report_id for one in line.relations), names)
        rows.append(plain(f"{line.words}{named} [{carried}]").append(asked_by(*line.relations[:1])))
        words = dict.fromkeys(_sentence(one.side, readings) for one in line.relations)
        rows += [indented(plain(sentence, WORDS)) for sentence in words if sentence]
    return rows


def _copies(found: IncidentFindings, names: Mapping[str, str]) -> list[RenderableType]:
    rows = [plain(copy_words(copy, names)).append(asked_by(copy)) for copy in telling_copies(found.copies)]
    beside = "one of the two is not read as telling of this"
    return [*rows, *(plain(f"{copy_words(c, names)}; {beside}").append(asked_by(c)) for c in found.elsewhere)]


def _kind(origin: Origin) -> str:
    """ "source, on the side of the government", as in a brief."""
    return one_line(f"{origin.kind}, on the side of {origin.side}" if origin.side else origin.kind)


def _carried(report_ids: Iterable[str], names: Mapping[str, str]) -> str:
    return listed(one_line(names.get(report_id, report_id)) for report_id in report_ids)


def _outcome(family: Sequence[Outcome], readings: Mapping[str, Reading]) -> RenderableType:
    """What was announced, every report that passes it on in the same words, and what became of it."""
    outcome, reading = family[0], readings[family[0].report_id]
    carried = ", ".join(one_line(readings[one.report_id].report.name) for one in family)
    coming = reading.announcements[outcome.announcement]
    voice = voice_words(statement_chain(reading, coming.statement))
    words = Text(quoted(coming.what.exact), style=WORDS)
    words.append(f"  {due_words(coming)}, according to {voice} [{carried}]", "not italic")
    words.append("\n  outcome: ", "not italic")
    words.append(outcome.kind.value, f"not italic {alarm(outcome.kind)}")
    words.append(f"; {one_line(outcome.why)}" if outcome.why else "", f"not italic {QUIET}")
    return words.append(asked_by(outcome))
