"""Finds in words: what was read, as what, and what people said of it."""

from collections.abc import Mapping
from typing import Any

from accordingto.casebook import Find, Queued
from accordingto.show.phrases import (
    STATUS,
    due_words,
    event_words,
    iso_words,
    people_words,
    reads_as,
    statement_chain,
    voice_words,
    where_words,
)
from accordingto.show.reviews import value_words
from accordingto.show.words import clipped, quoted
from accordingto.terms.attributions import Act, Form
from accordingto.terms.blame import Stance
from accordingto.terms.claims import ClaimKind
from accordingto.terms.corrections import FIELDS, FIND, SPAN, SPANS
from accordingto.terms.decisions import KeptReview
from accordingto.terms.items import fields_of, finds_of
from accordingto.terms.readings import Reading
from accordingto.terms.reviews import Verdict

STANCES = {
    Stance.BLAMES: "held responsible",
    Stance.CLAIMS: "claimed as its own act",
    Stance.DENIES: "denied having done it",
}
STATES = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.CORRECT: "corrected"}
ACTS = {
    Act.ASSERT: "asserted",
    Act.DENY: "denied",
    Act.ACCUSE: "accused",
    Act.ANNOUNCE: "announced",
    Act.DEMAND: "demanded",
    Act.WARN: "warned",
    Act.JUDGE: "judged",
}
FORMS = {
    Form.DIRECT: "word for word",
    Form.INDIRECT: "in the reporter’s words",
    Form.MIXED: "partly word for word",
}
NOUNS = {
    ClaimKind.STATEMENT: "Statement",
    ClaimKind.EVENT: "Event",
    ClaimKind.FIGURE: "Count",
    ClaimKind.BLAME: "Blame",
    ClaimKind.COMMITMENT: "Announcement",
}
ASKED_OF_BLAME = {
    Stance.BLAMES: "Is {words} held responsible here by {voice}?",
    Stance.CLAIMS: "Is what was done claimed here by {voice} as an act of {words}?",
    Stance.DENIES: "Is it denied here by {voice} that {words} did it?",
}
HEADED = 90  # characters of a find's words in a heading
SHOWN = 200  # characters of the words that a field stands on


def read_as(reading: Reading, kind: ClaimKind, index: int) -> str:
    """What the words of a find were read as."""
    match kind:
        case ClaimKind.FIGURE:
            figure = reading.figures[index]
            people = people_words(figure.who, figure.harm, figure.low, figure.high)
            open_ended = figure.low is None and figure.high is None
            return f"{people}, no number given" if open_ended else f"{reads_as(figure)} {people}"
        case ClaimKind.EVENT:
            event = reading.events[index]
            parts = (event_words(event.type, event.mode), where_words(reading, event), iso_words(event.date))
            return "; ".join([*(part for part in parts if part), STATUS[event.status]])
        case ClaimKind.BLAME:
            return STANCES[reading.blame[index].stance]
        case ClaimKind.COMMITMENT:
            return due_words(reading.announcements[index])
        case ClaimKind.STATEMENT:
            said = reading.statements[index]
            return f"{ACTS[said.act]}, {FORMS[said.form]}"


def shown_reading(find: Find) -> tuple[Reading, int]:
    """The reading that a find is shown in, with its number there: the one asked, else the reader's own."""
    return (find.reading, find.index) if find.index is not None else (find.own, find.number)


def find_read_as(find: Find) -> str:
    """What its words are read as now; where it was rejected, what the reader had read."""
    reading, index = shown_reading(find)
    return read_as(reading, find.item.kind, index)


def find_voice(find: Find) -> str:
    """Who says it and through whom: "a military source, via Meridian"."""
    reading, index = shown_reading(find)
    if find.item.kind is ClaimKind.STATEMENT:
        return voice_words(statement_chain(reading, index))
    noun = finds_of(reading, find.item.kind)[index]
    return voice_words(statement_chain(reading, noun.by if find.item.kind is ClaimKind.BLAME else noun.statement))


def find_name(find: Find) -> str:
    """ "figure 3"; of one that was rejected its short id, for it has no number any more."""
    return f"{find.item.kind} {find.index}" if find.index is not None else f"{find.item.kind} {find.item.name}"


def find_heading(find: Find) -> str:
    """What it is, by its exact words: "Count “At least 30”"."""
    return f"{NOUNS[find.item.kind]} {quoted(find.item.anchor.exact, HEADED)}"


def find_question(find: Find) -> str:
    """What whoever looks it over is asked: "Do these words count 30 or more people killed?"."""
    reading, index = shown_reading(find)
    now, voice, words = find_read_as(find), find_voice(find), quoted(find.item.anchor.exact, HEADED)
    match find.item.kind:
        case ClaimKind.FIGURE:
            return f"Do these words count {now}, according to {voice}?"
        case ClaimKind.EVENT:
            return f"Do these words tell of this: {now}?"
        case ClaimKind.BLAME:
            return ASKED_OF_BLAME[reading.blame[index].stance].format(voice=voice, words=words)
        case ClaimKind.COMMITMENT:
            return f"Is this announced here by {voice}, {now}?"
        case ClaimKind.STATEMENT:
            return f"Is this said by {voice} ({now})?"


def state_words(find: Find) -> str:
    """ "corrected by Mira Haddad, accepted by Omar Said"; empty where nobody has looked it over."""
    told = dict.fromkeys(_state(kept) for kept in find.holding)
    return ", ".join(told)


def _state(kept: KeptReview) -> str:
    return f"{STATES[kept.review.verdict]} by {clipped(kept.review.author, 60)}"


def field_words(find: Find) -> Mapping[str, str]:
    """Each field that can be corrected, with what it says now: words of the report for a stretch of it."""
    reading, index = shown_reading(find)
    kind = find.item.kind
    return {f: _shown(find, f, value) for f, value in fields_of(reading, kind, index, FIELDS[kind]).items()}


def _shown(find: Find, field: str, value: Any) -> str:
    if not value or FIELDS[find.item.kind][field] not in (SPAN, SPANS, FIND):
        return value_words(value)
    body = find.own.report.body
    pieces = value if isinstance(value[0], list) else [value]
    return "; ".join(quoted(body[start:end], SHOWN) for start, end in pieces)


def why_queued(one: Queued) -> str:
    """Why it stands where it does: "one side of what is disputed; who says it was read with 62 % confidence"."""
    sure = "" if one.certainty is None else f"; who says it was read with {round(100 * one.certainty)} % confidence"
    return f"{one.stake.value}{sure}"
