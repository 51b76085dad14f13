"""Passages: the stretches of a report that tell of one event, each with whose words they are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from accordingto.reconcile.lexicons import any_of, load_lexicon
from accordingto.reconcile.memories import remembered
from accordingto.reconcile.points import FAR_KM, kilometres
from accordingto.reconcile.tellings import surroundings
from accordingto.reconcile.voices import Voices
from accordingto.terms.events import Event, EventType
from accordingto.terms.incidents import Incident
from accordingto.terms.readings import Reading
from accordingto.terms.spans import Span

_AGAIN = load_lexicon("causes")["again"]
_NOUN = rf"\b(?:{any_of(_AGAIN['articles'])})\s+(?:[\w'’-]+\s+){{0,{_AGAIN['reach']}}}?(?:{any_of(_AGAIN['nouns'])})\b"
_LINK = rf"\b(?:{any_of(_AGAIN['links'])})\b"
_BETWEEN = rf"[^.;!?]{{0,{_AGAIN['between']}}}?"
_NAMED_AGAIN = re.compile(rf"{_NOUN}{_BETWEEN}{_LINK}|\bcaused{_BETWEEN}{_NOUN}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a report that tells of one event; `statement` is the one it stands in, None for the outlet's words.

    `near` is True where it is the event's own sentence, not merely a statement that speaks of it.
    """

    reading: Reading
    event: Event
    statement: int | None
    span: Span
    near: bool

    @property
    def words(self) -> str:
        return self.reading.report.body[self.span.start : self.span.end]


def passages_of(incident: Incident, voices: Voices) -> tuple[Passage, ...]:
    """Every stretch of the incident's reports that tells of it, in the order of the accounts."""
    found: list[Passage] = []
    for account in incident.accounts:
        found += _of_event(voices.readings[account.report_id], account.event)
    return tuple(found)


@remembered
def _of_event(reading: Reading, number: int) -> tuple[Passage, ...]:
    return tuple(_stretches(reading, number))


def _stretches(reading: Reading, number: int) -> Iterator[Passage]:
    event = reading.events[number]
    own = _own_sentence(reading, event)
    yield from own
    told = {passage.statement for passage in own}
    for statement in _speaking_of(reading, number):
        if (
            statement not in told
            and statement < len(reading.statements)
            and not _is_elsewhere(reading, event, statement)
        ):
            for span in reading.statements[statement].content.spans:
                yield Passage(reading, event, statement, span, near=False)


def _is_elsewhere(reading: Reading, event: Event, statement: int) -> bool:
    """Whether a statement names places, and all of them far from where the event was: it tells of another one."""
    here = reading.places[event.spot].spot if event.spot is not None else None
    content = reading.statements[statement].content
    spots = (place.spot for place in reading.places if content.holds(place.anchor))
    distances = [far for spot in spots if (far := kilometres(here, spot)) is not None]
    return bool(distances) and min(distances) > FAR_KM


def _own_sentence(reading: Reading, event: Event) -> list[Passage]:
    """The sentence of the trigger: the part that the event's statement says, else what is left of the outlet's own."""
    body, trigger = reading.report.body, event.trigger
    if not trigger.exact:
        return []
    around = surroundings(body, trigger.start, trigger.end)
    start = body.rfind(around, max(0, trigger.start - len(around)), trigger.start + len(around))
    sentence = Span(max(0, start), max(0, start) + len(around))
    statement = event.statement if event.statement is not None and event.statement < len(reading.statements) else None
    if statement is not None:
        spans = [s for s in reading.statements[statement].content.spans if s.touches(sentence)] or [sentence]
        return [Passage(reading, event, statement, _within(span, sentence), near=True) for span in spans]
    others = [s for said in reading.statements for s in said.content.spans if s.touches(sentence)]
    if any(span.touches(trigger.spans[0]) for span in others):
        return [Passage(reading, event, None, sentence, near=True)]
    return [Passage(reading, event, None, piece, near=True) for piece in _without(sentence, others)]


def _within(span: Span, sentence: Span) -> Span:
    return (
        span
        if span.holds(sentence) or sentence.holds(span)
        else Span(max(span.start, sentence.start), min(span.end, sentence.end))
    )


def _without(sentence: Span, others: Iterable[Span]) -> list[Span]:
    """What is left of a sentence when the stretches that are somebody's are taken out."""
    left, at = [], sentence.start
    for span in sorted(others):
        if span.start > at:
            left.append(Span(at, span.start))
        at = max(at, span.end)
    return [*left, Span(at, sentence.end)] if at < sentence.end else left


def _speaking_of(reading: Reading, number: int) -> list[int]:
    """Statements that blame somebody for it, count for it, or say how it came where it is all the report is about."""
    linked = [blame.by for blame in reading.blame if blame.event == number and blame.by is not None]
    linked += [f.statement for f in reading.figures if f.event == number and f.statement is not None]
    mains = [n for n, event in enumerate(reading.events) if event.main and event.type is EventType.ASSAULT]
    if mains == [number]:
        linked += [n for n, said in enumerate(reading.statements) if says_what_it_was(said.content.exact)]
    return sorted(set(linked))


def says_what_it_was(words: str) -> bool:
    """Whether some words are there to say how it came: "the blast was ...", "what caused the explosion"."""
    return _NAMED_AGAIN.search(words) is not None
