"""Rounds of coding on a terminal: the list, one round, its answers side by side, and the table of agreement."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from accordingto.casebook import Applied, CodedItem, FieldReliability, RoundState
from accordingto.show.codings import (
    alpha_words,
    code_words,
    interval_words,
    note_words,
    percent_words,
    progress_words,
    round_words,
    standing_words,
)
from accordingto.show.finds import find_name, find_read_as, find_voice
from accordingto.show.phrases import counted
from accordingto.show.terminal.layout import NAME, QUIET, indented, labelled, plain
from accordingto.show.words import one_line, quoted

WORDS = 300
LABEL = 16


def rounds_view(states: Sequence[RoundState]) -> RenderableType:
    """Every round with how far its coders are."""
    if not states:
        return plain("No round of coding yet: `coding start` draws one.")
    return Group(*(round_view(state) for state in states))


def round_view(state: RoundState) -> RenderableType:
    """One round: what was drawn, by whom, and how far each coder is."""
    rows = [("what", round_words(state)), ("now", standing_words(state))]
    rows += [(one_line(coder), progress_words(state, coder)) for coder in state.round.coders]
    return Group(plain(one_line(state.round.name), NAME), indented(labelled(rows, LABEL)))


def items_view(items: Sequence[CodedItem]) -> RenderableType:
    """Items with the codes that may be seen, each with its words and what it was read as."""
    return Group(*(_item(item) for item in items), plain(f"{counted(len(items), 'item')}.", QUIET))


def _item(item: CodedItem) -> RenderableType:
    find = item.find()
    head = f"{one_line(find.own.report.name)}  {find_name(find)}  {find.item.name}  {item.concord}"
    rows = [("words", quoted(find.item.anchor.exact, WORDS)), ("read as", find_read_as(find))]
    rows.append(("according to", find_voice(find)))
    rows += [(one_line(code.coder), f"{code_words(item, code)} ({one_line(code.reason)})") for code in item.codes]
    if item.final:
        who = f"{one_line(item.final.coder)} decides: {code_words(item, item.final)}"
        rows.append(("adjudicated", f"{who} ({one_line(item.final.reason)}) [code {item.final.spoken}]"))
    return Group(plain(head, NAME), indented(labelled(rows, LABEL)))


def agreement_view(state: RoundState, found: Sequence[FieldReliability]) -> RenderableType:
    """Krippendorff's alpha of every field, with what it was worked out from."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style=QUIET)
    for title in ("FIND", "FIELD", "LEVEL"):
        table.add_column(title)
    for title in ("ALPHA", "95 %", "SAME", "UNITS", "PAIRS"):
        table.add_column(title, justify="right")
    table.add_column("")
    for one in found:
        said = one.reliability
        numbers = (alpha_words(said), interval_words(said), percent_words(said), str(said.units), str(said.pairs))
        table.add_row(one.kind.value, one.field, said.level.value, *numbers, note_words(said))
    chance = found[0].reliability.seed if found else state.round.seed
    told = (
        f"Krippendorff's alpha of round {one_line(state.round.name)}; interval resampled from its items, seed {chance}."
    )
    return Group(table, plain(told, QUIET))


def applied_view(done: Applied) -> RenderableType:
    """What became of a round's answers."""
    lines = [f"{counted(done.items, 'item')} taken over as {counted(len(done.reviews), 'review')}."]
    if done.before:
        lines.append(f"{counted(done.before, 'item')} taken over before.")
    if done.since:
        names = ", ".join(one.sampled.item.name for one in done.since)
        lines.append(f"{counted(len(done.since), 'item')} left as people have since decided: {names}.")
    if done.open:
        lines.append(
            f"{counted(len(done.open), 'item')} without an answer: `coding show ROUND --different` lists them."
        )
    return Group(*(plain(line) for line in lines))
