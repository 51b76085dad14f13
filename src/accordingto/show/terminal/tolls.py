"""Tolls on a terminal: the number under each rule, how the count grew, and the running totals that are in no toll."""

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from accordingto.show.families import number_words, origins_of_toll, rules_words, same_numbers, toll_families
from accordingto.show.phrases import capital, count_words, people_words, voice_name, within
from accordingto.show.terminal.layout import ALARM, NAME, QUIET, WORDS, asked_by, indented, labelled, plain
from accordingto.show.words import one_line, quoted
from accordingto.terms.findings import IncidentFindings, RunningTotal, Toll, TollEntry
from accordingto.terms.readings import Reading
from accordingto.terms.times import day_words
from accordingto.terms.tolls import DEFAULT_RULE, TollRule

LABEL = 26  # "12 to 30 or more (best 30)"
DAY = 16  # "13 December 2016"; the hour wraps under it
BAR = 10  # characters: beside day and words it leaves half of a screen of 80 to the source


def tolls_views(
    found: IncidentFindings, readings: Mapping[str, Reading], rule: TollRule | None = None
) -> list[RenderableType]:
    """For each harm its whole and its parts, under every rule or under one."""
    tolls = found.under(rule) if rule else found.tolls
    if rule and found.tolls and not tolls:
        return [
            plain(f"No toll is kept under “{rule}”: this case was reconciled before it was known. Reconcile again.")
        ]
    return [_family(whole, parts, readings, rule) for whole, parts in toll_families(tolls)]


def _family(
    whole: Sequence[Toll], parts: Sequence[Sequence[Toll]], readings: Mapping[str, Reading], rule: TollRule | None
) -> RenderableType:
    """The whole, and further in what is part of it."""
    inside = (indented(_tolls(part, readings, rule, "of them "), 2) for part in parts)
    return Group(_tolls(whole, readings, rule), *inside)


def _tolls(
    group: Sequence[Toll], readings: Mapping[str, Reading], rule: TollRule | None, lead: str = ""
) -> RenderableType:
    """The number under each rule, the range of each origin, and the count by time."""
    head = plain(capital(f"{lead}{people_words(group[0].who, group[0].harm)}"), NAME)
    widest = max(group, key=lambda toll: len(toll.entries))
    rows: list[RenderableType] = [indented(labelled(_rules(group), LABEL, style=""))]
    if origins := origins_of_toll(widest):
        rows.append(indented(labelled([("by origin", plain("; ".join(origins)))], LABEL, style=QUIET)))
    rows.append(indented(_growth(widest, readings), 2))
    left = [indented(_left_out(one.entry, one.why, readings), 2) for toll in group if rule for one in toll.left_out]
    return Group(head, *rows, *left)


def _rules(group: Sequence[Toll]) -> list[tuple[str | Text, str | Text]]:
    """One row for each number, with the rules that give it and why; one row in all where every rule gives the same."""
    same = same_numbers(group)
    if len(same) == 1 < len(group):
        return [(number_words(group[0]), plain(f"by every rule: {one_line(group[0].why)}").append(asked_by(*group)))]
    told = [(tolls, plain(f"{rules_words(tolls)}: {one_line(tolls[0].why)}")) for tolls in same]
    return [(number_words(tolls[0]), words.append(asked_by(*tolls))) for tolls, words in told]


def _growth(toll: Toll, readings: Mapping[str, Reading]) -> RenderableType:
    """The steps of the count in order of time: day, bar, words, who said so and where."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=DAY)
    table.add_column(width=BAR + 1, no_wrap=True, style=QUIET)
    table.add_column(ratio=1, overflow="fold")
    most = max((entry.low or entry.high or 0 for entry in toll.growth), default=0)
    for entry in toll.growth:
        table.add_row(
            day_words(entry.as_of) if entry.as_of else "day not known", bar(entry, most), _said(entry, readings)
        )
    return table


def bar(entry: TollEntry, most: int) -> str:
    """ "#####" for half of the most, "+" behind it where the count is open at the top, "." up to an upper limit."""
    number = entry.low if entry.low is not None else entry.high or 0
    filled = max(1, round(BAR * number / most)) if most and number else 0
    return ("." if entry.low is None else "#") * filled + ("+" if entry.high is None else "")


def _said(entry: TollEntry, readings: Mapping[str, Reading]) -> Text:
    name = readings[entry.report_id].report.name if entry.report_id in readings else entry.report_id
    words = Text(quoted(entry.anchor.exact), style=WORDS)
    said = f"  {within(voice_name(entry.origin))} [{one_line(name)}]{f'; {one_line(entry.note)}' if entry.note else ''}"
    words.append(said, "not italic")
    words.append(f"; {one_line(entry.flag)}" if entry.flag else "", f"not italic {ALARM}")
    return words


def _left_out(entry: TollEntry, why: str, readings: Mapping[str, Reading]) -> Text:
    return Text("left out: ", style=QUIET).append_text(_said(entry, readings)).append(f": {one_line(why)}", QUIET)


def running_views(found: IncidentFindings, readings: Mapping[str, Reading]) -> list[RenderableType]:
    """Each running total with what it is counted over, its source and its moment."""
    return [_running(total, readings) for total in found.running]


def _running(total: RunningTotal, readings: Mapping[str, Reading]) -> Text:
    entry = total.entry
    people = people_words(total.who, total.harm, entry.low, entry.high)
    head = Text(f"{count_words(entry.low, entry.high)} {people}, {one_line(total.over)}: ")
    as_of = f", as of {day_words(entry.as_of)}" if entry.as_of else ""
    return head.append_text(_said(entry, readings)).append(as_of, "not italic").append(asked_by(total))


def rules_view() -> RenderableType:
    """Every rule: the word to ask for it by, its name, what it means, and whose it is."""
    return Group(*(_rule(rule) for rule in TollRule))


def _rule(rule: TollRule) -> RenderableType:
    words = Text(rule.value, style=NAME)
    words.append("  (when no rule is asked for)" if rule is DEFAULT_RULE else "", "not bold")
    words.append(f"\n{rule.meaning}", "not bold").append(f"\n{rule.basis}\n", f"not bold {QUIET}")
    return labelled([(rule.key, words)], LABEL, style=NAME)
