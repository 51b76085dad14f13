"""Incidents: the list of a case, and one incident with all that comparing its accounts found."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from accordingto.show.incidents import (
    account_reading,
    copy_words,
    incident_outcomes,
    incident_title,
    is_thin,
    main_first,
    named_voices,
    origin_words,
    outcome_families,
    report_order,
    telling_copies,
    toll_families,
    toll_headlines,
)
from accordingto.show.phrases import (
    capital,
    count_words,
    counted,
    due_words,
    event_words,
    listed,
    outlet_words,
    people_words,
    published_words,
    statement_chain,
    voice_name,
    voice_words,
)
from accordingto.show.reviews import ruling_words
from accordingto.show.terminal.agreements import agreement_sections
from accordingto.show.terminal.layout import ALARM, HEADING, NAME, QUIET, WORDS, indented, labelled, plain, section
from accordingto.show.terminal.readings import alarm
from accordingto.show.words import clipped, one_line, quoted
from accordingto.terms.findings import AgreementKind, IncidentFindings, Origin, Outcome, Toll
from accordingto.terms.incidents import Account, Link
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words

PLACE_SHOWN = 28
TOLLS_LISTED = 2  # the dead and one more; the rest stands in the incident
LABEL = 14


def incidents_view(found: Sequence[IncidentFindings], *, every: bool = False) -> RenderableType:
    """The incidents that reports are about; those that one report mentions in passing are only counted unless asked."""
    ordered = main_first(found)
    shown = ordered if every else [one for one in ordered if not is_thin(one)]
    hidden = len(ordered) - len(shown)
    rest = [plain(f"{counted(hidden, 'event')} that one report mentions in passing: --all", QUIET)] if hidden else []
    return Group(_table(shown) if shown else plain("No incidents that a report is about."), *rest)


def _table(found: Sequence[IncidentFindings]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    table.add_column("INCIDENT", style=NAME, no_wrap=True)
    for title in ("DAY", "WHAT, WHERE, REPORTED TOLL", "REPORTS", "ORIGINS"):
        table.add_column(title)
    table.add_column("DISPUTED", style=ALARM)
    for one in found:
        table.add_row(*_cells(one))
    return table


def _cells(one: IncidentFindings) -> list[str]:
    incident = one.incident
    where = clipped(incident.place, PLACE_SHOWN) if incident.place else "place not named"
    disputes = dict.fromkeys(a.about.value for a in one.agreements if a.kind is AgreementKind.CONTRADICTION)
    return [
        incident.name,
        one_line(incident.date or "-").replace("/", " to\n"),
        "\n".join([f"{event_words(incident.type, incident.mode)}, {where}", *toll_headlines(one.tolls)[:TOLLS_LISTED]]),
        str(len(incident.report_ids)),
        str(len(one.origins)),
        ",\n".join(disputes) or "-",
    ]


def incident_view(
    found: IncidentFindings, readings: Mapping[str, Reading], outcomes: Sequence[Outcome]
) -> RenderableType:
    """One incident: its accounts and why they stand together, its voices, tolls, disputes and announcements."""
    names = {report_id: reading.report.name for report_id, reading in readings.items()}
    own = incident_outcomes(found, readings, outcomes)
    return Group(
        plain(incident_title(found), NAME),
        Rule(style=HEADING, characters="="),
        plain(f"Incident {found.incident.name} ({found.incident.id})"),
        plain(f"{named_voices(found)}."),
        *section(f"Accounts ({len(found.incident.accounts)})", _accounts(found, readings)),
        *section("Why they are held to be one incident", _links(found, names)),
        *section("What people decided", [plain(ruling_words(one, names)) for one in found.incident.rulings]),
        *section("Where it comes from", _origins(found, names)),
        *section("Shared wording", [plain(copy_words(copy, names)) for copy in telling_copies(found.copies)]),
        *section("How many", [_family(*family, readings) for family in toll_families(found.tolls)]),
        *section("What was announced", [_outcome(one, readings) for one in outcome_families(own, readings)]),
        *agreement_sections(found.agreements, "between these accounts", readings),
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
        rows.append(plain(f"{first} and {second}: {one_line('; '.join(link.reasons))}"))
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


def _origins(found: IncidentFindings, names: Mapping[str, str]) -> list[RenderableType]:
    return [
        plain(f"{origin_words(origin)} ({_kind(origin)}), carried by {_carried(origin.report_ids, names)}")
        for origin in found.origins
    ]


def _kind(origin: Origin) -> str:
    """ "source, on the side of the government", as in a brief."""
    return one_line(f"{origin.kind}, on the side of {origin.side}" if origin.side else origin.kind)


def _carried(report_ids: Sequence[str], names: Mapping[str, str]) -> str:
    return listed(one_line(names.get(report_id, report_id)) for report_id in report_ids)


def _family(whole: Sequence[Toll], parts: Sequence[Sequence[Toll]], readings: Mapping[str, Reading]) -> RenderableType:
    """The whole, and further in what is part of it."""
    return Group(_tolls(whole, readings), *(indented(_tolls(part, readings, "of them "), 2) for part in parts))


def _tolls(group: Sequence[Toll], readings: Mapping[str, Reading], lead: str = "") -> RenderableType:
    """The range under each rule, then the figures of the rule that takes in most of them."""
    head = plain(capital(f"{lead}{people_words(group[0].who, group[0].harm)}"), NAME)
    rules = _rules(group)
    widest = max(group, key=lambda toll: len(toll.entries))
    return Group(head, indented(labelled(rules, LABEL, style="")), indented(_growth(widest, readings), 2))


def _rules(group: Sequence[Toll]) -> list[tuple[str | Text, str | Text]]:
    ranges = [(count_words(toll.low, toll.high), f"{one_line(toll.rule)}: {one_line(toll.why)}") for toll in group]
    if len({counts for counts, _ in ranges}) > 1 or len(group) == 1:
        return [*ranges]
    return [(ranges[0][0], f"by every rule: {listed(one_line(toll.rule) for toll in group)}")]


def _growth(toll: Toll, readings: Mapping[str, Reading]) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    for entry in sorted(
        toll.entries, key=lambda entry: (entry.as_of.isoformat() if entry.as_of else "9999", entry.origin)
    ):
        name = readings[entry.report_id].report.name if entry.report_id in readings else entry.report_id
        as_of = f"as of {day_words(entry.as_of)}" if entry.as_of else "day not known"
        said = f"{voice_name(entry.origin)} [{one_line(name)}]{f'; {one_line(entry.note)}' if entry.note else ''}"
        table.add_row(plain(quoted(entry.anchor.exact), WORDS), as_of, plain(said))
    return table


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
    return words
