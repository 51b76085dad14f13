"""Finds to be looked over: the queue of a case, and all that was read in one report."""

from collections.abc import Sequence

from rich.console import Group, RenderableType

from accordingto.casebook import Find, Queued
from accordingto.show.finds import field_words, find_name, find_read_as, find_voice, state_words, why_queued
from accordingto.show.phrases import counted
from accordingto.show.reviews import decided_words, standing_words
from accordingto.show.terminal.layout import NAME, QUIET, indented, labelled, plain
from accordingto.show.words import one_line, quoted
from accordingto.terms.sentences import sentence_around

WORDS = 300
LABEL = 13


def queue_view(queued: Sequence[Queued], total: int) -> RenderableType:
    """The first finds of the queue, each with its sentence, what it was read as, and why it stands here."""
    if not queued:
        return plain("Nothing is left to look over.")
    shown = f"{counted(total, 'find')} to look over" + (
        f", the first {len(queued)} shown." if total > len(queued) else "."
    )
    return Group(*(_queued(one) for one in queued), plain(shown, QUIET))


def _queued(one: Queued) -> RenderableType:
    find = one.find
    rows = [*_rows(find), ("why here", why_queued(one))]
    return Group(plain(f"{one_line(find.own.report.name)}  {find_name(find)}", NAME), indented(labelled(rows, LABEL)))


def _rows(find: Find) -> list[tuple[str, str]]:
    sentence = sentence_around(find.own.report.body, find.item.anchor)
    around = [("in", quoted(sentence, WORDS))] if one_line(sentence) != one_line(find.item.anchor.exact) else []
    read = [("read as", find_read_as(find)), ("according to", find_voice(find))]
    return [("words", quoted(find.item.anchor.exact, WORDS)), *around, *read]


def finds_view(finds: Sequence[Find]) -> RenderableType:
    """All that was read in one report, each with its number, its id, and what people said of it."""
    if not finds:
        return plain("Nothing was read in this report.")
    done = sum(bool(find.holding) for find in finds)
    lines = [_line(find) for find in finds]
    return Group(*lines, plain(f"{counted(len(finds), 'find')}, {done} looked over.", QUIET))


def _line(find: Find) -> RenderableType:
    state = state_words(find)
    head = f"{find_name(find)}  {find.item.name}{f'  {state}' if state else ''}"
    rows = [("words", quoted(find.item.anchor.exact, WORDS)), ("read as", find_read_as(find))]
    return Group(plain(head, NAME), indented(labelled(rows, LABEL)))


def find_view(find: Find) -> RenderableType:
    """One find with every field that can be corrected, and all that people said of it."""
    names = {find.own.report.id: find.own.report.name}
    fields = indented(labelled(list(field_words(find).items()), LABEL))
    said = [(standing_words(kept, names), decided_words(kept.review)) for kept in find.reviews]
    reviews = [indented(labelled(said, LABEL))] if said else []
    head = plain(f"{one_line(find.own.report.name)}  {find_name(find)}  {find.item.name}", NAME)
    return Group(head, indented(labelled(_rows(find), LABEL)), plain("fields", QUIET), fields, *reviews)
